//! A vehicle that is there.

use std::borrow::Cow;
use std::sync::Arc;

use autengo_api::id::SellingId;
use autengo_api::vehicle::{Field, PublicVehicle};
use autengo_offer::credit;
use autengo_offer::energy::{Consumption, Label};
use autengo_search::state::State;
use leptos::prelude::*;

use super::data::{Data, More};
use super::detail::Shown;
use super::fields::key_facts;
use super::head::head;
use crate::config::Config;
use crate::device::today;
use crate::host::{self, Host};
use crate::i18n::{Locale, key};
use crate::inquiry::{Inquiry, Subject};
use crate::offer::{MAX_PHOTOS, Offer};
use crate::parked::Parked;
use crate::search::Search;
use crate::ui::dom::{self, Element, Item, dynamic, keyed};
use crate::ui::{EnergyLabel, EnergyLines, Gallery, Share, Symbol, icon};

/// The page of a vehicle while it is for sale. What becomes known of it, and in which language,
/// changes all but the form.
pub(super) fn article(
    search: Search,
    selling_id: &SellingId,
    shown: Memo<Shown>,
    has_form: Memo<bool>,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let (config, nav) = (search.config(), search.nav);
    let level = config.heading_level;
    let id = selling_id.clone();
    let shared = |mut state: State| {
        state.open(selling_id);
        nav.share_href(&state)
    };
    // To the vehicle alone, for those who do not search along.
    let (link, asked) = (shared(State::default()), shared(nav.current()));
    let subject = subject(id.clone(), asked, shown, config.clone(), locale);
    let has_offer = Memo::new(move |_| shown.with(|shown| shown.offer().is_some()));
    let is_masked =
        Memo::new(move |_| shown.with(|shown| shown.offer().is_some_and(|offer| offer.is_masked)));

    let (about, address) = (config.clone(), link.clone());
    let summary = dynamic(move || {
        let offer = shown.get().offer()?.clone();
        let named = offer.clone();
        let title = Signal::derive(move || named.name(locale));
        head(&offer, &about, title, &address);
        Some(summary(offer, title, address.clone(), level).into_any())
    });
    let (pictured, reached, asking) = (config.clone(), config.clone(), config);
    let main = dynamic(move || {
        let shown = shown.get();
        let offer = shown.offer().filter(|offer| !offer.is_masked)?;
        Some(main(offer, &pictured, level).into_any())
    });
    let side = dynamic(move || {
        let config = asking.clone();
        let form = || view! { <Inquiry subject config level=level + 1 /> }.into_any();
        has_form.get().then(|| dom::aside().class("detail__side").child(form()).into_any())
    });
    let foot =
        dynamic(move || has_offer.get().then(|| foot(&reached, link.clone(), locale).into_any()));
    dom::article()
        .bind_class(move || if has_offer.get() { "detail" } else { "detail detail--gone" })
        .bind_attr("data-detail", move || has_offer.get().then(|| id.as_str().to_owned()))
        .toggle_attr("data-incomplete", move || is_masked.get())
        .toggle_attr("hidden", move || !has_form.get())
        .child(summary)
        .child(main)
        .child(side)
        .child(foot)
        .into_any()
}

/// The vehicle that is asked about, as far as it is known.
fn subject(
    selling_id: SellingId,
    link: String,
    shown: Memo<Shown>,
    config: Arc<Config>,
    locale: Locale,
) -> Callback<(), Subject> {
    Callback::new(move |()| {
        let mut subject = Subject {
            selling_id: selling_id.clone(),
            title: selling_id.as_str().to_owned(),
            number: selling_id.as_str().to_owned(),
            link: link.clone(),
            is_masked: false,
        };
        let offer = match shown.get() {
            Shown::Vehicle(offer) => offer,
            Shown::Gone(Some(vehicle)) => Offer::new(vehicle, &config, today()),
            _ => return subject,
        };
        subject.title = offer.name(locale);
        if let Some(number) = offer.vehicle.text(Field::InternalId) {
            subject.number = number.into_owned();
        }
        subject.is_masked = offer.is_masked;
        subject
    })
}

/// Pictures, data, label and description.
fn main(offer: &Offer, config: &Config, level: u8) -> Element {
    let vehicle = &offer.vehicle;
    let (body, colour) = offer.body_and_colour();
    let addresses = (1..=MAX_PHOTOS).map_while(|n| offer.photo(config, n)).collect();
    let (level, title) = (level + 1, offer.title());
    let label = label(vehicle);
    if credit::lacks_warning(vehicle) {
        let (id, warning) = (vehicle.selling_id(), credit::WARNING);
        host::warn(&format!(
            "the texts of vehicle {id} name a rate without \"{warning}\" (UWG, Anhang Nr. 23e)"
        ));
    }
    let has_label = label.is_some();
    let label = label.map(|label| {
        let name = |field| vehicle.text(field).map(Cow::into_owned).unwrap_or_default();
        let (make, model) = (name(Field::MakeName), name(Field::ModelName));
        view! { <EnergyLabel label make model level /> }.into_any()
    });
    let (data, more) = (vehicle.clone(), vehicle.clone());
    dom::div()
        .class("detail__main")
        .child(view! { <Gallery addresses title body colour /> }.into_any())
        .child(view! { <Data vehicle=data has_label level /> }.into_any())
        .children(label)
        .child(view! { <More vehicle=more level /> }.into_any())
}

/// Name, price, the few facts that decide, and what can be done next.
fn summary(offer: Offer, title: Signal<String>, link: String, level: u8) -> Element {
    let (locale, host) = (expect_context::<Locale>(), expect_context::<Host>());
    let vehicle = offer.vehicle.clone();
    let selling_id = vehicle.selling_id().to_owned();
    let about = if offer.is_masked {
        dom::p().class("detail__version").message(locale, key::MASKED_TEXT)
    } else {
        let version = vehicle.text(Field::ModelVersion).map(Cow::into_owned);
        let consumption = Consumption::of(&vehicle);
        let is_negotiable = offer.prices.is_negotiable;
        let note = move || format!(" {}", locale.message(key::PRICE_NEGOTIABLE));
        let facts = keyed(move || key_facts(&vehicle, locale).into_iter().map(item).collect());
        let energy = consumption.map(|consumption| {
            view! { <EnergyLines class="detail__energy" consumption /> }.into_any()
        });
        let price = dom::p().class("detail__price");
        let price = price.bind_text(move || offer.price_in_words(locale));
        let note = is_negotiable.then(|| dom::span().class("detail__note").bind_text(note));
        dom::div()
            .class("summary__about")
            .children(version.map(|version| dom::p().class("detail__version").text(&version)))
            .child(price.children(note))
            .child(dom::ul().class("detail__keys").child(facts))
            .children(energy)
    };
    let printing = host.clone();
    let parked = expect_context::<Parked>();
    let (asked, toggled) = (selling_id.clone(), selling_id);
    let park = dom::button()
        .class("button steps__park")
        .bind_bool("aria-pressed", move || parked.has(&asked))
        .on("click", move |_| parked.toggle(&toggled))
        .child(icon(Symbol::Heart))
        .message(locale, key::PARKED_ACTION);
    let print = dom::button()
        .class("button")
        .on("click", move |_| printing.print())
        .child(icon(Symbol::Print))
        .message(locale, key::DETAIL_PRINT);
    // Where there is one column, the form comes after all the data.
    let ask = dom::button()
        .class("button button--primary detail__ask")
        .on("click", move |_| host.focus("#text"))
        .message(locale, key::DETAIL_ASK);
    let share = view! { <Share title link /> }.into_any();
    dom::header()
        .class("summary")
        .child(dom::heading(level).class("detail__title").bind_text(move || title.get()))
        .child(about)
        .child(ask)
        .child(dom::div().class("steps").child(park).child(share).child(print))
}

fn item(text: String) -> Item {
    Item::new(text.clone(), move || dom::li().text(&text).into_any())
}

/// The label of a new car; the webmaster is told what it lacks, and what of it is old.
fn label(vehicle: &Arc<PublicVehicle>) -> Option<Label> {
    let label = Label::of(vehicle, today()).unwrap_or_else(|missing| {
        let missing: Vec<_> = missing.iter().map(|field| field.name()).collect();
        let (id, missing) = (vehicle.selling_id(), missing.join(", "));
        host::warn(&format!(
            "the new vehicle {id} is shown without the label of its consumption (Pkw-EnVKV, Anlage 1), which needs {missing}"
        ));
        None
    });
    let old = label.as_ref().and_then(|label| label.price_year.zip(label.binding_year()));
    if let Some((year, binding)) = old {
        let id = vehicle.selling_id();
        host::warn(&format!(
            "the label of the new vehicle {id} rests on the energy prices of {year}; those of {binding} are binding (Pkw-EnVKV, Anlage 1)"
        ));
    }
    label
}

/// The foot of the printed sheet alone: how to reach the dealer, and where the vehicle is found.
fn foot(config: &Config, link: String, locale: Locale) -> Element {
    let reach = [config.phone.clone(), config.email.clone()].into_iter().flatten();
    let reach = reach.collect::<Vec<_>>().join(" · ");
    let day = move || locale.fill(key::DETAIL_PRINTED, &[("date", &locale.date(today()))]);
    dom::footer()
        .class("sheet__foot")
        .child(dom::p().text(&reach))
        .child(dom::p().text(&link))
        .child(dom::p().bind_text(day))
}
