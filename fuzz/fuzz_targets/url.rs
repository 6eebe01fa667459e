//! Any text as the query of a page: it is read, written, and read again as the same.

#![no_main]

use autengo_search::plan::{Domains, MAX_QUERY, Preset, plan};
use autengo_api::qs;
use autengo_search::state::State;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|query: &str| {
    let _ = qs::encode(&qs::decode(query));
    for root in ["cars", ""] {
        let (state, _) = State::parse(query, root);
        // As the browser gives it back: a `?` of the text itself stays in its first key.
        let written = format!("?{}", state.to_query(root, query));
        assert_eq!(State::parse(&written, root), (state.clone(), vec![]), "{written}");
        assert_eq!(state.to_query(root, &written), written[1..]);
        if let Ok(planned) = plan(&state.params, &Preset::default(), &Domains::default()) {
            assert!(planned.to_string().len() <= MAX_QUERY);
        }
    }
});
