//! Filters of `GET /vehicle`, against the same conditions worked out here.

use autengo_api::column::{Column, Kind};
use autengo_sandbox::config::{NeNull, OrReading};
use serde_json::Value;

use crate::client::{Client, ids, key, number};

type Holds = fn(&Value) -> bool;

/// Each query gives exactly the vehicles for which the condition beside it holds.
async fn check(client: &Client, cases: &[(&[(&str, &str)], Holds)]) {
    let stock = client.stock().await;
    for (parameters, holds) in cases {
        let expected: Vec<_> = stock.iter().filter(|car| holds(car)).cloned().collect();
        let all: Vec<_> = [("limit", "1000")].iter().chain(*parameters).copied().collect();
        let found = client.vehicles(&all).await;
        assert_eq!(ids(&found), ids(&expected), "{parameters:?}");
        assert!(!found.is_empty(), "{parameters:?} shows nothing");
        assert!(found.len() < stock.len(), "{parameters:?} hides nothing");
    }
}

fn km(car: &Value) -> f64 {
    number(car, "kilometers").unwrap_or(f64::NAN)
}

#[tokio::test]
async fn operators_compare_numbers() {
    let cases: [(&[_], Holds); 8] = [
        (&[("and[powerKw]", "110")], |car| number(car, "powerKw") == Some(110.0)),
        (&[("and[powerKw]", "=|110")], |car| number(car, "powerKw") == Some(110.0)),
        (&[("and[powerKw]", "<>|110")], |car| {
            number(car, "powerKw").is_some_and(|power| (power - 110.0).abs() > 0.5)
        }),
        (&[("and[kilometers]", "<|25000")], |car| km(car) < 25_000.0),
        (&[("and[kilometers]", "<=|25000")], |car| km(car) <= 25_000.0),
        (&[("and[kilometers]", ">|25000")], |car| km(car) > 25_000.0),
        (&[("and[kilometers]", ">=|25000")], |car| km(car) >= 25_000.0),
        (&[("and[price]", ">=|19999.5")], |car| {
            number(car, "priceYard").is_some_and(|price| price >= 19_999.5)
        }),
    ];
    check(&Client::new(), &cases).await;
}

#[tokio::test]
async fn operators_compare_texts_dates_flags_and_codes() {
    let cases: [(&[_], Holds); 9] = [
        (&[("and[makeName]", "Škoda")], |car| car["makeName"] == "Škoda"),
        (&[("and[makeName]", "<|C")], |car| car["makeName"].as_str() < Some("C")),
        (&[("and[fuelType]", "diesel")], |car| key(car, "fuelType") == "diesel"),
        (&[("and[colorId]", "7")], |car| key(car, "colorId") == 7),
        (&[("and[colorId]", ">=|12")], |car| key(car, "colorId").as_i64() >= Some(12)),
        (&[("and[isPluginHybrid]", "true")], |car| car["isPluginHybrid"] == true),
        (&[("and[isDamaged]", "false")], |car| {
            car["isDamaged"] == false || car["isDamaged"] == "NO"
        }),
        (
            &[
                ("and[firstRegistration][]", ">=|2017-01-01"),
                ("and[firstRegistration][]", "<|2018-01-01"),
            ],
            |car| car["firstRegistration"].as_str().is_some_and(|day| day.starts_with("2017")),
        ),
        (&[("and[created]", ">=|2026-09-01 12:00:00")], |car| {
            car["created"].as_str() >= Some("2026-09-01 12:00:00")
        }),
    ];
    check(&Client::new(), &cases).await;
}

#[tokio::test]
async fn all_conditions_of_and_hold() {
    let cases: [(&[_], Holds); 2] = [
        (
            &[
                ("and[kilometers][]", ">=|25000"),
                ("and[kilometers][]", "<=|90000"),
                ("and[fuelType]", "diesel"),
            ],
            |car| (25_000.0..=90_000.0).contains(&km(car)) && key(car, "fuelType") == "diesel",
        ),
        (&[("and[makeName][]", "<>|Audi"), ("and[makeName][]", "<>|BMW")], |car| {
            car["makeName"] != "Audi" && car["makeName"] != "BMW"
        }),
    ];
    check(&Client::new(), &cases).await;
}

const TWO_FIELDS: &[(&str, &str)] = &[
    ("or[colorId][]", "1"),
    ("or[colorId][]", "12"),
    ("or[fuelType][]", "diesel"),
    ("or[fuelType][]", "electric"),
];

fn colour(car: &Value) -> bool {
    [1, 12].iter().any(|id| key(car, "colorId") == *id)
}

fn fuel(car: &Value) -> bool {
    ["diesel", "electric"].iter().any(|fuel| key(car, "fuelType") == *fuel)
}

#[tokio::test]
async fn flat_or_needs_one_condition_of_the_group() {
    let client = Client::reading(OrReading::Flat, NeNull::Exclude);
    check(&client, &[(TWO_FIELDS, |car| colour(car) || fuel(car))]).await;
}

#[tokio::test]
async fn or_per_field_needs_one_condition_of_each_field() {
    let client = Client::reading(OrReading::PerField, NeNull::Exclude);
    check(&client, &[(TWO_FIELDS, |car| colour(car) && fuel(car))]).await;
}

#[tokio::test]
async fn and_narrows_or_in_both_readings() {
    for or in [OrReading::Flat, OrReading::PerField] {
        let cases: [(&[_], Holds); 1] = [(
            &[("and[conditionType]", "used"), ("or[colorId][]", "1"), ("or[colorId][]", "12")],
            |car| key(car, "conditionType") == "used" && colour(car),
        )];
        check(&Client::reading(or, NeNull::Exclude), &cases).await;
    }
}

#[tokio::test]
async fn not_equal_leaves_missing_values_out_or_in_as_it_is_read() {
    let without: Holds =
        |car| number(car, "cylinders").is_some_and(|count| (count - 4.0).abs() > 0.5);
    let with: Holds = |car| number(car, "cylinders") != Some(4.0);
    let parameters: &[_] = &[("and[cylinders]", "<>|4")];
    for or in [OrReading::Flat, OrReading::PerField] {
        check(&Client::reading(or, NeNull::Exclude), &[(parameters, without)]).await;
        check(&Client::reading(or, NeNull::Include), &[(parameters, with)]).await;
    }
}

#[tokio::test]
async fn more_than_twenty_values_arrive_as_an_object_and_count() {
    let client = Client::new();
    let powers: Vec<_> = (60..=90).map(|power| power.to_string()).collect();
    let parameters: Vec<_> = powers
        .iter()
        .map(|power| ("or[powerKw][]", power.as_str()))
        .chain([("limit", "1000")])
        .collect();
    let found = client.vehicles(&parameters).await;
    let stock = client.stock().await;
    let expected = stock
        .iter()
        .filter(|car| number(car, "powerKw").is_some_and(|power| (60.0..=90.0).contains(&power)))
        .count();
    assert_eq!(found.len(), expected);
}

#[tokio::test]
async fn columns_that_are_never_answered_filter_all_the_same() {
    let client = Client::new();
    for (column, value) in [
        ("makeId", "350"),
        ("modelId", "252003"),
        ("trimLine", "M Sport"),
        ("modelRange", "Golf VIII"),
        ("constructionDate", ">=|2026-01-01"),
        ("price", ">=|30000"),
    ] {
        let found = client.vehicles(&[(&format!("and[{column}]"), value)]).await;
        assert!(!found.is_empty(), "{column}");
        assert!(found.iter().all(|car| car.get(column).is_none()), "{column}");
    }
    let bmw = client.vehicles(&[("and[makeId]", "350")]).await;
    assert!(bmw.iter().all(|car| car["makeName"] == "BMW"));
}

#[tokio::test]
async fn a_key_that_does_not_occur_matches_nothing() {
    let answer = Client::new().list(&[("and[fuelType]", "plutonium")]).await;
    assert_eq!(answer.json()["total"], 0);
}

#[tokio::test]
async fn every_documented_column_can_be_compared() {
    let client = Client::new();
    for column in Column::ALL {
        let name = column.name();
        let value = match column.kind() {
            Kind::Integer | Kind::Code(_) => "4",
            Kind::Number => "19999.5",
            Kind::Text => "Golf",
            Kind::Bool => "true",
            Kind::Date => "2020-01-01",
            Kind::DateTime => "2026-06-01 00:00:00",
            Kind::Choice(keys) => keys[0],
        };
        let mut totals = Vec::new();
        for op in ["<|", "=|", ">|", "<=|", ">=|", "<>|"] {
            let parameter = (format!("and[{name}]"), format!("{op}{value}"));
            let answer = client.list(&[(&parameter.0, &parameter.1)]).await;
            assert_eq!(answer.status, 200, "{parameter:?}: {}", answer.text);
            totals.push(answer.json()["total"].as_u64().unwrap());
        }
        let [below, equal, above, at_most, at_least, unequal] = totals[..] else {
            panic!("six operators have six totals");
        };
        assert_eq!(at_most, below + equal, "{name}");
        assert_eq!(at_least, above + equal, "{name}");
        assert_eq!(unequal, below + above, "{name}");
        assert!(below + equal + above > 0, "{name}");
    }
}

#[tokio::test]
async fn values_cannot_reach_the_sql() {
    let client = Client::new();
    let evil = "x' OR '1'='1";
    let answer = client.list(&[("and[makeName]", evil)]).await;
    assert_eq!(answer.json()["total"], 0);
    let answer = client.list(&[("search", "%")]).await;
    let total = answer.json()["total"].as_u64().unwrap();
    assert!(total < 100, "% is no wildcard: {total}");
}
