//! The query language held against npm `qs` 6.17.1, by cases that `qs` itself answered.

use autengo_api::qs::{Tree, decode, encode};
use proptest::prelude::*;
use serde_json::{Value, json};

/// Sample cases, then those that a search for differences turned up.
const CASES: [&str; 2] =
    [include_str!("data/qs-cases.json"), include_str!("data/qs-cases-more.json")];

fn cases(group: &str) -> impl Iterator<Item = Value> {
    let files = CASES.into_iter();
    let cases = files.flat_map(|text| serde_json::from_str::<Vec<Value>>(text).unwrap());
    cases.filter(move |case| case["group"] == group)
}

fn decoded(query: &str) -> Value {
    serde_json::to_value(decode(query)).unwrap()
}

#[test]
fn decodes_like_qs() {
    for case in cases("decode") {
        let input = case["input"].as_str().unwrap();
        assert_eq!(decoded(input), case["expected"], "{input}");
    }
}

#[test]
fn encodes_like_qs() {
    for case in cases("encode") {
        assert_eq!(encode(&Tree::from(&case["input"])), case["expected"], "{}", case["input"]);
    }
}

#[test]
fn round_trips_like_qs() {
    for case in cases("roundtrip") {
        let text = encode(&Tree::from(&case["input"]));
        assert_eq!(text, case["expected"]["string"], "{}", case["input"]);
        assert_eq!(decoded(&text), case["expected"]["value"], "{text}");
    }
}

#[test]
fn more_than_twenty_values_become_an_object_and_stay_readable() {
    let query: Vec<_> = (0..21).map(|n| format!("a[]={n}")).collect();
    let tree = decode(&query.join("&"));
    let a = tree.get("a").unwrap();
    assert!(matches!(a, Tree::Map(_)));
    assert_eq!(a.texts().count(), 21);
}

#[test]
fn a_tree_is_written_however_deep_it_is() {
    let value = (0..100).fold(json!("x"), |value, _| json!({ "a": [value] }));
    let expected = format!("a%5B%5D{}=x", "%5Ba%5D%5B%5D".repeat(99));
    assert_eq!(encode(&Tree::from(&value)), expected);
}

#[test]
fn an_index_past_the_limit_is_a_key() {
    assert_eq!(decoded("a[21]=x"), json!({"a": {"21": "x"}}));
    assert_eq!(decode("a[21]=x").get("a").unwrap().texts().collect::<Vec<_>>(), ["x"]);
}

proptest! {
    #[test]
    fn decoding_never_fails(query in r"[a-c\[\]=&%0-9+?é]{0,60}") {
        let _ = decode(&query);
    }

    #[test]
    fn values_survive_the_way_there_and_back(texts in prop::collection::vec(".{0,8}", 1..20)) {
        let texts = texts.iter().map(|text| Tree::from(text.as_str())).collect();
        let tree = Tree::from_iter([("a", Tree::List(texts))]);
        prop_assert_eq!(decode(&encode(&tree)), tree);
    }
}
