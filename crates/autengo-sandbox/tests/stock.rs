//! What stands in the yard.

use std::collections::{BTreeMap, BTreeSet};

use autengo_api::vehicle::{Field, Shape as Read, Unit};
use autengo_sandbox::config::Config;
use autengo_sandbox::labels;
use autengo_sandbox::language::Language;
use autengo_sandbox::server::App;
use autengo_sandbox::stock::fields::{FIELDS, Shape};
use autengo_sandbox::stock::{TODAY, vehicles};
use serde_json::Value;

use crate::client::{Client, ids, key, number};

fn answers(seed: u64, count: u32) -> Vec<Value> {
    vehicles(seed, count).map(|vehicle| vehicle.answer(Language::De)).collect()
}

#[test]
fn the_same_seed_gives_the_same_stock_and_another_one_another() {
    let text = |seed| serde_json::to_string(&answers(seed, 300)).unwrap();
    assert_eq!(text(1), text(1));
    assert_ne!(text(1), text(2));
}

#[test]
fn every_enum_value_of_the_reference_occurs_in_a_thousand() {
    for seed in 1..=6 {
        let stock = answers(seed, 1000);
        for (field, shape) in FIELDS {
            if !matches!(shape, Shape::Word | Shape::Code) {
                continue;
            }
            let found: BTreeSet<_> = stock
                .iter()
                .map(|car| key(car, field))
                .filter(|value| !value.is_null())
                .map(|value| value.as_str().map_or_else(|| value.to_string(), str::to_owned))
                .collect();
            let known: BTreeSet<_> =
                labels::of(field).unwrap().iter().map(|label| label.0.to_owned()).collect();
            assert_eq!(found, known, "seed {seed}: {field}");
        }
        for (field, values) in [
            ("sourceType", &["repurchased", "trade-in", "factoryCar", "leasingReturn"][..]),
            ("emissionsCombinedCo2Class", &["A", "B", "C", "D", "E", "F", "G"]),
            // With an empty battery no plug-in hybrid is better than that.
            ("emissionsDischargedCo2Class", &["D", "E", "F", "G"]),
        ] {
            for value in values {
                assert!(stock.iter().any(|car| car[field] == *value), "{seed}: {field} {value}");
            }
        }
    }
}

#[test]
fn both_tables_of_fields_say_the_same() {
    let names: Vec<_> = FIELDS.iter().map(|(name, _)| *name).collect();
    let known: Vec<_> = Field::ALL.iter().map(|field| field.name()).collect();
    // The reference's schema lacks `price`, which its examples have.
    assert_eq!([names, vec!["price"]].concat(), known);
    for (name, shape) in FIELDS {
        let field: Field = name.parse().unwrap();
        let is_same = match field.shape() {
            Read::Bool => shape == Shape::Flag,
            Read::List => shape == Shape::List,
            Read::Coded => matches!(shape, Shape::Word | Shape::Code),
            // Depths of tyres are numbers that the reference writes as texts.
            Read::Number => shape == Shape::Number || field.unit() == Some(Unit::Millimetre),
            Read::Text | Read::Date => shape == Shape::Text,
        };
        assert!(is_same, "{name}: {shape:?}");
    }
}

#[test]
fn only_documented_fields_are_answered_in_their_order() {
    let mut seen = BTreeSet::new();
    for car in answers(1, 1000) {
        let names: Vec<_> = car.as_object().unwrap().keys().cloned().collect();
        let places: Vec<_> = names
            .iter()
            .map(|name| FIELDS.iter().position(|(field, _)| field == name).unwrap())
            .collect();
        assert!(places.is_sorted());
        seen.extend(names);
    }
    assert_eq!(seen.len(), FIELDS.len(), "every field occurs");
}

#[test]
fn most_values_have_the_type_of_the_reference_and_some_are_odd() {
    let mut odd: BTreeMap<&str, usize> = BTreeMap::new();
    let stock = answers(1, 2000);
    for car in &stock {
        for (field, shape) in FIELDS {
            let Some(value) = car.get(field) else {
                continue;
            };
            let fits = match shape {
                Shape::Text => value.is_string(),
                Shape::Number => value.is_number(),
                Shape::Flag => value.is_boolean(),
                Shape::List => value.is_array(),
                Shape::Word | Shape::Code => value.is_object(),
            };
            if !fits {
                *odd.entry(field).or_default() += 1;
            }
        }
    }
    assert!(odd.len() > 25, "{odd:?}");
    for field in ["sellingId", "makeName", "modelName", "vehicleState", "created"] {
        assert_eq!(odd.get(field), None, "{field}");
        assert!(stock.iter().all(|car| car.get(field).is_some()), "{field}");
    }
    assert!(odd.values().all(|count| *count < 60), "{odd:?}");
    let has = |holds: fn(&Value) -> bool| stock.iter().any(holds);
    assert!(has(|car| car["isNetPrice"] == "NO"));
    assert!(has(|car| car["equipment"] == "array"));
    assert!(has(|car| car["equipment"][0].is_string()));
    assert!(has(|car| car["equipment"][0]["text"].is_string()));
    assert!(has(|car| car["kilometers"].is_string()));
    assert!(has(|car| car["tyreTreadL"] == 1.2));
    assert!(has(|car| car["colorId"].is_number()));
    assert!(has(|car| car["description"].as_str().is_some_and(|text| text.contains("<b>"))));
    assert!(has(|car| car["description"].as_str().is_some_and(|text| text.len() > 4000)));
    assert!(has(|car| car.get("priceYard").is_none()));
    assert!(has(|car| car.get("firstRegistration").is_some_and(Value::is_null)));
}

#[test]
fn the_newest_page_is_fit_to_be_shown() {
    for seed in 1..=5 {
        for car in &answers(seed, 24)[..12] {
            assert!(car["priceYard"].is_number());
            assert!(car["fuelType"]["text"].is_string());
        }
    }
}

#[test]
fn states_and_prices_are_spread_as_in_a_yard() {
    let stock = answers(1, 4000);
    let share = |holds: &dyn Fn(&Value) -> bool| {
        let count = stock.iter().filter(|car| holds(car)).count();
        count * 100 / stock.len()
    };
    assert!((82..=88).contains(&share(&|car| key(car, "vehicleState") == "inventory")));
    assert!((6..=10).contains(&share(&|car| key(car, "vehicleState") == "incoming")));
    assert!((5..=9).contains(&share(&|car| key(car, "vehicleState") == "sold")));
    assert!((70..=85).contains(&share(&|car| key(car, "conditionType") == "used")));
    assert!((95..=99).contains(&share(&|car| number(car, "priceYard").is_some())));
}

#[test]
fn new_cars_are_complete_but_for_a_few() {
    let new: Vec<_> = answers(1, 5000)
        .into_iter()
        .filter(|car| car["conditionType"]["key"] == "new" && car["fuelType"].is_object())
        .collect();
    let complete = |car: &&Value| {
        let has = |field: &str| number(car, field).is_some();
        let class = |field: &str| car[field].is_string();
        if car["isPluginHybrid"] == true {
            has("consumptionPowerCombinedWeighted")
                && has("consumptionFuelCombinedWeighted")
                && has("co2EmissionCombinedWeighted")
                && has("consumptionFuelCombined")
                && class("emissionsCombinedCo2Class")
                && class("emissionsDischargedCo2Class")
        } else {
            (has("consumptionFuelCombined") || has("consumptionPowerCombined"))
                && has("co2EmissionCombined")
                && class("emissionsCombinedCo2Class")
        }
    };
    let share = new.iter().filter(complete).count() * 100 / new.len();
    assert!((88..=96).contains(&share), "{share} %");
    assert!(new.iter().all(|car| number(car, "kilometers").unwrap_or(0.0) <= 1000.0));
}

#[test]
fn classes_and_values_agree() {
    for car in answers(1, 3000) {
        let pair = if car["isPluginHybrid"] == true {
            ("co2EmissionCombinedWeighted", "emissionsCombinedCo2Class")
        } else {
            ("co2EmissionCombined", "emissionsCombinedCo2Class")
        };
        let (Some(co2), Some(class)) = (number(&car, pair.0), car[pair.1].as_str()) else {
            continue;
        };
        let bounds = [0.0, 95.0, 115.0, 135.0, 155.0, 175.0];
        let expected = bounds.iter().position(|most| co2 <= *most).unwrap_or(6);
        assert_eq!(class, ["A", "B", "C", "D", "E", "F", "G"][expected], "{co2}");
    }
}

#[test]
fn nothing_lies_in_the_future_and_created_never_repeats() {
    let stock = answers(3, 2000);
    let today = TODAY.to_string();
    let mut created = BTreeSet::new();
    for car in &stock {
        let day = car["created"].as_str().unwrap();
        assert!(created.insert(day), "{day}");
        assert!(day[..10] <= *today);
        if let Some(first) = car["firstRegistration"].as_str() {
            assert!(*first <= *day, "registered {first}, created {day}");
        }
        if let Some(updated) = car["updated"].as_str() {
            assert!(day <= updated && updated[..10] <= *today);
        }
    }
}

#[tokio::test]
async fn a_kept_database_is_used_again_and_another_seed_fills_it_anew() {
    let file = std::env::temp_dir().join(format!("autengo-sandbox-{}.db", std::process::id()));
    let open = |seed| {
        let config = Config { vehicles: 40, seed, db: Some(file.clone()), ..Config::default() };
        Client::of(App::new(&config).unwrap())
    };
    let first = open(1);
    let vehicles = ids(&first.vehicles(&[("limit", "40")]).await);
    let body = serde_json::json!({
        "sellingId": vehicles[0],
        "requestText": "Hallo",
        "sourceType": 6,
        "customer": { "lastName": "Doe" },
    });
    first.post("/v3/opportunity", body.to_string()).await;
    drop(first);
    let again = open(1);
    assert_eq!(ids(&again.vehicles(&[("limit", "40")]).await), vehicles);
    drop(again);
    let other = open(2);
    assert_ne!(ids(&other.vehicles(&[("limit", "40")]).await), vehicles);
    let kept = other.get("/sandbox/opportunities").await.json();
    assert_eq!(kept[0]["requestText"], "Hallo");
    drop(other);
    for suffix in ["", "-wal", "-shm"] {
        let _ = std::fs::remove_file(format!("{}{suffix}", file.display()));
    }
}
