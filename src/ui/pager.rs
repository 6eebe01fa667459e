//! The row of pages.

use leptos::prelude::*;

use super::link::follow;
use super::{Element, element, text};
use crate::i18n::{Locale, key};

/// An entry of the row.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PagerEntry {
    /// A page with its address.
    Page {
        /// From 1.
        page: u32,
        /// The address.
        href: String,
    },
    /// Pages that are left out.
    Gap,
}

/// Links to the pages of a list, with previous and next.
#[component]
pub fn Pager(
    /// The pages to link.
    entries: Vec<PagerEntry>,
    /// The page that is shown, from 1.
    current: u32,
    /// The address of the page before, if there is one.
    previous: Option<String>,
    /// The address of the page after, if there is one.
    next: Option<String>,
    /// A page was chosen.
    on_page: Callback<u32>,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let to = move |page: u32| Callback::new(move |()| on_page.run(page));
    let entry = move |entry: PagerEntry| match entry {
        PagerEntry::Gap => {
            view! { <li class="pager__gap" aria-hidden="true">{"…"}</li> }.into_any()
        }
        PagerEntry::Page { page, href } => {
            let is_current = page == current;
            view! {
                <li class="pager__page">
                    <a
                        class="pager__link"
                        href=href
                        aria-current=is_current.then_some("page")
                        aria-label=text(move || locale.fill(key::PAGER_PAGE, &[("page", &page.to_string())]))
                        on:click=move |event| follow(&event, to(page))
                    >
                        {number(page)}
                    </a>
                </li>
            }
            .into_any()
        }
    };
    view! {
        <nav class="pager" aria-label=locale.t(key::PAGER_LABEL)>
            {previous.map(|href| view! {
                <a class="pager__link pager__link--step" rel="prev" href=href on:click=move |event| follow(&event, to(current - 1))>
                    {locale.t(key::PAGER_PREVIOUS)}
                </a>
            })}
            <ul class="pager__pages">{entries.into_iter().map(entry).collect_view()}</ul>
            {next.map(|href| view! {
                <a class="pager__link pager__link--step" rel="next" data-next="" href=href on:click=move |event| follow(&event, to(current + 1))>
                    {locale.t(key::PAGER_NEXT)}
                </a>
            })}
        </nav>
    }
}

/// A number that makes way as a whole, whatever a program that translates the page did to it.
fn number(page: u32) -> Element {
    element("span").steady().say(&page.to_string())
}
