//! `embed`: the whole widget, as the loader mounts it. Its API refuses at once.

use autengo_widget::embed::{Instance, mount};
use js_sys::{Object, Reflect};
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Element, HtmlElement};

use crate::page::Page;
use crate::stage::{appears, change, heard, section, text};

fn embedded(attributes: &[(&str, &str)]) -> (HtmlElement, Element, Instance) {
    let host = section();
    let container = document().create_element("div").unwrap();
    host.shadow_root().unwrap().append_child(&container).unwrap();
    let settings = Object::new();
    for (name, value) in [("api-base", "http://127.0.0.1:1")].iter().chain(attributes) {
        Reflect::set(&settings, &(*name).into(), &(*value).into()).unwrap();
    }
    let element = container.clone().unchecked_into();
    let instance = mount(host.clone(), element, &settings, "de-AT", &JsValue::UNDEFINED);
    (host, container, instance)
}

#[wasm_bindgen_test]
async fn the_host_page_changes_the_language_at_once() {
    let _page = Page::at("");
    let (host, container, instance) = embedded(&[]);
    assert!(text(&container).contains("Fahrzeuge"), "{}", text(&container));
    instance.set_language("en-US");
    tick().await;
    assert!(text(&container).contains("vehicles"), "{}", text(&container));
    assert!(!text(&container).contains("Fahrzeuge"));
    instance.unmount();
    host.remove();
}

#[wasm_bindgen_test]
async fn a_widget_that_is_taken_out_leaves_nothing() {
    let page = Page::at("?cars[search]=ford&theirs=1#top");
    let (host, container, instance) = embedded(&[]);
    tick().await;
    assert_ne!(text(&container), "");
    instance.unmount();
    tick().await;
    assert_eq!(container.child_element_count(), 0);
    assert_eq!(page.writes(), []);
    host.remove();
}

#[wasm_bindgen_test]
async fn a_link_to_a_vehicle_is_announced_as_a_view() {
    let _page = Page::at("?cars[vehicle]=AIQWXW");
    let event = heard("autengo:view");
    let (host, _, instance) = embedded(&[]);
    let event = event.await;
    let selling_id = Reflect::get(&event.detail(), &"sellingId".into()).unwrap();
    assert_eq!(selling_id.as_string().unwrap(), "AIQWXW");
    instance.unmount();
    host.remove();
}

/// As when the page changes a setting: the loader takes the instance out and mounts another.
#[wasm_bindgen_test]
async fn an_instance_that_follows_another_reads_the_same_link() {
    let _page = Page::at("?cars[search]=titanium");
    let (before, inside, instance) = embedded(&[]);
    let order = appears(&inside, "[data-sort]").await;
    change(&order, "price asc");
    tick().await;
    instance.unmount();
    let (host, container, instance) = embedded(&[]);
    appears(&container, "[data-chip]").await;
    assert!(text(&container).contains("Suche: titanium"), "{}", text(&container));
    instance.unmount();
    before.remove();
    host.remove();
}
