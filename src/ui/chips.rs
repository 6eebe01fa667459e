//! The filters that are set, each a link that removes it.

use leptos::prelude::*;

use super::{Icon, Link, Symbol};
use crate::i18n::{Locale, key};

/// A filter that is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ChipContent {
    /// What it says.
    pub label: String,
    /// The address without it.
    pub href: String,
}

/// A row of filters that are set.
#[component]
pub fn Chips(
    /// The filters.
    #[prop(into)]
    chips: Signal<Vec<ChipContent>>,
    /// The one at this place is to go.
    on_remove: Callback<usize>,
    /// The address without any.
    #[prop(into)]
    reset_href: Signal<String>,
    /// All are to go.
    on_reset: Callback<()>,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let chip = move |(at, ChipContent { label, href }): (usize, ChipContent)| {
        let name = label.clone();
        view! {
            <li>
                <a
                    class="chip"
                    href=href
                    data-chip=at
                    aria-label=super::text(move || locale.fill(key::CHIPS_REMOVE, &[("filter", &name)]))
                    on:click=move |event| super::link::follow(&event, Callback::new(move |()| on_remove.run(at)))
                >
                    {label}
                    <Icon symbol=Symbol::Close />
                </a>
            </li>
        }
    };
    super::part(move || {
        let chips = chips.get();
        (!chips.is_empty()).then(|| {
            view! {
                <ul class="chips" aria-label=locale.t(key::CHIPS_LABEL)>
                    {chips.into_iter().enumerate().map(chip).collect_view()}
                    <li>
                        <Link class="chip chip--reset" href=reset_href on_follow=on_reset>
                            {locale.t(key::FILTERS_RESET)}
                        </Link>
                    </li>
                </ul>
            }
            .into_any()
        })
    })
}
