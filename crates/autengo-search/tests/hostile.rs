//! The fuzz target `url` in short: any text as a link.

use autengo_api::qs::{decode, encode};
use autengo_search::plan::{Domains, MAX_QUERY, Preset, plan};
use autengo_search::state::State;
use proptest::prelude::*;

/// Texts that look like links: our own words between the signs that mean something.
fn link() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "cars",
        "search",
        "and",
        "or",
        "order",
        "field",
        "dir",
        "offset",
        "limit",
        "vehicle",
        "kilometers",
        "fuelType",
        "makeId",
        "modelId",
        "price",
        "diesel",
        "desc",
        "2017-01-01",
        "true",
        "0",
        "1",
        "20",
        "21",
        "99999999999999999999",
        "__proto__",
        "[",
        "]",
        "[]",
        "%5B",
        "%5d",
        "=",
        "=",
        "&",
        "&",
        "?",
        "+",
        "%",
        "%E4",
        "%F0%9F",
        ">=|",
        "<>|",
        "|",
        "ä",
        "😀",
    ]);
    prop::collection::vec(words, 0..40).prop_map(|words| words.concat())
}

proptest! {
    #[test]
    fn every_link_is_read_and_then_stays_as_it_is_written(
        query in prop_oneof![link(), ".{0,80}"],
        root in prop::sample::select(vec!["cars", ""]),
    ) {
        let _ = encode(&decode(&query));
        let (state, _) = State::parse(&query, root);
        // As the browser gives it back: a `?` of the text itself stays in its first key.
        let written = format!("?{}", state.to_query(root, &query));
        prop_assert_eq!(State::parse(&written, root), (state.clone(), vec![]));
        prop_assert_eq!(state.to_query(root, &written), &written[1..]);
        if let Ok(planned) = plan(&state.params, &Preset::default(), &Domains::default()) {
            prop_assert!(planned.to_string().len() <= MAX_QUERY);
        }
    }
}
