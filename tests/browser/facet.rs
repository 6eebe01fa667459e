//! `ui::FacetList` and `ui::Switch`: a column's values, each with a checkbox.

use autengo_widget::ui::{FacetList, FacetOption, Switch};
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlInputElement};

use crate::calls::Calls;
use crate::stage::{Stage, next_frame, type_into};

/// The facet on its stage, with what it is made of.
struct Fuels {
    stage: Stage,
    options: RwSignal<Vec<FacetOption>>,
    counts: RwSignal<Vec<(String, u32)>>,
    counted: Calls<String>,
    chosen: RwSignal<Vec<String>>,
    toggled: Calls<String>,
}

impl Fuels {
    fn show(options: Vec<FacetOption>) -> Self {
        let (toggled, counted) = (Calls::new(), Calls::new());
        let (on_toggle, on_count) = (toggled.callback(), counted.callback());
        let (stage, (options, chosen, counts)) = Stage::show_with(move || {
            let (options, chosen) = (RwSignal::new(options), RwSignal::new(Vec::<String>::new()));
            let counts = RwSignal::new(Vec::<(String, u32)>::new());
            let count = Callback::new(move |(value, is_seen): (String, Signal<bool>)| {
                let asked = value.clone();
                Effect::new(move |_| {
                    if is_seen.get() {
                        on_count.run(asked.clone());
                    }
                });
                Signal::derive(move || {
                    let counts = counts.get();
                    counts.iter().find(|(known, _)| *known == value).map(|(_, count)| *count)
                })
            });
            let view = view! {
                <FacetList
                    column="fuelType"
                    title="Kraftstoff"
                    options
                    chosen
                    on_toggle
                    count=Some(count)
                />
            };
            ((options, chosen, counts), view)
        });
        Self { stage, options, counts, counted, chosen, toggled }
    }

    fn checkbox(&self, name: &str) -> HtmlInputElement {
        self.stage.role("checkbox", name).unchecked_into()
    }
}

fn fuels() -> Vec<FacetOption> {
    let option = |value: &str, label: &str, is_enabled| FacetOption {
        value: value.to_owned(),
        label: label.to_owned(),
        is_enabled,
    };
    vec![
        option("diesel", "Diesel", true),
        option("electric", "Elektro", true),
        option("hydrogen", "Wasserstoff", false),
    ]
}

fn hook(element: &HtmlElement) -> String {
    element.get_attribute("data-facet").unwrap()
}

#[wasm_bindgen_test]
async fn values_are_ticked_while_they_are_chosen() {
    let fuels = Fuels::show(fuels());
    assert!(!fuels.checkbox("Diesel").checked());
    fuels.chosen.set(vec!["diesel".to_owned()]);
    tick().await;
    assert!(fuels.checkbox("Diesel").checked());
    assert!(!fuels.checkbox("Elektro").checked());
    fuels.chosen.set(Vec::new());
    tick().await;
    assert!(!fuels.checkbox("Diesel").checked());
}

#[wasm_bindgen_test]
fn ticking_tells_which_value() {
    let fuels = Fuels::show(fuels());
    fuels.checkbox("Elektro").click();
    fuels.checkbox("Diesel").click();
    assert_eq!(fuels.toggled.all(), ["electric", "diesel"]);
}

#[wasm_bindgen_test]
fn a_value_out_of_stock_is_shown_and_cannot_be_chosen() {
    let fuels = Fuels::show(fuels());
    let hydrogen = fuels.checkbox("Wasserstoff");
    assert!(hydrogen.disabled() && !fuels.checkbox("Diesel").disabled());
    hydrogen.click();
    assert!(fuels.toggled.is_empty());
}

#[wasm_bindgen_test]
fn every_checkbox_carries_its_column_and_value() {
    let fuels = Fuels::show(fuels());
    let hooks: Vec<_> = fuels.stage.roles("checkbox").iter().map(hook).collect();
    assert_eq!(hooks, ["fuelType:diesel", "fuelType:electric", "fuelType:hydrogen"]);
}

#[wasm_bindgen_test]
async fn values_that_stay_keep_the_focus_when_others_come() {
    let facet = Fuels::show(fuels());
    facet.checkbox("Elektro").focus().unwrap();
    let other = FacetOption { value: "lpg".into(), label: "Autogas".into(), is_enabled: true };
    facet.options.update(|options| options.insert(0, other));
    tick().await;
    facet.checkbox("Autogas");
    assert_eq!(hook(&facet.stage.focused().unwrap().unchecked_into()), "fuelType:electric");
}

#[wasm_bindgen_test]
async fn the_models_of_a_value_stand_below_it() {
    let stage = Stage::show(|| {
        let options = Signal::derive(fuels);
        let below = Some(Callback::new(|value: String| view! { <p>{value}</p> }.into_any()));
        let (chosen, on_toggle) = (Signal::stored(Vec::new()), Callback::new(|_| ()));
        view! {
            <FacetList
                column="fuelType"
                title="Kraftstoff"
                options
                chosen
                on_toggle
                count=None
                below
            />
        }
    });
    let parent = stage.role("checkbox", "Elektro").closest("li").unwrap().unwrap();
    assert_eq!(parent.query_selector("p").unwrap().unwrap().text_content().unwrap(), "electric");
}

#[wasm_bindgen_test]
async fn counts_stand_beside_values_and_only_those_on_screen_are_asked_for() {
    let fuels = Fuels::show(many(30));
    while fuels.counted.is_empty() {
        next_frame().await;
    }
    // Folded: ten values are on screen.
    assert_eq!(fuels.counted.all().len(), 10);
    fuels.counts.set(vec![("1".to_owned(), 1234), ("2".to_owned(), 0)]);
    tick().await;
    fuels.checkbox("Wert 1 1.234");
    assert!(fuels.checkbox("Wert 2 0").disabled());
    assert!(!fuels.checkbox("Wert 3").disabled());
}

#[wasm_bindgen_test]
async fn a_chosen_value_can_be_taken_back_even_if_nothing_has_it() {
    let fuels = Fuels::show(fuels());
    fuels.chosen.set(vec!["hydrogen".to_owned(), "diesel".to_owned()]);
    fuels.counts.set(vec![("diesel".to_owned(), 0)]);
    tick().await;
    fuels.checkbox("Wasserstoff").click();
    fuels.checkbox("Diesel 0").click();
    assert_eq!(fuels.toggled.all(), ["hydrogen", "diesel"]);
}

#[wasm_bindgen_test]
async fn a_long_list_folds_after_ten_but_shows_chosen_values() {
    let fuels = Fuels::show(many(13));
    assert_eq!(fuels.stage.roles("checkbox").len(), 10);
    fuels.chosen.set(vec!["13".to_owned()]);
    tick().await;
    assert_eq!(fuels.stage.roles("checkbox").len(), 11);
    fuels.stage.role("button", "2 weitere anzeigen").click();
    tick().await;
    assert_eq!(fuels.stage.roles("checkbox").len(), 13);
    let less = fuels.stage.role("button", "Weniger anzeigen");
    assert_eq!(less.get_attribute("aria-expanded").unwrap(), "true");
    less.click();
    tick().await;
    assert_eq!(fuels.stage.roles("checkbox").len(), 11);
}

#[wasm_bindgen_test]
fn a_short_list_has_neither_fold_nor_search() {
    let fuels = Fuels::show(many(10));
    assert_eq!(fuels.stage.roles("checkbox").len(), 10);
    assert!(fuels.stage.roles("button").is_empty() && !fuels.stage.has("[data-facet-search]"));
}

#[wasm_bindgen_test]
async fn a_long_list_is_searched_without_case_and_accents() {
    let mut options = many(12);
    options.push(FacetOption { value: "x".into(), label: "Škoda".into(), is_enabled: true });
    let fuels = Fuels::show(options);
    let search = fuels.stage.one("[data-facet-search=fuelType]");
    type_into(&search, "sko");
    tick().await;
    let hooks: Vec<_> = fuels.stage.roles("checkbox").iter().map(hook).collect();
    assert_eq!(hooks, ["fuelType:x"]);
    type_into(&search, "nirgends");
    tick().await;
    assert!(fuels.stage.text().contains("Nichts gefunden"), "{}", fuels.stage.text());
    type_into(&search, "");
    tick().await;
    assert_eq!(fuels.stage.roles("checkbox").len(), 10);
}

#[wasm_bindgen_test]
async fn a_switch_is_on_while_its_value_is_chosen() {
    let toggled = Calls::new();
    let on_toggle = toggled.callback();
    let (stage, (is_chosen, count)) = Stage::show_with(move || {
        let (is_chosen, count) = (RwSignal::new(false), RwSignal::new(None));
        let of = Callback::new(move |_| Signal::from(count));
        let view = view! {
            <Switch
                column="isMetallicColor"
                value="true"
                label="Metallic"
                is_chosen
                on_toggle
                count=of
            />
        };
        ((is_chosen, count), view)
    });
    let switch: HtmlInputElement = stage.one("[role=switch]").unchecked_into();
    assert_eq!(hook(&switch), "isMetallicColor:true");
    switch.click();
    assert_eq!(toggled.all().len(), 1);
    count.set(Some(0));
    tick().await;
    assert!(switch.disabled());
    is_chosen.set(true);
    tick().await;
    assert!(switch.checked() && !switch.disabled());
}

fn many(count: u32) -> Vec<FacetOption> {
    let option =
        |n: u32| FacetOption { value: n.to_string(), label: format!("Wert {n}"), is_enabled: true };
    (1..=count).map(option).collect()
}
