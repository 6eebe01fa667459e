//! Members of JavaScript objects that have no typed binding, or whose binding is more than the
//! browsers have.

use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};

/// A member of an object; `None` where there is none, and where the object refuses.
pub fn get(object: &JsValue, name: &str) -> Option<JsValue> {
    get_by(object, &name.into())
}

/// The same by a name that JavaScript has already.
pub fn get_by(object: &JsValue, name: &JsValue) -> Option<JsValue> {
    Reflect::get(object, name).ok().filter(|value| !value.is_undefined())
}

/// A member of an object that is a text.
pub fn text(object: &JsValue, name: &str) -> Option<String> {
    get(object, name)?.as_string()
}

/// A member of an object that is a function.
pub fn function(object: &JsValue, name: &str) -> Option<Function> {
    get(object, name)?.dyn_into().ok()
}

/// Sets a member of an object: plain objects and elements take any.
pub fn set(object: &JsValue, name: &str, value: &JsValue) {
    let _ = Reflect::set(object, &name.into(), value);
}

/// Calls a method of an object; `None` where there is none.
///
/// # Errors
/// What the method throws.
pub fn call(
    object: &JsValue,
    method: &str,
    arguments: &[&JsValue],
) -> Option<Result<JsValue, JsValue>> {
    let arguments: Array = arguments.iter().copied().collect();
    Some(function(object, method)?.apply(object, &arguments))
}

/// A new object of a class that is a member of `of`, as browsers know it.
pub fn construct(of: &JsValue, class: &str, arguments: &Array) -> Option<JsValue> {
    Reflect::construct(&function(of, class)?, arguments).ok()
}
