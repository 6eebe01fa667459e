//! The order in which an instance starts: links → the first list → the controls → the filters and
//! the vehicle's page. Each stage starts once, under the app's owner, when its code is there; views
//! start none of them.

use autengo_search::state::{State, View};
use leptos::prelude::*;

use super::is_shown;
use super::links::{Links, links};
use crate::chunk::Chunk;
use crate::device;
use crate::host::Host;
use crate::pages::Chunks;
use crate::remote::{Task, spawn_latest};
use crate::schedule::{self, effect};
use crate::search::Search;

/// The stages of an instance.
#[derive(Clone, Copy)]
pub struct Stages {
    /// The search.
    pub search: Search,
    /// The parts of the program.
    pub chunks: Chunks,
}

impl Stages {
    /// Starts with what the page's URL and the embedder's preset say, whose code is to be fetched.
    pub(super) fn start_with_links(self) -> Chunk<Links> {
        let Self { search, chunks } = self;
        let links = links();
        if search.nav.is_linked() {
            // The page of the link, beside the code that reads it, not after.
            if search.nav.opens_vehicle() { chunks.vehicle.load() } else { chunks.controls.load() }
        }
        links.when_ready(move |code| {
            (code.read)(search);
            self.start_list(true);
        });
        links
    }

    /// Starts where both say nothing: with the first list.
    pub fn start(self) {
        self.start_list(false);
    }

    fn start_list(self, are_links_read: bool) {
        let Self { search, chunks } = self;
        search.start_list();
        announce_ready(search);
        chunks.controls.when_ready(move |controls| (controls.start)(search, are_links_read));
        chunks.filters.when_ready(move |filters| (filters.start)(search));
        let results = search.results;
        let has_chips = Memo::new(move |_| {
            let has = |state: &State| is_shown(state, View::Search) && state.params.has_filters();
            search.nav.with(has)
        });
        effect(move || {
            // Chips say what the list was narrowed to, and come with it.
            if has_chips.get() || !results.is_loading() {
                chunks.controls.load();
            }
        });
        effect(move || {
            if chunks.controls.code().is_some() && !results.is_loading() {
                chunks.filters.load();
            }
        });
        // Whoever has a poor line gets the page of a vehicle when they open one.
        let may_open = Memo::new(move |_| search.is_used() && !results.is_loading());
        spawn_latest(move || {
            let task: Task = Box::pin(async move {
                schedule::rested().await;
                chunks.vehicle.prefetch();
            });
            (may_open.get() && !device::has_poor_line()).then_some(task)
        });
    }
}

/// Tells the page once that the first list, or what stands in its place, is there.
fn announce_ready(search: Search) {
    let Search { results, nav, .. } = search;
    let host = expect_context::<Host>();
    let is_ready = Memo::new(move |_| {
        !results.is_loading() || !nav.with(|state| is_shown(state, View::Search))
    });
    Effect::new(move |was_ready: Option<bool>| {
        let is_ready = is_ready.get() || was_ready == Some(true);
        if is_ready && was_ready != Some(true) {
            host.emit("ready", &[]);
        }
        is_ready
    });
}
