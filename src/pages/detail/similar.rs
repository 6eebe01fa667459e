//! Vehicles like one: of the same make and model, then of its body type at about its price. Asked
//! for when the visitor comes near.

use std::sync::Arc;

use autengo_api::column::Column;
use autengo_api::condition::{Condition, Op};
use autengo_api::energy::is_incomplete;
use autengo_api::price::Prices;
use autengo_api::state::Search as Choices;
use autengo_api::vehicle::{Field, PublicVehicle};
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use crate::i18n::{Language, Locale, key};
use crate::offer::today;
use crate::pages::listing::offered;
use crate::search::Search;
use crate::ui::{effect, element, heading, part, places, seen};

/// How many are shown.
const SHOWN: usize = 3;
/// How many are asked for, as some may be the vehicle itself or may not be shown whole.
const ASKED: u32 = 8;
/// How far prices of similar vehicles are apart, at most.
const NEAR: f64 = 0.15;

/// Vehicles like one.
#[component]
pub(super) fn Similar(
    /// The search.
    search: Search,
    /// What is known of the vehicle; without anything, the visitor's own search stands in.
    vehicle: Option<Arc<PublicVehicle>>,
    /// Its id: it is not among them.
    selling_id: String,
    /// The level of the heading.
    level: u8,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let grid = element("ul").class("grid");
    let is_near = seen(&grid);
    let is_wanted = Memo::new(move |was: Option<&bool>| was == Some(&true) || is_near.get());
    let found = RwSignal::new(Vec::<Arc<PublicVehicle>>::new());
    let asking = search.clone();
    effect(move || {
        let language = locale.language();
        if !is_wanted.get() {
            return;
        }
        let (search, vehicle, id) = (asking.clone(), vehicle.clone(), selling_id.clone());
        spawn_local_scoped_with_cancellation(async move {
            found.set(find(&search, vehicle.as_deref(), &id, language).await);
        });
    });
    let title = part(move || {
        let title = || heading(level).class("group__title").tell(locale, key::DETAIL_SIMILAR);
        (!found.with(Vec::is_empty)).then(|| title().into_any())
    });
    let cards = places(move || {
        let card = |vehicle| offered(&search, vehicle, level + 1);
        found.get().into_iter().map(card).collect()
    });
    element("section").class("similar").part(title).with(grid.view(cards)).into_any()
}

async fn find(
    search: &Search,
    vehicle: Option<&PublicVehicle>,
    selling_id: &str,
    language: Language,
) -> Vec<Arc<PublicVehicle>> {
    let day = today();
    let may_show =
        |vehicle: &PublicVehicle| !(search.config.mask_incomplete && is_incomplete(vehicle, day));
    let mut found = Vec::<Arc<PublicVehicle>>::new();
    for choices in questions(search, vehicle) {
        if found.len() >= SHOWN {
            break;
        }
        let choices = Choices { offset: 0, limit: Some(ASKED), ..choices };
        for vehicle in search.few(&choices, language).await {
            let id = vehicle.selling_id();
            let is_other = id != selling_id && found.iter().all(|known| known.selling_id() != id);
            if is_other && found.len() < SHOWN && may_show(&vehicle) {
                found.push(vehicle);
            }
        }
    }
    found
}

/// What is asked, the closest first.
fn questions(search: &Search, vehicle: Option<&PublicVehicle>) -> Vec<Choices> {
    let Some(vehicle) = vehicle else { return vec![search.nav.current().search] };
    let is = |value: &str| Condition::new(Op::Eq, value);
    let mut questions = Vec::new();
    if let (Some(make), Some(model)) =
        (vehicle.text(Field::MakeName), vehicle.text(Field::ModelName))
    {
        let mut same = Choices::default();
        same.all.add(Column::MakeName, is(&make));
        same.all.add(Column::ModelName, is(&model));
        questions.push(same);
    }
    if let Some(body) = vehicle.coded(Field::VehicleTypeId) {
        let mut alike = Choices::default();
        alike.all.add(Column::VehicleTypeId, is(&body.key));
        if let Some(price) = Prices::of(vehicle, search.config.price_field).gross {
            let bound = |op, factor: f64| Condition::new(op, whole(price * factor));
            alike.all.add(Column::Price, bound(Op::Ge, 1.0 - NEAR));
            alike.all.add(Column::Price, bound(Op::Le, 1.0 + NEAR));
        }
        questions.push(alike);
    }
    questions
}

/// A price without cents, as text.
fn whole(price: f64) -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a price")]
    let price = price.round() as u64;
    price.to_string()
}
