//! `ui::element`: elements of one type.

use std::cell::Cell;
use std::rc::Rc;

use autengo_widget::ui::{element, maybe, part, text};
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::Event;

use crate::calls::Calls;
use crate::stage::Stage;

#[wasm_bindgen_test]
async fn what_it_says_and_its_attributes_follow_what_they_are_made_of() {
    let name = RwSignal::new("Ford");
    let stage = Stage::show(move || {
        element("a")
            .live("title", text(move || name.get().to_owned()))
            .maybe("href", maybe(move || Some(format!("/{}", name.get())).filter(|it| it != "/")))
            .say("Zu ")
            .live_text(text(move || name.get().to_owned()))
            .into_any()
    });
    assert_eq!(stage.role("link", "Zu Ford").get_attribute("href").unwrap(), "/Ford");
    name.set("");
    tick().await;
    assert_eq!(stage.roles("link").len(), 0);
    assert_eq!(stage.one("a").get_attribute("title").unwrap(), "");
}

#[wasm_bindgen_test]
async fn one_that_takes_the_place_of_another_stands_where_that_stood() {
    let at = RwSignal::new(1);
    let stage = Stage::show(move || {
        element("p")
            .with(element("b").say("vorn"))
            .part(part(move || Some(element("i").say(&at.get().to_string()).into_any())))
            .with(element("b").say("hinten"))
            .into_any()
    });
    at.set(2);
    tick().await;
    assert_eq!(stage.one("p").inner_html(), "<b>vorn</b><i>2</i><b>hinten</b>");
}

#[wasm_bindgen_test]
fn what_happens_to_an_element_within_another_is_heard() {
    let pressed = Calls::new();
    let on_press = pressed.callback();
    let stage = Stage::show(move || {
        let press = Box::new(move |_| on_press.run(()));
        element("p").with(element("button").say("Los").on("click", press)).into_any()
    });
    stage.role("button", "Los").click();
    assert_eq!(pressed.all().len(), 1);
}

#[wasm_bindgen_test]
async fn what_happens_to_an_element_that_is_gone_is_not_heard() {
    let is_there = RwSignal::new(true);
    let stage = Stage::show(move || {
        let picture = || element("img").on("error", Box::new(|_| {})).into_any();
        part(move || is_there.get().then(picture)).into_any()
    });
    let picture = stage.one("img");
    is_there.set(false);
    tick().await;
    // A function of the program that is gone throws when it is called, where nobody catches it.
    let uncaught = Rc::new(Cell::new(0));
    let count = uncaught.clone();
    let listener = Closure::<dyn Fn()>::new(move || count.set(count.get() + 1));
    let function = listener.as_ref().unchecked_ref();
    window().add_event_listener_with_callback("error", function).unwrap();
    picture.dispatch_event(&Event::new("error").unwrap()).unwrap();
    window().remove_event_listener_with_callback("error", function).unwrap();
    assert_eq!(uncaught.get(), 0);
}
