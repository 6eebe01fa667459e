//! The pictures of a vehicle. How many there are is not known before they are tried.

use std::sync::Arc;

use autengo_api::vehicle::Field;
use leptos::prelude::*;

use crate::config::Config;
use crate::i18n::{Locale, key};
use crate::offer::{MAX_PHOTOS, Offer};
use crate::ui::Silhouette;

/// The picture that is looked at, and the others below it. Each one that loads has the next tried.
#[component]
pub(super) fn Gallery(
    /// The vehicle.
    offer: Offer,
    /// The embedder's settings.
    config: Arc<Config>,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let word = |field| {
        offer.vehicle.coded(field).and_then(|coded| coded.text).unwrap_or_default().to_owned()
    };
    let (body, colour) = (word(Field::VehicleTypeId), word(Field::ColorId));
    let title = offer.title();
    let source = move |n: u32| offer.photo(&config, n);
    let has_template = source(1).is_some();
    // Pictures 1 to `loaded` are there; the next one is tried until one is not.
    let loaded = RwSignal::new(0_u32);
    let ended = RwSignal::new(!has_template);
    let shown = RwSignal::new(1_u32);
    let source = StoredValue::new(source);
    let address = move |n: u32| source.with_value(|source| source(n)).unwrap_or_default();
    let name = move |n: u32| {
        let count = loaded.get().max(1).to_string();
        locale.fill(key::DETAIL_PHOTO, &[("number", &n.to_string()), ("count", &count)])
    };
    let main = move || {
        if ended.get() && loaded.get() == 0 {
            view! { <Silhouette body=body.clone() colour=colour.clone() /> }.into_any()
        } else {
            let title = title.clone();
            view! {
                <img
                    class="gallery__photo"
                    width="800"
                    height="600"
                    src=move || address(shown.get())
                    alt=move || format!("{title}, {}", name(shown.get()))
                    on:error=move |_| {
                        if loaded.get_untracked() == 0 {
                            ended.set(true);
                        }
                    }
                />
            }
            .into_any()
        }
    };
    let tried = move || {
        let most = if ended.get() { loaded.get() } else { (loaded.get() + 1).min(MAX_PHOTOS) };
        (1..=most).collect::<Vec<_>>()
    };
    let thumb = move |n: u32| {
        view! {
            <li class="gallery__thumb" hidden=move || { loaded.get() < n || loaded.get() < 2 }>
                <button
                    type="button"
                    aria-label=move || name(n)
                    aria-current=move || (shown.get() == n).then_some("true")
                    on:click=move |_| shown.set(n)
                >
                    <img
                        src=address(n)
                        alt=""
                        width="120"
                        height="90"
                        on:load=move |_| loaded.update(|loaded| *loaded = n.max(*loaded))
                        on:error=move |_| ended.set(true)
                    />
                </button>
            </li>
        }
    };
    view! {
        <figure class="gallery" aria-label=locale.t(key::DETAIL_PHOTOS)>
            <div class="gallery__main">{main}</div>
            <ul class="gallery__thumbs" hidden=move || { loaded.get() < 2 }>
                <For each=tried key=|n| *n children=thumb />
            </ul>
        </figure>
    }
}
