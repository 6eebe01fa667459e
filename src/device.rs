//! The visitor's device: whether it is to be spared, and what it keeps. It keeps nothing that the
//! visitor did not ask it to keep.

use js_sys::Reflect;
use wasm_bindgen::JsValue;
use web_sys::{Storage, window};

/// Whether the visitor asked to save data.
pub fn saves_data() -> bool {
    let navigator = window().map(|window| window.navigator());
    let connection = navigator.and_then(|navigator| get(&navigator, "connection"));
    connection.and_then(|connection| get(&connection, "saveData")).is_some_and(|it| it.is_truthy())
}

/// What the device keeps under a name.
pub fn kept(name: &str) -> Option<String> {
    storage()?.get_item(name).ok()?
}

/// Whether the device may keep anything.
pub fn can_keep() -> bool {
    storage().is_some()
}

/// Keeps a text on the device, if it may and has room.
pub fn keep(name: &str, text: &str) {
    if let Some(storage) = storage() {
        let _ = storage.set_item(name, text);
    }
}

/// Keeps nothing under a name any more.
pub fn forget(name: &str) {
    if let Some(storage) = storage() {
        // What cannot be removed could not be kept.
        let _ = storage.remove_item(name);
    }
}

/// Throws where the visitor blocks storage.
fn storage() -> Option<Storage> {
    window()?.local_storage().ok()?
}

fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    Reflect::get(object, &name.into()).ok().filter(|value| !value.is_undefined())
}
