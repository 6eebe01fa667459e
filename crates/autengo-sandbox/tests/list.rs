//! `GET /vehicle`: search, order, pages and refusals.

use autengo_api::column::Column;
use autengo_sandbox::config::Config;
use autengo_sandbox::server::App;
use serde_json::Value;

use crate::client::{Client, VEHICLES, ids, key, number};

#[tokio::test]
async fn the_default_is_the_25_newest() {
    let answer = Client::new().get("/v3/vehicle").await;
    let json = answer.json();
    assert_eq!(json["total"], VEHICLES);
    assert_eq!(json["limit"], 25);
    assert_eq!(json["offset"], 0);
    let created: Vec<_> = json["list"]
        .as_array()
        .unwrap()
        .iter()
        .map(|car| car["created"].as_str().unwrap())
        .collect();
    assert_eq!(created.len(), 25);
    assert!(created.is_sorted_by(|newer, older| newer > older));
    assert_eq!(answer.headers["cache-control"], "no-store");
    assert_eq!(answer.headers["content-type"], "application/json");
}

#[tokio::test]
async fn search_finds_one_substring_in_any_case() {
    let client = Client::new();
    let stock = client.stock().await;
    let fields = [
        "makeName",
        "modelName",
        "modelVersion",
        "description",
        "internalId",
        "sellingId",
        "manufacturerColorName",
    ];
    let id = stock[500]["sellingId"].as_str().unwrap().to_lowercase();
    let own = stock[40]["internalId"].as_str().unwrap();
    let terms = [
        "škoda",
        "ŠKODA",
        "MÉGANE",
        "citroën",
        "schlüssel",
        "SCHLÜSSELLOSER",
        "tsi act",
        "  Golf  ",
        "sporta",
        "Gletscherweiß",
        "100 %",
        &id,
        own,
    ];
    for term in terms {
        let wanted = term.trim().to_lowercase();
        let expected: Vec<_> = stock
            .iter()
            .filter(|car| {
                fields.iter().any(|field| {
                    car[*field].as_str().is_some_and(|text| text.to_lowercase().contains(&wanted))
                })
            })
            .cloned()
            .collect();
        let found = client.vehicles(&[("search", term), ("limit", "1000")]).await;
        assert_eq!(ids(&found), ids(&expected), "{term:?}");
        assert!(!found.is_empty(), "{term:?}");
    }
    let words_apart = client.list(&[("search", "golf volkswagen")]).await;
    assert_eq!(words_apart.json()["total"], 0);
}

#[tokio::test]
async fn a_blank_search_searches_for_nothing() {
    let answer = Client::new().list(&[("search", "   ")]).await;
    assert_eq!(answer.json()["total"], VEHICLES);
}

#[tokio::test]
async fn every_column_orders_both_ways_with_missing_values_last() {
    let config = Config { vehicles: 250, ..Config::default() };
    let client = Client::of(App::new(&config).unwrap());
    for column in Column::ALL {
        let name = column.name();
        let field = if name == "price" { "priceYard" } else { name };
        for dir in ["asc", "desc"] {
            let cars = client
                .vehicles(&[("order[field]", name), ("order[dir]", dir), ("limit", "1000")])
                .await;
            assert_eq!(cars.len(), 250, "{name} {dir}");
            if cars.iter().all(|car| car.get(field).is_none()) {
                continue;
            }
            let numeric = column.kind().is_numeric();
            let places: Vec<_> = cars.iter().map(|car| place(car, field, numeric)).collect();
            let (known, missing) =
                places.split_at(places.iter().position(Option::is_none).unwrap_or(places.len()));
            assert!(missing.iter().all(Option::is_none), "{name} {dir}");
            let sorted =
                if dir == "asc" { known.is_sorted() } else { known.iter().rev().is_sorted() };
            assert!(sorted, "{name} {dir}");
        }
    }
}

/// Something to compare by: numbers padded, texts as they are.
fn place(car: &Value, field: &str, numeric: bool) -> Option<String> {
    if numeric {
        return number(car, field).map(|number| format!("{number:015.2}"));
    }
    match key(car, field) {
        Value::Bool(flag) => Some(flag.to_string()),
        Value::String(text) if text == "YES" => Some("true".to_owned()),
        Value::String(text) if text == "NO" => Some("false".to_owned()),
        value => value.as_str().map(str::to_owned),
    }
}

#[tokio::test]
async fn pages_are_stable_and_complete() {
    let client = Client::new();
    // Many vehicles share a value: only the tie-break keeps the pages apart.
    let order = [("order[field]", "fuelType"), ("order[dir]", "asc")];
    let whole: Vec<_> = order.iter().copied().chain([("limit", "1000")]).collect();
    let whole = ids(&client.vehicles(&whole).await);
    let mut pages = Vec::new();
    for offset in (0..VEHICLES).step_by(150) {
        let offset = offset.to_string();
        let page: Vec<_> =
            order.iter().copied().chain([("limit", "150"), ("offset", offset.as_str())]).collect();
        pages.extend(ids(&client.vehicles(&page).await));
    }
    assert_eq!(pages, whole);
}

#[tokio::test]
async fn the_edges_of_the_pages() {
    let client = Client::new();
    for (parameters, length) in [
        (&[("limit", "0")][..], 0),
        (&[("limit", "1")], 1),
        (&[("limit", "1000")], 1000),
        (&[("offset", "995")], 5),
        (&[("offset", "1000")], 0),
        (&[("offset", "4294967295")], 0),
    ] {
        let json = client.list(parameters).await.json();
        assert_eq!(json["list"].as_array().unwrap().len(), length, "{parameters:?}");
        assert_eq!(json["total"], VEHICLES);
    }
}

#[tokio::test]
async fn undocumented_parameters_are_refused_with_a_reason() {
    let client = Client::new();
    for (parameters, reason) in [
        (&[("and[kilometers]", "abc")][..], "kilometers: \"abc\" is not a whole number"),
        (&[("and[kilometers]", "")], "not a whole number"),
        (&[("and[kilometers]", ">=|")], "not a whole number"),
        (&[("and[price]", "cheap")], "is not a number"),
        (&[("and[price]", "NaN")], "is not a number"),
        (&[("and[firstRegistration]", "2017")], "is not a date"),
        (&[("and[firstRegistration]", "<|2017-13-01")], "is not a date"),
        (&[("and[created]", "yesterday")], "is not a date or a time"),
        (&[("and[isDamaged]", "maybe")], "is not true or false"),
        (&[("and[colorId]", "blue")], "not a whole number"),
        (&[("or[colorId][]", "1"), ("or[colorId][]", "blue")], "or: colorId"),
        (&[("and[vin]", "WVW")], "\"vin\" is no column"),
        (&[("and[emissionClass]", "9")], "no column"),
        (&[("or[nonsense]", "1")], "no column"),
        (&[("and", "1")], "and must be an object"),
        (&[("and[fuelType][x]", "diesel")], "a value or an array"),
        (&[("and[kilometers]", "!=|5")], "\"!=\" is no operator"),
        (&[("and[kilometers]", "=>|5")], "\"=>\" is no operator"),
        (&[("and[makeName]", "==|Audi")], "\"==\" is no operator"),
        (&[("order[field]", "price")], "both field and dir"),
        (&[("order[dir]", "asc")], "both field and dir"),
        (&[("order", "price")], "both field and dir"),
        (&[("order[field]", "vin"), ("order[dir]", "asc")], "\"vin\" is no column"),
        (&[("order[field]", "price"), ("order[dir]", "up")], "asc or desc"),
        (&[("order[field]", "price"), ("order[dir]", "ASC")], "asc or desc"),
        (&[("limit", "-1")], "limit must be a whole number from 0 to 1000"),
        (&[("limit", "+5")], "limit must be"),
        (&[("limit", "1001")], "limit must be"),
        (&[("limit", "ten")], "limit must be"),
        (&[("limit", "")], "limit must be"),
        (&[("limit", "1.5")], "limit must be"),
        (&[("limit", "1"), ("limit", "2")], "limit must be"),
        (&[("offset", "-1")], "offset must be"),
        (&[("offset", "99999999999")], "offset must be"),
        (&[("search[]", "a")], "search must be one text"),
    ] {
        let answer = client.list(parameters).await;
        let given = answer.reason(400);
        assert!(given.contains(reason), "{parameters:?}: {given}");
    }
}

#[tokio::test]
async fn hostile_queries_are_never_a_fault_of_the_server() {
    let client = Client::new();
    for query in [
        "%",
        "%FF%FE",
        "and%5B",
        "and[[[[[[]]]]]]=1",
        "and[makeName]=%00",
        "=&=&=",
        "and[__proto__]=1",
        "[]=1",
        "and[kilometers][999999999999]=1",
    ] {
        let answer = client.get(&format!("/v3/vehicle?{query}")).await;
        assert!(!answer.status.is_server_error(), "{query}: {}", answer.text);
    }
}

#[tokio::test]
async fn without_the_key_nothing_is_answered() {
    for key in [None, Some("wrong"), Some("")] {
        let client = Client::new().key(key);
        for path in [
            "/v3/vehicle",
            "/v3/vehicle/ABCDEF",
            "/v3/vehicle/reference/make",
            "/v3/vehicle/reference/make/190/model",
            "/v3/vehicle/filter/values",
        ] {
            let reason = client.get(path).await.reason(401);
            assert!(reason.contains("X-Api-Key"), "{path}: {reason}");
        }
        client.post("/v3/opportunity", "{}").await.reason(401);
    }
}

#[tokio::test]
async fn unknown_paths_and_methods_are_refused_in_the_same_shape() {
    let client = Client::new();
    client.get("/v3/nothing").await.reason(404);
    client.get("/nothing").await.reason(404);
    client.post("/v3/vehicle", "").await.reason(405);
    client.get("/v3/opportunity").await.reason(405);
}
