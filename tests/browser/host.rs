//! `host::Host`: what the page hears and keeps.

use autengo_widget::host::Host;
use js_sys::Reflect;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlElement;

use crate::stage::{Stage, heard, section};

#[wasm_bindgen_test]
async fn events_reach_the_page_through_every_shadow_root() {
    let outer = section();
    let inner = document().create_element("div").unwrap().unchecked_into::<HtmlElement>();
    outer.shadow_root().unwrap().append_child(&inner).unwrap();
    let event = heard("autengo:search");
    let detail = [("query", "titanium".into()), ("total", 3.into())];
    Host::new(inner).emit("search", &detail);
    let event = event.await;
    assert!(event.bubbles() && event.composed());
    let get = |name: &str| Reflect::get(&event.detail(), &name.into()).unwrap();
    assert_eq!(
        (get("query").as_string().unwrap().as_str(), get("total").as_f64().unwrap()),
        ("titanium", 3.0)
    );
    outer.remove();
}

#[wasm_bindgen_test]
fn a_draft_outlives_the_instance_on_its_own_element_only() {
    let (one, other) = (section(), section());
    assert_eq!(Host::new(one.clone()).draft(), None);
    Host::new(one.clone()).set_draft("Guten Tag");
    assert_eq!(Host::new(one.clone()).draft().as_deref(), Some("Guten Tag"));
    assert_eq!(Host::new(other.clone()).draft(), None);
    one.remove();
    other.remove();
}

#[wasm_bindgen_test]
fn focus_moves_within_the_widget() {
    let stage = Stage::show(|| view! { <input id="one" /> <input id="two" /> });
    let host = Host::new(stage.host.clone());
    host.focus("#two");
    assert_eq!(stage.focused().unwrap().id(), "two");
    host.focus("#three");
    assert_eq!(stage.focused().unwrap().id(), "two");
    host.focus_in_place("#one");
    assert_eq!(stage.focused().unwrap().id(), "one");
}

#[wasm_bindgen_test]
fn an_upper_edge_that_was_scrolled_past_comes_into_view() {
    let element = section();
    element.style().set_property("display", "block").unwrap();
    element.style().set_property("height", "5000px").unwrap();
    let top = || element.get_bounding_client_rect().top();
    window().scroll_by_with_x_and_y(0.0, top() + 1000.0);
    assert!(top() < 0.0);
    Host::new(element.clone()).scroll_to_top();
    assert!(top().abs() < 1.0, "{}", top());
    // In view already: nothing jumps.
    window().scroll_by_with_x_and_y(0.0, -top().max(0.0));
    element.remove();
}
