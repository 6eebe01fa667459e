//! `POST /contact`, and `GET`, `PUT` and `DELETE` by `ID` and by `tecfacturaId`

use autengo_sandbox::config::{Config, ContactEnums};
use autengo_sandbox::contact::{FIELDS, Rule};
use autengo_sandbox::server::App;
use serde_json::{Map, Value, json};

use crate::client::{Answer, Client};

/// A dealer with a token, at a database of their own.
struct Dealer {
    client: Client,
    authorization: String,
}

impl Dealer {
    async fn new() -> Self {
        Self::at(Client::of(App::new(&Config { vehicles: 1, ..Config::default() }).unwrap()), 1)
            .await
    }

    async fn at(client: Client, number: u32) -> Self {
        let authorization = format!("JWT {}", client.token(number).await);
        Self { client, authorization }
    }

    async fn send(&self, method: &str, path: &str, body: impl ToString) -> Answer {
        let headers = [("authorization", self.authorization.as_str())];
        self.client.with(method, &format!("/v3/contact{path}"), &headers, body.to_string()).await
    }

    async fn create(&self, body: Value) -> Value {
        let answer = self.send("POST", "", body).await;
        assert_eq!(answer.status, 201, "{}", answer.text);
        assert_eq!(answer.json()["status"], "success");
        assert_eq!(answer.json()["statusText"], "Contact created successfully");
        answer.json()["data"]["contact"].take()
    }
}

/// The example of the reference (schema `ContactPost`).
fn example() -> Value {
    let text = |name: &str| json!(format!("Any {name}"));
    let mut contact: Map<String, Value> = FIELDS
        .iter()
        .map(|field| {
            let value = match field.rule {
                Rule::Text(_) => text(field.name),
                Rule::Limited(most) => json!("ß".repeat(most.min(100))),
                Rule::Choice(choices) => json!(choices[0].0),
                Rule::Date => json!("1990-01-01"),
                Rule::Number => json!(1_234_567),
                Rule::Rating(_, most) => json!(most),
                Rule::Flag => json!(false),
            };
            (field.name.to_owned(), value)
        })
        .collect();
    contact.insert("tecfacturaId".to_owned(), json!("D123456789"));
    Value::Object(contact)
}

#[tokio::test]
async fn every_field_comes_back_by_either_id() {
    let dealer = Dealer::new().await;
    let mut expected = example();
    assert_eq!(expected.as_object().unwrap().len(), 46);
    let created = dealer.create(expected.clone()).await;
    expected["ID"] = created["ID"].clone();
    assert_eq!(created, expected);
    for path in [format!("/{}", created["ID"]), "/tecfactura/D123456789".to_owned()] {
        let answer = dealer.send("GET", &path, "").await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        assert_eq!(answer.json()["data"]["contact"], expected);
    }
}

#[tokio::test]
async fn a_value_beyond_its_limit_is_refused_with_field_and_limit() {
    let dealer = Dealer::new().await;
    let mut cases = vec![
        (json!([]), "must be an object".to_owned()),
        (json!({ "customerRating": 0.9 }), "customerRating must be a number from 1 to 5".into()),
        (json!({ "customerRating": 6 }), "customerRating must be a number from 1 to 5".into()),
        (json!({ "tecfacturaId": "" }), "tecfacturaId is empty".into()),
        (json!({ "faxNumber": 1_u64 << 63 }), "a whole one below 2^63".into()),
    ];
    for field in FIELDS {
        let (wrong, reason) = match field.rule {
            Rule::Text(_) => (json!(5), "must be a text".to_owned()),
            Rule::Limited(most) => {
                (json!("ß".repeat(most + 1)), format!("has {} characters, up to {most}", most + 1))
            }
            Rule::Choice(_) => (json!("nothing"), "must be one of ".to_owned()),
            Rule::Date => (json!("2023-02-29"), "must be a date".to_owned()),
            Rule::Number | Rule::Rating(..) => (json!("5"), "must be a number".to_owned()),
            Rule::Flag => (json!("NO"), "must be true or false".to_owned()),
        };
        cases.push((json!({ field.name: wrong }), format!("{} {reason}", field.name)));
    }
    let id = dealer.create(json!({ "lastName": "Doe" })).await["ID"].clone();
    for (body, reason) in cases {
        let given = dealer.send("POST", "", &body).await.reason(400);
        assert!(given.contains(&reason), "{given}");
        let given = dealer.send("PUT", &format!("/{id}"), &body).await.reason(400);
        assert!(given.contains(&reason), "{given}");
    }
    let given = dealer.send("POST", "", json!({ "email": 1, "title": "Dr" })).await.reason(400);
    assert_eq!(given, "title must be one of Mr, Mrs, not \"Dr\"; email must be a text");
    let kept = dealer.send("GET", &format!("/{id}"), "").await.json();
    assert_eq!(kept["data"]["contact"], json!({ "ID": id, "lastName": "Doe" }));
}

#[tokio::test]
async fn days_must_exist() {
    let dealer = Dealer::new().await;
    for good in ["2024-02-29", "1900-12-31", "0001-01-01"] {
        dealer.create(json!({ "dateOfBirth": good })).await;
    }
    for bad in [
        "1900-02-29",
        "2023-04-31",
        "2023-13-01",
        "2023-1-01",
        "23-01-01",
        "",
        "x",
        "2023-01-01T00:00",
    ] {
        dealer.send("POST", "", json!({ "dateOfBirth": bad })).await.reason(400);
    }
}

#[tokio::test]
async fn a_change_leaves_the_other_fields_and_null_empties_one() {
    let dealer = Dealer::new().await;
    let before = json!({ "lastName": "Doe", "city": "Anytown", "tecfacturaId": "D/1 ü" });
    let id = dealer.create(before).await["ID"].clone();
    let by_id = format!("/{id}");
    let by_tecfactura = "/tecfactura/D%2F1%20%C3%BC";
    for (path, body, expected) in [
        (
            by_id.as_str(),
            json!({}),
            json!({ "ID": id, "lastName": "Doe", "city": "Anytown", "tecfacturaId": "D/1 ü" }),
        ),
        (
            by_tecfactura,
            json!({ "city": null, "isOptIn": true }),
            json!({ "ID": id, "lastName": "Doe", "isOptIn": true, "tecfacturaId": "D/1 ü" }),
        ),
        (
            by_id.as_str(),
            json!({ "ID": 99, "lastName": "", "unknown": 1, "tecfacturaId": null }),
            json!({ "ID": id, "lastName": "", "isOptIn": true }),
        ),
    ] {
        let answer = dealer.send("PUT", path, body).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        assert_eq!(answer.json()["statusText"], "Contact updated successfully");
        assert_eq!(answer.json()["data"]["contact"], expected);
    }
    dealer.send("GET", by_tecfactura, "").await.reason(404);
}

#[tokio::test]
async fn a_deleted_contact_is_gone_and_its_number_is_not_given_again() {
    let dealer = Dealer::new().await;
    for by_id in [true, false] {
        let id = dealer.create(json!({ "tecfacturaId": "A" })).await["ID"].clone();
        let path = if by_id { format!("/{id}") } else { "/tecfactura/A".to_owned() };
        let answer = dealer.send("DELETE", &path, "").await;
        assert_eq!(answer.status, 200);
        let deleted = json!({ "status": "success", "statusText": "Contact deleted successfully" });
        assert_eq!(answer.json(), deleted);
        for method in ["GET", "PUT", "DELETE"] {
            let reason = dealer.send(method, &path, "{}").await.reason(404);
            assert!(reason.contains("There is no contact"), "{reason}");
        }
        assert_ne!(dealer.create(json!({})).await["ID"], id);
    }
}

#[tokio::test]
async fn a_tecfactura_id_names_one_contact_of_a_dealer() {
    let dealer = Dealer::new().await;
    let first = dealer.create(json!({ "tecfacturaId": "A" })).await["ID"].clone();
    let second = dealer.create(json!({ "tecfacturaId": "B" })).await["ID"].clone();
    let taken = json!({ "tecfacturaId": "A" });
    for (method, path) in [("POST", String::new()), ("PUT", format!("/{second}"))] {
        let reason = dealer.send(method, &path, &taken).await.reason(400);
        assert_eq!(reason, format!("tecfacturaId is that of contact {first} already"));
    }
    assert_eq!(dealer.send("PUT", &format!("/{first}"), &taken).await.status, 200);
}

#[tokio::test]
async fn contacts_are_those_of_the_dealer_who_asks() {
    let app = App::new(&Config { vehicles: 1, ..Config::default() }).unwrap();
    let one = Dealer::at(Client::of(app.clone()), 1).await;
    let other = Dealer::at(Client::of(app), 2).await;
    let id = one.create(json!({ "tecfacturaId": "A" })).await["ID"].clone();
    for path in [format!("/{id}"), "/tecfactura/A".to_owned()] {
        for method in ["GET", "PUT", "DELETE"] {
            other.send(method, &path, "{}").await.reason(404);
        }
    }
    other.create(json!({ "tecfacturaId": "A" })).await;
    assert_eq!(one.send("GET", &format!("/{id}"), "").await.status, 200);
}

#[tokio::test]
async fn ids_are_numbers() {
    let dealer = Dealer::new().await;
    for path in ["/abc", "/-1", "/+1", "/1.5", "/tecfactura", "/%20"] {
        let reason = dealer.send("GET", path, "").await.reason(400);
        assert!(reason.contains("is not a whole number"), "{reason}");
    }
    for path in ["/0", "/99999999999999999999999"] {
        dealer.send("GET", path, "").await.reason(404);
    }
    dealer.send("GET", "/%FF", "").await.reason(400);
}

#[tokio::test]
async fn contacts_are_for_those_with_a_token() {
    let client = Dealer::new().await.client;
    for (method, path) in [
        ("POST", "/v3/contact"),
        ("GET", "/v3/contact/1"),
        ("PUT", "/v3/contact/x"),
        ("DELETE", "/v3/contact/1"),
        ("GET", "/v3/contact/tecfactura/1"),
        ("PUT", "/v3/contact/tecfactura/1"),
        ("DELETE", "/v3/contact/tecfactura/1"),
    ] {
        let reason = client.with(method, path, &[], "{").await.reason(401);
        assert!(reason.contains("A token is missing"), "{reason}");
    }
}

#[tokio::test]
async fn enums_come_with_texts_where_that_is_asked_of_the_sandbox() {
    let config = Config { vehicles: 1, contact_enums: ContactEnums::KeyText, ..Config::default() };
    let app = App::new(&config).unwrap();
    for language in ["de", "en"] {
        let dealer = Dealer::at(Client::of(app.clone()).language(language), 1).await;
        for field in FIELDS {
            let Rule::Choice(choices) = field.rule else {
                continue;
            };
            for (key, de, en) in choices {
                let text = if language == "de" { de } else { en };
                let contact = dealer.create(json!({ field.name: key })).await;
                assert_eq!(contact[field.name], json!({ "key": key, "text": text }));
            }
        }
    }
}

#[tokio::test]
async fn contacts_outlive_the_sandbox_with_its_database() {
    let directory = std::env::temp_dir().join(format!("autengo-{}", std::process::id()));
    std::fs::create_dir_all(&directory).unwrap();
    let config =
        Config { vehicles: 1, db: Some(directory.join("contacts.db")), ..Config::default() };
    let before = Dealer::at(Client::of(App::new(&config).unwrap()), 1).await;
    let created = before.create(json!({ "lastName": "Doe" })).await;
    let after = Dealer {
        client: Client::of(App::new(&config).unwrap()),
        authorization: before.authorization,
    };
    let answer = after.send("GET", &format!("/{}", created["ID"]), "").await;
    assert_eq!(answer.json()["data"]["contact"], created);
    std::fs::remove_dir_all(&directory).unwrap();
}
