//! What would help where nothing is found: which single filter, if it went, would leave how many
//! vehicles.

use leptos::prelude::*;

use crate::i18n::{Locale, key};
use crate::search::{Chip, Counts, Search, chips};
use crate::ui::dom::{self, Item, dynamic, keyed};
use crate::ui::link;

/// The filters whose absence would help, each a link that takes it away.
#[component]
pub(super) fn Suggestions(
    /// The search that found nothing.
    search: Search,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let nav = search.nav;
    let counts = Counts::new(search);
    let suggestion = move |Chip { label, without }: Chip| {
        let params = without.params.clone();
        let count = counts.of(move || Some(params.clone()), None);
        dynamic(move || {
            let count = count.get().filter(|count| *count > 0)?;
            let label = label.clone();
            let without = without.clone();
            let way = nav.link(move |state| *state = without.clone());
            let words = move || {
                let vehicles = locale.count(count, key::COUNT_ONE, key::COUNT_OTHER);
                locale.fill(key::EMPTY_WITHOUT, &[("filter", &label), ("vehicles", &vehicles)])
            };
            let way = link(way.href, way.on_follow).bind_text(words);
            Some(dom::li().child(way).into_any())
        })
    };
    let suggestions = keyed(move || {
        let entry = |chip: Chip| {
            let key = format!("{} {}", chip.label, nav.href(&chip.without));
            Item::new(key, move || suggestion(chip))
        };
        chips(search, &nav.shown()).into_iter().map(entry).collect()
    });
    dom::ul()
        .class("suggestions")
        .attr_message("aria-label", locale, key::EMPTY_SUGGESTIONS)
        .child(suggestions)
        .into_any()
}
