//! `GET /openapi.json` and `GET /docs`

use std::collections::BTreeMap;

use autengo_api::column::Column;
use autengo_sandbox::contact;
use autengo_sandbox::stock::fields::FIELDS;
use serde_json::{Value, json};

use crate::client::Client;

async fn description() -> Value {
    let answer = Client::new().key(None).get("/openapi.json").await;
    assert_eq!(answer.headers["content-type"], "application/json");
    answer.json()
}

/// The methods of each path.
fn paths(description: &Value) -> BTreeMap<String, Vec<String>> {
    let methods = |item: &Value| {
        let mut methods: Vec<_> =
            item.as_object().unwrap().keys().map(|method| method.to_uppercase()).collect();
        methods.sort();
        methods
    };
    let paths = description["paths"].as_object().unwrap();
    paths.iter().map(|(path, item)| (path.clone(), methods(item))).collect()
}

#[tokio::test]
async fn the_paths_are_those_of_the_reference_and_of_the_readme() {
    let expected = [
        ("/docs", vec!["GET"]),
        ("/media/{sellingId}/{picture}", vec!["GET"]),
        ("/openapi.json", vec!["GET"]),
        ("/sandbox/opportunities", vec!["GET"]),
        ("/v3/auth/refresh", vec!["GET"]),
        ("/v3/auth/token", vec!["POST"]),
        ("/v3/contact", vec!["POST"]),
        ("/v3/contact/tecfactura/{tecfacturaId}", vec!["DELETE", "GET", "PUT"]),
        ("/v3/contact/{id}", vec!["DELETE", "GET", "PUT"]),
        ("/v3/opportunity", vec!["POST"]),
        ("/v3/vehicle", vec!["GET"]),
        ("/v3/vehicle/filter/values", vec!["GET"]),
        ("/v3/vehicle/reference/make", vec!["GET"]),
        ("/v3/vehicle/reference/make/{makeId}/model", vec!["GET"]),
        ("/v3/vehicle/{sellingId}", vec!["GET"]),
    ];
    let found = paths(&description().await);
    let found: Vec<_> = found
        .iter()
        .map(|(path, all)| (path.as_str(), all.iter().map(String::as_str).collect()))
        .collect();
    assert_eq!(found, expected);
}

#[tokio::test]
async fn the_router_answers_described_endpoints_and_nothing_else() {
    let client = Client::new();
    for (path, described) in paths(&description().await) {
        let path = path.replace(['{', '}'], "");
        // HEAD comes with GET, and OPTIONS is a matter of CORS.
        for method in ["GET", "POST", "PUT", "DELETE", "PATCH", "TRACE", "PROPFIND"] {
            let answer = client.with(method, &path, &[], "").await;
            if described.iter().any(|known| known == method) {
                assert_ne!(answer.status, 405, "{method} {path}");
                assert!(!answer.text.contains("There is no path"), "{method} {path}");
            } else {
                let mut allowed: Vec<_> = answer.headers["allow"]
                    .to_str()
                    .unwrap()
                    .split(',')
                    .map(str::to_owned)
                    .collect();
                allowed.retain(|method| method != "HEAD");
                allowed.sort();
                assert_eq!(allowed, described, "{method} {path}");
                answer.reason(405);
            }
        }
    }
}

#[tokio::test]
async fn everything_that_is_referred_to_is_there() {
    let description = description().await;
    let text = description.to_string();
    for part in text.split("\"$ref\":\"#").skip(1) {
        let pointer = part.split('"').next().unwrap();
        assert!(description.pointer(pointer).is_some(), "{pointer}");
    }
    for (path, item) in description["paths"].as_object().unwrap() {
        for (method, operation) in item.as_object().unwrap() {
            assert!(operation["summary"].is_string(), "{method} {path}");
            assert!(operation["responses"]["400"].is_object(), "{method} {path}");
            let needs = operation["security"].as_array().unwrap().len();
            assert_eq!(operation["responses"]["401"].is_object(), needs > 0, "{method} {path}");
            assert_eq!(needs > 0, path.starts_with("/v3/"), "{method} {path}");
        }
    }
}

#[tokio::test]
async fn schemas_have_the_fields_limits_and_keys_of_the_tables() {
    let description = description().await;
    assert!(description["openapi"].as_str().unwrap().starts_with("3.1."));
    let fields = |schema: &str| {
        let schema = &description["components"]["schemas"][schema]["properties"];
        schema.as_object().unwrap().keys().cloned().collect::<Vec<_>>()
    };
    assert_eq!(fields("Vehicle"), FIELDS.map(|(name, _)| name));
    assert_eq!(fields("ContactPost"), contact::FIELDS.map(|field| field.name));
    assert_eq!(fields("FilterObject").len(), Column::ALL.len());
    assert_eq!(fields("FilterValues").len(), 9);
    let schemas = &description["components"]["schemas"];
    let post = &schemas["ContactPost"]["properties"];
    assert_eq!(post["zipCode"]["maxLength"], 16);
    assert_eq!(post["iban"]["maxLength"], 64);
    assert_eq!(post["driverLicenseNumber"]["maxLength"], 100);
    assert_eq!(post["notes"]["maxLength"], 16_777_215);
    assert_eq!(post["dateOfBirth"]["format"], "date");
    assert_eq!(
        (&post["customerRating"]["minimum"], &post["customerRating"]["maximum"]),
        (&json!(1), &json!(5))
    );
    assert_eq!(post["title"]["enum"], json!(["Mr", "Mrs", null]));
    let opportunity = &schemas["OpportunityPost"];
    assert_eq!(opportunity["properties"]["requestText"]["maxLength"], 16_777_215);
    assert_eq!(opportunity["properties"]["sourceType"]["enum"], json!([6]));
    assert_eq!(opportunity["required"].as_array().unwrap().len(), 4);
}

#[tokio::test]
async fn the_page_names_every_operation_and_loads_nothing() {
    let answer = Client::new().key(None).get("/docs").await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.headers["content-type"], "text/html; charset=utf-8");
    for (path, methods) in paths(&description().await) {
        for method in methods {
            assert!(
                answer.text.contains(&format!("<code>{method} {path}</code>")),
                "{method} {path}"
            );
        }
    }
    for foreign in ["http:", "https:", "<script", "src=", "@import", "url("] {
        assert!(!answer.text.contains(foreign), "{foreign}");
    }
    assert!(answer.text.contains("characters ≤ <code>16777215</code>"));
}
