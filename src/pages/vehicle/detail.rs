//! A vehicle: pictures, price, everything the API says of it, and the inquiry form.

use std::sync::Arc;

use autengo_api::id::SellingId;
use autengo_api::vehicle::PublicVehicle;
use autengo_search::state::State;
use leptos::prelude::*;

use super::article::article;
use super::neighbours::Neighbours;
use super::similar::Similar;
use crate::client::{Client, Failure};
use crate::device::today;
use crate::host::Host;
use crate::i18n::{Locale, key};
use crate::inquiry::{is_begun, news};
use crate::offer::Offer;
use crate::pages::{contact, sentence, words};
use crate::remote::{Fetch, Remote, Step};
use crate::schedule::in_frame;
use crate::search::{Lookup, Search};
use crate::ui::dom::{self, dynamic};
use crate::ui::{Message, Retry, Skeleton, Symbol, icon, link};

/// The content of the page.
#[derive(Clone, Debug, PartialEq)]
pub(super) enum Shown {
    Skeleton,
    Vehicle(Offer),
    /// With what is still known of it.
    Gone(Option<Arc<PublicVehicle>>),
    Failed(Failure),
}

impl Shown {
    /// The offer, if there is one.
    pub(super) const fn offer(&self) -> Option<&Offer> {
        match self {
            Self::Vehicle(offer) => Some(offer),
            _ => None,
        }
    }
}

/// The page of a vehicle.
#[component]
pub(super) fn Detail(
    /// The search, to go back to.
    search: Search,
    /// The vehicle.
    selling_id: SellingId,
) -> AnyView {
    let (host, locale) = (expect_context::<Host>(), expect_context::<Locale>());
    let Search { nav, results, .. } = search;
    // A vehicle that the list knows is shown at once.
    let seed = results.find(&selling_id);
    // A visitor who comes along the list to a vehicle that it does not know has waited for its name.
    let is_awaited = seed.is_none() && untrack(|| results.with(|it| it.latest().is_some()));
    host.emit("view", &[("sellingId", selling_id.as_str().into())]);
    let lookup = Fetch::new(seed.map(Lookup::Available));
    let (id, asked, client) = (selling_id.clone(), host.clone(), expect_context::<Client>());
    lookup.start(move || {
        let language = locale.language();
        let (id, host, client) = (id.clone(), host.clone(), client.clone());
        Step::send(async move {
            let answer = search.look_up(&id, language).await;
            let answer = answer.inspect_err(|failure| client.report("vehicle", failure));
            if is_awaited {
                in_frame(move || host.focus_in_place(".detail__title"));
            }
            // Of a vehicle that is gone, the list may still know what it was.
            let was = lookup.with_untracked(|known| known.latest().and_then(Lookup::vehicle));
            answer.map(|known| known.or_was(was))
        })
    });

    let back = nav.link(State::close);
    let config = search.config();
    let level = config.heading_level;
    let shown = Memo::new(move |_| {
        lookup.with(|lookup| match (lookup.latest(), lookup.error()) {
            (Some(Lookup::Available(vehicle)), _) => {
                Shown::Vehicle(Offer::new(vehicle.clone(), &config, today()))
            }
            (Some(Lookup::Unavailable(vehicle)), _) => Shown::Gone(vehicle.clone()),
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
    let instead = dynamic(move || {
        let contact = contact(&search.config());
        Some(match shown.get() {
            Shown::Vehicle(_) => return None,
            Shown::Gone(_) => view! {
                <Message level title=words(locale, key::DETAIL_GONE_TITLE) text=words(locale, key::DETAIL_GONE_TEXT)>
                    {link(back.href, back.on_follow)
                        .class("button button--primary")
                        .message(locale, key::DETAIL_GONE_ACTION)}
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
                    <Retry on_retry=move |()| lookup.retry() />
                    {contact}
                </Message>
            }
            .into_any(),
            Shown::Skeleton => {
                let status = dom::p().class("visually-hidden").attr("role", "status");
                let status = status.message(locale, key::DETAIL_LOADING);
                view! { {status} <Skeleton count=1 /> }.into_any()
            }
        })
    });
    let id = selling_id.clone();
    let similar = dynamic(move || {
        let vehicle = match shown.get() {
            Shown::Vehicle(offer) => Some(offer.vehicle),
            Shown::Gone(vehicle) => vehicle,
            Shown::Skeleton | Shown::Failed(_) => return None,
        };
        Some(view! { <Similar search vehicle selling_id=id.clone() level=level + 1 /> }.into_any())
    });
    let article = article(search, &selling_id, shown, has_form);
    let back = link(back.href, back.on_follow).class("back").child(icon(Symbol::Back));
    let ways = dom::div()
        .class("detail__ways")
        .child(back.message(locale, key::DETAIL_BACK))
        .child(view! { <Neighbours search selling_id /> }.into_any());
    dom::div()
        .class("detail-page")
        .bind_true("aria-busy", move || lookup.with(Remote::is_loading))
        .child(ways)
        .child(news(nav))
        .child(instead)
        .child(article)
        .child(similar)
        .into_any()
}
