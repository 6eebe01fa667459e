//! `ui::Card`: a vehicle in the list.

use autengo_offer::energy::{Amount, Class, Consumption, Unit};
use autengo_widget::i18n::Language;
use autengo_widget::ui::{Card, CardContent};
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::calls::Calls;
use crate::stage::{Followed, Stage, dispatch, follow};

const HREF: &str = "/cars?cars%5Bvehicle%5D=AIQWXW";

fn focus() -> CardContent {
    CardContent {
        selling_id: "AIQWXW".into(),
        title: "Ford Focus".to_owned(),
        version: Some("Titanium".to_owned()),
        price: "12.500 €".to_owned(),
        price_note: Some("VB".to_owned()),
        facts: vec!["EZ 05/2017".to_owned(), "25.000 km".to_owned()],
        consumption: None,
        photo: None,
        body: "Kombi".to_owned(),
        colour: "Rot".to_owned(),
        badge: None,
        is_masked: false,
    }
}

fn show(content: CardContent) -> (Stage, Calls<()>) {
    let opened = Calls::new();
    let on_open = opened.callback();
    let stage = Stage::show(
        move || view! { <Card content href=HREF.to_owned() is_first=true level=3 corner=().into_any() on_open /> },
    );
    (stage, opened)
}

#[wasm_bindgen_test]
fn a_vehicle_is_read_from_its_name_to_its_facts() {
    let (stage, _) = show(focus());
    let text = stage.text().replace('\u{a0}', " ");
    assert_eq!(text, "Ford Focus Titanium 12.500 € VB EZ 05/2017, 25.000 km");
    assert_eq!(stage.one("[data-vehicle]").dataset().get("vehicle").unwrap(), "AIQWXW");
}

#[wasm_bindgen_test]
fn the_name_is_a_heading_of_the_asked_level_and_the_link() {
    let (stage, _) = show(focus());
    assert_eq!(stage.role("heading", "Ford Focus").tag_name(), "H3");
    let link = stage.role("link", "Ford Focus");
    assert_eq!(link.get_attribute("href").unwrap(), HREF);
    assert_eq!(stage.roles("link").len(), 1);
}

#[wasm_bindgen_test]
fn a_plain_click_opens_the_vehicle_here() {
    let (stage, opened) = show(focus());
    assert_eq!(follow(&stage.role("link", "Ford Focus"), |_| ()), Followed::Widget);
    assert_eq!(opened.all().len(), 1);
}

#[wasm_bindgen_test]
fn a_click_on_a_card_whose_content_is_not_laid_out_yet_opens_the_vehicle_once() {
    let (stage, opened) = show(focus());
    assert_eq!(follow(&stage.one("[data-vehicle]"), |_| ()), Followed::Widget);
    assert_eq!(opened.all().len(), 1);
    assert_eq!(follow(&stage.role("link", "Ford Focus"), |_| ()), Followed::Widget);
    assert_eq!(opened.all().len(), 2);
}

#[wasm_bindgen_test]
fn a_click_for_a_new_tab_or_window_is_left_to_the_browser() {
    let (stage, opened) = show(focus());
    let link = stage.role("link", "Ford Focus");
    assert_eq!(follow(&link, |click| click.set_ctrl_key(true)), Followed::Browser);
    assert_eq!(follow(&link, |click| click.set_meta_key(true)), Followed::Browser);
    assert_eq!(follow(&link, |click| click.set_shift_key(true)), Followed::Browser);
    assert_eq!(follow(&link, |click| click.set_alt_key(true)), Followed::Browser);
    assert_eq!(follow(&link, |click| click.set_button(1)), Followed::Browser);
    assert!(opened.is_empty());
}

#[wasm_bindgen_test]
fn the_whole_card_is_the_target_of_its_link() {
    let (stage, _) = show(focus());
    let styles = document().create_element("style").unwrap();
    // As narrow as in a list, so that all of it is on screen, and laid out before the next frame.
    let narrow = ".card { inline-size: 300px; content-visibility: visible }";
    styles.set_text_content(Some(&format!("{} {narrow}", include_str!("../../style/card.css"))));
    let card = stage.one("[data-vehicle]");
    card.append_child(&styles).unwrap();
    card.scroll_into_view();
    let area = card.get_bounding_client_rect();
    let link = stage.role("link", "Ford Focus");
    for (x, y) in [(0.1, 0.1), (0.5, 0.5), (0.9, 0.9)] {
        let (x, y) = (area.left() + area.width() * x, area.top() + area.height() * y);
        assert_eq!(stage.at_point(x, y).unwrap(), *link, "at {x}, {y}");
    }
}

#[wasm_bindgen_test]
fn only_a_masked_vehicle_is_marked_as_incomplete() {
    let (whole, _) = show(focus());
    assert!(!whole.has("[data-incomplete]"));
    let (masked, _) = show(CardContent {
        title: "Ford · Neufahrzeug, Angaben auf Anfrage".to_owned(),
        version: None,
        is_masked: true,
        ..focus()
    });
    assert!(masked.has("[data-incomplete][data-vehicle=AIQWXW]"));
    masked.role("link", "Ford · Neufahrzeug, Angaben auf Anfrage");
}

#[wasm_bindgen_test]
async fn consumption_is_stated_in_the_language_of_the_page() {
    let single =
        Consumption::Single { energy: Amount::new(5.5, Unit::Litre), co2: 126.0, class: Class::D };
    let (stage, _) = show(CardContent { consumption: Some(single), ..focus() });
    let energy = stage.text();
    assert!(energy.contains("Energieverbrauch kombiniert: 5,5\u{a0}l/100\u{a0}km"), "{energy}");
    assert!(energy.contains("126\u{a0}g/km"), "{energy}");
    assert!(energy.contains("CO₂-Klasse: D"), "{energy}");
    stage.locale.set_language(Language::En);
    tick().await;
    assert!(stage.text().contains("5.5\u{a0}l/100\u{a0}km"), "{}", stage.text());
}

#[wasm_bindgen_test]
async fn a_drawing_stands_in_for_a_picture_that_does_not_load() {
    let photo = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>".to_owned();
    let (stage, _) = show(CardContent { photo: Some(photo), ..focus() });
    assert!(stage.has("img") && !stage.has("svg"));
    dispatch(&stage.one("img"), "error");
    tick().await;
    assert!(stage.has("svg") && !stage.has("img"));
}
