//! Reading the API's answers. Everything passes through `serde_json::Value`: one decoder for all
//! types keeps the widget small, and odd shapes can be looked at before they are refused.

use std::fmt;

use serde_json::{Number, Value};

/// Something that an answer of the API carries.
pub trait FromJson: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// If the value is not one, with the first place that is not as the reference describes it.
    fn from_json(value: Value) -> Result<Self, Unexpected>;
}

/// A place in an answer that is not as the reference describes it.
///
/// ```
/// use autengo_api::json::FromJson;
/// use autengo_api::list::List;
/// use autengo_api::vehicle::Vehicle;
///
/// let error = List::<Vehicle>::from_json(serde_json::json!({ "list": 7 })).unwrap_err();
/// assert_eq!(error.to_string(), "`list` is not an array");
/// ```
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Unexpected {
    /// The names on the way to the place, the innermost first; none for the answer itself.
    path: Vec<&'static str>,
    /// The shape that the reference describes.
    wanted: &'static str,
}

impl Unexpected {
    /// The answer itself is not `wanted`.
    pub(crate) const fn here(wanted: &'static str) -> Self {
        Self { path: Vec::new(), wanted }
    }

    /// The member `name` is not `wanted`.
    pub(crate) fn at(name: &'static str, wanted: &'static str) -> Self {
        Self::here(wanted).below(name)
    }

    /// The same place, seen from an object that has what was read as its member `name`.
    pub(crate) fn below(mut self, name: &'static str) -> Self {
        self.path.push(name);
        self
    }
}

impl std::error::Error for Unexpected {}

impl fmt::Display for Unexpected {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.path.is_empty() {
            return write!(f, "it is not {}", self.wanted);
        }
        let path: Vec<_> = self.path.iter().rev().copied().collect();
        write!(f, "`{}` is not {}", path.join("."), self.wanted)
    }
}

impl<T: FromJson> FromJson for std::sync::Arc<T> {
    fn from_json(value: Value) -> Result<Self, Unexpected> {
        T::from_json(value).map(Self::new)
    }
}

/// A whole number that is not negative, also if it came as text.
pub(crate) fn whole(value: &Value) -> Option<u64> {
    value.as_u64().or_else(|| value.as_str()?.trim().parse().ok())
}

/// A decimal number, in JSON's spelling. JSON's reader is in the program anyway; `str::parse` would
/// bring a second one with tables of its own.
pub(crate) fn decimal(text: &str) -> Option<f64> {
    let value: Value = serde_json::from_str(text.trim()).ok()?;
    value.as_f64().filter(|number| number.is_finite())
}

/// Yes or no, in every spelling that means one of them without doubt.
pub(crate) fn flag(value: &Value) -> Option<bool> {
    match value {
        Value::Bool(flag) => Some(*flag),
        Value::Number(number) if number.as_f64() == Some(1.0) => Some(true),
        Value::Number(number) if number.as_f64() == Some(0.0) => Some(false),
        Value::String(text) => match text.trim().to_ascii_lowercase().as_str() {
            "true" | "yes" | "1" => Some(true),
            "false" | "no" | "0" => Some(false),
            _ => None,
        },
        _ => None,
    }
}

/// A number as plain text, with at most six decimals.
pub(crate) fn plain(number: &Number) -> String {
    if let Some(whole) = number.as_i64() {
        return whole.to_string();
    }
    // Nothing that the API counts or measures is larger or finer than this.
    #[expect(clippy::cast_possible_truncation, reason = "saturates")]
    let millionths = (number.as_f64().unwrap_or_default() * 1e6).round() as i64;
    let sign = if millionths < 0 { "-" } else { "" };
    let (whole, rest) =
        (millionths.unsigned_abs() / 1_000_000, millionths.unsigned_abs() % 1_000_000);
    let text = format!("{sign}{whole}.{rest:06}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

/// Takes a member of an object; `Null` if there is none.
pub(crate) fn take(value: &mut Value, name: &str) -> Value {
    value.get_mut(name).map(Value::take).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn numbers_are_read_and_written_plainly() {
        for (text, number) in [("1.2", 1.2), (" 25000 ", 25000.0), ("-3", -3.0), ("0", 0.0)] {
            assert_eq!(decimal(text), Some(number));
        }
        for text in ["", "many", "1,2", "NaN", "1e999", "[1]", "\"1\""] {
            assert_eq!(decimal(text), None, "{text}");
        }
        for (value, text) in [
            (json!(7), "7"),
            (json!(-7), "-7"),
            (json!(1.2), "1.2"),
            (json!(-0.5), "-0.5"),
            (json!(3.0), "3"),
        ] {
            assert_eq!(plain(value.as_number().expect("a number")), text);
        }
    }
}
