//! `ui::Pager`: the row of pages.

use autengo_widget::i18n::Language;
use autengo_widget::ui::{Pager, PagerEntry};
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::calls::Calls;
use crate::stage::{Followed, Stage, follow};

/// Page `current` of nine.
fn show(current: u32) -> (Stage, Calls<u32>) {
    let chosen = Calls::new();
    let on_page = chosen.callback();
    let stage = Stage::show(move || {
        let href = |page: u32| format!("/?offset={}", (page - 1) * 24);
        let page = |page| PagerEntry::Page { page, href: href(page) };
        let entries = vec![page(1), page(2), page(3), PagerEntry::Gap, page(9)];
        let previous = (current > 1).then(|| href(current - 1));
        let next = (current < 9).then(|| href(current + 1));
        view! { <Pager entries current previous next on_page /> }
    });
    (stage, chosen)
}

#[wasm_bindgen_test]
fn only_the_shown_page_is_the_current_one() {
    let (stage, _) = show(2);
    assert_eq!(stage.one("[aria-current=page]"), stage.role("link", "Seite 2"));
}

#[wasm_bindgen_test]
fn pages_have_addresses_and_tell_which_was_chosen() {
    let (stage, chosen) = show(2);
    let third = stage.role("link", "Seite 3");
    assert_eq!(third.get_attribute("href").unwrap(), "/?offset=48");
    assert_eq!(follow(&third, |_| ()), Followed::Widget);
    assert_eq!(follow(&stage.role("link", "Seite 9"), |_| ()), Followed::Widget);
    assert_eq!(chosen.all(), [3, 9]);
}

#[wasm_bindgen_test]
fn a_page_can_be_opened_in_a_new_tab() {
    let (stage, chosen) = show(2);
    let third = stage.role("link", "Seite 3");
    assert_eq!(follow(&third, |click| click.set_ctrl_key(true)), Followed::Browser);
    assert!(chosen.is_empty());
}

#[wasm_bindgen_test]
fn previous_and_next_lead_to_the_neighbours() {
    let (stage, chosen) = show(2);
    let (previous, next) = (stage.role("link", "Zurück"), stage.role("link", "Weiter"));
    assert_eq!(next, stage.one("[data-next]"));
    assert_eq!(previous.get_attribute("href").unwrap(), "/?offset=0");
    assert_eq!(next.get_attribute("href").unwrap(), "/?offset=48");
    follow(&previous, |_| ());
    follow(&next, |_| ());
    assert_eq!(chosen.all(), [1, 3]);
}

#[wasm_bindgen_test]
fn the_ends_have_one_neighbour() {
    let (first, _) = show(1);
    assert!(!first.has("[rel=prev]") && first.has("[data-next]"));
    let (last, _) = show(9);
    assert!(last.has("[rel=prev]") && !last.has("[data-next]"));
}

#[wasm_bindgen_test]
fn left_out_pages_are_not_read_out() {
    let (stage, _) = show(1);
    assert!(stage.one("nav").inner_text().contains('…'));
    assert!(!stage.text().contains('…'));
}

#[wasm_bindgen_test]
async fn pages_are_named_in_the_language_of_the_page() {
    let (stage, _) = show(2);
    stage.role("navigation", "Seiten");
    stage.locale.set_language(Language::En);
    tick().await;
    stage.role("navigation", "Pages");
    stage.role("link", "Page 2");
    stage.role("link", "Next");
}
