//! Answers as the browser parses them. Its parser is native code that stays where it is; of what it
//! gives, only what is asked for is taken over.

use std::cell::RefCell;

use autengo_api::endpoint::ApiError;
use autengo_api::json::{Json, Kind};
use js_sys::{Array, JsString, Object};
use leptos::serde_json::{Number, Value};
use wasm_bindgen::{JsCast, JsValue};

use crate::js;

/// A value that the browser has parsed.
pub(super) struct Parsed(JsValue);

/// Parses the text of an answer.
pub(super) fn parse(text: &JsString) -> Result<Parsed, ApiError> {
    let parser = js::get(&js_sys::global(), "JSON").unwrap_or_default();
    match js::call(&parser, "parse", &[text]) {
        Some(Ok(value)) => Ok(Parsed(value)),
        // The mark of the order of bytes is trimmed, too.
        _ if text.trim_start().starts_with("<", 0) => Err(ApiError::WebPage),
        failure => {
            let error = failure.and_then(Result::err).unwrap_or_default();
            let reason = js::text(&error, "message").unwrap_or_default();
            Err(ApiError::Unreadable(format!("it is no JSON: {reason}")))
        }
    }
}

impl Json for Parsed {
    fn kind(&self) -> Kind {
        let value = &self.0;
        if let Some(text) = value.as_string() {
            Kind::Text(text)
        } else if let Some(number) = value.as_f64() {
            Kind::Number(number)
        } else if value.is_object() {
            if Array::is_array(value) { Kind::List } else { Kind::Object }
        } else {
            value.as_bool().map_or(Kind::Null, Kind::Flag)
        }
    }

    fn member(&self, name: &'static str) -> Option<Box<dyn Json + '_>> {
        let member = key(name, |key| js::get_by(&self.0, key))?;
        if member.is_null() { None } else { Some(Box::new(Self(member))) }
    }

    fn items(&self) -> Vec<Box<dyn Json + '_>> {
        let items = self.0.dyn_ref::<Array>().map(Array::iter).into_iter().flatten();
        items.map(|item| Box::new(Self(item)) as Box<dyn Json>).collect()
    }

    fn to_value(&self) -> Value {
        match self.kind() {
            Kind::Null => Value::Null,
            Kind::Flag(flag) => Value::Bool(flag),
            Kind::Number(number) => to_number(number).map_or(Value::Null, Value::Number),
            Kind::Text(text) => Value::String(text),
            Kind::List => Value::Array(self.items().iter().map(|item| item.to_value()).collect()),
            Kind::Object => {
                let member = |entry: JsValue| {
                    let entry: Array = entry.unchecked_into();
                    Some((entry.get(0).as_string()?, Self(entry.get(1)).to_value()))
                };
                let object: &Object = self.0.unchecked_ref();
                Value::Object(Object::entries(object).iter().filter_map(member).collect())
            }
        }
    }
}

/// Whole where it is, as the parser of `serde_json` has it.
fn to_number(number: f64) -> Option<Number> {
    if js_sys::Number::is_safe_integer(&number.into()) {
        #[expect(clippy::cast_possible_truncation, reason = "it is whole, and small enough")]
        return Some(Number::from(number as i64));
    }
    Number::from_f64(number)
}

thread_local! {
    /// The names that were asked for, as JavaScript's texts, by where they stand in the program.
    static KEYS: RefCell<Vec<(usize, JsValue)>> = const { RefCell::new(Vec::new()) };
}

/// Hands out a name as a text of JavaScript's, which is made once: each vehicle is asked for a
/// hundred.
fn key<T>(name: &'static str, run: impl FnOnce(&JsValue) -> T) -> T {
    KEYS.with_borrow_mut(|keys| {
        let place = name.as_ptr() as usize;
        let known = keys.binary_search_by_key(&place, |(place, _)| *place);
        let at = known.unwrap_or_else(|at| {
            keys.insert(at, (place, name.into()));
            at
        });
        run(&keys[at].1)
    })
}
