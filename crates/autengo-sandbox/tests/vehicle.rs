//! `GET /vehicle/:sellingId`, and the languages of both vehicle routes.

use autengo_sandbox::labels;
use autengo_sandbox::stock::fields::{FIELDS, Shape};
use serde_json::Value;

use crate::client::Client;

#[tokio::test]
async fn a_vehicle_is_the_same_alone_as_in_the_list() {
    let client = Client::new();
    for car in client.vehicles(&[("offset", "300")]).await {
        let id = car["sellingId"].as_str().unwrap();
        let answer = client.get(&format!("/v3/vehicle/{id}")).await;
        assert_eq!(answer.status, 200);
        assert_eq!(answer.json()["vehicle"], car);
        assert_eq!(answer.headers["cache-control"], "no-store");
    }
}

#[tokio::test]
async fn an_unknown_vehicle_is_not_found() {
    let client = Client::new();
    for id in ["ZZZZZZ0", "abcdef", "%F0%9F%9A%97", "a%2Fb"] {
        let reason = client.get(&format!("/v3/vehicle/{id}")).await.reason(404);
        assert!(reason.contains("There is no vehicle"), "{reason}");
    }
    client.get("/v3/vehicle/%FF").await.reason(400);
}

#[tokio::test]
async fn coded_fields_come_with_a_text_in_the_language_asked_for() {
    for (language, german) in [(None, true), (Some("de"), true), (Some("en"), false)] {
        let mut client = Client::new();
        if let Some(language) = language {
            client = client.language(language);
        }
        for car in client.stock().await {
            for (field, shape) in FIELDS {
                let coded = matches!(shape, Shape::Word | Shape::Code);
                let Some(Value::Object(value)) = car.get(field).filter(|_| coded) else {
                    continue;
                };
                let key =
                    value["key"].as_str().map_or_else(|| value["key"].to_string(), str::to_owned);
                let known = labels::of(field).unwrap();
                let (_, de, en) = known.iter().find(|label| label.0 == key).unwrap();
                assert_eq!(value["text"], *if german { de } else { en }, "{field} {key}");
                assert_eq!(value["key"].is_number(), shape == Shape::Code, "{field}");
                assert_eq!(value.len(), 2);
            }
        }
    }
}

#[tokio::test]
async fn the_examples_of_the_reference_have_its_texts() {
    use autengo_sandbox::language::Language;
    for (field, key, text) in [
        ("vehicleState", "inventory", "Im Bestand"),
        ("vehicleTypeId", "6", "Limousine"),
        ("conditionType", "used", "Gebraucht"),
        ("pollutionBadge", "4", "Grün"),
        ("emissionClass", "9", "Euro 6d-Temp"),
        ("colorId", "7", "Blau"),
        ("airbagType", "driverAirbag", "Fahrerairbag"),
        ("interiorType", "fullLeather", "Vollleder"),
        ("interiorColorId", "3", "Beige"),
        ("fuelType", "gasoline", "Benzin"),
        ("fuelDetailType", "diesel", "Diesel"),
        ("transmissionType", "semiAutomatic", "Halbautomatik"),
        ("tyreType", "allSeasonTyres", "Ganzjahresreifen"),
        ("driveType", "rear", "Heckantrieb"),
        ("slidingDoor", "slidingDoorBoth", "Schiebetüren"),
    ] {
        assert_eq!(labels::text(field, key, Language::De), Some(text), "{field}");
    }
}

#[tokio::test]
async fn without_a_configured_key_none_is_needed() {
    use autengo_sandbox::{config::Config, server::App};
    let config = Config { key: String::new(), vehicles: 3, ..Config::default() };
    let client = Client::of(App::new(&config).unwrap()).key(None);
    assert_eq!(client.list(&[]).await.json()["total"], 3);
}
