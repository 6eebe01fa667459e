//! Reading the API's answers. Everything passes through `serde_json::Value`: one decoder for all
//! types keeps the widget small, and odd shapes can be looked at before they are refused.

use serde_json::Value;

/// Something that an answer of the API carries.
pub trait FromJson: Sized {
    /// Reads it; `None` if the value is not one.
    fn from_json(value: Value) -> Option<Self>;
}

impl<T: FromJson> FromJson for std::sync::Arc<T> {
    fn from_json(value: Value) -> Option<Self> {
        T::from_json(value).map(Self::new)
    }
}

/// A whole number that is not negative, also if it came as text.
pub(crate) fn whole(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| value.as_str()?.trim().parse().ok())
}

/// Takes a member of an object; `Null` if there is none.
pub(crate) fn take(value: &mut Value, name: &str) -> Value {
    value.get_mut(name).map(Value::take).unwrap_or_default()
}
