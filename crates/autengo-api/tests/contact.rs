//! Contacts and tokens against the reference's own examples.

use autengo_api::choice::{Choice, ContactType, LeadSource, SalesTaxRegulation, Title};
use autengo_api::contact::{Contact, ContactPost};
use autengo_api::credentials::{Credentials, Language};
use autengo_api::endpoint::contact::{Which, create, delete, get, update};
use autengo_api::endpoint::{ApiError, Method, Request, auth};
use autengo_api::token::TokenPost;
use serde_json::{Value, json};

const ANSWER: &str = include_str!("data/contact.json");
const POST: &str = include_str!("data/contact-post.json");

fn json(text: &str) -> Value {
    serde_json::from_str(text).unwrap()
}

fn body<T>(request: &Request<T>) -> Value {
    json(request.body.as_deref().unwrap())
}

fn read(fields: &Value) -> Contact {
    let answer = json!({ "status": "success", "data": { "contact": fields } });
    get(Which::Id(1)).answer(200, &answer.to_string()).unwrap()
}

#[test]
fn the_contact_of_the_reference_is_read_and_written_whole() {
    let contact = get(Which::Id(123)).answer(200, ANSWER).unwrap();
    assert_eq!(contact.id, 123);
    assert!(contact.unknown.is_empty(), "{:?}", contact.unknown);
    assert_eq!(contact.fields.title, Some(Title::Mr));
    assert_eq!(contact.fields.fax_number, Some(1_234_567.into()));
    assert_eq!(contact.fields.source, Some(LeadSource::WalkIn));
    assert_eq!(contact.fields.kind, Some(ContactType::Customer));
    assert_eq!(contact.fields.sales_tax_regulation, Some(SalesTaxRegulation::WithTax));
    assert_eq!(contact.fields.is_opt_in, Some(false));
    let request = create(&contact.fields).unwrap();
    assert_eq!(body(&request), json(POST));
    assert_eq!((request.method, request.path.as_str()), (Method::Post, "/contact"));
    assert_eq!(request.answer(201, ANSWER).unwrap(), contact);
    let names: Vec<_> = json(POST).as_object().unwrap().keys().cloned().collect();
    assert_eq!(ContactPost::NAMES, names);
}

#[test]
fn contacts_are_named_by_either_id() {
    let changes = ContactPost { city: Some("Köln".to_owned()), ..ContactPost::default() };
    let request = update(Which::Tecfactura("D 1/2"), &changes).unwrap();
    assert_eq!(
        (request.method, request.path.as_str()),
        (Method::Put, "/contact/tecfactura/D%201%2F2")
    );
    assert_eq!(body(&request), json!({ "city": "Köln" }));
    assert_eq!(request.answer(200, ANSWER).unwrap().id, 123);
    assert_eq!(get(Which::Tecfactura("D1")).path, "/contact/tecfactura/D1");

    let request = delete(Which::Id(7));
    assert_eq!(
        (request.method, request.path.as_str(), &request.body),
        (Method::Delete, "/contact/7", &None)
    );
    assert_eq!(request.answer(200, include_str!("data/contact-deleted.json")), Ok(()));
    assert_eq!(request.answer(404, "{}"), Err(ApiError::NotFound));
    assert!(matches!(request.answer(200, r#"{"status":"error"}"#), Err(ApiError::Unreadable(_))));
}

/// The promise of tolerant decoding, for every field and every kind of value.
#[test]
fn one_odd_field_never_costs_another() {
    let original = json(ANSWER)["data"]["contact"].take();
    let whole = read(&original);
    let odd = [json!(null), json!("odd"), json!(7), json!(true), json!([1]), json!({ "a": 1 })];
    for name in ContactPost::NAMES {
        let mut without = original.clone();
        without.as_object_mut().unwrap().remove(*name);
        let rest = serde_json::to_value(read(&without).fields).unwrap();
        assert_eq!(rest.get(name), None);
        for value in &odd {
            let mut object = original.clone();
            object[name] = value.clone();
            let contact = read(&object);
            let mut fields = serde_json::to_value(&contact.fields).unwrap();
            let kept = fields.as_object_mut().unwrap().remove(*name);
            assert_eq!(fields, rest, "{name} = {value}");
            let known = kept.is_some() || value.is_null() || contact.unknown[*name] == *value;
            assert!(known, "{name} = {value} is lost");
        }
    }
    let mut more = original;
    more["loyalty"] = json!("gold");
    more["source"] = json!("fair");
    let contact = read(&more);
    assert_eq!(contact.unknown["loyalty"], "gold");
    assert_eq!(contact.fields.source, Some(LeadSource::Other("fair".to_owned())));
    assert_eq!(ContactPost { source: whole.fields.source.clone(), ..contact.fields }, whole.fields);
}

#[test]
fn every_documented_limit_is_checked_and_named() {
    let limits = [
        ("zipCode", 16),
        ("billingZipCode", 16),
        ("titleOrDegree", 64),
        ("position", 64),
        ("country", 64),
        ("billingCountry", 64),
        ("taxId", 64),
        ("iban", 64),
        ("bic", 64),
        ("customerNumber", 64),
        ("driverLicenseNumber", 100),
        ("notes", 16_777_215),
    ];
    let refused = |name: &str, value: Value| {
        let error = create(&read(&json!({ "ID": 1, name: value })).fields).map(|_| ());
        error.map_err(|error| error.to_string())
    };
    for (name, limit) in limits {
        assert_eq!(refused(name, json!("ß".repeat(limit))), Ok(()), "{name}");
        let expected = format!("{name} has {} characters, the API takes up to {limit}", limit + 1);
        assert_eq!(refused(name, json!("ß".repeat(limit + 1))), Err(expected));
    }
    let choices = [
        ("title", Title::NAMES),
        ("source", LeadSource::NAMES),
        ("type", ContactType::NAMES),
        ("salesTaxRegulation", SalesTaxRegulation::NAMES),
    ];
    for (name, allowed) in choices {
        for value in allowed {
            assert_eq!(refused(name, json!(value)), Ok(()));
        }
        let expected = format!("{name} is `x`, the API takes {}", allowed.join(", "));
        assert_eq!(refused(name, json!("x")), Err(expected));
    }
    for name in ["dateOfBirth", "driverLicenseDateOfIssue"] {
        assert_eq!(refused(name, json!("2010-05-10")), Ok(()));
        let expected = format!("{name} is `2010-02-30`, the API takes a date such as 1990-01-31");
        assert_eq!(refused(name, json!("2010-02-30")), Err(expected));
    }
    for (rating, good) in [(0.9, false), (1.0, true), (4.5, true), (5.0, true), (5.1, false)] {
        assert_eq!(refused("customerRating", json!(rating)).is_ok(), good);
    }
    assert_eq!(
        refused("customerRating", json!(6)),
        Err("customerRating is 6, the API takes 1 to 5".to_owned())
    );
}

#[test]
fn the_token_of_the_reference_is_asked_for_read_and_shown_in_headers() {
    let ids = TokenPost { dealer_alzura_id: 1_234_567_890, user_alzura_id: 1_234_567_890 };
    let request = auth::token(&ids);
    assert_eq!((request.method, request.path.as_str()), (Method::Post, "/auth/token"));
    assert_eq!(body(&request), json(include_str!("data/token-post.json")));
    let text = include_str!("data/token.json");
    let token = request.answer(200, text).unwrap();
    assert_eq!((token.expires_in, token.scope.as_str()), (86_400, "AutengoApiV3"));
    assert_eq!(token.token, json(text)["token"]);
    assert_eq!(format!("{token:?}"), "Token(Bearer, AutengoApiV3, 86400 s)");
    assert!(matches!(auth::refresh().answer(200, r#"{"token":""}"#), Err(ApiError::Unreadable(_))));

    let jwt = token.token.clone();
    let credentials =
        Credentials { jwt: Some("abc".to_owned()), session: Some(token), ..Credentials::key("k") };
    assert!(!format!("{credentials:?}").contains(&jwt));
    let headers = auth::refresh().headers(&credentials, Language::En);
    let expected = [
        ("Accept", "application/json"),
        ("Accept-Language", "en"),
        ("X-Api-Key", "k"),
        ("Authorization", "JWT abc"),
        ("X-Authorization", &format!("Bearer {jwt}")),
    ];
    assert_eq!(headers, expected.map(|(name, value)| (name, value.to_owned())));
    let names = request.headers(&Credentials::default(), Language::De);
    assert_eq!(names[2], ("Content-Type", "application/json".to_owned()));
    assert_eq!(names.len(), 3);
}

#[test]
fn choices_survive_their_names() {
    for name in LeadSource::NAMES.iter().chain(&["new"]) {
        assert_eq!(LeadSource::from_name(name).name(), *name);
    }
    assert!(!LeadSource::Other("new".to_owned()).is_documented());
}
