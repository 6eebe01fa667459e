//! Pictures side by side, which a finger swipes and the browser lets come to rest on one.

use leptos::html::Ul;
use leptos::prelude::*;

use super::Pictures;
use crate::ui::{Entry, always, effect, element, entries, text};

/// The strip; it follows the picture that is looked at, and says which one that is.
pub(super) fn strip(pictures: Pictures) -> AnyView {
    let Pictures { shown, title, .. } = pictures;
    let place = NodeRef::<Ul>::new();
    let at_rest = move || {
        let strip = place.get_untracked()?;
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
        let (at, strip) = (shown.get(), place.get());
        // It may just be passing there.
        let is_on_its_way = target.get_value().is_some_and(|target| target != at);
        let is_elsewhere = is_on_its_way || position() != Some(at);
        let Some(strip) = strip.filter(|_| is_elsewhere) else { return };
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
        let is_broken = RwSignal::new(false);
        let picture = always(move || {
            if is_broken.get() {
                return pictures.silhouette();
            }
            let words = text(move || format!("{}, {}", title.get_value(), pictures.name(at)));
            element("img")
                .class("gallery__photo")
                .attr("loading", if at == 0 { "eager" } else { "lazy" })
                .attr("decoding", "async")
                .attr("width", "800")
                .attr("height", "600")
                .live("alt", words)
                .on("error", Box::new(move |_| is_broken.set(true)))
                .attr("src", &pictures.address(at))
                .into_any()
        });
        element("li").class("gallery__slide").part(picture).into_any()
    };
    let slides = entries(move || {
        (0..pictures.count()).map(|at| Entry::new(at.to_string(), move || slide(at))).collect()
    });
    view! {
        <ul
            class="gallery__strip"
            node_ref=place
            tabindex="0"
            on:scroll=move |_| {
                was_there.set_value(true);
                let Some(at) = position() else { return };
                if target.get_value().is_some() {
                    target.update_value(|target| *target = target.filter(|target| *target != at));
                } else if at != shown.get_untracked() {
                    shown.set(at);
                }
            }
            // A finger or a wheel goes its own way.
            on:pointerdown=move |_| target.set_value(None)
            on:wheel=move |_| target.set_value(None)
        >
            {slides}
        </ul>
    }
    .into_any()
}
