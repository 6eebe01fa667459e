//! What is odd about an answer, for the webmaster, and what it teaches.

use autengo_api::check;
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use super::Search;
use crate::host;
use crate::remote::Remote;
use crate::schedule::painted;

/// Looks at every list that comes: learns what its values are called, and tells the webmaster of
/// vehicles that were not asked for.
pub(super) fn report(search: &Search) {
    let Search { nav, results, labels, local, .. } = *search;
    let preset = search.config.preset.clone();
    Effect::new(move |_| {
        let Some(list) = results.with(|remote| match remote {
            Remote::Ready(list) => Some(list.clone()),
            _ => None,
        }) else {
            return;
        };
        // A list of another language, or for other choices, is on its way already when these
        // change. A stock that is there has told all.
        let language = labels.locale().current();
        if !local.is_there(language) {
            labels.learn(language, &list.items);
        }
        let (choices, preset) = (nav.current().search, preset.clone());
        spawn_local_scoped_with_cancellation(async move {
            painted().await;
            if list.lost > 0 {
                host::warn(&format!(
                    "{} vehicles of this page cannot be read and are left out",
                    list.lost
                ));
            }
            for vehicle in &list.items {
                let broken = check::contradiction(vehicle, &choices.all, &choices.any)
                    .or_else(|| check::contradiction(vehicle, &preset.all, &preset.any));
                if let Some(column) = broken {
                    let id = vehicle.selling_id();
                    host::warn(&format!(
                        "the API sent vehicle {id}, whose {} was not asked for",
                        column.name()
                    ));
                }
            }
        });
    });
}
