//! All that is said of a vehicle, in groups; a group without anything is left out.

use std::sync::Arc;

use autengo_api::vehicle::{Field, PublicVehicle};
use leptos::prelude::*;

use super::description::described;
use super::fields::{groups, items};
use crate::i18n::{Key, Locale, key};
use crate::pages::words;
use crate::ui::{Element, Entry, Items, element, entries, heading};

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
    let groups = entries(move || {
        let language = locale.language().code();
        let group = |(title, rows): (Key, Vec<_>)| {
            Entry::new(format!("{title:?} {language}"), move || {
                let list = element("dl").class("group__list").with_all(rows.into_iter().map(row));
                group(title, level, list.into_any())
            })
        };
        groups(&vehicle, has_label, locale).into_iter().map(group).collect()
    });
    element("div").class("detail__data").view(groups).into_any()
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
    element("div").class("detail__data").view_all(lists).view_all(description).into_any()
}

fn group(title: Key, level: u8, content: AnyView) -> AnyView {
    let locale = expect_context::<Locale>();
    let title = heading(level).class("group__title").tell(locale, title);
    element("section").class("group").with(title).view(content).into_any()
}

fn row((label, value): (&'static str, String)) -> Element {
    element("div").with(element("dt").say(label)).with(element("dd").say(&value))
}
