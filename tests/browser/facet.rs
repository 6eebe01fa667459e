//! `ui::FacetBox`: a column's values, each with a checkbox.

use autengo_widget::ui::{FacetBox, FacetOption};
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{HtmlElement, HtmlInputElement};

use crate::calls::Calls;
use crate::stage::Stage;

/// The facet on its stage, with what it is made of.
struct Fuels {
    stage: Stage,
    options: RwSignal<Option<Vec<FacetOption>>>,
    chosen: RwSignal<Vec<String>>,
    toggled: Calls<String>,
}

impl Fuels {
    fn show(options: Option<Vec<FacetOption>>) -> Self {
        let toggled = Calls::new();
        let on_toggle = toggled.callback();
        let (stage, (options, chosen)) = Stage::show_with(move || {
            let (options, chosen) = (RwSignal::new(options), RwSignal::new(Vec::<String>::new()));
            let is_chosen =
                Callback::new(move |value: String| chosen.with(|chosen| chosen.contains(&value)));
            let title = Signal::derive(|| "Kraftstoff".to_owned());
            let view = view! {
                <FacetBox column="fuelType" title options expected=3 is_chosen on_toggle />
            };
            ((options, chosen), view)
        });
        Self { stage, options, chosen, toggled }
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
    let fuels = Fuels::show(Some(fuels()));
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
    let fuels = Fuels::show(Some(fuels()));
    fuels.checkbox("Elektro").click();
    fuels.checkbox("Diesel").click();
    assert_eq!(fuels.toggled.all(), ["electric", "diesel"]);
}

#[wasm_bindgen_test]
fn a_value_out_of_stock_is_shown_and_cannot_be_chosen() {
    let fuels = Fuels::show(Some(fuels()));
    let hydrogen = fuels.checkbox("Wasserstoff");
    assert!(hydrogen.disabled() && !fuels.checkbox("Diesel").disabled());
    hydrogen.click();
    assert!(fuels.toggled.is_empty());
}

#[wasm_bindgen_test]
fn every_checkbox_carries_its_column_and_value() {
    let fuels = Fuels::show(Some(fuels()));
    let hooks: Vec<_> = fuels.stage.roles("checkbox").iter().map(hook).collect();
    assert_eq!(hooks, ["fuelType:diesel", "fuelType:electric", "fuelType:hydrogen"]);
}

#[wasm_bindgen_test]
async fn room_is_kept_until_the_values_are_known() {
    let facet = Fuels::show(None);
    assert_eq!(facet.stage.all("li").len(), 3);
    assert!(facet.stage.role("list", "Kraftstoff").has_attribute("aria-busy"));
    facet.options.set(Some(fuels()));
    tick().await;
    assert_eq!(facet.stage.all("li").len(), facet.stage.roles("checkbox").len());
    assert!(!facet.stage.role("list", "Kraftstoff").has_attribute("aria-busy"));
}

#[wasm_bindgen_test]
async fn values_that_stay_keep_the_focus_when_others_come() {
    let facet = Fuels::show(Some(fuels()));
    facet.checkbox("Elektro").focus().unwrap();
    let other = FacetOption { value: "lpg".into(), label: "Autogas".into(), is_enabled: true };
    facet.options.update(|options| options.get_or_insert_default().insert(0, other));
    tick().await;
    facet.checkbox("Autogas");
    assert_eq!(hook(&facet.stage.focused().unwrap().unchecked_into()), "fuelType:electric");
}

#[wasm_bindgen_test]
async fn what_belongs_to_a_value_stands_below_it() {
    let stage = Stage::show(|| {
        let options = Signal::derive(|| Some(fuels()));
        let below = Callback::new(|value: String| view! { <p>{value}</p> }.into_any());
        let (is_chosen, on_toggle) = (Callback::new(|_: String| false), Callback::new(|_| ()));
        view! { <FacetBox column="fuelType" title="Kraftstoff" options is_chosen on_toggle below /> }
    });
    let parent = stage.role("checkbox", "Elektro").closest("li").unwrap().unwrap();
    assert_eq!(parent.query_selector("p").unwrap().unwrap().text_content().unwrap(), "electric");
}
