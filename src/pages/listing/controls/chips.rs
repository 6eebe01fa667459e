//! The filters that are set.

use leptos::prelude::*;

use super::reset;
use crate::nav::Link;
use crate::search::{Search, chips};
use crate::ui::{ChipContent, Chips};

/// A row of the filters that are set.
#[component]
pub(super) fn SetFilters(
    /// The search.
    search: Search,
) -> impl IntoView {
    let nav = search.nav;
    let Link { href: reset_href, on_follow: on_reset } = reset(search);
    let set = Memo::new(move |_| chips(search, &nav.shown()));
    let shown = Memo::new(move |_| {
        let chips = set.get().into_iter();
        chips
            .map(|chip| ChipContent { href: nav.href(&chip.without), label: chip.label })
            .collect::<Vec<_>>()
    });
    let on_remove = Callback::new(move |at: usize| {
        // More may have been chosen since it was shown.
        let label = set.with_untracked(|chips| Some(chips.get(at)?.label.clone()));
        let chips = untrack(|| chips(search, &nav.current()));
        if let Some(chip) = chips.into_iter().find(|chip| Some(&chip.label) == label.as_ref()) {
            nav.push(chip.without);
        }
    });
    view! { <Chips chips=shown on_remove reset_href on_reset /> }
}
