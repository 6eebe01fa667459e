//! The page's URL and its history; nobody else touches them.
//!
//! The page belongs to its host: only our own keys are edited, in the URL as it is at that moment;
//! `history.state` is handed on; nothing is written on load or on removal.

mod claim;
mod page;

use std::sync::Arc;

use autengo_api::id::SellingId;
use autengo_search::link;
use autengo_search::params::SearchParams;
use autengo_search::state::{Openings, State, View};
use gloo_timers::callback::Timeout;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::window;

use crate::host::{self, Host, Places};
use crate::lasting::Lasting;
use crate::observe::on_resize;
use claim::Claim;
use page::{Page, query};

/// How long typing rests before it is written to the URL, in milliseconds.
const TYPING: u32 = 300;

/// The state of the page, and the ways to change it.
#[derive(Clone, Copy)]
pub struct Nav {
    state: RwSignal<State>,
    /// The state that stands on the screen.
    shown: RwSignal<State>,
    vehicles: Memo<Vehicles>,
    /// Whether the key of the URL is this instance's.
    has_key: RwSignal<bool>,
    inner: StoredValue<Inner, LocalStorage>,
}

struct Inner {
    /// The key of the URL.
    root: String,
    /// The claim to that key, which one instance at a time has.
    claim: Claim,
    typing: Option<Timeout>,
    /// Our part of the URL as it was read or written last.
    known: String,
    /// The number of times that the history has changed our part.
    era: u32,
    /// The place to which each view was scrolled when it was left.
    scroll: [Option<Places>; View::ALL.len()],
    /// Whether the filters lie over the page, rather than beside the list.
    is_covered: bool,
    /// Whether somebody says when another search is shown.
    is_paced: bool,
}

/// The addresses at which the page opens vehicles, all else being as it is.
#[derive(Clone, PartialEq, Eq)]
struct Vehicles {
    page: Page,
    openings: Openings,
}

/// The way to another state: its address, and the step that leads there.
#[derive(Clone, Copy)]
pub struct Link {
    /// The address.
    pub href: Signal<String>,
    /// The step.
    pub on_follow: Callback<()>,
}

/// How a change enters the history.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Entry {
    Push,
    Replace,
}

impl Nav {
    /// A page that nothing was chosen on, until [`Self::sync_with_url`].
    pub fn new(root: &str, host: &Host) -> Self {
        let has_key = RwSignal::new(false);
        let inner = StoredValue::new_local(Inner {
            root: root.to_owned(),
            claim: Claim::new(root, host, has_key),
            typing: None,
            known: String::new(),
            era: 0,
            scroll: [const { None }; View::ALL.len()],
            is_covered: false,
            is_paced: false,
        });
        let [state, shown] = [(); 2].map(|()| RwSignal::new(State::default()));
        let vehicles = Memo::new(move |_| {
            let state = State { has_filters_open: false, ..shown.get() };
            let openings = inner.with_value(|inner| state.openings(&inner.root, &query()));
            Vehicles { page: Page::now(), openings }
        });
        on_cleanup(move || {
            inner.update_value(|inner| inner.typing = None);
            inner.with_value(|inner| inner.claim.give_up());
        });
        Self { state, shown, vehicles, has_key, inner }
    }

    fn root(self) -> String {
        self.inner.with_value(|inner| inner.root.clone())
    }

    fn with_claim<T>(self, part: impl FnOnce(&Claim) -> T) -> T {
        self.inner.with_value(|inner| part(&inner.claim))
    }

    /// Whether the URL says anything to be read.
    pub fn is_linked(self) -> bool {
        self.with_claim(Claim::holds) && State::is_in(&query(), &self.root())
    }

    /// Whether it opens a vehicle, as far as can be told without reading it.
    pub fn opens_vehicle(self) -> bool {
        State::opens_vehicle(&query(), &self.root())
    }

    /// Reads the state from the URL, now and whenever the history changes it, as long as the current
    /// owner lives. The code comes with what reads links; the first list may have to do without it.
    pub fn sync_with_url(self) {
        let take = move || {
            if !self.with_claim(Claim::holds) {
                return;
            }
            let state = read(&self.root());
            let own = self.own(&state);
            // A link to a place on the host's page takes nothing from those who type.
            if self.inner.with_value(|inner| inner.known == own) {
                return;
            }
            self.inner.update_value(|inner| {
                inner.known = own;
                inner.era += 1;
                inner.typing = None;
            });
            if state != self.state.get_untracked() {
                self.set(state);
            }
        };
        take();
        Effect::new(move |held: Option<bool>| {
            let holds = self.has_key.get();
            // Whoever gets the key when others have gone may have chosen something by itself.
            let is_told = || State::is_in(&query(), &self.root());
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
        let resizes = on_resize(claim::settle);
        self.with_claim(|claim| claim.host().follow(resizes));
        let kept = StoredValue::new_local(Some(listener));
        on_cleanup(move || {
            if let (Some(window), Some(_)) = (window(), kept.write_value().take()) {
                let _ = window.remove_event_listener_with_callback("popstate", &function);
            }
        });
    }

    /// How often the history has taken the page elsewhere.
    pub fn era(self) -> u32 {
        self.inner.with_value(|inner| inner.era)
    }

    /// The state, tracked.
    pub fn state(self) -> State {
        self.state.lasting().get()
    }

    /// A part of the state, tracked.
    pub fn with<T>(self, part: impl FnOnce(&State) -> T) -> T {
        self.state.lasting().with(part)
    }

    /// The state that stands on the screen, tracked: that of [`Self::state`], but for a search whose list
    /// is on its way. What is not touched itself, links among it, follows this one, so that the page
    /// changes once.
    pub fn shown(self) -> State {
        self.shown.lasting().get()
    }

    /// Leaves it to the caller to say when another search is on the screen.
    pub fn pace(self) {
        self.inner.update_value(|inner| inner.is_paced = true);
    }

    /// The state as it is now stands on the screen.
    pub fn show(self) {
        if self.state.with_untracked(|state| self.shown.with_untracked(|shown| shown != state)) {
            self.shown.set(self.current());
        }
    }

    fn set(self, state: State) {
        self.state.set(state);
        let is_search =
            |state: &State| self.shown.with_untracked(|shown| shown.params == state.params);
        if !self.inner.with_value(|inner| inner.is_paced) || self.state.with_untracked(is_search) {
            self.show();
        }
    }

    /// The search, tracked. Readers are not woken by other changes of the state.
    pub fn params(self) -> Memo<SearchParams> {
        Memo::new(move |_| self.with(|state| state.params.clone()))
    }

    /// The state as it is now.
    pub fn current(self) -> State {
        self.state.get_untracked()
    }

    /// The address at which the page shows `state`, its filters closed.
    pub fn href(self, state: &State) -> String {
        Page::now().at(&self.query_of(&State { has_filters_open: false, ..state.clone() }))
    }

    /// The address for those who are told of `state`: it says nothing of who followed which link to
    /// this page, nor by which name.
    pub fn share_href(self, state: &State) -> String {
        let mut page = Page::now();
        page.before = link::without_user(&page.before).into_owned();
        page.at(&state.to_query(&self.root(), &link::without_trackers(&query())))
    }

    /// The address at which the page opens a vehicle, its filters closed, tracked.
    pub fn vehicle_href(self, selling_id: &SellingId) -> String {
        self.vehicles.lasting().with(|vehicles| vehicles.page.at(&vehicles.openings.of(selling_id)))
    }

    /// The way to the state that `change` makes of the one that holds. `change` may read signals.
    pub fn link(self, change: impl Fn(&mut State) + Send + Sync + 'static) -> Link {
        let change: Arc<dyn Fn(&mut State) + Send + Sync> = Arc::new(change);
        let linked = change.clone();
        let href = Signal::derive(move || {
            let mut state = self.shown();
            linked(&mut state);
            self.href(&state)
        });
        Link { href, on_follow: Callback::new(move |()| self.change(|state| change(state))) }
    }

    /// The way to a vehicle, which costs less than that of [`Self::link`] where there are many.
    pub fn link_to_vehicle(self, selling_id: SellingId) -> Link {
        let linked = selling_id.clone();
        let href = Signal::derive(move || self.vehicle_href(&linked));
        Link { href, on_follow: Callback::new(move |()| self.open(&selling_id)) }
    }

    /// Opens a vehicle.
    pub fn open(self, selling_id: &SellingId) {
        self.change(|state| state.open(selling_id));
    }

    /// Changes the state by a deliberate choice, as [`Self::push`] does.
    pub fn change(self, change: impl FnOnce(&mut State)) {
        let mut state = self.current();
        untrack(|| change(&mut state));
        self.push(state);
    }

    /// Whether the filters lie over the page now, rather than beside the list.
    pub fn set_covered(self, is_covered: bool) {
        self.inner.update_value(|inner| inner.is_covered = is_covered);
    }

    /// A deliberate choice: a step that Back takes back. What is chosen while the filters lie over
    /// the page is one step with their opening.
    pub fn push(self, mut state: State) {
        let current = self.current();
        if current.has_filters_open && state.has_filters_open {
            if self.inner.with_value(|inner| inner.is_covered) {
                return self.replace(state);
            }
            state.has_filters_open = false;
        }
        if state == current {
            return;
        }
        // What was typed a moment ago is a place to come back to.
        if self.inner.with_value(|inner| inner.typing.is_some()) {
            self.write(&current, Entry::Replace);
        }
        let is_left = state.vehicle.is_some() || state.view != current.view;
        if is_left && current.vehicle.is_none() {
            let places = self.with_claim(|claim| claim.host().places());
            self.inner.update_value(|inner| inner.scroll[current.view as usize] = Some(places));
        }
        self.write(&state, Entry::Push);
        self.set(state);
    }

    /// A change that is no step of its own.
    pub fn replace(self, state: State) {
        if state != self.current() {
            self.write(&state, Entry::Replace);
            self.set(state);
        }
    }

    /// Typing: shown at once, written to the URL when it rests, no step of its own.
    pub fn replace_soon(self, state: State) {
        if state == self.current() {
            return;
        }
        self.set(state);
        let write = Timeout::new(TYPING, move || {
            self.inner.update_value(|inner| inner.typing = None);
            self.write(&self.current(), Entry::Replace);
        });
        self.inner.update_value(|inner| inner.typing = Some(write));
    }

    /// Back to where the list that is shown was scrolled to when it was left.
    pub fn restore_scroll(self) {
        self.inner.with_value(|inner| {
            match &inner.scroll[self.current().view as usize] {
                Some(places) => places.restore(),
                // Never left, as a link led past it.
                None => inner.claim.host().scroll_to_top(),
            }
        });
    }

    fn write(self, state: &State, entry: Entry) {
        self.inner.update_value(|inner| inner.typing = None);
        if !self.with_claim(Claim::may_write) {
            return;
        }
        // With user and password, where the page was opened so: the history takes no other address.
        let written = window().and_then(|window| window.document()?.url().ok()).unwrap_or_default();
        let address = Page::of(&written).at(&self.query_of(state));
        let own = self.own(state);
        self.inner.update_value(|inner| inner.known = own);
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
        state.to_query(&self.root(), "")
    }

    fn query_of(self, state: &State) -> String {
        state.to_query(&self.root(), &query())
    }
}

fn read(root: &str) -> State {
    let (state, ignored) = State::parse(&query(), root);
    for ignored in ignored {
        host::warn(&format!("the link's part `{}` is ignored: {}", ignored.key, ignored.reason));
    }
    state
}
