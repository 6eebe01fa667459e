//! `ui::Chips`: the filters that are set.

use autengo_widget::i18n::Language;
use autengo_widget::ui::{ChipContent, Chips};
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::calls::Calls;
use crate::stage::{Followed, Stage, follow};

struct Row {
    stage: Stage,
    chips: RwSignal<Vec<ChipContent>>,
    removed: Calls<usize>,
    reset: Calls<()>,
}

impl Row {
    fn show(labels: &[&str]) -> Self {
        let (removed, reset) = (Calls::new(), Calls::new());
        let (on_remove, on_reset, content) =
            (removed.callback(), reset.callback(), content(labels));
        let (stage, chips) = Stage::show_with(move || {
            let chips = RwSignal::new(content);
            let reset_href = "/all".to_owned();
            (chips, view! { <Chips chips on_remove reset_href on_reset /> })
        });
        Self { stage, chips, removed, reset }
    }
}

fn content(labels: &[&str]) -> Vec<ChipContent> {
    let chip = |label: &&str| ChipContent {
        label: (*label).to_owned(),
        href: format!("/without-{}", label.to_lowercase()),
    };
    labels.iter().map(chip).collect()
}

#[wasm_bindgen_test]
fn a_chip_is_a_link_to_the_list_without_it() {
    let row = Row::show(&["Diesel", "Ford"]);
    let ford = row.stage.role("link", "Filter entfernen: Ford");
    assert_eq!(ford.get_attribute("href").unwrap(), "/without-ford");
    assert_eq!(ford.inner_text().trim(), "Ford");
    assert_eq!(row.stage.all("[data-chip]").len(), 2);
}

#[wasm_bindgen_test]
fn following_a_chip_removes_the_filter_at_its_place() {
    let row = Row::show(&["Diesel", "Ford"]);
    let ford = row.stage.role("link", "Filter entfernen: Ford");
    assert_eq!(follow(&ford, |_| ()), Followed::Widget);
    assert_eq!(follow(&ford, |click| click.set_meta_key(true)), Followed::Browser);
    assert_eq!(row.removed.all(), [1]);
}

#[wasm_bindgen_test]
fn one_link_removes_all_filters() {
    let row = Row::show(&["Diesel"]);
    let all = row.stage.role("link", "Alle Filter zurücksetzen");
    assert_eq!(all.get_attribute("href").unwrap(), "/all");
    assert_eq!(follow(&all, |_| ()), Followed::Widget);
    assert_eq!((row.reset.all().len(), row.removed.all().len()), (1, 0));
}

#[wasm_bindgen_test]
async fn without_filters_there_is_no_row() {
    let row = Row::show(&["Diesel"]);
    row.chips.set(Vec::new());
    tick().await;
    assert_eq!(row.stage.text(), "");
    assert!(row.stage.roles("link").is_empty());
    row.chips.set(content(&["Ford"]));
    tick().await;
    row.stage.role("link", "Filter entfernen: Ford");
}

#[wasm_bindgen_test]
async fn chips_speak_the_language_of_the_page() {
    let row = Row::show(&["Diesel"]);
    row.stage.role("list", "Aktive Filter");
    row.stage.locale.set_language(Language::En);
    tick().await;
    row.stage.role("list", "Active filters");
    row.stage.role("link", "Remove filter: Diesel");
    row.stage.role("link", "Clear all filters");
}
