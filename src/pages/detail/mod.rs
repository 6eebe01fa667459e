//! A vehicle: pictures, price, everything the API says of it, and the inquiry form.

mod article;
mod data;
mod description;
mod fields;
mod head;
mod neighbours;
mod similar;
mod structured;
mod value;

use std::sync::Arc;

use autengo_api::vehicle::PublicVehicle;
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use super::{sentence, words};
use crate::client::Failure;
use crate::device::Connection;
use crate::host::Host;
use crate::i18n::{Locale, key};
use crate::inquiry::{is_begun, news};
use crate::offer::{Offer, today};
use crate::remote::Remote;
use crate::schedule::in_frame;
use crate::search::{Known, Search};
use crate::ui::{Contact, Icon, Link, Message, Skeleton, Symbol, effect, flag, part};
use article::article;
use neighbours::Neighbours;
use similar::Similar;

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
enum Shown {
    Skeleton,
    Vehicle(Offer),
    /// With what is still known of it.
    Gone(Option<Arc<PublicVehicle>>),
    Failed(Failure),
}

impl Shown {
    /// What is offered.
    const fn offer(&self) -> Option<&Offer> {
        match self {
            Self::Vehicle(offer) => Some(offer),
            _ => None,
        }
    }
}

/// The page of a vehicle.
#[component]
pub fn Detail(
    /// The search, to go back to.
    search: Search,
    /// The vehicle.
    selling_id: String,
) -> impl IntoView {
    let (host, locale) = (expect_context::<Host>(), expect_context::<Locale>());
    let tries = RwSignal::new(0);
    // What the list knows is shown at once.
    let seed = search.results.find(&selling_id);
    let seed_is_missing = seed.is_none();
    let answer = RwSignal::new(Remote::Loading { previous: seed.map(Known::ForSale) });
    host.emit("view", &[("sellingId", selling_id.as_str().into())]);

    // Who comes along the list to a vehicle that it does not know has waited for its name.
    let is_awaited = seed_is_missing && untrack(|| search.results.with(|it| it.latest().is_some()));
    let (asking, id, asked) = (search.clone(), selling_id.clone(), host.clone());
    effect(move || {
        tries.track();
        let language = locale.language();
        answer.update(|answer| *answer = std::mem::take(answer).reload());
        let (search, id, host) = (asking.clone(), id.clone(), host.clone());
        spawn_local_scoped_with_cancellation(async move {
            let result = search.look_up(&id, language).await;
            if let Err(failure) = &result {
                failure.tell(&host, "vehicle");
            }
            // Of a vehicle that is gone, the list may still know what it was.
            let was = answer.with_untracked(|answer| answer.latest().and_then(Known::vehicle));
            let result = result.map(|known| known.or_was(was));
            answer.update(|answer| *answer = std::mem::take(answer).settle(result));
            if is_awaited {
                in_frame(move || host.focus_in_place(".detail__title"));
            }
        });
    });

    Connection::here().when_back(move || {
        if answer.with(|answer| answer.error().is_some()) {
            tries.update(|tries| *tries += 1);
        }
    });

    let nav = search.nav;
    let back = search.clone();
    let back_href = Signal::derive(move || nav.href(&back.with_vehicle(None)));
    let to_list = search.clone();
    let on_back = Callback::new(move |()| nav.push(untrack(|| to_list.with_vehicle(None))));
    let level = search.config.heading_level;
    let config = search.config.clone();
    let shown = Memo::new(move |_| {
        answer.with(|answer| match (answer.latest(), answer.error()) {
            (Some(Known::ForSale(vehicle)), _) => {
                Shown::Vehicle(Offer::new(vehicle.clone(), &config, today()))
            }
            (Some(Known::Gone(vehicle)), _) => Shown::Gone(vehicle.clone()),
            (None, Some(failure)) => Shown::Failed(failure.clone()),
            (None, None) => Shown::Skeleton,
        })
    });
    // Once there, it stays: of a vehicle that is gone, if somebody has begun to ask about it.
    let id = selling_id.clone();
    let has_form = Memo::new(move |was: Option<&bool>| match shown.get() {
        Shown::Vehicle(_) => true,
        Shown::Gone(_) => is_begun(&asked, &id),
        Shown::Skeleton | Shown::Failed(_) => was == Some(&true),
    });
    let contact = search.config.clone();
    let instead = part(move || {
        let contact = view! { <Contact phone=contact.phone.clone() email=contact.email.clone() /> };
        Some(match shown.get() {
            Shown::Vehicle(_) => return None,
            Shown::Gone(_) => view! {
                <Message level title=words(locale, key::DETAIL_GONE_TITLE) text=words(locale, key::DETAIL_GONE_TEXT)>
                    <Link class="button button--primary" href=back_href on_follow=on_back>
                        {locale.t(key::DETAIL_GONE_ACTION)}
                    </Link>
                    {contact}
                </Message>
            }
            .into_any(),
            Shown::Failed(failure) => view! {
                <Message
                    level
                    is_alert=true
                    title=words(locale, key::DETAIL_ERROR)
                    text=words(locale, sentence(&failure))
                >
                    <button
                        type="button"
                        class="button button--primary"
                        on:click=move |_| tries.update(|tries| *tries += 1)
                    >
                        {locale.t(key::ERROR_RETRY)}
                    </button>
                    {contact}
                </Message>
            }
            .into_any(),
            Shown::Skeleton => {
                view! { <p class="visually-hidden" role="status">{locale.t(key::DETAIL_LOADING)}</p> <Skeleton count=1 /> }.into_any()
            }
        })
    });
    let (like, id) = (search.clone(), selling_id.clone());
    let similar = part(move || {
        let vehicle = match shown.get() {
            Shown::Vehicle(offer) => Some(offer.vehicle),
            Shown::Gone(vehicle) => vehicle,
            Shown::Skeleton | Shown::Failed(_) => return None,
        };
        let search = like.clone();
        Some(view! { <Similar search vehicle selling_id=id.clone() level=level + 1 /> }.into_any())
    });
    let article = article(&search, &selling_id, shown, has_form);
    view! {
        <div class="detail-page" aria-busy=flag(move || answer.with(Remote::is_loading))>
            <div class="detail__ways">
                <Link class="back" href=back_href on_follow=on_back>
                    <Icon symbol=Symbol::Back />
                    {locale.t(key::DETAIL_BACK)}
                </Link>
                <Neighbours search selling_id />
            </div>
            {news(nav)}
            {instead}
            {article}
            {similar}
        </div>
    }
}
