//! The row of pages, and how large they are.

use autengo_search::state::State;
use leptos::prelude::*;

use crate::config::PAGE_SIZES;
use crate::host::Host;
use crate::i18n::{Locale, key};
use crate::schedule;
use crate::search::{Link as PageLink, Search, page_links};
use crate::ui::{Entry, Pager, PagerEntry, entries, part};

/// The pages, and how large they are.
#[component]
pub(super) fn Paging(
    /// The search.
    search: Search,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let (results, nav) = (search.results, search.nav);
    let size = Memo::new(move |_| search.page_size());
    let total = Memo::new(move |_| results.total().unwrap_or_default());
    // They stand below the list, and may come after it.
    let shown = schedule::shown(Memo::new(move |_| {
        let state = State { vehicle: None, ..nav.state() };
        (total.get(), size.get(), state)
    }));
    let host = expect_context::<Host>();
    let on_page = Callback::new(move |page: u32| {
        nav.change(|state| show_page(state, page, size.get()));
        host.scroll_to_top();
    });
    let pager = part(move || {
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
    let options = entries(move || {
        let mut sizes = PAGE_SIZES.to_vec();
        sizes.push(size.get());
        sizes.sort_unstable();
        sizes.dedup();
        let chosen = size.get();
        let option = |option: u32| {
            let is_chosen = option == chosen;
            Entry::new(format!("{option} {is_chosen}"), move || {
                view! { <option value=option selected=is_chosen>{option}</option> }.into_any()
            })
        };
        sizes.into_iter().map(option).collect()
    });
    let choose = Callback::new(move |value: String| {
        if let Ok(size) = value.parse() {
            search.set_page_size(size);
        }
    });
    // Where one page of any size holds all, there is nothing to choose.
    let is_single = move || total.get() <= PAGE_SIZES[0];
    view! {
        {pager}
        <label class="page-size" hidden=is_single>
            <span>{locale.t(key::PAGER_SIZE)}</span>
            <select on:change:target=move |event| choose.run(event.target().value())>{options}</select>
        </label>
    }
}

/// Shows a page, from 1.
fn show_page(state: &mut State, page: u32, size: u32) {
    state.params.set_offset((page - 1).saturating_mul(size));
}
