//! `ui::RangeFields`, alone and as the list wires it to the search.

use std::sync::Arc;

use autengo_api::column::Column;
use autengo_api::condition::Op;
use autengo_widget::client::Client;
use autengo_widget::config::Config;
use autengo_widget::host::Host;
use autengo_widget::i18n::{Language, Locale};
use autengo_widget::nav::Nav;
use autengo_widget::pages::{Chunks, Listing};
use autengo_widget::parked::Parked;
use autengo_widget::search::Search;
use autengo_widget::ui::{RangeFields, RangeStep};
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::calls::Calls;
use crate::page::Page;
use crate::stage::{Stage, change, next_frame, press, type_into, value};

fn show() -> (Stage, RwSignal<String>, Calls<(Op, String)>) {
    let changes = Calls::new();
    let on_change = changes.answering(|_| None);
    let (stage, from) = Stage::show_with(move || {
        let from = RwSignal::new(String::new());
        let end = Callback::new(move |op| if op == Op::Ge { from.get() } else { String::new() });
        let problem = Signal::derive(|| None);
        let step = |value: &str| RangeStep { value: value.to_owned(), words: String::new() };
        let steps = Signal::stored(vec![step("5.000"), step("10.000")]);
        let view = view! {
            <RangeFields column=Column::Kilometers title="Kilometerstand" steps end on_change problem hint=None />
        };
        (from, view)
    });
    (stage, from, changes)
}

#[wasm_bindgen_test]
fn enter_applies_what_was_typed() {
    let (stage, _, changes) = show();
    let to = stage.role("textbox", "Kilometerstand bis");
    type_into(&to, "25.000");
    assert!(changes.is_empty());
    assert!(!press(&to, "Enter"), "Enter is not for the host's form");
    assert_eq!(changes.all(), [(Op::Le, "25.000".to_owned())]);
}

#[wasm_bindgen_test]
fn leaving_the_field_applies_what_was_typed() {
    let (stage, _, changes) = show();
    change(&stage.role("textbox", "Kilometerstand von"), "5000");
    assert_eq!(changes.all(), [(Op::Ge, "5000".to_owned())]);
}

#[wasm_bindgen_test]
fn other_keys_apply_nothing() {
    let (stage, _, changes) = show();
    assert!(press(&stage.role("textbox", "Kilometerstand von"), "5"));
    assert!(changes.is_empty());
}

#[wasm_bindgen_test]
async fn the_fields_show_the_range_that_holds() {
    let (stage, from, _) = show();
    from.set("10.000".to_owned());
    tick().await;
    assert_eq!(value(&stage.one("[data-km=von]")), "10.000");
    assert_eq!(value(&stage.one("[data-km=bis]")), "");
}

#[wasm_bindgen_test]
async fn the_fields_are_named_in_the_language_of_the_page() {
    let (stage, ..) = show();
    stage.role("group", "Kilometerstand");
    stage.locale.set_language(Language::En);
    tick().await;
    stage.role("textbox", "Kilometerstand from");
    stage.role("textbox", "Kilometerstand to");
}

/// The list, whose API refuses at once.
async fn show_list() -> Stage {
    let stage = Stage::show(|| {
        let (locale, host) = (expect_context::<Locale>(), expect_context::<Host>());
        let attributes =
            [("api-base", "http://127.0.0.1:1"), ("facets", "kilometers firstRegistration")];
        let (config, problems) =
            Config::read(&attributes.map(|(name, value)| (name.to_owned(), value.to_owned())));
        assert_eq!(problems, [""; 0]);
        let (client, nav) = (Client::new(&config, None), Nav::new("cars", &host));
        let search = Search::new(Arc::new(config), &client, nav, locale, &host);
        provide_context(client);
        provide_context(nav);
        provide_context(Parked::new());
        let chunks = Chunks::new();
        chunks.load();
        view! { <Listing search chunks /> }
    });
    // The fields come a moment after the list, and their values a moment after them.
    stage.appears("summary").await;
    // Without styles there is no column, where they would be open from the start.
    for summary in stage.all("summary") {
        summary.click();
    }
    stage.appears("details:last-of-type input").await;
    stage
}

fn is_invalid(field: &HtmlElement) -> bool {
    field.get_attribute("aria-invalid").is_some_and(|invalid| invalid == "true")
}

#[wasm_bindgen_test]
async fn what_is_no_number_is_named_and_changes_nothing() {
    let _page = Page::at("");
    let stage = show_list().await;
    let from = stage.one("[data-km=von]");
    assert!(!is_invalid(&from));
    change(&from, "viel");
    next_frame().await;
    assert!(is_invalid(&from));
    assert!(stage.text().contains("Bitte eine ganze Zahl eingeben."), "{}", stage.text());
    assert_eq!((value(&from).as_str(), Page::tail().as_str()), ("viel", ""));

    change(&from, "25.000 km");
    next_frame().await;
    assert!(!is_invalid(&from));
    assert!(!stage.text().contains("Bitte eine ganze Zahl eingeben."));
    assert_eq!(value(&from), "25.000");
}

#[wasm_bindgen_test]
async fn ends_the_wrong_way_round_are_named() {
    let _page = Page::at("");
    let stage = show_list().await;
    change(&stage.one("[data-km=von]"), "50000");
    change(&stage.one("[data-km=bis]"), "1000");
    next_frame().await;
    assert!(is_invalid(&stage.one("[data-km=bis]")));
    assert!(stage.text().contains("„Von“ ist größer als „bis“"), "{}", stage.text());
}

#[wasm_bindgen_test]
async fn a_range_is_one_step_in_the_history() {
    let page = Page::at("");
    let stage = show_list().await;
    let from = stage.one("[data-km=von]");
    type_into(&from, "25000");
    press(&from, "Enter");
    // Browsers report the change once more when the field is left.
    change(&from, "25000");
    next_frame().await;
    assert_eq!(page.writes().len(), 1);
    Page::back().await;
    assert_eq!(value(&from), "");
}
