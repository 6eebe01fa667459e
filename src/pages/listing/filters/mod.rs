//! The filters: a column beside the list where there is room, a modal dialog where there is not.

mod field;
mod panel;
mod room;
mod suggestions;

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use web_sys::HtmlDialogElement;

use crate::chunk::{Chunk, chunk};
use crate::i18n::{Locale, key};
use crate::nav::Nav;
use crate::remote::Remote;
use crate::schedule::effect;
use crate::search::Search;
use crate::ui::dom::{self, dynamic};
use crate::ui::{Notice, Symbol, icon};
use panel::Panel;
use suggestions::Suggestions;

/// The code of the filters.
#[derive(Clone, Copy)]
pub struct FiltersCode {
    /// Starts to answer from the whole stock, as long as the current owner lives.
    pub start: fn(Search),
    /// The fields, and what is below them.
    panel: fn(Search, SendWrapper<HtmlDialogElement>, Callback<()>) -> AnyView,
    /// The filters that are to go for something to be found.
    pub(super) suggestions: fn(Search) -> AnyView,
}

chunk! {
    /// The part of the program that has the filters' fields.
    pub(in crate::pages) fn filters_chunk() -> Chunk<FiltersCode>, in filters:
    FiltersCode {
        start: Search::start_local,
        panel: |search, drawer, on_close| view! { <Panel search drawer on_close /> }.into_any(),
        suggestions: |search| view! { <Suggestions search /> }.into_any(),
    }
}

/// The filters.
#[component]
pub(super) fn Filters(
    /// The search.
    search: Search,
    /// The part of the program that has their fields.
    chunk: Chunk<FiltersCode>,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let nav = search.nav;
    let dialog = dom::dialog();
    let drawer = SendWrapper::new(dialog.node().clone().unchecked_into::<HtmlDialogElement>());
    open_by_address(nav, drawer.clone());
    // What was chosen stays, and Back leads to where the filters were opened.
    let close = move || {
        let mut state = nav.current();
        state.has_filters_open = false;
        nav.replace(state);
    };
    let on_close = Callback::new(move |()| close());
    let panel = dynamic(move || match chunk.state() {
        Remote::Ready(()) => {
            chunk.code().map(|code| (code.panel)(search, drawer.clone(), on_close))
        }
        Remote::Loading { .. } => None,
        Remote::Failed { .. } => Some(
            view! { <Notice text=key::FACET_FAILED on_retry=move |()| chunk.load() /> }.into_any(),
        ),
    });
    let title = dom::heading(search.config().heading_level + 1).class("filters__title");
    let close_button = dom::button()
        .class("button button--icon")
        .attr_message("aria-label", locale, key::FILTERS_CLOSE)
        .on("click", move |_| close())
        .child(icon(Symbol::Close));
    let head = dom::div()
        .class("filters__head")
        .child(title.message(locale, key::FILTERS_TITLE))
        .child(close_button);
    dialog
        .class("filters")
        .bind_true("data-busy", move || search.results.is_slow())
        .attr_message("aria-label", locale, key::FILTERS_TITLE)
        .on("close", move |_| {
            nav.set_covered(false);
            close();
        })
        .on("click", move |event| {
            // The backdrop belongs to the dialog itself.
            if event.target() == event.current_target() {
                close();
            }
        })
        .child(head)
        .child(panel)
        .into_any()
}

/// Opens and closes the dialog as the address says. Where the filters are a column, there is nothing
/// to open.
fn open_by_address(nav: Nav, dialog: SendWrapper<HtmlDialogElement>) {
    let is_open = Memo::new(move |_| nav.with(|state| state.has_filters_open));
    effect(move || {
        if !is_open.get() {
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
