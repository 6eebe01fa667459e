//! All that is said of a vehicle, in groups; a group without anything is left out.

use std::sync::Arc;

use autengo_api::vehicle::{Field, PublicVehicle};
use leptos::prelude::*;

use super::description::described;
use super::fields::{groups, items};
use crate::i18n::{Key, Locale, key};
use crate::pages::words;
use crate::ui::Items;
use crate::ui::dom::{self, Element, Item, keyed};

/// The fields of a vehicle by group.
#[component]
pub(super) fn Data(
    /// The vehicle.
    vehicle: Arc<PublicVehicle>,
    /// Whether the label says what is known of its consumption.
    has_label: bool,
    /// The level of the groups' headings.
    level: u8,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let groups = keyed(move || {
        let language = locale.language().code();
        let group = |(title, rows): (Key, Vec<_>)| {
            Item::new(format!("{title:?} {language}"), move || {
                let list = dom::dl().class("group__list").children(rows.into_iter().map(row));
                group(title, level, list.into_any())
            })
        };
        groups(&vehicle, has_label, locale).into_iter().map(group).collect()
    });
    dom::div().class("detail__data").child(groups).into_any()
}

/// Equipment, damages and the dealer's own words.
#[component]
pub(super) fn More(
    /// The vehicle.
    vehicle: Arc<PublicVehicle>,
    /// The level of the groups' headings.
    level: u8,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let lists = [(Field::Equipment, key::GROUP_EQUIPMENT), (Field::Damages, key::GROUP_DAMAGES)];
    let lists = lists.into_iter().filter_map(|(field, title)| {
        let found = Some(items(&vehicle, field)).filter(|found| !found.is_empty())?;
        let name = words(locale, title);
        Some(group(title, level, view! { <Items items=found name /> }.into_any()))
    });
    let lists = lists.collect::<Vec<_>>();
    let description = vehicle
        .text(Field::Description)
        .map(|text| group(key::GROUP_DESCRIPTION, level, described(&text)));
    dom::div().class("detail__data").children(lists).children(description).into_any()
}

fn group(title: Key, level: u8, content: AnyView) -> AnyView {
    let locale = expect_context::<Locale>();
    let title = dom::heading(level).class("group__title").message(locale, title);
    dom::section().class("group").child(title).child(content).into_any()
}

fn row((label, value): (&'static str, String)) -> Element {
    dom::div().child(dom::dt().text(label)).child(dom::dd().text(&value))
}
