//! The row of pages, and how large they are.

use autengo_search::state::State;
use leptos::prelude::*;

use crate::config::PAGE_SIZES;
use crate::host::Host;
use crate::i18n::{Locale, key};
use crate::schedule;
use crate::search::{Link as PageLink, Search, page_links};
use crate::ui::dom::{self, Item, dynamic, keyed};
use crate::ui::{Pager, PagerEntry};

/// The pages, and how large they are.
#[component]
pub(super) fn Paging(
    /// The search.
    search: Search,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let (results, nav) = (search.results, search.nav);
    let size = Memo::new(move |_| search.page_size());
    let total = Memo::new(move |_| results.total().unwrap_or_default());
    // They stand below the list, and may come after it.
    let shown = schedule::shown(Memo::new(move |_| {
        let state = State { vehicle: None, ..nav.shown() };
        (total.get(), size.get(), state)
    }));
    let host = expect_context::<Host>();
    let on_page = Callback::new(move |page: u32| {
        nav.change(|state| show_page(state, page, size.get()));
        host.scroll_to_top();
    });
    let pager = dynamic(move || {
        let (total, size, state) = shown.get();
        let last = total.div_ceil(size);
        let current = state.params.offset() / size + 1;
        let href = |page| {
            let mut state = state.clone();
            show_page(&mut state, page, size);
            nav.href(&state)
        };
        let links = page_links(current, last).into_iter().map(|link| match link {
            PageLink::Page(page) => PagerEntry::Page { page, href: href(page) },
            PageLink::Gap(_) => PagerEntry::Gap,
        });
        let previous = (current > 1).then(|| href(current - 1));
        let next = (current < last).then(|| href(current + 1));
        (last > 1).then(|| {
            view! { <Pager entries=links.collect() current previous next on_page /> }.into_any()
        })
    });
    let options = keyed(move || {
        let mut sizes = PAGE_SIZES.to_vec();
        sizes.push(size.get());
        sizes.sort_unstable();
        sizes.dedup();
        let chosen = size.get();
        let option = |option: u32| {
            let (name, is_chosen) = (option.to_string(), option == chosen);
            Item::new(format!("{name} {is_chosen}"), move || {
                let option = dom::option().attr("value", &name).text(&name);
                if is_chosen { option.attr("selected", "") } else { option }.into_any()
            })
        };
        sizes.into_iter().map(option).collect()
    });
    let select = dom::select().child(options).on("change", move |event| {
        if let Ok(size) = event_target_value(&event).parse() {
            search.set_page_size(size);
        }
    });
    let size = dom::label()
        .class("page-size")
        // Where one page of any size holds all, there is nothing to choose.
        .toggle_attr("hidden", move || total.get() <= PAGE_SIZES[0])
        .child(dom::span().message(locale, key::PAGER_SIZE))
        .child(select);
    view! { {pager} {size} }.into_any()
}

/// Shows a page, from 1.
fn show_page(state: &mut State, page: u32, size: u32) {
    state.params.set_offset((page - 1).saturating_mul(size));
}
