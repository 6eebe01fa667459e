//! Pictures side by side, which a finger swipes and the browser lets come to rest on one.

use leptos::prelude::*;

use super::Pictures;
use crate::schedule::effect;
use crate::ui::dom::{self, Element, Item, keyed};

/// The strip; it follows the picture that is looked at, and says which one that is.
pub(super) fn strip(pictures: Pictures) -> Element {
    let Pictures { shown, title, .. } = pictures;
    let strip = dom::ul().class("gallery__strip").attr("tabindex", "0");
    let place = StoredValue::new_local(strip.node().clone());
    let at_rest = move || {
        let strip = place.get_value();
        // None where it is not shown, as in a dialog that has just been closed.
        let width = Some(f64::from(strip.client_width())).filter(|width| *width > 0.0)?;
        Some((strip, width))
    };
    // Which picture is in the middle.
    let position = move || {
        let (strip, width) = at_rest()?;
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "few pictures")]
        let at = (f64::from(strip.scroll_left()).max(0.0) / width).round() as usize;
        Some(at)
    };
    let was_there = StoredValue::new(false);
    // The picture that it is on its way to: those between are not looked at.
    let target = StoredValue::new(None::<usize>);
    effect(move || {
        let at = shown.get();
        // It may just be passing there.
        let is_on_its_way = target.get_value().is_some_and(|target| target != at);
        let is_elsewhere = is_on_its_way || position() != Some(at);
        if !is_elsewhere {
            return;
        }
        let strip = place.get_value();
        // A strip that has just been opened stands where the other one was left.
        let behavior = if was_there.get_value() { "smooth" } else { "instant" };
        was_there.set_value(true);
        let _ = strip.set_attribute("data-scroll", behavior);
        target.set_value(Some(at));
        #[expect(
            clippy::cast_possible_truncation,
            clippy::cast_possible_wrap,
            reason = "few pictures"
        )]
        strip.set_scroll_left(at as i32 * strip.client_width());
    });
    let slide = move |at: usize| {
        let words = move || format!("{}, {}", title.get_value(), pictures.name(at));
        let picture = dom::img()
            .class("gallery__photo")
            .attr("loading", if at == 0 { "eager" } else { "lazy" })
            .attr("decoding", "async")
            .attr("width", "800")
            .attr("height", "600")
            .bind_attr("alt", words)
            .image(&pictures.address(at), Box::new(move || pictures.silhouette()));
        dom::li().class("gallery__slide").child(picture).into_any()
    };
    let slides = keyed(move || {
        (0..pictures.count()).map(|at| Item::new(at.to_string(), move || slide(at))).collect()
    });
    let on_scroll = move |_| {
        was_there.set_value(true);
        let Some(at) = position() else { return };
        if target.get_value().is_some() {
            target.update_value(|target| *target = target.filter(|target| *target != at));
        } else if at != shown.get_untracked() {
            shown.set(at);
        }
    };
    strip
        .on("scroll", on_scroll)
        // A finger or a wheel goes its own way.
        .on("pointerdown", move |_| target.set_value(None))
        .on("wheel", move |_| target.set_value(None))
        .child(slides)
}
