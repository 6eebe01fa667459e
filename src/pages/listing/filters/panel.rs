//! What the filters are: their fields, and how many vehicles they leave.

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use web_sys::HtmlDialogElement;

use super::field::Fields;
use super::room::follow_room;
use crate::i18n::{Locale, key};
use crate::pages::listing::controls::reset;
use crate::search::Search;
use crate::ui::dom::{self, dynamic};
use crate::ui::{Notice, link};

/// The filters' fields, and how many vehicles they leave.
#[component]
pub(super) fn Panel(
    /// The search.
    search: Search,
    /// The dialog that they stand in.
    drawer: SendWrapper<HtmlDialogElement>,
    /// Called when the list is to be seen.
    on_close: Callback<()>,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let reset = reset(search);
    let total = Memo::new(move |_| search.results.total().unwrap_or_default());
    let values = search.values;
    let missing = dynamic(move || {
        let on_retry = move |()| values.retry();
        let notice = move || view! { <Notice text=key::FACET_FAILED on_retry /> }.into_any();
        values.have_failed().then(notice)
    });
    let fields = Fields::new(search, follow_room(drawer));
    let config = search.config();
    // All at once, so that nothing moves when the values come.
    let is_known =
        Memo::new(move |was: Option<&bool>| was.copied().unwrap_or(false) || !values.are_loading());
    let body = dynamic(move || {
        is_known.get().then(|| {
            let facets = config.facets.iter().map(|column| fields.field(*column));
            let reset = link(reset.href, reset.on_follow).class("filters__reset");
            dom::form()
                .class("filters__body")
                .on("submit", |event| event.prevent_default())
                .children(facets)
                .child(reset.message(locale, key::FILTERS_RESET))
                .into_any()
        })
    });
    let vehicles = move || locale.count(total.get(), key::COUNT_ONE, key::COUNT_OTHER);
    let show = move || locale.fill(key::FILTERS_SHOW, &[("vehicles", &vehicles())]);
    // The count of the list behind is not heard while the filters lie over it.
    let count = dom::p().class("visually-hidden").attr("role", "status").bind_text(vehicles);
    let close = dom::button()
        .class("button button--primary")
        .on("click", move |_| on_close.run(()))
        .bind_text(show);
    let foot = dom::div().class("filters__foot").child(count).child(close);
    view! { {missing} {body} {foot} }.into_any()
}
