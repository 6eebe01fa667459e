//! The pictures of a vehicle. How many there are is not known before they are tried.

use std::sync::Arc;

use leptos::prelude::*;

use crate::config::Config;
use crate::i18n::{Locale, key};
use crate::offer::{MAX_PHOTOS, Offer};
use crate::ui::{Entry, Silhouette, always, entries, flag, text};

/// The picture that is looked at, and the others below it. Each one that loads has the next tried.
#[component]
pub(super) fn Gallery(
    /// The vehicle.
    offer: Offer,
    /// The embedder's settings.
    config: Arc<Config>,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let (body, colour) = offer.body_and_colour();
    let title = offer.title();
    let addresses = (1..=MAX_PHOTOS).map_while(|n| offer.photo(&config, n)).collect::<Vec<_>>();
    // Pictures 1 to `loaded` are there; the next one is tried until one is not.
    let loaded = RwSignal::new(0_usize);
    let ended = RwSignal::new(addresses.is_empty());
    let shown = RwSignal::new(0_usize);
    let addresses = StoredValue::new(addresses);
    let address =
        move |at: usize| addresses.with_value(|all| all.get(at).cloned()).unwrap_or_default();
    let name = move |at: usize| {
        let (number, count) = ((at + 1).to_string(), loaded.get().max(1).to_string());
        locale.fill(key::DETAIL_PHOTO, &[("number", &number), ("count", &count)])
    };
    let is_without = Memo::new(move |_| ended.get() && loaded.get() == 0);
    let main = always(move || {
        if is_without.get() {
            return view! { <Silhouette body=body.clone() colour=colour.clone() /> }.into_any();
        }
        let title = title.clone();
        view! {
            <img
                class="gallery__photo"
                width="800"
                height="600"
                src=text(move || address(shown.get()))
                alt=text(move || format!("{title}, {}", name(shown.get())))
            />
        }
        .into_any()
    });
    let thumb = move |at: usize| {
        view! {
            <li class="gallery__thumb" hidden=move || loaded.get() <= at>
                <button
                    type="button"
                    aria-label=text(move || name(at))
                    aria-current=flag(move || shown.get() == at)
                    on:click=move |_| shown.set(at)
                >
                    <img
                        src=address(at)
                        alt=""
                        width="120"
                        height="90"
                        on:load=move |_| loaded.update(|loaded| *loaded = (at + 1).max(*loaded))
                        on:error=move |_| ended.set(true)
                    />
                </button>
            </li>
        }
        .into_any()
    };
    let thumbs = entries(move || {
        let next = usize::from(!ended.get());
        let tried = (loaded.get() + next).min(addresses.with_value(Vec::len));
        (0..tried).map(|at| Entry::new(at.to_string(), move || thumb(at))).collect()
    });
    view! {
        <figure class="gallery" aria-label=locale.t(key::DETAIL_PHOTOS)>
            <div class="gallery__main">{main}</div>
            // One picture alone needs no choice, but is tried here all the same.
            <ul class="gallery__thumbs" hidden=move || loaded.get() < 2>{thumbs}</ul>
        </figure>
    }
}
