//! A vehicle in the list.

use autengo_api::id::SellingId;
use autengo_offer::energy::Consumption;
use leptos::prelude::*;
use web_sys::Event;

use super::EnergyLines;
use super::dom;
use super::link::follow;
use super::silhouette::silhouette;
use crate::i18n::{Key, Locale};

/// A space that no line ends at.
const NO_BREAK: &str = "\u{a0}";
/// The sign between facts; a line may end after it, as lines do after a comma, not after a dot.
const COMMA: &str = ", ";

/// The content of a card.
#[derive(Clone, Debug, PartialEq)]
pub struct CardContent {
    /// The id that names the card for tests and analytics.
    pub selling_id: SellingId,
    /// Make and model.
    pub title: String,
    /// The version.
    pub version: Option<String>,
    /// The price in words.
    pub price: String,
    /// The note beside the price, such as "negotiable".
    pub price_note: Option<String>,
    /// Registration, mileage and the like.
    pub facts: Vec<String>,
    /// Consumption and CO₂, where the law asks for them.
    pub consumption: Option<Consumption>,
    /// The address of its picture.
    pub photo: Option<String>,
    /// The name of the body type.
    pub body: String,
    /// The name of the colour.
    pub colour: String,
    /// The badge, such as "incoming".
    pub badge: Option<Key>,
    /// Whether only its make may be named.
    pub is_masked: bool,
}

/// A vehicle in the list. The whole card is the target of its link.
#[component]
pub fn Card(
    /// The content.
    content: CardContent,
    /// The address of its page.
    href: String,
    /// Whether its picture is likely to be on screen from the start.
    is_first: bool,
    /// Whether it stands in a list, and has the hook of one.
    #[prop(default = true)]
    is_listed: bool,
    /// The level of its heading.
    level: u8,
    /// The view in the corner of the picture.
    corner: AnyView,
    /// Called when the card is opened.
    on_open: Callback<()>,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let (body, colour) = (content.body, content.colour);
    let drawing = move || silhouette(&body, &colour);
    let media = match content.photo {
        Some(photo) => dom::img()
            .class("card__photo")
            .attr("loading", if is_first { "eager" } else { "lazy" })
            .attr("decoding", "async")
            .attr("alt", "")
            .attr("width", "400")
            .attr("height", "300")
            .image(&photo, drawing),
        None => drawing(),
    };
    let badge = content.badge.map(|badge| dom::span().class("badge").message(locale, badge));
    let link = dom::a()
        .attr("href", &href)
        .on("click", move |event| follow(&event, on_open))
        .class("card__link")
        .text(&content.title);
    let version = content.version.map(|version| dom::p().class("card__version").text(&version));
    let note =
        content.price_note.map(|note| dom::span().class("card__note").text(&format!(" {note}")));
    // One text, as each element costs its time in every list.
    let facts: Vec<_> = content.facts.iter().map(|fact| fact.replace(' ', NO_BREAK)).collect();
    let energy = content
        .consumption
        .map(|consumption| view! { <EnergyLines class="card__energy" consumption /> }.into_any());
    // In the frame in which a card comes into view, what stands in it is not laid out yet.
    let open = move |event: Event| {
        if event.target() == event.current_target() {
            follow(&event, on_open);
        }
    };
    let card = dom::li()
        .reusable()
        .on("click", open)
        .class(if content.is_masked { "card card--masked" } else { "card" })
        .child(dom::div().class("card__media").child(media).children(badge))
        .child(corner)
        .child(
            dom::div()
                .class("card__body")
                .child(dom::heading(level).class("card__title").child(link))
                .children(version)
                .child(dom::p().class("card__price").text(&content.price).children(note))
                .child(dom::p().class("card__facts").text(&facts.join(COMMA)))
                .children(energy),
        );
    let card = if content.is_masked { card.attr("data-incomplete", "") } else { card };
    let card =
        if is_listed { card.attr("data-vehicle", content.selling_id.as_str()) } else { card };
    card.into_any()
}
