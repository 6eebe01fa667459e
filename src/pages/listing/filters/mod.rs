//! The filters: a column beside the list where there is room, a modal dialog where there is not.

mod field;
mod panel;
mod room;
mod suggestions;

use autengo_api::state::State;
use leptos::html::Dialog;
use leptos::prelude::*;
use web_sys::HtmlDialogElement;

use super::controls::reset;
use crate::chunk::{Chunk, Missing, chunk, now};
use crate::i18n::{Locale, key};
use crate::nav::Nav;
use crate::remote::Remote;
use crate::search::Search;
use crate::ui::{Heading, Icon, Symbol, flag, part};
use panel::Panel;
use suggestions::Suggestions;

/// Fetches the filters' file.
pub(in crate::pages) async fn fetch_filters() -> Result<(), Missing> {
    fetch_panel().await?;
    fetch_suggestions().await
}

chunk! {
    mod filters, fetched by fetch_suggestions;
    /// What would help where nothing is found.
    pub(in crate::pages) fn suggestions(search: Search) -> Result<AnyView, Missing> {
        Ok(view! { <Suggestions search /> }.into_any())
    }
}

chunk! {
    mod filters, fetched by fetch_panel;
    /// What the filters are: their fields, and what is below them.
    pub(in crate::pages) fn panel(
        search: Search,
        drawer: NodeRef<Dialog>,
        reset_href: Signal<String>,
        on_reset: Callback<()>,
        on_close: Callback<()>,
    ) -> Result<AnyView, Missing> {
        Ok(view! { <Panel search drawer reset_href on_reset on_close /> }.into_any())
    }
}

/// All filters.
#[component]
pub(super) fn Filters(
    /// The search.
    search: Search,
    /// The code of their fields.
    chunk: Chunk,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let nav = search.nav;
    let drawer = NodeRef::<Dialog>::new();
    follow_address(nav, drawer);
    // What was chosen stays, and Back leads to where the filters were opened.
    let close = move || nav.replace(State { has_filters_open: false, ..nav.current() });
    let on_close = Callback::new(move |()| close());
    let level = search.config.heading_level + 1;
    let (reset_href, on_reset) = reset(&search);
    let results = search.results;
    let is_busy = flag(move || results.with(Remote::is_loading));
    let panel = part(move || {
        match chunk.state() {
        Remote::Ready(()) => now(panel(search.clone(), drawer, reset_href, on_reset, on_close)),
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
