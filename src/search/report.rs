//! What is odd about an answer, for the webmaster, and what it teaches.

use autengo_search::check;

use super::Search;
use crate::host;
use crate::remote::{Remote, Task, spawn_latest};
use crate::schedule::painted;

/// Looks at every list that comes: learns the names of its values, and tells the webmaster of
/// vehicles that were not asked for.
pub(super) fn start(search: Search) {
    let Search { nav, results, labels, local, locale, .. } = search;
    let config = search.config();
    spawn_latest(move || {
        let list = results.with(|remote| match remote {
            Remote::Ready(list) => Some(list.clone()),
            _ => None,
        })?;
        // A list of another language, or for other choices, is on its way already when these
        // change. A stock that is there has told all.
        let language = locale.current();
        if !local.is_there(language) {
            labels.learn(language, &list.items);
        }
        let (params, config) = (nav.current().params, config.clone());
        let task: Task = Box::pin(async move {
            painted().await;
            if list.lost > 0 {
                host::warn(&format!(
                    "{} vehicles of this page cannot be read and are left out",
                    list.lost
                ));
            }
            for vehicle in &list.items {
                let preset = &config.preset;
                let mismatch = check::first_mismatch(vehicle, params.and(), params.or())
                    .or_else(|| check::first_mismatch(vehicle, &preset.and, &preset.or));
                if let Some(column) = mismatch {
                    let id = vehicle.selling_id();
                    host::warn(&format!(
                        "the API sent vehicle {id}, whose {} was not asked for",
                        column.name()
                    ));
                }
            }
        });
        Some(task)
    });
}
