//! What is said where there is nothing to list, and of a list that is old.

use autengo_api::column::Column;
use leptos::prelude::*;

use super::reset;
use crate::chunk::{Chunk, now};
use crate::device::Connection;
use crate::i18n::{Locale, key};
use crate::pages::listing::filters::suggestions;
use crate::pages::words;
use crate::remote::Remote;
use crate::search::{Problem, Search};
use crate::ui::{Contact, Link, Message, Notice, Retry, always, message, part};

/// Why there is nothing to list.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Reason {
    NothingFound,
    EmptyStock,
    NoSuchPage,
    TooMany(Column),
    Unknown(Column),
    TextTooLong,
}

impl Reason {
    /// The reason, tracked.
    fn of(search: &Search) -> Self {
        search.results.with(|remote| {
            match remote.error() {
                Some(Problem::TooMany(column)) => return Self::TooMany(*column),
                Some(Problem::Unknown(column)) => return Self::Unknown(*column),
                Some(Problem::TextTooLong) => return Self::TextTooLong,
                _ => {}
            }
            let total = remote.latest().map_or(0, |list| list.total);
            match total {
                0 if search.nav.with(|state| state.search.has_filters()) => Self::NothingFound,
                0 => Self::EmptyStock,
                _ => Self::NoSuchPage,
            }
        })
    }
}

/// What is said in the place of a list.
#[component]
pub(super) fn Instead(
    /// The search.
    search: Search,
    /// The code of the filters, which knows what would help where nothing is found.
    filters: Chunk,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let nav = search.nav;
    let level = search.config.heading_level + 1;
    let (reset_href, on_reset) = reset(&search);
    let reason = {
        let search = search.clone();
        Memo::new(move |_| Reason::of(&search))
    };
    always(move || match reason.get() {
        Reason::NothingFound => {
            let has_only_text =
                nav.with(|state| state.search.all.is_empty() && state.search.any.is_empty());
            let hint = if has_only_text { key::EMPTY_TEXT_SEARCH } else { key::EMPTY_TEXT };
            let search = search.clone();
            let help = part(move || match filters.state() {
                Remote::Ready(()) => now(suggestions(search.clone())),
                _ => None,
            });
            view! {
                <Message level title=words(locale, key::EMPTY_TITLE) text=words(locale, hint)>
                    {help}
                    <Link class="button button--primary" href=reset_href on_follow=on_reset>{locale.t(key::FILTERS_RESET)}</Link>
                </Message>
            }
            .into_any()
        }
        Reason::EmptyStock => {
            let config = search.config.clone();
            view! {
                <Message level title=words(locale, key::EMPTY_STOCK_TITLE) text=words(locale, key::EMPTY_STOCK_TEXT)>
                    <Contact phone=config.phone.clone() email=config.email.clone() />
                </Message>
            }
            .into_any()
        }
        Reason::NoSuchPage => {
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
        Reason::TooMany(column) | Reason::Unknown(column) => {
            let (labels, search) = (search.labels, search.clone());
            let is_unknown = matches!(reason.get(), Reason::Unknown(_));
            let (title, text) = if is_unknown {
                (key::UNKNOWN_TITLE, key::UNKNOWN_TEXT)
            } else {
                (key::TOO_MANY_TITLE, key::TOO_MANY_TEXT)
            };
            let sentence =
                Signal::derive(move || locale.fill(text, &[("filter", labels.column(column))]));
            let retry = is_unknown.then(|| {
                view! { <Retry on_retry=move |()| search.retry() /> }
            });
            view! {
                <Message level is_alert=true title=words(locale, title) text=sentence>
                    {retry}
                    <Link class="button" href=reset_href on_follow=on_reset>{locale.t(key::FILTERS_RESET)}</Link>
                </Message>
            }
            .into_any()
        }
        Reason::TextTooLong => {
            let without = move || {
                let mut state = nav.state();
                state.search.text.clear();
                state.search.offset = 0;
                state
            };
            let href = Signal::derive(move || nav.href(&without()));
            let follow = Callback::new(move |()| nav.push(untrack(without)));
            view! {
                <Message level is_alert=true title=words(locale, key::TOO_LONG_TITLE) text=words(locale, key::TOO_LONG_TEXT)>
                    <Link class="button" href on_follow=follow>{locale.t(key::TOO_LONG_WITHOUT)}</Link>
                </Message>
            }
            .into_any()
        }
    })
}

/// That the list could not be brought up to date, or cannot be, while that is so.
pub(super) fn notice(search: &Search) -> AnyView {
    let (results, search) = (search.results, search.clone());
    let (connection, locale) = (Connection::here(), expect_context::<Locale>());
    let is_old = |error: Option<&Problem>| matches!(error, Some(Problem::Failure(_)));
    part(move || {
        let (is_there, is_old) =
            results.with(|remote| (remote.latest().is_some(), is_old(remote.error())));
        let search = search.clone();
        match (is_there, connection.is_lost(), is_old) {
            (true, true, _) => {
                let words = message(locale, key::ERROR_OFFLINE_LIST);
                Some(view! { <p class="notice" role="status">{words}</p> }.into_any())
            }
            (true, false, true) => Some(
                view! { <Notice text=key::ERROR_STALE on_retry=move |()| search.retry() /> }
                    .into_any(),
            ),
            _ => None,
        }
    })
    .into_any()
}
