//! The row of pages.

use leptos::prelude::*;

use super::dom;
use super::link::follow;
use crate::i18n::{Key, Locale, key};

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
) -> AnyView {
    let locale = expect_context::<Locale>();
    let link = move |href: &str, page: u32| {
        let on_follow = Callback::new(move |()| on_page.run(page));
        dom::a().attr("href", href).on("click", move |event| follow(&event, on_follow))
    };
    let step = |href: &str, page: u32, rel: &str, words: Key| {
        link(href, page)
            .class("pager__link pager__link--step")
            .attr("rel", rel)
            .message(locale, words)
    };
    let entry = |entry: PagerEntry| match entry {
        PagerEntry::Gap => dom::li().class("pager__gap").attr("aria-hidden", "true").text("…"),
        PagerEntry::Page { page, href } => {
            let name = move || locale.fill(key::PAGER_PAGE, &[("page", &page.to_string())]);
            // A number makes way as a whole, whatever a program that translates the page did to it.
            let number = dom::span().reusable().text(&page.to_string());
            let link = link(&href, page).class("pager__link").bind_attr("aria-label", name);
            let link = if page == current { link.attr("aria-current", "page") } else { link };
            dom::li().class("pager__page").child(link.child(number))
        }
    };
    dom::nav()
        .class("pager")
        .attr_message("aria-label", locale, key::PAGER_LABEL)
        .children(previous.map(|href| step(&href, current - 1, "prev", key::PAGER_PREVIOUS)))
        .child(dom::ul().class("pager__pages").children(entries.into_iter().map(entry)))
        .children(
            next.map(|href| {
                step(&href, current + 1, "next", key::PAGER_NEXT).attr("data-next", "")
            }),
        )
        .into_any()
}
