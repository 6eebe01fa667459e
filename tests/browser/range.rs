//! `ui::RangeFields`, alone and as the list wires it to the search.

use std::sync::Arc;
use std::sync::atomic::AtomicU32;
use std::sync::atomic::Ordering::Relaxed;

use autengo_api::column::Column;
use autengo_api::condition::Op;
use autengo_widget::app::App;
use autengo_widget::config::Config;
use autengo_widget::host::Host;
use autengo_widget::i18n::{Language, Locale};
use autengo_widget::ui::{Era, RangeFields, RangeStep};
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::calls::Calls;
use crate::clock::Clock;
use crate::page::Page;
use crate::stage::{Stage, change, dispatch, next_frame, press, type_into, value};

/// What is shown, the lower end, how often the history has moved, and what was applied.
struct Shown {
    stage: Stage,
    from: RwSignal<String>,
    era: Arc<AtomicU32>,
    changes: Calls<(Op, String)>,
}

fn show_of(column: Column, title: &'static str) -> Shown {
    let (changes, era) = (Calls::new(), Arc::<AtomicU32>::default());
    let (on_change, moved) = (changes.answering(|_| None), era.clone());
    let (stage, from) = Stage::show_with(move || {
        let from = RwSignal::new(String::new());
        let end = Callback::new(move |op| if op == Op::Ge { from.get() } else { String::new() });
        let problem = Signal::derive(|| None);
        let step = |value: &str| RangeStep { value: value.to_owned(), words: String::new() };
        let steps = Signal::stored(vec![step("5.000"), step("10.000")]);
        let era: Era = Arc::new(move || moved.load(Relaxed));
        let view = view! { <RangeFields column title steps end on_change problem hint=None era /> };
        (from, view)
    });
    Shown { stage, from, era, changes }
}

fn show() -> (Stage, RwSignal<String>, Calls<(Op, String)>) {
    let Shown { stage, from, changes, .. } = show_of(Column::Kilometers, "Kilometerstand");
    (stage, from, changes)
}

#[wasm_bindgen_test]
fn enter_applies_the_typed_text() {
    let (stage, _, changes) = show();
    let to = stage.role("textbox", "Kilometerstand bis");
    type_into(&to, "25.000");
    assert!(changes.is_empty());
    assert!(!press(&to, "Enter"), "Enter is not for the host's form");
    assert_eq!(changes.all(), [(Op::Le, "25.000".to_owned())]);
}

#[wasm_bindgen_test]
async fn leaving_the_field_applies_the_typed_text() {
    let (stage, _, changes) = show();
    let from = stage.role("textbox", "Kilometerstand von");
    change(&from, "5000");
    tick().await;
    assert_eq!(changes.all(), [(Op::Ge, "5000".to_owned())]);
    // Password managers and the like say nothing but that it was changed.
    dispatch(&from, "change");
    tick().await;
    assert_eq!(changes.all().len(), 2);
}

#[wasm_bindgen_test]
async fn a_field_that_is_taken_out_applies_nothing() {
    let (stage, _, changes) = show();
    let from = stage.role("textbox", "Kilometerstand von");
    type_into(&from, "5000");
    // As Chromium has it: the change is reported while the element is being removed.
    dispatch(&from, "change");
    dispatch(&from, "blur");
    stage.host.remove();
    next_frame().await;
    assert!(changes.is_empty());
}

#[wasm_bindgen_test]
async fn a_field_whose_owner_has_gone_applies_nothing() {
    let (stage, _, changes) = show();
    let from = stage.role("textbox", "Kilometerstand von");
    type_into(&from, "5000");
    dispatch(&from, "change");
    drop(stage);
    dispatch(&from, "change");
    dispatch(&from, "blur");
    next_frame().await;
    assert!(changes.is_empty());
}

#[wasm_bindgen_test]
async fn a_text_typed_before_the_history_moved_is_not_applied_after_it() {
    let Shown { stage, from, era, changes } = show_of(Column::Kilometers, "Kilometerstand");
    from.set("10.000".to_owned());
    tick().await;
    let field = stage.role("textbox", "Kilometerstand von");
    type_into(&field, "5000");
    era.fetch_add(1, Relaxed);
    // Both come when what the field stands in closes.
    dispatch(&field, "change");
    dispatch(&field, "blur");
    next_frame().await;
    assert!(changes.is_empty());
    assert_eq!(value(&field), "10.000");
    change(&field, "7000");
    next_frame().await;
    assert_eq!(changes.all(), [(Op::Ge, "7000".to_owned())]);
}

#[wasm_bindgen_test]
async fn a_day_that_is_typed_applies_once_when_it_is_left() {
    let Shown { stage, changes, .. } = show_of(Column::Created, "Eingestellt");
    let from = stage.one("[data-range^=created][aria-label$=von]");
    for year in ["0002", "0020", "0201", "2017"] {
        press(&from, &year[3..]);
        change(&from, &format!("{year}-03-01"));
        next_frame().await;
    }
    assert!(changes.is_empty());
    dispatch(&from, "blur");
    next_frame().await;
    assert_eq!(changes.all(), [(Op::Ge, "2017-03-01".to_owned())]);
}

#[wasm_bindgen_test]
async fn a_day_applies_at_once_on_enter_or_when_it_is_chosen() {
    let Shown { stage, changes, .. } = show_of(Column::Created, "Eingestellt");
    let from = stage.one("[data-range^=created][aria-label$=von]");
    press(&from, "7");
    change(&from, "2017-03-01");
    press(&from, "Enter");
    assert_eq!(changes.all(), [(Op::Ge, "2017-03-01".to_owned())]);
    // The calendar says so without a key.
    change(&from, "2018-03-01");
    next_frame().await;
    assert_eq!(changes.all()[1..], [(Op::Ge, "2018-03-01".to_owned())]);
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
        view! { <App config host locale prefetched=None /> }
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
async fn a_text_that_is_no_number_is_named_and_changes_nothing() {
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
async fn a_typed_text_stays_as_it_is_until_the_field_is_left() {
    let _page = Page::at("");
    let stage = show_list().await;
    let from = stage.one("[data-km=von]");
    from.focus().unwrap();
    type_into(&from, "25000");
    press(&from, "Enter");
    next_frame().await;
    assert!(Page::tail().ends_with("=%3E%3D%7C25000"), "{}", Page::tail());
    assert_eq!(value(&from), "25000");
    type_into(&from, "250000");
    next_frame().await;
    type_into(&from, "25000");
    dispatch(&from, "blur");
    next_frame().await;
    assert_eq!(value(&from), "25.000");
    // What holds is changed from elsewhere.
    type_into(&from, "30000");
    Page::back().await;
    next_frame().await;
    assert_eq!(value(&from), "");
}

#[wasm_bindgen_test]
async fn the_search_field_keeps_typed_text_and_follows_the_state_otherwise() {
    let _page = Page::at("");
    let stage = show_list().await;
    let search = stage.one("[data-search]");
    for typed in ["golf gti", "golf gt", "golf g", "golf ", "golf  ", " golf "] {
        type_into(&search, typed);
        next_frame().await;
        assert_eq!(value(&search), typed);
    }
    type_into(&search, &format!("{}tdi", value(&search)));
    // A step of another kind writes what was typed.
    change(&stage.one("[data-km=von]"), "25000");
    next_frame().await;
    assert!(Page::tail().starts_with("?cars%5Bsearch%5D=golf%20tdi&"), "{}", Page::tail());
    assert_eq!(value(&search), " golf tdi");
    stage.appears("[data-chip='0']").await.click();
    next_frame().await;
    assert_eq!(value(&search), "");
    Page::back().await;
    next_frame().await;
    assert_eq!(value(&search).trim(), "golf tdi");
}

#[wasm_bindgen_test]
async fn chips_and_links_wait_for_the_list_a_moment_and_no_longer() {
    let _page = Page::at("");
    let stage = show_list().await;
    let clock = Clock::stopped();
    change(&stage.one("[data-km=von]"), "25000");
    next_frame().await;
    assert!(!stage.has("[data-chip]"));
    // The API does not answer.
    clock.elapse();
    next_frame().await;
    assert!(stage.has("[data-chip='0']"));
    // A chip takes away what it names, whatever was chosen since it was shown.
    change(&stage.one("[data-range='firstRegistration:>=']"), "2020");
    next_frame().await;
    stage.one("[data-chip='0']").click();
    let tail = Page::tail();
    assert!(tail.contains("firstRegistration") && !tail.contains("kilometers"), "{tail}");
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
