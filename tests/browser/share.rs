//! `ui::Share`: a link is handed on by whatever the browser lets a page do.

use autengo_widget::ui::Share;
use js_sys::{Array, Function, Object, Reflect};
use leptos::prelude::*;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_test::wasm_bindgen_test;

use crate::stage::{Stage, next_frame};

const LINK: &str = "https://dealer.example/?cars=AIQWXW";
const COPIED: &str = "Link kopiert";

/// What stands in for the browser's own, as bodies of functions.
const SHARES: &str = "return Promise.resolve()";
const COPIES: &str = "return Promise.resolve()";
const COPIES_NOT: &str = "return Promise.reject(new DOMException('', 'NotAllowedError'))";

/// The page's navigator with ways to share and to copy of its own, until it is dropped.
struct Navigator(Vec<(JsValue, &'static str)>);

impl Navigator {
    fn with(share: Option<&str>, copy: Option<&str>) -> Self {
        let navigator = JsValue::from(window().navigator());
        let clipboard = Object::new();
        if let Some(copy) = copy {
            let copy = Function::new_with_args("text", copy);
            Reflect::set(&clipboard, &"writeText".into(), &copy).unwrap();
        }
        let share = share.map(|share| Function::new_with_args("data", share));
        let share = share.map_or(JsValue::UNDEFINED, JsValue::from);
        cover(&navigator, "share", &share);
        cover(&navigator, "clipboard", &clipboard);
        Self(vec![(navigator.clone(), "share"), (navigator, "clipboard")])
    }
}

impl Drop for Navigator {
    fn drop(&mut self) {
        for (object, name) in &self.0 {
            // Below the cover stands the browser's own.
            let _ = Reflect::delete_property::<Object>(object.unchecked_ref(), &(*name).into());
        }
    }
}

fn cover(object: &JsValue, name: &str, value: &JsValue) {
    let descriptor = Object::new();
    for (name, value) in [("value", value), ("configurable", &JsValue::TRUE)] {
        Reflect::set(&descriptor, &name.into(), value).unwrap();
    }
    assert!(
        Reflect::define_property::<Object>(object.unchecked_ref(), &name.into(), &descriptor)
            .unwrap()
    );
}

fn show() -> Stage {
    Stage::show(|| {
        let title = Signal::derive(|| "Ford Focus".to_owned());
        view! { <Share title link=LINK.to_owned() /> }
    })
}

/// What is said after a press of the button.
async fn said(share: Option<&str>, copy: Option<&str>) -> String {
    let _navigator = Navigator::with(share, copy);
    let stage = show();
    stage.role("button", "Teilen").click();
    for _ in 0..3 {
        next_frame().await;
    }
    crate::stage::text(&stage.one("[role=status]"))
}

/// The ways in which a browser does not share.
fn refusals() -> Vec<String> {
    let names = ["NotAllowedError", "InvalidStateError", "DataError", "TypeError", "Whatever"];
    let error = |name: &str| format!("Object.assign(new Error('no'), {{ name: '{name}' }})");
    let rejects = names.map(|name| format!("return Promise.reject({})", error(name)));
    let throws = names.map(|name| format!("throw {}", error(name)));
    let odd = ["undefined", "null", "'no'", "{}"];
    let odd = odd.map(|value| format!("return Promise.reject({value})"));
    rejects.into_iter().chain(throws).chain(odd).collect()
}

#[wasm_bindgen_test]
async fn a_link_that_the_browser_does_not_share_is_copied_or_shown() {
    for share in refusals() {
        assert_eq!(said(Some(&share), Some(COPIES)).await, COPIED, "{share}");
    }
    for copy in [Some(COPIES_NOT), Some("throw new TypeError()"), None] {
        assert_eq!(said(Some(&refusals()[0]), copy).await, LINK, "{copy:?}");
        assert_eq!(said(None, copy).await, LINK, "{copy:?}");
    }
    assert_eq!(said(None, Some(COPIES)).await, COPIED);
}

#[wasm_bindgen_test]
async fn who_shares_or_changes_their_mind_is_told_nothing() {
    let aborts = "return Promise.reject(new DOMException('', 'AbortError'))";
    let throws = "throw new DOMException('', 'AbortError')";
    for share in [SHARES, aborts, throws, "return undefined"] {
        assert_eq!(said(Some(share), Some(COPIES)).await, "", "{share}");
    }
}

#[wasm_bindgen_test]
async fn an_answer_after_the_page_has_been_left_does_nothing() {
    let settle = Array::new();
    Reflect::set(&window(), &"settleShare".into(), &settle).unwrap();
    let waits = "return new Promise((_, reject) => settleShare.push(reject))";
    let _navigator = Navigator::with(Some(waits), Some(COPIES));
    let stage = show();
    stage.role("button", "Teilen").click();
    stage.clear();
    let refuse: Function = settle.get(0).unchecked_into();
    refuse.call1(&JsValue::UNDEFINED, &JsValue::from_str("late")).unwrap();
    next_frame().await;
    next_frame().await;
    // A panic of the task would have ended this test's program.
    assert_eq!(said(None, Some(COPIES)).await, COPIED);
}
