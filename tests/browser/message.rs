//! `ui::Message` and `ui::Contact`: what stands in the place of a list.

use autengo_widget::i18n::Language;
use autengo_widget::ui::{Contact, Message};
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::calls::Calls;
use crate::stage::Stage;

fn show(is_alert: bool) -> (Stage, Calls<()>) {
    let tried = Calls::new();
    let on_try = tried.callback();
    let stage = Stage::show(move || {
        view! {
            <Message title="Nichts da" text="Gleich noch einmal?" level=3 is_alert>
                <button on:click=move |_| on_try.run(())>"Erneut versuchen"</button>
            </Message>
        }
    });
    (stage, tried)
}

#[wasm_bindgen_test]
fn a_message_says_the_problem_and_the_remedy() {
    let (stage, tried) = show(false);
    assert_eq!(stage.text(), "Nichts da Gleich noch einmal? Erneut versuchen");
    assert_eq!(stage.role("heading", "Nichts da").tag_name(), "H3");
    stage.role("button", "Erneut versuchen").click();
    assert_eq!(tried.all().len(), 1);
}

#[wasm_bindgen_test]
fn only_an_alert_is_read_out_at_once() {
    assert_eq!(show(true).0.roles("alert").len(), 1);
    assert_eq!(show(false).0.roles("alert").len(), 0);
}

fn contact(phone: Option<&str>, email: Option<&str>) -> Stage {
    let (phone, email) = (phone.map(str::to_owned), email.map(str::to_owned));
    Stage::show(move || view! { <Contact phone email /> })
}

#[wasm_bindgen_test]
async fn the_dealer_can_be_called_and_written_to() {
    let stage = contact(Some("+49 (30) 1234-567"), Some("info@dealer.example"));
    let call = stage.role("link", "Rufen Sie uns an: +49 (30) 1234-567");
    assert_eq!(call.get_attribute("href").unwrap(), "tel:+49301234567");
    let write = stage.role("link", "Schreiben Sie uns: info@dealer.example");
    assert_eq!(write.get_attribute("href").unwrap(), "mailto:info@dealer.example");
    stage.locale.set_language(Language::En);
    tick().await;
    assert!(!stage.text().contains("Sie uns"), "{}", stage.text());
}

#[wasm_bindgen_test]
fn a_number_is_dialled_as_it_is_meant() {
    for (phone, dialled) in [
        ("+49 (0)30 1234567", "tel:+49301234567"),
        ("0049 30 1234567", "tel:+49301234567"),
        ("030 1234567 oder 0171 2345678", "tel:0301234567"),
    ] {
        let stage = contact(Some(phone), None);
        let link = stage.role("link", &format!("Rufen Sie uns an: {phone}"));
        assert_eq!(link.get_attribute("href").unwrap(), dialled);
    }
}

#[wasm_bindgen_test]
fn a_dealer_who_named_no_way_is_not_linked() {
    assert_eq!(contact(None, None).roles("link").len(), 0);
}
