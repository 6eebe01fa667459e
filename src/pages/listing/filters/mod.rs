//! The filters: a column beside the list where there is room, a modal dialog where there is not.

mod field;
mod panel;
mod room;
mod suggestions;

use leptos::html::Dialog;
use leptos::prelude::*;
use web_sys::HtmlDialogElement;

use crate::chunk::{Chunk, ChunkError, chunk, poll_ready};
use crate::i18n::{Locale, key};
use crate::nav::Nav;
use crate::remote::Remote;
use crate::search::Search;
use crate::ui::{Heading, Icon, Symbol, flag, part};
use panel::Panel;
use suggestions::Suggestions;

/// The code of the filters.
#[derive(Clone, Copy)]
pub struct FiltersCode {
    /// Starts to answer from the whole stock, as long as the current owner lives.
    pub start: fn(Search),
    /// The fields, and what is below them.
    panel: fn(Search, NodeRef<Dialog>, Callback<()>) -> AnyView,
    /// The filters that are to go for something to be found.
    pub(super) suggestions: fn(Search) -> AnyView,
}

/// The part of the program that has the filters' fields.
pub(in crate::pages) fn filters_chunk() -> Chunk<FiltersCode> {
    Chunk::new("filters", || Box::pin(fetch_filters()), || poll_ready(code()))
}

chunk! {
    mod filters, fetched by fetch_filters;
    /// The code of the filters.
    fn code() -> Result<FiltersCode, ChunkError> {
        Ok(FiltersCode {
            start: Search::start_local,
            panel: |search, drawer, on_close| {
                view! { <Panel search drawer on_close /> }.into_any()
            },
            suggestions: |search| view! { <Suggestions search /> }.into_any(),
        })
    }
}

/// All filters.
#[component]
pub(super) fn Filters(
    /// The search.
    search: Search,
    /// The code of their fields.
    chunk: Chunk<FiltersCode>,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let nav = search.nav;
    let drawer = NodeRef::<Dialog>::new();
    follow_address(nav, drawer);
    // What was chosen stays, and Back leads to where the filters were opened.
    let close = move || {
        let mut state = nav.current();
        state.has_filters_open = false;
        nav.replace(state);
    };
    let on_close = Callback::new(move |()| close());
    let level = search.config().heading_level + 1;
    let is_busy = flag(move || search.results.is_loading());
    let panel = part(move || {
        match chunk.state() {
        Remote::Ready(()) => chunk.code().map(|code| (code.panel)(search, drawer, on_close)),
        Remote::Loading { .. } => None,
        Remote::Failed { .. } => Some(
            view! {
                <p class="notice" role="alert">
                    {locale.t(key::FACET_FAILED)}
                    <button type="button" class="button" on:click=move |_| chunk.load()>{locale.t(key::ERROR_RETRY)}</button>
                </p>
            }
            .into_any(),
        ),
    }
    });
    view! {
        <dialog
            class="filters"
            node_ref=drawer
            data-busy=is_busy
            aria-label=locale.t(key::FILTERS_TITLE)
            on:close=move |_| {
                nav.set_covered(false);
                close();
            }
            on:click=move |event| {
                // The backdrop belongs to the dialog itself.
                if event.target() == event.current_target() {
                    close();
                }
            }
        >
            <div class="filters__head">
                <Heading level=level class="filters__title">{locale.t(key::FILTERS_TITLE)}</Heading>
                <button type="button" class="button button--icon" aria-label=locale.t(key::FILTERS_CLOSE) on:click=move |_| close()>
                    <Icon symbol=Symbol::Close />
                </button>
            </div>
            {panel}
        </dialog>
    }
}

/// Opens and closes the dialog as the address says. Where the filters are a column, there is nothing
/// to open.
fn follow_address(nav: Nav, drawer: NodeRef<Dialog>) {
    let is_open = Memo::new(move |_| nav.with(|state| state.has_filters_open));
    Effect::new(move |_| {
        let (is_open, Some(dialog)) = (is_open.get(), drawer.get()) else { return };
        if !is_open {
            dialog.close();
        } else if !is_column(&dialog) {
            nav.set_covered(dialog.show_modal().is_ok());
        }
    });
}

/// Whether there is room for the filters beside the list: where there is none, a dialog that is not
/// open takes none.
fn is_column(dialog: &HtmlDialogElement) -> bool {
    !dialog.open() && dialog.client_width() > 0
}
