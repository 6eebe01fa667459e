//! `inquiry::Inquiry`: the form whose text survives everything but being sent.

use std::sync::Arc;

use autengo_widget::client::Client;
use autengo_widget::config::Config;
use autengo_widget::i18n::Language;
use autengo_widget::inquiry::{Inquiry, Subject};
use js_sys::Reflect;
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::stage::{Stage, heard, next_frame, section, type_into, value};

/// Refuses at once: browsers do not even try this port.
const REFUSES: &str = "http://127.0.0.1:1";
/// Answers every path with an opportunity; all but the answer is the URL's fragment.
const ACCEPTS: &str = r#"data:application/json,{"data":{"opportunityId":4711}}#"#;

const PRIVACY: (&str, &str) = ("privacy-url", "/datenschutz");
const QUESTION: &str =
    "Guten Tag, ich interessiere mich für dieses Fahrzeug. Ist es noch verfügbar?";

async fn show_in(host: HtmlElement, attributes: &[(&str, &str)]) -> Stage {
    let attributes: Vec<_> =
        attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let (stage, ()) = Stage::show_in(host, move || {
        let (config, problems) = Config::read(&attributes);
        assert_eq!(problems, [""; 0]);
        provide_context(Client::new(&config, None));
        let subject = Subject {
            selling_id: "AIQWXW".to_owned(),
            title: "Ford Focus".to_owned(),
            number: "MY-ID".to_owned(),
            link: "https://dealer.example/".to_owned(),
            is_masked: false,
        };
        ((), view! { <Inquiry subject config=Arc::new(config) level=3 /> })
    });
    // Values of fields are set a moment after the fields are there.
    tick().await;
    stage
}

async fn show(api: &str) -> Stage {
    show_in(section(), &[("api-base", api), PRIVACY, ("phone", "030 1234567")]).await
}

fn field(stage: &Stage, name: &str) -> HtmlElement {
    stage.role("textbox", name)
}

/// Fills in what is needed.
fn fill_in(stage: &Stage) {
    type_into(&field(stage, "Nachname"), "Doe");
    type_into(&field(stage, "E-Mail"), "jane@doe.example");
    type_into(&field(stage, "Ihre Nachricht"), "Hat er eine Anhängerkupplung?");
}

fn send(stage: &Stage) {
    stage.role("button", "Anfrage senden").click();
}

fn is_invalid(field: &HtmlElement) -> bool {
    field.get_attribute("aria-invalid").is_some_and(|invalid| invalid == "true")
}

#[wasm_bindgen_test]
async fn sending_an_empty_form_names_what_is_missing() {
    let stage = show(REFUSES).await;
    let (name, email) = (field(&stage, "Nachname"), field(&stage, "E-Mail"));
    assert!(!is_invalid(&name) && stage.roles("alert").is_empty());
    send(&stage);
    tick().await;
    assert!(is_invalid(&name) && is_invalid(&email) && !is_invalid(&field(&stage, "Telefon")));
    assert_eq!(stage.description(&name).unwrap(), "Bitte geben Sie Ihren Nachnamen an.");
    assert_eq!(
        stage.description(&email).unwrap(),
        "Bitte geben Sie eine E-Mail-Adresse oder Telefonnummer an."
    );
    stage.role("alert", "Bitte prüfen Sie die markierten Felder.");
}

#[wasm_bindgen_test]
async fn the_focus_goes_to_the_first_field_that_is_missing() {
    let stage = show(REFUSES).await;
    send(&stage);
    assert_eq!(stage.focused().unwrap(), *field(&stage, "Nachname"));
    type_into(&field(&stage, "Nachname"), "Doe");
    send(&stage);
    assert_eq!(stage.focused().unwrap(), *field(&stage, "E-Mail"));
}

#[wasm_bindgen_test]
async fn the_message_comes_first_in_the_form_and_in_the_focus() {
    let stage = show(REFUSES).await;
    type_into(&field(&stage, "Ihre Nachricht"), "");
    send(&stage);
    assert_eq!(stage.focused().unwrap(), *field(&stage, "Ihre Nachricht"));
}

#[wasm_bindgen_test]
async fn an_error_goes_when_it_is_put_right() {
    let stage = show(REFUSES).await;
    send(&stage);
    tick().await;
    type_into(&field(&stage, "Nachname"), "Doe");
    type_into(&field(&stage, "Telefon"), "030 1234567");
    tick().await;
    assert!(!is_invalid(&field(&stage, "Nachname")) && !is_invalid(&field(&stage, "E-Mail")));
    assert!(stage.roles("alert").is_empty());
}

#[wasm_bindgen_test]
async fn an_address_that_cannot_be_answered_is_named() {
    let stage = show(REFUSES).await;
    fill_in(&stage);
    type_into(&field(&stage, "E-Mail"), "jane@doe");
    send(&stage);
    tick().await;
    let error = stage.description(&field(&stage, "E-Mail")).unwrap();
    assert!(error.contains("unvollständig"), "{error}");
}

#[wasm_bindgen_test]
async fn what_was_typed_is_there_when_the_form_comes_back() {
    let attributes = [("api-base", REFUSES), PRIVACY];
    let stage = show_in(section(), &attributes).await;
    fill_in(&stage);
    let host = stage.clear();
    let stage = show_in(host, &attributes).await;
    assert_eq!(value(&field(&stage, "Nachname")), "Doe");
    assert_eq!(value(&field(&stage, "E-Mail")), "jane@doe.example");
    assert_eq!(value(&field(&stage, "Ihre Nachricht")), "Hat er eine Anhängerkupplung?");
}

#[wasm_bindgen_test]
async fn a_failure_keeps_the_text_and_shows_the_phone_number() {
    let stage = show(REFUSES).await;
    fill_in(&stage);
    send(&stage);
    tick().await;
    let sending = stage.role("button", "Wird gesendet …");
    assert_eq!(sending.get_attribute("aria-disabled").unwrap(), "true");
    let alert = stage.appears("[role=alert]").await;
    assert!(alert.inner_text().contains("Ihre Anfrage wurde nicht gesendet."));
    assert_eq!(
        stage.role("link", "Rufen Sie uns an: 030 1234567").get_attribute("href").unwrap(),
        "tel:0301234567"
    );
    assert_eq!(value(&field(&stage, "Ihre Nachricht")), "Hat er eine Anhängerkupplung?");
    assert_eq!(value(&field(&stage, "Nachname")), "Doe");
    let again = stage.role("button", "Anfrage senden");
    assert_eq!(again.get_attribute("aria-disabled").unwrap(), "false");
}

#[wasm_bindgen_test]
async fn an_inquiry_that_arrived_is_thanked_for_by_its_number() {
    let stage = show(ACCEPTS).await;
    fill_in(&stage);
    send(&stage);
    let done = stage.appears("[role=status]").await;
    assert!(done.inner_text().contains("Danke, Ihre Anfrage ist angekommen."));
    assert!(done.inner_text().contains("Ihre Vorgangsnummer: 4711"));
    assert!(stage.one("[data-inquiry]").hidden());
    stage.role("button", "Weitere Anfrage senden").click();
    tick().await;
    assert!(!stage.one("[data-inquiry]").hidden());
    assert_eq!(value(&field(&stage, "Ihre Nachricht")), QUESTION);
    assert_eq!(value(&field(&stage, "Nachname")), "Doe");
}

#[wasm_bindgen_test]
async fn the_page_hears_of_an_inquiry_that_arrived() {
    let stage = show(ACCEPTS).await;
    let event = heard("autengo:inquiry");
    fill_in(&stage);
    send(&stage);
    let event = event.await;
    let get = |name: &str| Reflect::get(&event.detail(), &name.into()).unwrap();
    assert_eq!(get("sellingId").as_string().unwrap(), "AIQWXW");
    assert_eq!(get("opportunityId").as_f64(), Some(4711.0));
}

#[wasm_bindgen_test]
async fn what_was_sent_does_not_come_back_but_who_sent_it_does() {
    let attributes = [("api-base", ACCEPTS), PRIVACY];
    let stage = show_in(section(), &attributes).await;
    fill_in(&stage);
    send(&stage);
    stage.appears("[role=status]").await;
    let stage = show_in(stage.clear(), &attributes).await;
    assert_eq!(value(&field(&stage, "Ihre Nachricht")), QUESTION);
    assert_eq!(value(&field(&stage, "Nachname")), "Doe");
}

#[wasm_bindgen_test]
async fn an_inquiry_that_arrives_after_its_form_has_gone_does_not_come_back() {
    let attributes = [("api-base", ACCEPTS), PRIVACY];
    let stage = show_in(section(), &attributes).await;
    let event = heard("autengo:inquiry");
    fill_in(&stage);
    send(&stage);
    let host = stage.clear();
    event.await;
    tick().await;
    let stage = show_in(host, &attributes).await;
    assert_eq!(value(&field(&stage, "Ihre Nachricht")), QUESTION);
}

#[wasm_bindgen_test]
async fn an_opening_writes_the_message() {
    let stage = show(REFUSES).await;
    assert_eq!(value(&field(&stage, "Ihre Nachricht")), QUESTION);
    let drive = stage.role("button", "Probefahrt");
    assert_eq!(drive.get_attribute("aria-pressed").unwrap(), "false");
    drive.click();
    tick().await;
    assert!(value(&field(&stage, "Ihre Nachricht")).contains("Probe fahren"));
    assert_eq!(drive.get_attribute("aria-pressed").unwrap(), "true");
}

#[wasm_bindgen_test]
async fn an_opening_speaks_the_language_and_own_words_stay() {
    let stage = show(REFUSES).await;
    stage.locale.set_language(Language::En);
    next_frame().await;
    let message = field(&stage, "Your message");
    assert!(value(&message).starts_with("Hello, I am interested"), "{}", value(&message));
    type_into(&message, "My own words");
    stage.locale.set_language(Language::De);
    next_frame().await;
    assert_eq!(value(&field(&stage, "Ihre Nachricht")), "My own words");
}

#[wasm_bindgen_test]
async fn the_privacy_policy_is_linked_where_it_is_known() {
    let stage = show(REFUSES).await;
    let link = stage.role("link", "Datenschutzerklärung");
    assert_eq!(link.get_attribute("href").unwrap(), "/datenschutz");
    let none = show_in(section(), &[("api-base", REFUSES)]).await;
    assert!(none.roles("link").is_empty());
    assert!(none.text().contains("erhält der Händler Ihre Angaben"));
}

#[wasm_bindgen_test]
async fn the_privacy_policy_of_the_page_is_found() {
    let link = document().create_element("link").unwrap();
    link.set_attribute("rel", "privacy-policy").unwrap();
    link.set_attribute("href", "/privacy").unwrap();
    document().head().unwrap().append_child(&link).unwrap();
    let stage = show_in(section(), &[("api-base", REFUSES)]).await;
    link.remove();
    let link = stage.role("link", "Datenschutzerklärung");
    assert_eq!(link.get_attribute("href").unwrap(), "/privacy");
}
