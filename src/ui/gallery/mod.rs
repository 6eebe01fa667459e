//! The pictures of a vehicle. How many there are is not known before they are tried: each one that
//! loads has the next tried, and those far off are not loaded before the visitor comes near.

mod strip;
mod thumbs;

use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlDialogElement, KeyboardEvent};

use super::dom::{self, Element, dynamic};
use super::silhouette::silhouette;
use super::{Symbol, icon};
use crate::i18n::{Key, Locale, key};
use strip::strip;
use thumbs::thumbs;

/// The pictures, and which of them is looked at.
#[derive(Clone, Copy)]
struct Pictures {
    addresses: StoredValue<Vec<String>>,
    title: StoredValue<String>,
    /// The names of the body type and the colour.
    look: StoredValue<(String, String)>,
    /// Pictures 1 to this one are there.
    loaded: RwSignal<usize>,
    /// Whether there are no more.
    ended: RwSignal<bool>,
    /// The one that is looked at, from 0.
    shown: RwSignal<usize>,
    locale: Locale,
}

impl Pictures {
    /// How many can be looked at, tracked: the first one is shown before it has loaded.
    fn count(self) -> usize {
        let is_without = self.ended.get() && self.loaded.get() == 0;
        if is_without { 0 } else { self.loaded.get().max(1) }
    }

    fn address(self, at: usize) -> String {
        self.addresses.with_value(|all| all.get(at).cloned()).unwrap_or_default()
    }

    /// "Picture 2 of 7", tracked.
    fn name(self, at: usize) -> String {
        let (number, count) = ((at + 1).to_string(), self.count().max(at + 1).to_string());
        self.locale.fill(key::DETAIL_PHOTO, &[("number", &number), ("count", &count)])
    }

    fn step(self, forward: bool) {
        let (at, count) = untrack(|| (self.shown.get(), self.count()));
        let next = if forward { at + 1 } else { at.saturating_sub(1) };
        self.shown.set(next.min(count.saturating_sub(1)));
    }

    fn on_key(self, event: &KeyboardEvent) {
        let forward = match event.key().as_str() {
            "ArrowRight" => true,
            "ArrowLeft" => false,
            _ => return,
        };
        event.prevent_default();
        self.step(forward);
    }

    fn silhouette(self) -> Element {
        self.look.with_value(|(body, colour)| silhouette(body, colour))
    }
}

/// The picture that is looked at, with the others to its sides and below it; full-screen on demand.
#[component]
pub fn Gallery(
    /// The addresses at which pictures may be, in their order.
    addresses: Vec<String>,
    /// The name of the vehicle that they show.
    title: String,
    /// The name of the body type.
    body: String,
    /// The name of the colour.
    colour: String,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let pictures = Pictures {
        ended: RwSignal::new(addresses.is_empty()),
        addresses: StoredValue::new(addresses),
        title: StoredValue::new(title),
        look: StoredValue::new((body, colour)),
        loaded: RwSignal::new(0),
        shown: RwSignal::new(0),
        locale,
    };
    let dialog = dom::dialog().class("viewer");
    let viewer = dialog.node().clone().unchecked_into::<HtmlDialogElement>();
    let viewer = StoredValue::new_local(viewer);
    let is_full = RwSignal::new(false);
    let open = move || {
        is_full.set(true);
        // Fails only for a dialog that is open.
        let _ = viewer.with_value(HtmlDialogElement::show_modal);
    };
    let has_any = Memo::new(move |_| pictures.count() > 0);
    let main = dynamic(move || {
        Some(if has_any.get() { stage(pictures) } else { pictures.silhouette() }.into_any())
    });
    let full = dynamic(move || {
        has_any.get().then(|| {
            button("gallery__full", Symbol::Expand, key::DETAIL_FULL, locale, open).into_any()
        })
    });
    let enlarged = dynamic(move || {
        is_full.get().then(|| {
            let close = move || viewer.with_value(HtmlDialogElement::close);
            let close =
                button("gallery__full", Symbol::Close, key::DETAIL_FULL_CLOSE, locale, close);
            stage(pictures).child(close).into_any()
        })
    });
    let dialog = dialog
        .attr_message("aria-label", locale, key::DETAIL_PHOTOS)
        .on("close", move |_| is_full.set(false))
        .child(enlarged);
    dom::figure()
        .class("gallery")
        .attr_message("aria-label", locale, key::DETAIL_PHOTOS)
        .on("keydown", move |event| pictures.on_key(event.unchecked_ref()))
        .child(dom::div().class("gallery__main").child(main).child(full))
        .child(thumbs(pictures))
        .child(dialog)
        .into_any()
}

/// The strip of pictures, the ways to its sides, and where one is.
fn stage(pictures: Pictures) -> Element {
    let Pictures { locale, shown, .. } = pictures;
    let several = Memo::new(move |_| pictures.count() > 1);
    let around = dynamic(move || {
        several.get().then(|| {
            let step = |class, symbol, name, forward| {
                button(class, symbol, name, locale, move || pictures.step(forward))
            };
            let place = move || format!("{} / {}", shown.get() + 1, pictures.count());
            dom::div()
                .child(step(
                    "gallery__step gallery__step--back",
                    Symbol::Previous,
                    key::DETAIL_PREVIOUS_PHOTO,
                    false,
                ))
                .child(step(
                    "gallery__step gallery__step--on",
                    Symbol::Next,
                    key::DETAIL_NEXT_PHOTO,
                    true,
                ))
                .child(
                    dom::span()
                        .class("gallery__place")
                        .attr("aria-hidden", "true")
                        .bind_text(place),
                )
                .into_any()
        })
    });
    dom::div().class("gallery__stage").child(strip(pictures)).child(around)
}

fn button(
    class: &'static str,
    symbol: Symbol,
    name: Key,
    locale: Locale,
    on_click: impl Fn() + 'static,
) -> Element {
    dom::button()
        .class(class)
        .attr_message("aria-label", locale, name)
        .on("click", move |_| on_click())
        .child(icon(symbol))
}
