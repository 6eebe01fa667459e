//! The pace of requests that can wait, such as those for counts: they are held back while the list is
//! on its way, until it has been painted and the visitor has rested.

use leptos::prelude::*;

use super::Search;
use crate::remote::{Task, spawn_latest};
use crate::schedule;

/// Holds the requests of `search` back by its list, as long as the current owner lives.
pub(super) fn start(search: Search) {
    let Search { nav, results, .. } = search;
    let client = search.client();
    let is_awaited = Memo::new(move |_| results.is_loading() && nav.with(super::results::is_shown));
    let params = nav.params();
    spawn_latest(move || {
        let is_awaited = is_awaited.get();
        params.track();
        // Whoever begins to use the widget is about to choose something.
        search.is_used();
        client.hold(true);
        let client = client.clone();
        let task: Task = Box::pin(async move {
            schedule::rested().await;
            client.hold(false);
        });
        (!is_awaited).then_some(task)
    });
}
