//! Whatever is sent, the sandbox answers, and the fault is the client's.

use std::sync::LazyLock;

use autengo_sandbox::config::Config;
use autengo_sandbox::server::App;
use axum::http::Uri;
use proptest::prelude::*;
use serde_json::{Value, json};
use tokio::runtime::Runtime;

use crate::client::{Answer, Client, encode};

struct Server {
    runtime: Runtime,
    client: Client,
    token: String,
}

static SERVER: LazyLock<Server> = LazyLock::new(|| {
    let client = Client::of(App::new(&Config { vehicles: 30, ..Config::default() }).unwrap());
    let runtime = tokio::runtime::Builder::new_current_thread().build().unwrap();
    let token = format!("JWT {}", runtime.block_on(client.token(1)));
    Server { runtime, client, token }
});

/// The answer, which is none of a server that failed, and in the one shape when it is a refusal.
fn ask(method: &str, path: &str, body: impl Into<axum::body::Body>) -> Option<Answer> {
    // What is no address at all never gets as far as the router.
    path.parse::<Uri>().ok()?;
    let server = &*SERVER;
    let headers = [("authorization", server.token.as_str())];
    let answer = server.runtime.block_on(server.client.with(method, path, &headers, body));
    let status = answer.status;
    assert!(!status.is_server_error(), "{method} {path}: {status} {}", answer.text);
    if status.is_client_error() {
        assert!(!answer.reason(status.as_u16()).is_empty(), "{method} {path}");
    }
    Some(answer)
}

fn json() -> impl Strategy<Value = Value> {
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        any::<f64>().prop_map(Value::from),
        any::<String>().prop_map(Value::from),
        Just(json!("Mr")),
        Just(json!("2024-02-30")),
    ];
    leaf.prop_recursive(4, 24, 6, |inner| {
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..6).prop_map(Value::from),
            prop::collection::hash_map(field(), inner, 0..6)
                .prop_map(|fields| fields.into_iter().collect()),
        ]
    })
}

fn field() -> impl Strategy<Value = String> {
    let known = [
        "title",
        "zipCode",
        "email",
        "faxNumber",
        "customerRating",
        "isOptIn",
        "dateOfBirth",
        "notes",
        "tecfacturaId",
        "ID",
        "sellingId",
        "requestText",
        "sourceType",
        "customer",
        "lastName",
        "dealerAlzuraId",
        "userAlzuraId",
    ];
    prop_oneof![
        4 => prop::sample::select(known.to_vec()).prop_map(str::to_owned),
        1 => any::<String>(),
    ]
}

fn path() -> impl Strategy<Value = String> {
    let part = prop_oneof![
        3 => prop::sample::select(vec![
            "v3", "vehicle", "reference", "make", "model", "filter", "values", "opportunity", "contact",
            "tecfactura", "auth", "token", "refresh", "media", "sandbox", "1.svg", "190", "-1", "..",
            "99999999999999999999", "fault", "wrong-type", "broken-json", "401@list",
        ])
        .prop_map(str::to_owned),
        1 => any::<String>().prop_map(|text| encode(&text)),
        1 => "[!-~]{0,8}",
    ];
    prop::collection::vec(part, 0..7).prop_map(|parts| format!("/{}", parts.join("/")))
}

fn query() -> impl Strategy<Value = String> {
    let key = "(and|or|order|limit|offset|search|fields)?(\\[[a-zA-Z0-9]{0,10}\\]){0,3}";
    let column =
        "(and|or)\\[(price|kilometers|created|makeName|isDamaged|fuelType|colorId)\\](\\[\\])?";
    let value = prop_oneof![
        any::<String>().prop_map(|text| encode(&text)),
        "(=|%3C%3E|%3C|%3E=)?(\\|)?[-+]?[0-9]{0,25}(\\.[0-9]{0,3})?",
        "[!-~]{0,12}",
        Just("created".to_owned()),
    ];
    prop::collection::vec((prop_oneof![key, column], value), 0..6).prop_map(|pairs| {
        let pairs: Vec<_> =
            pairs.into_iter().map(|(key, value)| format!("{key}={value}")).collect();
        pairs.join("&")
    })
}

const METHODS: [&str; 6] = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD"];

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn any_path_and_query(method in prop::sample::select(METHODS.to_vec()), path in path(), query in query()) {
        // HEAD has no body that could be in the one shape.
        let method = if method == "HEAD" { "GET" } else { method };
        ask(method, &format!("{path}?{query}"), "");
    }

    #[test]
    fn any_query_of_a_list(query in query()) {
        ask("GET", &format!("/v3/vehicle?{query}"), "");
        ask("GET", &format!("/v3/vehicle/filter/values?{query}"), "");
    }

    #[test]
    fn any_json(body in json()) {
        for (method, path) in [
            ("POST", "/v3/contact"), ("PUT", "/v3/contact/1"), ("PUT", "/v3/contact/tecfactura/1"),
            ("POST", "/v3/opportunity"), ("POST", "/v3/auth/token"),
        ] {
            ask(method, path, body.to_string());
        }
    }

    #[test]
    fn any_bytes(body in prop::collection::vec(any::<u8>(), 0..64)) {
        for path in ["/v3/contact", "/v3/opportunity", "/v3/auth/token"] {
            ask("POST", path, body.clone());
        }
    }

    #[test]
    fn a_contact_that_is_taken_comes_back_as_it_was_sent(body in prop::collection::hash_map(field(), json(), 1..5)) {
        let mut sent: serde_json::Map<_, _> = body.into_iter().collect();
        // One of a dealer's contacts has it already, by now.
        sent.shift_remove("tecfacturaId");
        let answer = ask("POST", "/v3/contact", Value::Object(sent.clone()).to_string());
        if let Some(answer) = answer.filter(|answer| answer.status == 201) {
            for (name, value) in answer.json()["data"]["contact"].as_object().unwrap() {
                if name != "ID" {
                    prop_assert_eq!(value, &sent[name]);
                }
            }
        }
    }

    #[test]
    fn any_token(token in "[!-~]{0,40}(\\.[A-Za-z0-9_-]{0,40}){0,3}", header in "(authorization|x-authorization)", scheme in "(JWT |Bearer |jwt|)") {
        let server = &*SERVER;
        let headers = [(header.as_str(), format!("{scheme}{token}"))];
        let headers = headers.each_ref().map(|(name, value)| (*name, value.as_str()));
        let answer = server.runtime.block_on(server.client.with("GET", "/v3/contact/1", &headers, ""));
        answer.reason(401);
    }
}
