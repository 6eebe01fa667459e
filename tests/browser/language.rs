//! `ui::LanguageSwitch`.

use autengo_widget::i18n::Language;
use autengo_widget::ui::{Contact, LanguageSwitch};
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::Stage;

fn show() -> Stage {
    Stage::show(|| {
        view! {
            <LanguageSwitch />
            <Contact phone=Some("0301234567".to_owned()) email=None />
        }
    })
}

fn is_pressed(stage: &Stage, name: &str) -> bool {
    stage.role("button", name).get_attribute("aria-pressed").unwrap() == "true"
}

#[wasm_bindgen_test]
async fn a_language_changes_every_text_at_once() {
    let stage = show();
    stage.role("group", "Sprache");
    stage.role("link", "Rufen Sie uns an: 0301234567");
    stage.role("button", "English").click();
    tick().await;
    stage.role("group", "Language");
    stage.role("link", "Call us: 0301234567");
    stage.role("button", "Deutsch").click();
    tick().await;
    stage.role("link", "Rufen Sie uns an: 0301234567");
}

#[wasm_bindgen_test]
async fn the_shown_language_is_the_pressed_one() {
    let stage = show();
    assert_eq!((is_pressed(&stage, "Deutsch"), is_pressed(&stage, "English")), (true, false));
    stage.role("button", "English").click();
    tick().await;
    assert_eq!((is_pressed(&stage, "Deutsch"), is_pressed(&stage, "English")), (false, true));
    // As when the host page changes its own language.
    stage.locale.set_language(Language::De);
    tick().await;
    assert_eq!((is_pressed(&stage, "Deutsch"), is_pressed(&stage, "English")), (true, false));
}

#[wasm_bindgen_test]
fn each_language_is_named_in_itself() {
    let stage = show();
    for (name, code) in [("Deutsch", "de"), ("English", "en")] {
        assert_eq!(stage.role("button", name).lang(), code);
    }
}
