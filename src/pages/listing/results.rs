//! The cards, or what is said in their place.

use std::sync::Arc;

use autengo_api::vehicle::PublicVehicle;
use leptos::prelude::*;

use super::card::card;
use super::filters::suggestions;
use crate::chunk::{Chunk, now};
use crate::config::PAGE_SIZES;
use crate::i18n::{Locale, key};
use crate::offer::today;
use crate::pages::{sentence, words};
use crate::remote::Remote;
use crate::search::{Link as PageLink, Problem, Search, page_links};
use crate::ui::{
    Contact, Entry, Link, Message, Pager, PagerEntry, Skeleton, always, entries, flag, part,
};

/// How many empty cards stand for a list that is on its way.
const SKELETONS: u32 = 6;
/// How many pictures are likely to be on screen from the start.
const FIRST: usize = 3;

/// What stands in the place of the list.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Shown {
    Skeleton,
    Cards,
    NothingFound,
    EmptyStock,
    NoSuchPage,
    Problem(Problem),
}

/// The list with its pages.
#[component]
pub(super) fn ResultList(
    /// The search.
    search: Search,
    /// The code of the filters, which knows what would help where nothing is found.
    filters: Chunk,
    /// The address without filters.
    reset_href: Signal<String>,
    /// All filters are to go.
    on_reset: Callback<()>,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let (results, nav) = (search.results, search.nav);
    let shown = Memo::new(move |_| {
        results.with(|remote| {
            if let Some(Problem::TooMany(column)) = remote.error() {
                return Shown::Problem(Problem::TooMany(*column));
            }
            let Some(list) = remote.latest() else {
                return remote
                    .error()
                    .map_or(Shown::Skeleton, |problem| Shown::Problem(problem.clone()));
            };
            let has_filters = nav.with(|state| state.search.has_filters());
            match (list.total, list.items.is_empty()) {
                (0, _) if has_filters => Shown::NothingFound,
                (0, _) => Shown::EmptyStock,
                (_, true) if list.lost == 0 => Shown::NoSuchPage,
                _ => Shown::Cards,
            }
        })
    });
    let is_busy = flag(move || results.with(Remote::is_loading));
    let stale = part(move || {
        let is_stale = results.with(|remote| {
            matches!(remote.error(), Some(Problem::Failure(_))) && remote.latest().is_some()
        });
        is_stale.then(|| {
            view! {
                <p class="notice" role="alert">
                    {locale.t(key::ERROR_STALE)}
                    <button type="button" class="button" on:click=move |_| results.retry()>
                        {locale.t(key::ERROR_RETRY)}
                    </button>
                </p>
            }
            .into_any()
        })
    });
    let level = search.config.heading_level + 1;
    let body = always(move || {
        let search = search.clone();
        match shown.get() {
            Shown::Skeleton => view! { <Skeleton count=SKELETONS /> }.into_any(),
            Shown::Cards => {
                view! { <Cards search=search.clone() /> <Paging search=search /> }.into_any()
            }
            Shown::NothingFound => {
                let has_only_text =
                    nav.with(|state| state.search.all.is_empty() && state.search.any.is_empty());
                let hint = if has_only_text { key::EMPTY_TEXT_SEARCH } else { key::EMPTY_TEXT };
                let hint = words(locale, hint);
                let help = part(move || match filters.state() {
                    Remote::Ready(()) => now(suggestions(search.clone())),
                    _ => None,
                });
                view! {
                    <Message level title=words(locale, key::EMPTY_TITLE) text=hint>
                        {help}
                        <Link class="button button--primary" href=reset_href on_follow=on_reset>{locale.t(key::FILTERS_RESET)}</Link>
                    </Message>
                }
                .into_any()
            }
            Shown::EmptyStock => {
                let config = search.config.clone();
                view! {
                    <Message level title=words(locale, key::EMPTY_STOCK_TITLE) text=words(locale, key::EMPTY_STOCK_TEXT)>
                        <Contact phone=config.phone.clone() email=config.email.clone() />
                    </Message>
                }
                .into_any()
            }
            Shown::NoSuchPage => {
                let first = move || {
                    let mut page = nav.state();
                    page.search.offset = 0;
                    page
                };
                let href = Signal::derive(move || nav.href(&first()));
                let follow = Callback::new(move |()| nav.push(untrack(first)));
                view! {
                    <Message level title=words(locale, key::EMPTY_PAGE_TITLE) text=Signal::derive(String::new)>
                        <Link class="button button--primary" href on_follow=follow>{locale.t(key::EMPTY_FIRST_PAGE)}</Link>
                    </Message>
                }
                .into_any()
            }
            Shown::Problem(problem) => {
                view! { <Trouble search problem level reset_href on_reset /> }.into_any()
            }
        }
    });
    view! {
        <section class="results" aria-label=locale.t(key::RESULTS_LABEL) aria-busy=is_busy>
            {stale}
            {body}
        </section>
    }
}

/// Why there is no list, and what can be done.
#[component]
fn Trouble(
    /// The search.
    search: Search,
    /// Why.
    problem: Problem,
    /// The level of the heading.
    level: u8,
    /// The address without filters.
    reset_href: Signal<String>,
    /// All filters are to go.
    on_reset: Callback<()>,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let results = search.results;
    let reset = move || view! { <Link class="button" href=reset_href on_follow=on_reset>{locale.t(key::FILTERS_RESET)}</Link> };
    match problem {
        Problem::TooMany(column) => {
            let labels = search.labels;
            let sentence = Signal::derive(move || {
                locale.fill(key::TOO_MANY_TEXT, &[("filter", labels.column(column))])
            });
            view! { <Message level is_alert=true title=words(locale, key::TOO_MANY_TITLE) text=sentence>{reset()}</Message> }.into_any()
        }
        Problem::Failure(failure) => {
            let config = search.config.clone();
            let retry = move |_| results.retry();
            view! {
                <Message level is_alert=true title=words(locale, key::ERROR_TITLE) text=words(locale, sentence(&failure))>
                    <button type="button" class="button button--primary" on:click=retry>{locale.t(key::ERROR_RETRY)}</button>
                    <Contact phone=config.phone.clone() email=config.email.clone() />
                </Message>
            }
            .into_any()
        }
    }
}

/// The cards of a page.
#[component]
fn Cards(
    /// The search.
    search: Search,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let results = search.results;
    let list = Memo::new(move |_| results.with(|remote| remote.latest().cloned()));
    let day = today();
    let cards = entries(move || {
        let items = list.get().map(|list| list.items.clone()).unwrap_or_default();
        let language = locale.language().code();
        let entry = |(at, vehicle): (usize, Arc<PublicVehicle>)| {
            // The same vehicle in another language, or with other data, is another card.
            let data = Arc::as_ptr(&vehicle) as usize;
            let search = search.clone();
            Entry::new(format!("{} {language} {data}", vehicle.selling_id()), move || {
                card(&search, vehicle, day, at < FIRST)
            })
        };
        items.into_iter().enumerate().map(entry).collect()
    });
    view! { <ul class="grid">{cards}</ul> }
}

/// The pages, and how large they are.
#[component]
fn Paging(
    /// The search.
    search: Search,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let (results, nav) = (search.results, search.nav);
    let total =
        Memo::new(move |_| results.with(|remote| remote.latest().map_or(0, |list| list.total)));
    let sizes = search.clone();
    let size = Memo::new(move |_| sizes.page_size());
    let offset = Memo::new(move |_| nav.with(|state| state.search.offset));
    let at = move |page: u32| {
        let mut state = nav.state();
        state.search.offset = (page - 1).saturating_mul(size.get());
        state
    };
    let host = expect_context::<crate::host::Host>();
    let on_page = Callback::new(move |page: u32| {
        nav.push(untrack(|| at(page)));
        host.scroll_to_top();
    });
    let pager = part(move || {
        let last = total.get().div_ceil(size.get());
        let current = offset.get() / size.get() + 1;
        let href = |page| nav.href(&at(page));
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
        <div class="paging">
            {pager}
            <label class="page-size" hidden=is_single>
                <span>{locale.t(key::PAGER_SIZE)}</span>
                <select on:change:target=move |event| choose.run(event.target().value())>{options}</select>
            </label>
        </div>
    }
}
