//! The message where there is nothing to list, and the notice of a list that is old.

use autengo_api::column::Column;
use leptos::prelude::*;

use super::reset;
use crate::chunk::Chunk;
use crate::device::Connection;
use crate::i18n::{Key, Locale, key};
use crate::nav::Link as Way;
use crate::pages::listing::FiltersCode;
use crate::pages::{contact, words};
use crate::search::{Problem, Search};
use crate::ui::dom::{self, dynamic};
use crate::ui::{Message, Notice, Retry, link};

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
    fn of(search: Search) -> Self {
        search.results.with(|remote| {
            match remote.error() {
                Some(Problem::TooMany(column)) => return Self::TooMany(*column),
                Some(Problem::Unknown(column)) => return Self::Unknown(*column),
                Some(Problem::TextTooLong) => return Self::TextTooLong,
                _ => {}
            }
            let total = remote.latest().map_or(0, |list| list.total);
            match total {
                0 if search.nav.with(|state| state.params.has_filters()) => Self::NothingFound,
                0 => Self::EmptyStock,
                _ => Self::NoSuchPage,
            }
        })
    }
}

/// The message in the place of a list.
#[component]
pub(super) fn EmptyState(
    /// The search.
    search: Search,
    /// The code of the filters, which knows what would help where nothing is found.
    filters: Chunk<FiltersCode>,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let nav = search.nav;
    let config = search.config();
    let level = config.heading_level + 1;
    let reset = reset(search);
    let way = move |way: Way, class: &str, words: Key| {
        link(way.href, way.on_follow).class(class).message(locale, words)
    };
    let reason = Memo::new(move |_| Reason::of(search));
    dynamic(move || match reason.get() {
        Reason::NothingFound => {
            let has_conditions = nav.with(|state| state.params.has_conditions());
            let hint = if has_conditions { key::EMPTY_TEXT } else { key::EMPTY_TEXT_SEARCH };
            let help = dynamic(move || filters.code().map(|code| (code.suggestions)(search)));
            view! {
                <Message level title=words(locale, key::EMPTY_TITLE) text=words(locale, hint)>
                    {help}
                    {way(reset, "button button--primary", key::FILTERS_RESET)}
                </Message>
            }
            .into_any()
        }
        Reason::EmptyStock => {
            let contact = contact(&config);
            view! {
                <Message level title=words(locale, key::EMPTY_STOCK_TITLE) text=words(locale, key::EMPTY_STOCK_TEXT)>
                    {contact}
                </Message>
            }
            .into_any()
        }
        Reason::NoSuchPage => {
            let first = nav.link(|state| state.params.set_offset(0));
            view! {
                <Message level title=words(locale, key::EMPTY_PAGE_TITLE) text=Signal::derive(String::new)>
                    {way(first, "button button--primary", key::EMPTY_FIRST_PAGE)}
                </Message>
            }
            .into_any()
        }
        Reason::TooMany(column) | Reason::Unknown(column) => {
            let labels = search.labels;
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
                    {way(reset, "button", key::FILTERS_RESET)}
                </Message>
            }
            .into_any()
        }
        Reason::TextTooLong => {
            let without = nav.link(|state| state.params.set_text(""));
            view! {
                <Message level is_alert=true title=words(locale, key::TOO_LONG_TITLE) text=words(locale, key::TOO_LONG_TEXT)>
                    {way(without, "button", key::TOO_LONG_WITHOUT)}
                </Message>
            }
            .into_any()
        }
    })
}

/// The notice that the list could not be brought up to date, or cannot be, while that is so.
pub(super) fn notice(search: Search) -> AnyView {
    let results = search.results;
    let (connection, locale) = (Connection::here(), expect_context::<Locale>());
    let is_old = |error: Option<&Problem>| matches!(error, Some(Problem::Failure(_)));
    dynamic(move || {
        let (is_there, is_old) =
            results.with(|remote| (remote.latest().is_some(), is_old(remote.error())));
        match (is_there, connection.is_lost(), is_old) {
            (true, true, _) => {
                let notice = dom::p().class("notice").attr("role", "status");
                Some(notice.message(locale, key::ERROR_OFFLINE_LIST).into_any())
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
