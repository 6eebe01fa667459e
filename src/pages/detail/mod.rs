//! A vehicle: pictures, price, everything the API says of it, and the inquiry form.

mod fields;
mod gallery;

use std::sync::Arc;

use autengo_api::column::Column;
use autengo_api::endpoint::{self, ApiError};
use autengo_api::energy::Consumption;
use autengo_api::vehicle::{Field, PublicVehicle};
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use super::{sentence, words};
use crate::client::{Client, Failure};
use crate::host::{self, Host};
use crate::i18n::{Key, Locale, key};
use crate::inquiry::{Inquiry, Subject};
use crate::offer::{Offer, today};
use crate::remote::Remote;
use crate::search::Search;
use crate::ui::{
    Contact, EnergyLines, Entry, Heading, Icon, Link, Message, Skeleton, Symbol, always, entries,
    flag,
};
use fields::{groups, items, key_facts};
use gallery::Gallery;

/// What is known of the vehicle; `None` is a vehicle that is gone.
type Answer = Remote<Option<Arc<PublicVehicle>>, Failure>;

/// The page of a vehicle.
#[component]
pub fn Detail(
    /// The search, to go back to.
    search: Search,
    /// The vehicle.
    selling_id: String,
) -> impl IntoView {
    let (host, client) = (expect_context::<Host>(), expect_context::<Client>());
    let locale = expect_context::<Locale>();
    let tries = RwSignal::new(0);
    // What the list knows is shown at once.
    let seed = search.results.find(&selling_id);
    let answer = RwSignal::new(Answer::Loading { previous: seed.map(Some) });
    host.emit("view", &[("sellingId", selling_id.as_str().into())]);

    let is_for_sale = {
        let preset = search.config.preset.clone();
        move |vehicle: &PublicVehicle| {
            let asks_for_state = !preset.all.get(Column::VehicleState).is_empty()
                || !preset.any.get(Column::VehicleState).is_empty();
            asks_for_state
                || vehicle.coded(Field::VehicleState).is_none_or(|state| state.key != "sold")
        }
    };
    let id = selling_id.clone();
    Effect::new(move |_| {
        tries.track();
        let language = locale.language();
        answer.update(|answer| *answer = std::mem::take(answer).reload());
        let (client, host) = (client.clone(), host.clone());
        let (id, is_for_sale) = (id.clone(), is_for_sale.clone());
        spawn_local_scoped_with_cancellation(async move {
            let result = client.send(&endpoint::vehicle::<Arc<PublicVehicle>>(&id), language).await;
            let result = match result {
                Err(Failure::Api(ApiError::NotFound | ApiError::Invalid(_))) => Ok(None),
                result => result.map(|found| found.filter(|vehicle| is_for_sale(vehicle))),
            };
            if let Err(failure) = &result {
                host::error(&failure.to_string());
                host.emit("error", &[("kind", failure.kind().into())]);
            }
            answer.update(|answer| *answer = std::mem::take(answer).settle(result));
        });
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
            (Some(Some(vehicle)), _) => {
                Shown::Vehicle(Offer::new(vehicle.clone(), &config, today()))
            }
            (Some(None), _) => Shown::Gone,
            (None, Some(failure)) => Shown::Failed(failure.clone()),
            (None, None) => Shown::Skeleton,
        })
    });
    let content = always(move || {
        let search = search.clone();
        let contact = search.config.clone();
        match shown.get() {
            Shown::Vehicle(offer) => view! { <Article offer search /> }.into_any(),
            Shown::Gone => view! {
                <Message level title=words(locale, key::DETAIL_GONE_TITLE) text=words(locale, key::DETAIL_GONE_TEXT)>
                    <Link class="button button--primary" href=back_href on_follow=on_back>
                        {locale.t(key::DETAIL_GONE_ACTION)}
                    </Link>
                    <Contact phone=contact.phone.clone() email=contact.email.clone() />
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
                    <Contact phone=contact.phone.clone() email=contact.email.clone() />
                </Message>
            }
            .into_any(),
            Shown::Skeleton => {
                view! { <p class="visually-hidden" role="status">{locale.t(key::DETAIL_LOADING)}</p> <Skeleton count=1 /> }.into_any()
            }
        }
    });
    view! {
        <div class="detail-page" aria-busy=flag(move || answer.with(Remote::is_loading))>
            <Link class="detail__back" href=back_href on_follow=on_back>
                <Icon symbol=Symbol::Back />
                {locale.t(key::DETAIL_BACK)}
            </Link>
            {content}
        </div>
    }
}

/// What the page shows.
#[derive(Clone, Debug, PartialEq)]
enum Shown {
    Skeleton,
    Vehicle(Offer),
    Gone,
    Failed(Failure),
}

/// A vehicle that is there.
#[component]
fn Article(
    /// The vehicle.
    offer: Offer,
    /// The search it was found by.
    search: Search,
) -> impl IntoView {
    let (locale, host) = (expect_context::<Locale>(), expect_context::<Host>());
    let config = search.config.clone();
    let (level, vehicle) = (config.heading_level, offer.vehicle.clone());
    let named = offer.clone();
    let title = Signal::derive(move || named.name(locale));
    if config.page_title {
        name_page(title);
    }
    let id = vehicle.selling_id().to_owned();
    let nav = search.nav;
    let link = search.clone();
    let subject = Subject {
        selling_id: id.clone(),
        title: title.get_untracked(),
        number: vehicle
            .text(Field::InternalId)
            .map_or_else(|| id.clone(), std::borrow::Cow::into_owned),
        link: nav.href(&untrack(|| link.with_vehicle(Some(&id)))),
        is_masked: offer.is_masked,
    };
    let inquiry = view! { <Inquiry subject config=config.clone() level=level + 1 /> };
    let priced = offer.clone();
    let price = move || priced.price_in_words(locale);
    let is_negotiable = offer.prices.is_negotiable;
    let consumption = Consumption::of(&vehicle);
    let is_masked = offer.is_masked;
    let keys = vehicle.clone();
    let facts = entries(move || key_facts(&keys, locale).into_iter().map(item).collect());
    let summary = view! {
        <header class="summary">
            <Heading level=level class="detail__title">{title}</Heading>
            {(!is_masked).then(|| view! {
                <p class="detail__version">{vehicle.text(Field::ModelVersion).map(std::borrow::Cow::into_owned)}</p>
                <p class="detail__price">
                    {price}
                    {is_negotiable.then(|| view! { <span class="detail__note">{move || format!(" {}", locale.message(key::PRICE_NEGOTIABLE))}</span> })}
                </p>
                <ul class="detail__keys">
                    {facts}
                </ul>
                {consumption.map(|consumption| view! { <EnergyLines class="detail__energy" consumption /> })}
            })}
            {is_masked.then(|| view! { <p class="detail__version">{locale.t(key::MASKED_TEXT)}</p> })}
            // Where there is one column, the form comes after all the data.
            <button type="button" class="button button--primary detail__ask" on:click=move |_| host.focus("#text")>
                {locale.t(key::DETAIL_ASK)}
            </button>
        </header>
    };
    let main = (!is_masked).then(|| {
        view! {
            <div class="detail__main">
                <Gallery offer=offer.clone() config=config.clone() />
                <Data vehicle=offer.vehicle.clone() level=level + 1 />
            </div>
        }
    });
    view! {
        <article class="detail" data-detail=id data-incomplete=is_masked.then_some("")>
            {summary}
            {main}
            <aside class="detail__side">{inquiry}</aside>
        </article>
    }
}

/// The fields of a vehicle by group; a group without any is left out.
#[component]
fn Data(
    /// The vehicle.
    vehicle: Arc<PublicVehicle>,
    /// The level of the groups' headings.
    level: u8,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let fields = vehicle.clone();
    let groups = entries(move || {
        let language = locale.language().code();
        let group = |(title, rows): (Key, Vec<_>)| {
            Entry::new(format!("{title:?} {language}"), move || {
                view! {
                    <section class="group">
                        <Heading level=level class="group__title">{locale.t(title)}</Heading>
                        <dl class="group__list">{rows.into_iter().map(row).collect::<Vec<_>>()}</dl>
                    </section>
                }
                .into_any()
            })
        };
        groups(&fields, locale).into_iter().map(group).collect()
    });
    let lists = [(Field::Equipment, key::GROUP_EQUIPMENT), (Field::Damages, key::GROUP_DAMAGES)];
    let lists = lists.map(|(field, title)| {
        let found = items(&vehicle, field);
        (!found.is_empty()).then(|| {
            view! {
                <section class="group">
                    <Heading level=level class="group__title">{locale.t(title)}</Heading>
                    <ul class="group__items">{entries(move || found.iter().cloned().map(item).collect())}</ul>
                </section>
            }
            .into_any()
        })
    });
    let description = vehicle.text(Field::Description).map(|text| {
        let paragraphs = text.split('\n').map(str::trim).filter(|line| !line.is_empty());
        let paragraphs = paragraphs.map(|line| view! { <p>{line.to_owned()}</p> }).collect_view();
        view! {
            <section class="group description">
                <Heading level=level class="group__title">{locale.t(key::GROUP_DESCRIPTION)}</Heading>
                {paragraphs}
            </section>
        }
    });
    (groups, lists.into_iter().flatten().collect::<Vec<_>>(), description)
}

fn item(text: String) -> Entry {
    Entry::new(text.clone(), move || view! { <li>{text}</li> }.into_any())
}

fn row((label, value): (&'static str, String)) -> AnyView {
    view! { <div><dt>{label}</dt><dd>{value}</dd></div> }.into_any()
}

/// The page is named for the vehicle while it is open.
fn name_page(title: Signal<String>) {
    let before = document().title();
    let own = before.clone();
    Effect::new(move |_| document().set_title(&format!("{} – {own}", title.get())));
    on_cleanup(move || document().set_title(&before));
}
