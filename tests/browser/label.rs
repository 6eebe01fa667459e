//! `ui::EnergyLabel`: what depends on the day, and on the drive.

use autengo_api::json::FromJson;
use autengo_api::vehicle::{Date, Vehicle};
use autengo_offer::energy::Label;
use autengo_widget::i18n::Language;
use autengo_widget::ui::EnergyLabel;
use leptos::prelude::*;
use leptos::serde_json::{Value, json};
use leptos::task::tick;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{Stage, text};

/// A new battery car without its tax, on a day.
fn label(changes: &Value, today: Date) -> Option<Label> {
    let mut car = json!({
        "sellingId": "A", "conditionType": "new", "fuelType": "electric",
        "consumptionPowerCombined": 15.5, "consumptionPowerCity": 11.5,
        "consumptionPowerSuburban": 12.7, "consumptionPowerRural": 14.4,
        "consumptionPowerHighway": 19.2, "emissionsCombinedCo2Class": "A",
        "energieCostConsumptionCosts": 883.5, "energieCostPowerPrice": 0.38,
        "energieCostConsumptionPriceYear": 2024,
    });
    car.as_object_mut().unwrap().extend(changes.as_object().unwrap().clone());
    Label::of(&Vehicle::from_json(&car).unwrap(), today).ok().flatten()
}

fn show(label: Label) -> Stage {
    Stage::show(move || {
        view! { <EnergyLabel label make="BMW".to_owned() model="i4".to_owned() level=3 /> }
    })
}

const TODAY: Date = Date { year: 2026, month: 11, day: Some(23) };
const LATER: Date = Date { year: 2031, month: 1, day: Some(1) };
const NOTE: &str = "³ Die Steuerbefreiung wird bei erstmaliger Zulassung des Elektrofahrzeugs in der Zeit vom 18.05.2011 bis 31.12.2030 für zehn Jahre ab dem Tag der erstmaligen Zulassung gewährt, längstens jedoch bis zum 31.12.2035";

/// What stands beside the name of the vehicle tax.
fn tax(stage: &Stage, name: &str) -> String {
    let row = stage.all("dl > div").into_iter().find(|row| text(row).starts_with(name)).unwrap();
    text(&row).replace('\u{a0}', " ").replacen(name, "", 1).trim().to_owned()
}

#[wasm_bindgen_test]
async fn a_battery_is_exempt_from_tax_for_a_limited_time() {
    for given in [json!({}), json!({ "energieCostTax": 0 })] {
        let stage = show(label(&given, TODAY).unwrap());
        assert_eq!(tax(&stage, "Kraftfahrzeugsteuer"), "befristet steuerbefreit³");
        let said = stage.text().replace('\u{a0}', " ");
        assert!(said.contains(NOTE), "{said}");
        // The prices are not those of now, and their year is said.
        assert!(said.contains("Jahresdurchschnitt 2024"), "{said}");
        stage.locale.set_language(Language::En);
        tick().await;
        assert_eq!(tax(&stage, "Vehicle tax"), "exempt for a limited time³");
        assert!(stage.text().contains("at the longest until 31 December 2035"));
    }
}

#[wasm_bindgen_test]
fn from_2031_on_a_battery_that_is_not_registered_pays() {
    assert_eq!(label(&json!({}), LATER), None);
    let stage = show(label(&json!({ "energieCostTax": 77 }), LATER).unwrap());
    assert_eq!(tax(&stage, "Kraftfahrzeugsteuer"), "77 €/Jahr");
    assert!(!stage.text().contains('³'));
}
