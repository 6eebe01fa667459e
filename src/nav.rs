//! The page's URL and its history; nobody else touches them.
//!
//! The page belongs to its host: only our own keys are edited, in the URL as it is at that moment;
//! `history.state` is handed on; nothing is written on load or on removal.

mod claim;

use autengo_api::link;
use autengo_api::state::{Openings, Search as Choices, State};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Location, ResizeObserver, window};

use crate::host::{self, Host, Places};
use crate::lasting::Lasting;
use claim::Claim;

/// How long typing rests before it is written to the URL, in milliseconds.
const TYPING: u32 = 300;

/// The state of the page, and the ways to change it.
#[derive(Clone, Copy)]
pub struct Nav {
    state: RwSignal<State>,
    root: StoredValue<String>,
    vehicles: Memo<Vehicles>,
    /// Whether the state follows the URL.
    is_following: StoredValue<bool>,
    /// The right to the key of the URL, which one instance at a time has.
    claim: StoredValue<Claim, LocalStorage>,
    holds: RwSignal<bool>,
    typing: StoredValue<Option<Timeout>, LocalStorage>,
    /// Our part of the URL as it was read or written last.
    known: StoredValue<String>,
    /// How often the history has changed our part.
    era: StoredValue<u32>,
    /// Where the list, and the list of parked vehicles, were scrolled to when they were left.
    scroll: StoredValue<[Option<Places>; 2], LocalStorage>,
    /// Whether the filters lie over the page, rather than beside the list.
    is_covered: StoredValue<bool>,
}

/// The addresses at which the page opens vehicles, all else being as it is.
#[derive(Clone, PartialEq, Eq)]
struct Vehicles {
    page: Page,
    openings: Openings,
}

/// What stands around the query in the page's URL.
#[derive(Clone, Default, PartialEq, Eq)]
struct Page {
    before: String,
    after: String,
}

impl Page {
    /// Of a page's address.
    fn of(address: &str) -> Self {
        let (before, hash) =
            address.split_once('#').map_or((address, None), |(url, hash)| (url, Some(hash)));
        Self {
            before: before.split('?').next().unwrap_or_default().to_owned(),
            after: hash
                .filter(|hash| !hash.is_empty())
                .map(|hash| format!("#{hash}"))
                .unwrap_or_default(),
        }
    }

    /// Built from the location, as a `<base>` of the host bends relative links.
    fn at(&self, query: &str) -> String {
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{mark}{query}{}", self.before, self.after)
    }
}

/// How a change enters the history.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Entry {
    Push,
    Replace,
}

impl Nav {
    /// A page that nothing was chosen on, until [`Self::follow`].
    pub fn new(root: &str, host: &Host) -> Self {
        let holds = RwSignal::new(false);
        let claim = StoredValue::new_local(Claim::new(root, host, holds));
        let (state, root) = (RwSignal::new(State::default()), StoredValue::new(root.to_owned()));
        let vehicles = Memo::new(move |_| {
            let state = State { has_filters_open: false, ..state.get() };
            Vehicles { page: page(), openings: state.openings(&root.read_value(), &query()) }
        });
        let nav = Self {
            state,
            is_following: StoredValue::new(false),
            root,
            vehicles,
            claim,
            holds,
            typing: StoredValue::new_local(None),
            scroll: StoredValue::new_local([None, None]),
            known: StoredValue::default(),
            era: StoredValue::new(0),
            is_covered: StoredValue::new(false),
        };
        on_cleanup(move || {
            nav.typing.set_value(None);
            nav.claim.with_value(Claim::give_up);
        });
        nav
    }

    /// Whether the URL says anything to be read.
    pub fn is_linked(self) -> bool {
        self.claim.with_value(Claim::holds) && State::is_in(&query(), &self.root.read_value())
    }

    /// Whether it opens a vehicle, as far as can be told without reading it.
    pub fn opens_vehicle(self) -> bool {
        State::opens_vehicle(&query(), &self.root.read_value())
    }

    /// Whether [`Self::follow`] was called.
    pub fn is_following(self) -> bool {
        self.is_following.get_value()
    }

    /// Reads the state from the URL, now and whenever the history changes it, until the owner that
    /// it is called under is disposed of. Its code comes with what reads links; the first list may
    /// have to do without it.
    pub fn follow(self) {
        self.is_following.set_value(true);
        let take = move || {
            if !self.claim.with_value(Claim::holds) {
                return;
            }
            let state = read(&self.root.read_value());
            let own = self.own(&state);
            // A link to a place on the host's page takes nothing from those who type.
            if self.known.with_value(|known| *known == own) {
                return;
            }
            self.known.set_value(own);
            self.era.update_value(|era| *era += 1);
            self.typing.set_value(None);
            if state != self.state.get_untracked() {
                self.state.set(state);
            }
        };
        take();
        Effect::new(move |held: Option<bool>| {
            let holds = self.holds.get();
            // Whoever gets the key when others have gone may have chosen something by itself.
            let is_told = || State::is_in(&query(), &self.root.read_value());
            if holds && held == Some(false) && (is_told() || self.current() == State::default()) {
                take();
            }
            holds
        });
        let listener = Closure::<dyn Fn()>::new(take);
        let function = listener.as_ref().unchecked_ref::<js_sys::Function>().clone();
        if let Some(window) = window() {
            // `popstate` is a name that every target takes.
            let _ = window.add_event_listener_with_callback("popstate", &function);
        }
        // An element is measured anew when it, or what it stands in, is hidden or shown.
        let settle = Closure::<dyn Fn()>::new(claim::settle);
        let observer = ResizeObserver::new(settle.as_ref().unchecked_ref()).ok();
        if let Some(observer) = &observer {
            self.claim.with_value(|claim| claim.host().observe(observer));
        }
        let kept = StoredValue::new_local(Some((listener, settle, observer)));
        on_cleanup(move || {
            let Some((_, _, observer)) = kept.write_value().take() else { return };
            if let Some(window) = window() {
                let _ = window.remove_event_listener_with_callback("popstate", &function);
            }
            if let Some(observer) = observer {
                observer.disconnect();
            }
        });
    }

    /// How often the history has taken the page elsewhere.
    pub fn era(self) -> u32 {
        self.era.get_value()
    }

    /// The state, tracked.
    pub fn state(self) -> State {
        self.state.lasting().get()
    }

    /// A part of the state, tracked.
    pub fn with<T>(self, part: impl FnOnce(&State) -> T) -> T {
        self.state.lasting().with(part)
    }

    /// What is searched for. What else changes does not touch those who read it.
    pub fn choices(self) -> Memo<Choices> {
        Memo::new(move |_| self.with(|state| state.search.clone()))
    }

    /// The state as it is now.
    pub fn current(self) -> State {
        self.state.get_untracked()
    }

    /// The address at which the page shows `state`, its filters closed.
    pub fn href(self, state: &State) -> String {
        page().at(&self.query_of(&State { has_filters_open: false, ..state.clone() }))
    }

    /// The address for those who are told of `state`: it says nothing of who followed which link to
    /// this page, nor by which name.
    pub fn share_href(self, state: &State) -> String {
        let Page { before, after } = page();
        let before = link::without_user(&before).into_owned();
        let host = link::without_trackers(&query());
        Page { before, after }.at(&state.to_query(&self.root.read_value(), &host))
    }

    /// The address at which the page opens a vehicle, its filters closed, tracked.
    pub fn vehicle_href(self, selling_id: &str) -> String {
        self.vehicles.lasting().with(|vehicles| vehicles.page.at(&vehicles.openings.of(selling_id)))
    }

    /// Whether the filters lie over the page now, rather than beside the list.
    pub fn set_covered(self, is_covered: bool) {
        self.is_covered.set_value(is_covered);
    }

    /// A deliberate choice: a step that Back takes back. What is chosen while the filters lie over
    /// the page is one step with their opening.
    pub fn push(self, mut state: State) {
        let current = self.current();
        if current.has_filters_open && state.has_filters_open {
            if self.is_covered.get_value() {
                return self.replace(state);
            }
            state.has_filters_open = false;
        }
        if state == current {
            return;
        }
        // What was typed a moment ago is a place to come back to.
        if self.typing.with_value(Option::is_some) {
            self.write(&current, Entry::Replace);
        }
        let is_left = state.vehicle.is_some() || state.is_parked != current.is_parked;
        if is_left && current.vehicle.is_none() {
            let places = self.claim.with_value(|claim| claim.host().places());
            self.scroll
                .update_value(|scroll| scroll[usize::from(current.is_parked)] = Some(places));
        }
        self.write(&state, Entry::Push);
        self.state.set(state);
    }

    /// A change that is no step of its own.
    pub fn replace(self, state: State) {
        if state != self.current() {
            self.write(&state, Entry::Replace);
            self.state.set(state);
        }
    }

    /// Typing: shown at once, written to the URL when it rests, no step of its own.
    pub fn replace_soon(self, state: State) {
        if state == self.current() {
            return;
        }
        self.state.set(state);
        let write = Timeout::new(TYPING, move || {
            self.typing.set_value(None);
            self.write(&self.current(), Entry::Replace);
        });
        self.typing.set_value(Some(write));
    }

    /// Back to where the list that is shown was scrolled to when it was left.
    pub fn restore_scroll(self) {
        self.scroll.with_value(|scroll| {
            match &scroll[usize::from(self.current().is_parked)] {
                Some(places) => places.restore(),
                // Never left, as a link led past it.
                None => self.claim.with_value(|claim| claim.host().scroll_to_top()),
            }
        });
    }

    fn write(self, state: &State, entry: Entry) {
        self.typing.set_value(None);
        if !self.claim.with_value(Claim::may_write) {
            return;
        }
        // With user and password, where the page was opened so: the history takes no other address.
        let written = window().and_then(|window| window.document()?.url().ok()).unwrap_or_default();
        let address = Page::of(&written).at(&self.query_of(state));
        self.known.set_value(self.own(state));
        let Some(history) = window().and_then(|window| window.history().ok()) else {
            return;
        };
        let kept = history.state().unwrap_or_default();
        // Browsers that count calls throw at 100 in 30 s, or do nothing: the page works on with
        // the state it has, and the next change writes all of it.
        let _ = match entry {
            Entry::Push => history.push_state_with_url(&kept, "", Some(&address)),
            Entry::Replace => history.replace_state_with_url(&kept, "", Some(&address)),
        };
    }

    /// Our part of the URL, alone.
    fn own(self, state: &State) -> String {
        state.to_query(&self.root.read_value(), "")
    }

    fn query_of(self, state: &State) -> String {
        state.to_query(&self.root.read_value(), &query())
    }
}

/// What stands around the query now.
fn page() -> Page {
    let Some(location) = location() else { return Page::default() };
    Page::of(&location.href().unwrap_or_default())
}

fn location() -> Option<Location> {
    window().map(|window| window.location())
}

/// What follows the `?` of the page's URL, and the `?`.
fn query() -> String {
    location().and_then(|location| location.search().ok()).unwrap_or_default()
}

fn read(root: &str) -> State {
    let (state, ignored) = State::parse(&query(), root);
    for ignored in ignored {
        host::warn(&format!("the link's part `{}` is ignored: {}", ignored.key, ignored.reason));
    }
    state
}
