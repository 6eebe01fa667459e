//! The vehicles that the visitor parked on this device. Nothing is stored before the first one is,
//! or after the last one is gone. What the device cannot store lasts as long as the page.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use autengo_api::id::SellingId;
use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::BroadcastChannel;

use crate::device;
use crate::js;
use crate::lasting::Lasting;

/// The name under which the device keeps them, and pages tell each other of changes.
const NAME: &str = "autengo-parked";

/// The vehicles, one a line, the last one first: its id and, behind a tab, what is noted of it.
type Lines = Vec<String>;

thread_local! {
    /// The lines that the instances on this page show.
    static SHOWN: RefCell<Vec<RwSignal<Lines>>> = const { RefCell::new(Vec::new()) };
    /// The lines, where the device could not keep them.
    static UNKEPT: RefCell<Option<Lines>> = const { RefCell::new(None) };
    /// Whether something was changed here that other tabs have not been told.
    static UNTOLD: Cell<bool> = const { Cell::new(false) };
}

/// The parked vehicles, as an instance shows them.
#[derive(Clone, Copy)]
pub struct Parked(RwSignal<Lines>);

impl Parked {
    /// The vehicles that are parked on the device, or on the page.
    pub fn new() -> Self {
        let shown = RwSignal::new(read());
        SHOWN.with_borrow_mut(|all| {
            all.retain(|one| !one.is_disposed());
            all.push(shown);
        });
        Self(shown)
    }

    /// The ids, tracked.
    pub fn ids(self) -> Vec<SellingId> {
        self.0.lasting().with(|lines| lines.iter().map(|line| id(line).into()).collect())
    }

    /// How many there are, tracked.
    pub fn count(self) -> usize {
        self.0.lasting().with(Vec::len)
    }

    /// Whether a vehicle is parked, tracked.
    pub fn has(self, selling_id: &SellingId) -> bool {
        self.0.lasting().with(|lines| lines.iter().any(|line| id(line) == selling_id.as_str()))
    }

    /// Whether some are parked for as long as the page lives only, tracked.
    pub fn is_unkept(self) -> bool {
        self.0.lasting().track();
        UNKEPT.with_borrow(Option::is_some)
    }

    /// Parks a vehicle, or no longer does.
    pub fn toggle(self, selling_id: &SellingId) {
        let is_parked = untrack(|| self.has(selling_id));
        self.change(|lines| {
            lines.retain(|line| id(line) != selling_id.as_str());
            if !is_parked {
                lines.insert(0, selling_id.as_str().to_owned());
            }
        });
    }

    /// Parks nothing any more, and leaves nothing on the device.
    pub fn clear(self) {
        self.change(Vec::clear);
    }

    /// Changes what is parked, in all tabs and instances.
    pub fn change(self, change: impl FnOnce(&mut Lines)) {
        // Another tab, or another instance, may have changed it meanwhile.
        let mut lines = read();
        change(&mut lines);
        let is_kept = if lines.is_empty() {
            device::remove_stored(NAME);
            true
        } else {
            device::store(NAME, &lines.join("\n"))
        };
        // What is not kept is this page's alone.
        UNTOLD.set(is_kept);
        UNKEPT.set((!is_kept).then(|| lines.clone()));
        show(&lines);
    }

    /// Tells other tabs what is parked, and follows what they park, as long as the owner it is called
    /// under lives. A page that is not to be seen looks when it is again: one that listens is not
    /// kept for Back.
    pub fn follow(self) {
        let ear = Rc::new(RefCell::new(Ear::open()));
        // What was parked elsewhere before anybody listened here.
        show(&read());
        let (opened, closed) = (ear.clone(), ear.clone());
        device::when_seen(
            move || {
                show(&read());
                opened.replace(Ear::open());
            },
            move || drop(closed.take()),
        );
        let told = SendWrapper::new(ear.clone());
        Effect::new(move |_| {
            let lines = self.0.get();
            if let (true, Some(ear)) = (UNTOLD.take(), &*told.borrow()) {
                let _ = ear.channel.post_message(&lines.join("\n").into());
            }
        });
        let ear = SendWrapper::new(ear);
        on_cleanup(move || drop(ear.take()));
    }
}

impl Default for Parked {
    fn default() -> Self {
        Self::new()
    }
}

/// The id in a line.
pub fn id(line: &str) -> &str {
    line.split('\t').next().unwrap_or(line)
}

fn read() -> Lines {
    UNKEPT
        .with_borrow(Clone::clone)
        .unwrap_or_else(|| parse(&device::stored(NAME).unwrap_or_default()))
}

fn parse(text: &str) -> Lines {
    text.lines().filter(|line| !id(line).is_empty()).map(str::to_owned).collect()
}

/// Shows it in all instances of the page that are still there.
fn show(lines: &Lines) {
    let mut all = SHOWN.take();
    all.retain(|shown| match shown.try_with_untracked(|shown| shown != lines) {
        Some(true) => shown.try_set(lines.clone()).is_none(),
        Some(false) => true,
        None => false,
    });
    SHOWN.with_borrow_mut(|shown| shown.append(&mut all));
}

/// Hears of changes in other tabs, until it is dropped.
struct Ear {
    channel: BroadcastChannel,
    _listener: Closure<dyn Fn(JsValue)>,
}

impl Ear {
    fn open() -> Option<Self> {
        let channel = BroadcastChannel::new(NAME).ok()?;
        // What is parked comes along: browsers may tell it sooner than what another tab has stored.
        let listener = Closure::<dyn Fn(JsValue)>::new(|event: JsValue| {
            if let (Some(told), true) =
                (js::text(&event, "data"), UNKEPT.with_borrow(Option::is_none))
            {
                show(&parse(&told));
            }
        });
        channel.set_onmessage(Some(listener.as_ref().unchecked_ref()));
        Some(Self { channel, _listener: listener })
    }
}

impl Drop for Ear {
    fn drop(&mut self) {
        self.channel.set_onmessage(None);
        self.channel.close();
    }
}
