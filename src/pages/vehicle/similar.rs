//! Vehicles like one: of the same make and model, then of its body type at about its price. Asked
//! for when the visitor comes near.

use std::sync::Arc;

use autengo_api::column::Column;
use autengo_api::condition::{Condition, Op};
use autengo_api::id::SellingId;
use autengo_api::vehicle::{Field, PublicVehicle};
use autengo_offer::energy::is_incomplete;
use autengo_offer::price::Prices;
use autengo_search::params::SearchParams;
use leptos::prelude::*;

use crate::client::Failure;
use crate::device::today;
use crate::i18n::{Language, Locale, key};
use crate::observe::seen;
use crate::pages::listing::card;
use crate::remote::{Fetch, Step};
use crate::search::Search;
use crate::ui::dom::{self, dynamic, indexed};

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
    /// The vehicle as far as it is known; without one, the visitor's own search stands in.
    vehicle: Option<Arc<PublicVehicle>>,
    /// The vehicle's id: it is not among them.
    selling_id: SellingId,
    /// The level of the heading.
    level: u8,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let grid = dom::ul().class("grid");
    let is_near = seen(grid.node());
    let is_wanted = Memo::new(move |was: Option<&bool>| was == Some(&true) || is_near.get());
    let fetch = Fetch::<Vec<Arc<PublicVehicle>>, Failure>::new(None);
    fetch.start(move || {
        let language = locale.language();
        if !is_wanted.get() {
            return Step::Rest;
        }
        let (vehicle, id) = (vehicle.clone(), selling_id.clone());
        Step::send(async move { Ok(find(search, vehicle.as_deref(), &id, language).await) })
    });
    let has_found = move || fetch.with(|it| it.latest().is_some_and(|found| !found.is_empty()));
    let title = dynamic(move || {
        let title =
            || dom::heading(level).class("group__title").message(locale, key::DETAIL_SIMILAR);
        has_found().then(|| title().into_any())
    });
    let cards = indexed(move || {
        let card = |vehicle| card(search, vehicle, level + 1);
        let found = fetch.with(|it| it.latest().cloned());
        found.into_iter().flatten().map(card).collect()
    });
    dom::section().class("similar").child(title).child(grid.child(cards)).into_any()
}

async fn find(
    search: Search,
    vehicle: Option<&PublicVehicle>,
    selling_id: &SellingId,
    language: Language,
) -> Vec<Arc<PublicVehicle>> {
    let day = today();
    let is_masked = search.config().mask_incomplete;
    let may_show = |vehicle: &PublicVehicle| !(is_masked && is_incomplete(vehicle, day));
    let mut found = Vec::<Arc<PublicVehicle>>::new();
    for params in questions(search, vehicle) {
        if found.len() >= SHOWN {
            break;
        }
        for vehicle in search.fetch_page(params.page(0, ASKED), language).await {
            let id = vehicle.selling_id();
            let is_other = id != selling_id && found.iter().all(|known| known.selling_id() != id);
            if is_other && found.len() < SHOWN && may_show(&vehicle) {
                found.push(vehicle);
            }
        }
    }
    found
}

/// The searches to try, the closest first.
fn questions(search: Search, vehicle: Option<&PublicVehicle>) -> Vec<SearchParams> {
    let Some(vehicle) = vehicle else { return vec![search.nav.current().params] };
    let is = |value: &str| Condition::new(Op::Eq, value);
    let mut questions = Vec::new();
    if let (Some(make), Some(model)) =
        (vehicle.text(Field::MakeName), vehicle.text(Field::ModelName))
    {
        let mut same = SearchParams::default();
        same.require(Column::MakeName, is(&make));
        same.require(Column::ModelName, is(&model));
        questions.push(same);
    }
    if let Some(body) = vehicle.coded(Field::VehicleTypeId) {
        let mut alike = SearchParams::default();
        alike.require(Column::VehicleTypeId, is(&body.key));
        if let Some(price) = Prices::of(vehicle, search.config().price_field).gross {
            let bound = |op, factor: f64| Condition::new(op, whole(price * factor));
            alike.require(Column::Price, bound(Op::Ge, 1.0 - NEAR));
            alike.require(Column::Price, bound(Op::Le, 1.0 + NEAR));
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
