//! `POST /opportunity` and `GET /sandbox/opportunities`

use autengo_sandbox::config::Config;
use autengo_sandbox::server::App;
use serde_json::{Value, json};

use crate::client::Client;

/// A client of a stock that no other test writes to, and the id of one of its vehicles.
async fn yard() -> (Client, String) {
    let config = Config { vehicles: 2, ..Config::default() };
    let client = Client::of(App::new(&config).unwrap());
    let id = client.vehicles(&[]).await[0]["sellingId"].clone();
    (client, id.as_str().unwrap().to_owned())
}

fn inquiry(id: &str) -> Value {
    json!({
        "sellingId": id,
        "requestText": "I'm interested in this vehicle. Please contact me.",
        "sourceType": 6,
        "customer": {
            "lastName": "Doe",
            "firstName": "John",
            "streetAddress": "123 Main St",
            "zipCode": "12345",
            "city": "Anytown",
            "phoneNumber": "555-1234",
            "email": "max.mustermann@example.org",
        },
    })
}

#[tokio::test]
async fn a_posted_inquiry_arrives_with_its_number() {
    let (client, id) = yard().await;
    let mut numbers = Vec::new();
    for text in ["First", "Zweite Anfrage mit Ümläuten 🚗"] {
        let mut body = inquiry(&id);
        body["requestText"] = text.into();
        let answer = client.post("/v3/opportunity", body.to_string()).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        let json = answer.json();
        assert_eq!(json["status"], "success");
        numbers.push(json["data"]["opportunityId"].as_i64().unwrap());
    }
    assert!(numbers[0] < numbers[1]);
    // The list is the sandbox's own and needs no key.
    let list = client.key(None).get("/sandbox/opportunities").await.json();
    assert_eq!(list.as_array().unwrap().len(), 2);
    assert_eq!(list[1]["opportunityId"], numbers[1]);
    assert_eq!(list[1]["requestText"], "Zweite Anfrage mit Ümläuten 🚗");
    assert_eq!(list[0]["customer"]["lastName"], "Doe");
}

#[tokio::test]
async fn a_last_name_is_enough_of_a_customer() {
    let (client, id) = yard().await;
    let mut body = inquiry(&id);
    body["customer"] = json!({ "lastName": "Doe" });
    let answer = client.post("/v3/opportunity", body.to_string()).await;
    assert_eq!(answer.status, 200);
}

#[tokio::test]
async fn an_incomplete_inquiry_is_refused_with_a_reason_and_not_kept() {
    let (client, id) = yard().await;
    let without = |name: &str| {
        let mut body = inquiry(&id);
        body.as_object_mut().unwrap().shift_remove(name);
        body.to_string()
    };
    let with = |pointer: &str, value: Value| {
        let mut body = inquiry(&id);
        *body.pointer_mut(pointer).unwrap() = value;
        body.to_string()
    };
    let cases = [
        (String::new(), "not JSON"),
        ("{".to_owned(), "not JSON"),
        ("[]".to_owned(), "must be an object"),
        ("null".to_owned(), "must be an object"),
        (without("sellingId"), "sellingId is missing"),
        (without("requestText"), "requestText is missing"),
        (without("sourceType"), "sourceType must be an integer"),
        (without("customer"), "customer must be an object"),
        (with("/sellingId", json!(5)), "sellingId must be a text"),
        (with("/requestText", json!("  ")), "requestText is empty"),
        (with("/requestText", json!("x".repeat(16_777_216))), "more than 16777215"),
        (with("/sourceType", json!("6")), "sourceType must be an integer"),
        (with("/sourceType", json!(6.5)), "sourceType must be an integer"),
        (with("/customer", json!("Doe")), "customer must be an object"),
        (with("/customer/lastName", Value::Null), "customer.lastName must be a text"),
        (with("/customer/lastName", json!("")), "customer.lastName is empty"),
        (with("/customer/email", json!(["a"])), "customer.email must be a text"),
    ];
    for (body, expected) in cases {
        let reason = client.post("/v3/opportunity", body).await.reason(400);
        assert!(reason.contains(expected), "{reason}");
    }
    let list = client.get("/sandbox/opportunities").await.json();
    assert_eq!(list, json!([]));
}

#[tokio::test]
async fn the_longest_text_is_taken() {
    let (client, id) = yard().await;
    let mut body = inquiry(&id);
    body["requestText"] = "ä".repeat(16_777_215).into();
    let answer = client.post("/v3/opportunity", body.to_string()).await;
    assert_eq!(answer.status, 200, "{}", answer.text);
}

#[tokio::test]
async fn an_inquiry_about_an_unknown_vehicle_is_not_found() {
    let (client, _) = yard().await;
    let body = inquiry("NOSUCH").to_string();
    let reason = client.post("/v3/opportunity", body).await.reason(404);
    assert!(reason.contains("NOSUCH"));
}
