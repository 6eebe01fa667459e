//! A vehicle in the list.

use autengo_api::energy::Consumption;
use leptos::prelude::*;

use super::link::follow;
use super::{EnergyLines, Heading, Silhouette, always};
use crate::i18n::{Key, Locale};

/// What a card shows.
#[derive(Clone, Debug, PartialEq)]
pub struct CardContent {
    /// The id that names the card for tests and analytics.
    pub selling_id: String,
    /// Make and model.
    pub title: String,
    /// The version.
    pub version: Option<String>,
    /// The price in words.
    pub price: String,
    /// What comes with the price, such as "negotiable".
    pub price_note: Option<String>,
    /// Registration, mileage and the like.
    pub facts: Vec<String>,
    /// Consumption and CO₂, where the law asks for them.
    pub consumption: Option<Consumption>,
    /// The address of its picture.
    pub photo: Option<String>,
    /// What its body type is called.
    pub body: String,
    /// What its colour is called.
    pub colour: String,
    /// What is special about it, such as "incoming".
    pub badge: Option<Key>,
    /// Whether only its make may be named.
    pub is_masked: bool,
}

/// A vehicle in the list. The whole card is the target of its link.
#[component]
pub fn Card(
    /// What it shows.
    content: CardContent,
    /// The address of its page.
    #[prop(into)]
    href: Signal<String>,
    /// Whether its picture is likely to be on screen from the start.
    is_first: bool,
    /// Whether it stands in a list, and has the hook of one.
    #[prop(default = true)]
    is_listed: bool,
    /// The level of its heading.
    level: u8,
    /// What stands in the corner of its picture.
    corner: AnyView,
    /// It was opened.
    on_open: Callback<()>,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let CardContent { selling_id, title, version, price, price_note, facts, consumption, .. } =
        content;
    let is_broken = RwSignal::new(false);
    let (photo, body, colour) = (content.photo, content.body, content.colour);
    let media = always(move || match photo.clone().filter(|_| !is_broken.get()) {
        Some(src) => view! {
            <img
                class="card__photo"
                src=src
                alt=""
                width="400"
                height="300"
                loading=if is_first { "eager" } else { "lazy" }
                decoding="async"
                on:error=move |_| is_broken.set(true)
            />
        }
        .into_any(),
        None => view! { <Silhouette body=body.clone() colour=colour.clone() /> }.into_any(),
    });
    view! {
        <li class="card" class:card--masked=content.is_masked data-vehicle=is_listed.then_some(selling_id) data-incomplete=content.is_masked.then_some("")>
            <div class="card__media">
                {media}
                {content.badge.map(|badge| view! { <span class="badge">{locale.t(badge)}</span> })}
            </div>
            {corner}
            <div class="card__body">
                <Heading level=level class="card__title">
                    <a
                        class="card__link"
                        href=href
                        on:click=move |event| follow(&event, on_open)
                    >
                        {title}
                    </a>
                </Heading>
                {version.map(|version| view! { <p class="card__version">{version}</p> })}
                <p class="card__price">
                    {price}
                    {price_note.map(|note| view! { <span class="card__note">{format!(" {note}")}</span> })}
                </p>
                <ul class="card__facts">{facts.into_iter().map(|fact| view! { <li>{fact}</li> }).collect_view()}</ul>
                {consumption.map(|consumption| view! { <EnergyLines class="card__energy" consumption /> })}
            </div>
        </li>
    }
}
