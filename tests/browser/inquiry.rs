//! `inquiry::Inquiry`: the form whose text survives everything but arriving.

use std::sync::Arc;

use autengo_widget::client::Client;
use autengo_widget::config::Config;
use autengo_widget::host::Host;
use autengo_widget::i18n::Language;
use autengo_widget::inquiry::{Inquiry, Subject, is_begun, news};
use autengo_widget::nav::Nav;
use js_sys::Reflect;
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::clock::Clock;
use crate::page::Page;
use crate::server::Server;
use crate::stage::{
    Followed, Stage, dispatch, follow, heard, next_frame, section, type_into, value,
};

/// Refuses at once: browsers do not even try this port.
const REFUSES: &str = "http://127.0.0.1:1";
/// Answers every path with an opportunity; all but the answer is the URL's fragment.
const ACCEPTS: &str = r#"data:application/json,{"data":{"opportunityId":4711}}#"#;

const PRIVACY: (&str, &str) = ("privacy-url", "/datenschutz");
/// An address that a [`Server`] stands in for.
const API: &str = "https://api.example/v3";
const ASKED: &str = "Hat er eine Anhängerkupplung?";
const AGAIN: &str = "Trotzdem noch einmal senden";
const QUESTION: &str =
    "Guten Tag, ich interessiere mich für dieses Fahrzeug. Ist es noch verfügbar?";

fn subject() -> Subject {
    Subject {
        selling_id: "AIQWXW".into(),
        title: "Ford Focus".to_owned(),
        number: "MY-ID".to_owned(),
        link: "https://dealer.example/".to_owned(),
        is_masked: false,
    }
}

async fn show_in(host: HtmlElement, attributes: &[(&str, &str)]) -> Stage {
    show_about(subject(), host, attributes).await.0
}

/// The form, and what is known of its vehicle.
async fn show_about(
    subject: Subject,
    host: HtmlElement,
    attributes: &[(&str, &str)],
) -> (Stage, RwSignal<Subject>) {
    let attributes: Vec<_> =
        attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
    let (stage, known) = Stage::show_in(host, move || {
        let (config, mut problems) = Config::read(&attributes);
        // An address that answers by itself is odd, and used all the same.
        problems.retain(|problem| !problem.starts_with("api-base"));
        assert_eq!(problems, [""; 0]);
        provide_context(Client::new(&config, &expect_context::<Host>(), None));
        let known = RwSignal::new(subject);
        let subject = Callback::new(move |()| known.get());
        (known, view! { <Inquiry subject config=Arc::new(config) level=3 /> })
    });
    tick().await;
    (stage, known)
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
    type_into(&field(stage, "Ihre Nachricht"), ASKED);
}

fn send(stage: &Stage) {
    stage.role("button", "Anfrage senden").click();
}

/// What is said of an inquiry that is not known to have arrived.
fn alert(stage: &Stage) -> String {
    stage.one(".inquiry__failed").inner_text()
}

/// The lines that follow the visitor's text in what was sent.
async fn mark(server: &Server) -> String {
    let body = server.body().await;
    let body = js_sys::JSON::parse(&body).unwrap();
    let text = Reflect::get(&body, &"requestText".into()).unwrap().as_string().unwrap();
    text.split_once("Referenz: ").unwrap().1.to_owned()
}

fn is_invalid(field: &HtmlElement) -> bool {
    field.get_attribute("aria-invalid").is_some_and(|invalid| invalid == "true")
}

#[wasm_bindgen_test]
async fn sending_an_empty_form_names_the_missing_fields() {
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
async fn typed_texts_are_there_when_the_form_comes_back() {
    let attributes = [("api-base", REFUSES), PRIVACY];
    let stage = show_in(section(), &attributes).await;
    fill_in(&stage);
    let host = stage.clear();
    let stage = show_in(host, &attributes).await;
    assert_eq!(value(&field(&stage, "Nachname")), "Doe");
    assert_eq!(value(&field(&stage, "E-Mail")), "jane@doe.example");
    assert_eq!(value(&field(&stage, "Ihre Nachricht")), ASKED);
}

#[wasm_bindgen_test]
async fn a_failure_keeps_the_text_and_shows_the_phone_number() {
    let (stage, server) = (show(API).await, Server::new());
    fill_in(&stage);
    send(&stage);
    tick().await;
    let sending = stage.role("button", "Wird gesendet …");
    assert_eq!(sending.get_attribute("aria-disabled").unwrap(), "true");
    server.answer(500, &[], "").await;
    assert!(alert(&stage).contains("Ihre Anfrage wurde nicht gesendet."));
    assert_eq!(
        stage.role("link", "Rufen Sie uns an: 030 1234567").get_attribute("href").unwrap(),
        "tel:0301234567"
    );
    assert_eq!(value(&field(&stage, "Ihre Nachricht")), ASKED);
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
async fn a_sent_text_does_not_come_back_but_its_sender_does() {
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

#[wasm_bindgen_test]
async fn an_inquiry_without_an_answer_may_have_arrived() {
    let (stage, server) = (show(API).await, Server::new());
    fill_in(&stage);
    send(&stage);
    server.lose().await;
    for (status, body) in
        [(200, "<html>"), (200, "{\"data\":{\"oppor"), (200, "{}"), (502, ""), (504, "")]
    {
        assert!(alert(&stage).contains("möglicherweise schon angekommen"), "{}", alert(&stage));
        assert!(!stage.text().contains("nicht gesendet"));
        assert_eq!(value(&field(&stage, "Ihre Nachricht")), ASKED);
        stage.role("link", "Rufen Sie uns an: 030 1234567");
        stage.role("button", AGAIN).click();
        server.answer(status, &[], body).await;
    }
    assert_eq!(server.count().await, 6);
    stage.locale.set_language(Language::En);
    tick().await;
    assert!(alert(&stage).contains("may have arrived already"));
    stage.role("button", "Send again anyway");
}

#[wasm_bindgen_test]
async fn an_answer_that_does_not_come_leaves_it_open_too() {
    let (clock, server) = (Clock::stopped(), Server::new());
    let stage = show(API).await;
    fill_in(&stage);
    send(&stage);
    tick().await;
    clock.elapse();
    let alert = stage.appears(".inquiry__failed").await;
    assert!(alert.inner_text().contains("möglicherweise schon angekommen"));
    drop(server);
}

#[wasm_bindgen_test]
async fn an_inquiry_that_may_have_arrived_is_sent_again_by_a_decision_only() {
    let (stage, server) = (show(API).await, Server::new());
    fill_in(&stage);
    send(&stage);
    send(&stage);
    assert_eq!(server.count().await, 1);
    server.lose().await;
    // As Enter in a field would, if it still did.
    dispatch(&stage.one("[data-inquiry]"), "submit");
    tick().await;
    assert_eq!(server.count().await, 1);
    assert!(!stage.has("[data-inquiry] [type=submit]"));
    stage.role("button", AGAIN).click();
    tick().await;
    assert_eq!(server.count().await, 2);
    server.accept().await;
    stage.one(".inquiry__done");
    assert_eq!(server.count().await, 2);
}

#[wasm_bindgen_test]
async fn the_dealer_sees_that_a_text_comes_again() {
    let attributes = [("api-base", API), PRIVACY];
    let (stage, server) = (show_in(section(), &attributes).await, Server::new());
    fill_in(&stage);
    send(&stage);
    let first = mark(&server).await;
    assert_eq!(first.len(), 6, "{first}");
    server.lose().await;
    assert!(alert(&stage).contains(&first));
    stage.role("button", AGAIN).click();
    assert_eq!(mark(&server).await, format!("{first}\n(erneut gesendet)"));
    server.lose().await;
    // The same after the instance has been started anew.
    let stage = show_in(stage.clear(), &attributes).await;
    stage.role("button", AGAIN).click();
    assert_eq!(mark(&server).await, format!("{first}\n(erneut gesendet)"));
    server.lose().await;
    type_into(&field(&stage, "Ihre Nachricht"), "Etwas anderes");
    stage.role("button", AGAIN).click();
    let other = mark(&server).await;
    assert!(other.len() == 6 && other != first, "{other}");
    server.lose().await;
    // About another vehicle, the same text is another inquiry.
    let other = Subject { selling_id: "RQ5O9S".into(), ..subject() };
    let (stage, _) = show_about(other, stage.clear(), &attributes).await;
    type_into(&field(&stage, "Ihre Nachricht"), ASKED);
    send(&stage);
    let other = mark(&server).await;
    assert!(other.len() == 6 && other != first, "{other}");
}

#[wasm_bindgen_test]
async fn another_program_knows_inquiries_that_may_have_arrived() {
    let (stage, server) = (show(API).await, Server::new());
    type_into(&field(&stage, "Nachname"), "Doe");
    type_into(&field(&stage, "Telefon"), "030 1234567");
    send(&stage);
    let first = mark(&server).await;
    // A program that panics takes all with it but what the element keeps.
    let kept = Host::new(stage.clear()).draft().unwrap();
    let host = section();
    Host::new(host.clone()).set_draft(&kept);
    let stage = show_in(host, &[("api-base", API), PRIVACY]).await;
    assert!(alert(&stage).contains("möglicherweise"));
    stage.role("button", AGAIN).click();
    assert_eq!(mark(&server).await, format!("{first}\n(erneut gesendet)"));
}

#[wasm_bindgen_test]
async fn each_cause_has_its_words() {
    let (stage, server) = (show(API).await, Server::new());
    fill_in(&stage);
    let refused = r#"{"status":"error","statusText":"customer.zipCode is too long"}"#;
    for (status, body, german, english) in [
        (400, refused, "PLZ (customer.zipCode is too long)", "Postal code (customer.zip"),
        (400, "", "prüfen Sie Ihre Angaben", "check what you have entered"),
        (401, "", "ein weiterer Versuch hilft zurzeit nicht", "trying again will not help"),
        (403, "", "rufen Sie uns an", "call us"),
        (404, "", "nicht mehr verfügbar", "no longer available"),
        (410, "", "nicht mehr verfügbar", "no longer available"),
        (429, "", "warten Sie einen Moment", "wait a moment"),
        (500, "", "versuchen Sie es noch einmal", "try again"),
        (503, "", "versuchen Sie es noch einmal", "try again"),
    ] {
        send(&stage);
        server.answer(status, &[], body).await;
        let said = alert(&stage);
        assert!(said.contains(german), "{status}: {said}");
        assert!(!said.contains("möglicherweise"), "{status}: {said}");
        let helps = !matches!(status, 401 | 403);
        assert!(helps || !said.contains("noch einmal"), "{status}: {said}");
        stage.locale.set_language(Language::En);
        tick().await;
        assert!(alert(&stage).contains(english), "{status}: {}", alert(&stage));
        stage.locale.set_language(Language::De);
        tick().await;
        assert_eq!(value(&field(&stage, "Ihre Nachricht")), ASKED);
        stage.role("button", "Anfrage senden");
    }
}

#[wasm_bindgen_test]
async fn a_server_that_has_too_much_is_left_alone_as_long_as_it_asks() {
    let (clock, server) = (Clock::stopped(), Server::new());
    let stage = show(API).await;
    fill_in(&stage);
    send(&stage);
    server.answer(429, &[("Retry-After", "30")], "").await;
    assert!(alert(&stage).contains("warten Sie 30 s"), "{}", alert(&stage));
    let button = stage.role("button", "Anfrage senden");
    assert_eq!(button.get_attribute("aria-disabled").unwrap(), "true");
    button.click();
    tick().await;
    assert_eq!(server.count().await, 1);
    clock.elapse();
    next_frame().await;
    assert_eq!(button.get_attribute("aria-disabled").unwrap(), "false");
    button.click();
    tick().await;
    assert_eq!(server.count().await, 2);
}

#[wasm_bindgen_test]
async fn a_refused_inquiry_is_sent_again_under_its_reference_but_is_no_repeat() {
    let (stage, server) = (show(API).await, Server::new());
    fill_in(&stage);
    send(&stage);
    let first = mark(&server).await;
    server.answer(401, &[], "").await;
    send(&stage);
    assert_eq!(mark(&server).await, first);
}

#[wasm_bindgen_test]
async fn a_language_leaves_the_form_as_it_is_while_it_is_sent_and_after() {
    let (stage, server) = (show(API).await, Server::new());
    fill_in(&stage);
    let message = field(&stage, "Ihre Nachricht");
    send(&stage);
    stage.locale.set_language(Language::En);
    tick().await;
    let sending = stage.role("button", "Sending …");
    sending.click();
    assert_eq!(field(&stage, "Your message"), message);
    server.accept().await;
    assert!(stage.text().contains("Thank you, your inquiry has arrived."));
    stage.locale.set_language(Language::De);
    tick().await;
    assert!(stage.text().contains("Danke, Ihre Anfrage ist angekommen."));
    assert_eq!(server.count().await, 1);
}

#[wasm_bindgen_test]
async fn news_of_the_vehicle_leave_typed_texts_alone() {
    let attributes = [("api-base", API), PRIVACY];
    let (stage, known) = show_about(subject(), section(), &attributes).await;
    let server = Server::new();
    fill_in(&stage);
    let message = field(&stage, "Ihre Nachricht");
    message.focus().unwrap();
    type_into(&message, "Ist der Wagen");
    known.set(Subject { title: "Ford Focus Turnier".to_owned(), ..subject() });
    tick().await;
    assert_eq!(stage.focused().unwrap(), *message);
    assert_eq!(value(&message), "Ist der Wagen");
    send(&stage);
    assert!(server.body().await.contains("Ford Focus Turnier"));
}

#[wasm_bindgen_test]
async fn the_first_words_are_for_the_vehicle_as_it_is_known() {
    let masked = Subject { is_masked: true, ..subject() };
    let (stage, known) = show_about(masked.clone(), section(), &[("api-base", API), PRIVACY]).await;
    let message = field(&stage, "Ihre Nachricht");
    assert!(value(&message).contains("alle Angaben"));
    known.set(subject());
    next_frame().await;
    assert_eq!(value(&message), QUESTION);
    type_into(&message, ASKED);
    known.set(masked);
    next_frame().await;
    assert_eq!(value(&message), ASKED);
}

#[wasm_bindgen_test]
async fn who_writes_on_while_it_is_sent_is_not_interrupted() {
    let (stage, server) = (show(API).await, Server::new());
    fill_in(&stage);
    send(&stage);
    let message = field(&stage, "Ihre Nachricht");
    message.focus().unwrap();
    type_into(&message, "Und: hat er Winterreifen?");
    server.accept().await;
    assert!(server.body().await.contains(ASKED));
    assert!(stage.text().contains("Danke, Ihre Anfrage ist angekommen."));
    assert!(!stage.one("[data-inquiry]").hidden());
    assert_eq!(stage.focused().unwrap(), *message);
    assert_eq!(value(&message), "Und: hat er Winterreifen?");
    // It is the next inquiry, at once or by the button.
    stage.role("button", "Weitere Anfrage senden").click();
    tick().await;
    assert_eq!(value(&message), "Und: hat er Winterreifen?");
    send(&stage);
    assert!(server.body().await.contains("Und: hat er Winterreifen?"));
    assert_eq!(server.count().await, 2);
}

#[wasm_bindgen_test]
async fn a_form_that_nobody_has_written_into_is_not_begun() {
    let stage = show(API).await;
    stage.locale.set_language(Language::En);
    next_frame().await;
    assert!(value(&field(&stage, "Your message")).starts_with("Hello, I am interested"));
    assert!(!is_begun(&Host::new(stage.clear()), &"AIQWXW".into()));
}

#[wasm_bindgen_test]
async fn visible_characters_are_sent() {
    let (stage, server) = (show(API).await, Server::new());
    fill_in(&stage);
    let write = |name, text: &str| {
        let field = field(&stage, name);
        Reflect::set(&field, &"value".into(), &text.into()).unwrap();
        field
    };
    // A password manager says `change` alone, or nothing.
    dispatch(&write("Nachname", "Özdemir"), "change");
    write("E-Mail", " max@straße.de ");
    assert_eq!(value(&field(&stage, "Nachname")), "Özdemir");
    send(&stage);
    let body = server.body().await;
    assert!(body.contains("Özdemir") && body.contains("\"max@straße.de\""), "{body}");
}

#[wasm_bindgen_test]
async fn an_address_stays_as_it_is_typed() {
    let (stage, server) = (show(API).await, Server::new());
    fill_in(&stage);
    let email = field(&stage, "E-Mail");
    email.focus().unwrap();
    let typed = "max mustermann@straße.de ";
    for (end, letter) in typed.char_indices() {
        let so_far = &typed[..end + letter.len_utf8()];
        type_into(&email, so_far);
        tick().await;
        assert_eq!(value(&email), so_far);
    }
    send(&stage);
    tick().await;
    assert!(is_invalid(&email) && stage.description(&email).is_some());
    assert_eq!(server.count().await, 0);
}

#[wasm_bindgen_test]
async fn invisible_characters_are_not_sent() {
    let (stage, server) = (show(API).await, Server::new());
    fill_in(&stage);
    type_into(&field(&stage, "E-Mail"), "jane@doe.example\u{200b} ");
    send(&stage);
    let body = server.body().await;
    assert!(body.contains("\"jane@doe.example\""), "{body}");
}

#[wasm_bindgen_test]
async fn a_page_that_takes_the_widget_out_in_the_click_loses_nothing() {
    let (stage, server) = (show(API).await, Server::new());
    let event = heard("autengo:inquiry");
    fill_in(&stage);
    send(&stage);
    let host = stage.clear();
    tick().await;
    server.accept().await;
    event.await;
    let stage = show_in(host, &[("api-base", API), PRIVACY]).await;
    assert_eq!(value(&field(&stage, "Ihre Nachricht")), QUESTION);
}

#[wasm_bindgen_test]
async fn an_instance_that_is_started_anew_knows_inquiries_under_way() {
    let attributes = [("api-base", API), PRIVACY];
    let (stage, server) = (show_in(section(), &attributes).await, Server::new());
    fill_in(&stage);
    send(&stage);
    let stage = show_in(stage.clear(), &attributes).await;
    stage.role("button", "Wird gesendet …").click();
    assert_eq!(server.count().await, 1);
    server.accept().await;
    stage.one(".inquiry__done");
}

/// What is said beside the list, in a page that the form has left.
fn leave(stage: Stage) -> (Stage, Page) {
    let page = Page::at("");
    let host = stage.clear();
    let stage = Stage::show_in(host, || {
        let nav = Nav::new("cars", &expect_context::<Host>());
        provide_context(nav);
        ((), news(nav))
    });
    (stage.0, page)
}

#[wasm_bindgen_test]
async fn the_list_says_which_inquiry_was_not_sent_and_leads_back_to_it() {
    let attributes = [("api-base", API), PRIVACY];
    let (stage, server) = (show_in(section(), &attributes).await, Server::new());
    fill_in(&stage);
    send(&stage);
    let (stage, page) = leave(stage);
    assert!(!stage.has(".notice"));
    server.answer(500, &[], "").await;
    let notice = stage.role("alert", &stage.text());
    assert!(notice.inner_text().contains("zu „Ford Focus“ wurde nicht gesendet"));
    stage.locale.set_language(Language::En);
    tick().await;
    assert!(notice.inner_text().contains("about “Ford Focus” was not sent"));
    let way = stage.role("link", "To your text");
    assert!(way.get_attribute("href").unwrap().contains("AIQWXW"));
    assert_eq!(follow(&way, |_| ()), Followed::Widget);
    assert!(Page::tail().contains("AIQWXW"));
    tick().await;
    assert!(!stage.has(".notice"));
    let stage = show_in(stage.clear(), &attributes).await;
    assert!(alert(&stage).contains("nicht gesendet"));
    assert_eq!(value(&field(&stage, "Ihre Nachricht")), ASKED);
    drop(page);
    // The visitor has read it.
    let (stage, _page) = leave(stage);
    assert!(!stage.has(".notice"));
}

#[wasm_bindgen_test]
async fn the_list_says_which_inquiry_may_have_arrived_and_which_has() {
    let attributes = [("api-base", API), PRIVACY];
    let (stage, server) = (show_in(section(), &attributes).await, Server::new());
    fill_in(&stage);
    send(&stage);
    let (stage, page) = leave(stage);
    server.lose().await;
    assert!(stage.text().contains("möglicherweise schon angekommen"));
    let stage = show_in(stage.clear(), &attributes).await;
    stage.role("button", AGAIN).click();
    drop(page);
    let (stage, _page) = leave(stage);
    server.accept().await;
    assert!(stage.text().contains("zu „Ford Focus“ ist angekommen. Ihre Vorgangsnummer: 4711"));
    stage.role("button", "Schließen").click();
    tick().await;
    assert!(!stage.has(".notice"));
}

#[wasm_bindgen_test]
async fn each_vehicle_has_its_own_text() {
    let attributes = [("api-base", API), PRIVACY];
    let stage = show_in(section(), &attributes).await;
    fill_in(&stage);
    let other = Subject { selling_id: "RQ5O9S".into(), ..subject() };
    let (stage, _) = show_about(other, stage.clear(), &attributes).await;
    type_into(&field(&stage, "Ihre Nachricht"), "Und dieser?");
    let host = stage.clear();
    assert!(is_begun(&Host::new(host.clone()), &"AIQWXW".into()));
    assert!(!is_begun(&Host::new(host.clone()), &"NOBODY".into()));
    let stage = show_in(host, &attributes).await;
    assert_eq!(value(&field(&stage, "Ihre Nachricht")), ASKED);
}
