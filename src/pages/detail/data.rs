//! All that is said of a vehicle, in groups; a group without anything is left out.

use std::sync::Arc;

use autengo_api::vehicle::{Field, PublicVehicle};
use leptos::prelude::*;

use super::description::description;
use super::fields::{groups, items};
use crate::i18n::{Key, Locale, key};
use crate::pages::words;
use crate::ui::{Entry, Heading, Items, entries};

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
                let rows = rows.into_iter().map(row).collect::<Vec<_>>();
                let list = view! { <dl class="group__list">{rows}</dl> }.into_any();
                group(title, level, list)
            })
        };
        groups(&vehicle, has_label, locale).into_iter().map(group).collect()
    });
    view! { <div class="detail__data">{groups}</div> }
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
    let text = vehicle
        .text(Field::Description)
        .map(|text| group(key::GROUP_DESCRIPTION, level, description(&text)));
    view! { <div class="detail__data">{lists}{text}</div> }
}

fn group(title: Key, level: u8, content: AnyView) -> AnyView {
    let locale = expect_context::<Locale>();
    view! {
        <section class="group">
            <Heading level=level class="group__title">{locale.t(title)}</Heading>
            {content}
        </section>
    }
    .into_any()
}

fn row((label, value): (&'static str, String)) -> AnyView {
    view! { <div><dt>{label}</dt><dd>{value}</dd></div> }.into_any()
}
