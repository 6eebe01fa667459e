//! Values of JSON as query texts, spelled as JavaScript spells them.

use serde_json::{Number, Value};

use super::{Entries, Tree, index};

impl From<&Value> for Tree {
    /// The text that `qs.stringify` writes of a value that came from JSON: `null` is an empty text, numbers
    /// are spelled as JavaScript does, and keys that are numbers come first, by size.
    fn from(value: &Value) -> Self {
        match value {
            Value::Null => Self::Text(String::new()),
            Value::Bool(flag) => Self::Text(flag.to_string()),
            Value::Number(number) => Self::Text(spelled(number)),
            Value::String(text) => Self::from(text.as_str()),
            Value::Array(items) => Self::List(items.iter().map(Self::from).collect()),
            Value::Object(object) => {
                let mut entries: Vec<_> =
                    object.iter().map(|(key, value)| (key.clone(), Self::from(value))).collect();
                // JavaScript's array indexes end below 2^32 - 1.
                let rank = |key: &str| index(key).unwrap_or(u64::MAX).min(u64::from(u32::MAX));
                entries.sort_by_key(|(key, _)| rank(key));
                Self::Map(Entries(entries))
            }
        }
    }
}

/// `String(number)` of JavaScript, whose numbers are all doubles: the fewest digits that name it,
/// with an exponent from 1e21 on and below 1e-6.
fn spelled(number: &Number) -> String {
    let number = number.as_f64().unwrap_or_default();
    if number == 0.0 {
        return "0".to_owned(); // and so is -0
    }
    // Rust's fewest digits are as many as JavaScript's, but of two that are as near it takes
    // another; with their count given, both take the even one.
    let count = format!("{:e}", number.abs()).bytes().take_while(|byte| *byte != b'e').count();
    let scientific = format!("{:.*e}", count.saturating_sub(2), number.abs());
    let (mantissa, exponent) = scientific.split_once('e').unwrap_or((&scientific, "0"));
    let digits = mantissa.replace('.', "");
    let exponent: i32 = exponent.parse().unwrap_or_default();
    let count = i32::try_from(digits.len()).unwrap_or_default();
    let zeros = |count: i32| "0".repeat(usize::try_from(count).unwrap_or_default());
    let plain = match exponent {
        -6..0 => format!("0.{}{digits}", zeros(-exponent - 1)),
        0..21 if exponent + 1 >= count => format!("{digits}{}", zeros(exponent + 1 - count)),
        0..21 => {
            let (whole, rest) = digits.split_at(usize::try_from(exponent + 1).unwrap_or_default());
            format!("{whole}.{rest}")
        }
        _ => {
            let sign = if exponent < 0 { '-' } else { '+' };
            format!("{mantissa}e{sign}{}", exponent.abs())
        }
    };
    if number < 0.0 { format!("-{plain}") } else { plain }
}
