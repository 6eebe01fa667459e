//! The small pictures below. Each that loads has the next tried; outside of the row's window the
//! browser does not load them, so a visitor who does not look on is spared the rest.

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::HtmlElement;

use super::Pictures;
use crate::schedule::effect;
use crate::ui::dom::{self, Element, Item, keyed};

/// The row of small pictures.
pub(super) fn thumbs(pictures: Pictures) -> Element {
    let Pictures { addresses, loaded, ended, shown, .. } = pictures;
    let row = dom::ul().class("gallery__thumbs");
    let place = row.node().clone().unchecked_into::<HtmlElement>();
    effect(move || {
        let (at, row) = (shown.get(), &place);
        let at = u32::try_from(at).unwrap_or_default();
        let thumb = row.children().item(at).and_then(|item| item.dyn_into::<HtmlElement>().ok());
        if let Some(thumb) = thumb {
            let middle = thumb.offset_left() + thumb.offset_width() / 2 - row.offset_left();
            row.set_scroll_left(middle - row.client_width() / 2);
        }
    });
    let thumb = move |at: usize| {
        let picture = dom::img()
            .attr("alt", "")
            .attr("width", "120")
            .attr("height", "90")
            .attr("loading", if at < 2 { "eager" } else { "lazy" })
            .on("load", move |_| loaded.update(|loaded| *loaded = (at + 1).max(*loaded)))
            .on("error", move |_| ended.set(true))
            .attr("src", &pictures.address(at));
        let choose = move |_| shown.set(at.min(loaded.get_untracked().saturating_sub(1)));
        let button = dom::button()
            .attr("type", "button")
            .bind_attr("aria-label", move || pictures.name(at))
            .bind_true("aria-current", move || shown.get() == at)
            .on("click", choose)
            .child(picture);
        let is_missing = move || loaded.get() <= at && ended.get();
        dom::li().class("gallery__thumb").bind_true("hidden", is_missing).child(button).into_any()
    };
    let thumbs = keyed(move || {
        let next = usize::from(!ended.get());
        let tried = (loaded.get() + next).min(addresses.with_value(Vec::len));
        (0..tried).map(|at| Item::new(at.to_string(), move || thumb(at))).collect()
    });
    // Its room is kept from the start. One picture alone needs no choice.
    let is_needless = move || ended.get() && loaded.get() < 2;
    row.bind_true("hidden", is_needless).child(thumbs)
}
