//! Reading the API's answers. Whoever parses them hands them over as [`Json`]: natively that is
//! `serde_json`'s `Value`, in a browser what its own parser gives, of which only what is asked for
//! is taken over. Odd shapes can be looked at before they are refused.

use std::fmt;

use serde_json::Value;

/// What a value is.
#[derive(Clone, Debug, PartialEq)]
pub enum Kind {
    /// `null`
    Null,
    /// `true` or `false`
    Flag(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// An array, see [`Json::items`].
    List,
    /// An object, see [`Json::member`].
    Object,
}

/// A value that somebody has parsed.
pub trait Json {
    /// What it is.
    fn kind(&self) -> Kind;

    /// The member of that name; `None` if there is none, or if it is `null`.
    fn member(&self, name: &'static str) -> Option<Box<dyn Json + '_>>;

    /// The elements; none if it is no array.
    fn items(&self) -> Vec<Box<dyn Json + '_>>;

    /// The value with all that stands in it.
    fn to_value(&self) -> Value;
}

impl Json for Value {
    fn kind(&self) -> Kind {
        match self {
            Self::Null => Kind::Null,
            Self::Bool(flag) => Kind::Flag(*flag),
            Self::Number(number) => number.as_f64().map_or(Kind::Null, Kind::Number),
            Self::String(text) => Kind::Text(text.clone()),
            Self::Array(_) => Kind::List,
            Self::Object(_) => Kind::Object,
        }
    }

    fn member(&self, name: &'static str) -> Option<Box<dyn Json + '_>> {
        let member = self.get(name).filter(|member| !member.is_null())?;
        Some(Box::new(member))
    }

    fn items(&self) -> Vec<Box<dyn Json + '_>> {
        let boxed = |item| Box::new(item) as Box<dyn Json>;
        self.as_array().into_iter().flatten().map(boxed).collect()
    }

    fn to_value(&self) -> Value {
        self.clone()
    }
}

impl<J: Json> Json for &J {
    fn kind(&self) -> Kind {
        (*self).kind()
    }

    fn member(&self, name: &'static str) -> Option<Box<dyn Json + '_>> {
        (*self).member(name)
    }

    fn items(&self) -> Vec<Box<dyn Json + '_>> {
        (*self).items()
    }

    fn to_value(&self) -> Value {
        (*self).to_value()
    }
}

/// Something that an answer of the API carries.
pub trait FromJson: Sized {
    /// Reads it.
    ///
    /// # Errors
    /// If the value is not one, with the first place that is not as the reference describes it.
    fn from_json(value: &dyn Json) -> Result<Self, Unexpected>;
}

/// A place in an answer that is not as the reference describes it.
///
/// ```
/// use autengo_api::json::FromJson;
/// use autengo_api::list::List;
/// use autengo_api::vehicle::Vehicle;
///
/// let error = List::<Vehicle>::from_json(&serde_json::json!({ "list": 7 })).unwrap_err();
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
    fn from_json(value: &dyn Json) -> Result<Self, Unexpected> {
        T::from_json(value).map(Self::new)
    }
}

/// The member of that name as a whole number that is not negative, also if it came as text.
pub(crate) fn whole(value: &dyn Json, name: &'static str) -> Option<u64> {
    match value.member(name)?.kind() {
        // What is larger is told from its neighbours no more.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "checked")]
        Kind::Number(number) if number.fract() == 0.0 && (0.0..9e15).contains(&number) => {
            Some(number as u64)
        }
        Kind::Text(text) => text.trim().parse().ok(),
        _ => None,
    }
}

/// The member of that name as a text.
pub(crate) fn text(value: &dyn Json, name: &'static str) -> Option<String> {
    match value.member(name)?.kind() {
        Kind::Text(text) => Some(text),
        _ => None,
    }
}

/// A decimal number as JSON spells it without an exponent. `str::parse` reads more, at the cost of
/// tables that are larger than all the rest of this module.
pub(crate) fn decimal(text: &str) -> Option<f64> {
    /// Up to here a power of ten is exact, and so is the number of digits before it.
    const DIGITS: usize = 22;
    let text = text.trim();
    let digits = text.strip_prefix('-').unwrap_or(text);
    let (whole, rest) = digits.split_once('.').unwrap_or((digits, "0"));
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
    let is_spelt = whole == "0" || !whole.starts_with('0');
    if !is_number(whole) || !is_number(rest) || !is_spelt || whole.len() + rest.len() > DIGITS {
        return None;
    }
    let value = |part: &str, start: f64| {
        part.bytes().fold(start, |value, digit| value * 10.0 + f64::from(digit - b'0'))
    };
    let power = rest.bytes().fold(1.0, |power, _| power * 10.0);
    let number = value(rest, value(whole, 0.0)) / power;
    Some(if text.starts_with('-') { -number } else { number })
}

/// Yes or no, in every spelling that means one of them without doubt.
pub(crate) fn flag(text: &str) -> Option<bool> {
    match text.trim().to_ascii_lowercase().as_str() {
        "true" | "yes" | "1" => Some(true),
        "false" | "no" | "0" => Some(false),
        _ => None,
    }
}

/// A number as plain text, with at most six decimals.
pub(crate) fn plain(number: f64) -> String {
    // Nothing that the API counts or measures is larger or finer than this.
    #[expect(clippy::cast_possible_truncation, reason = "saturates")]
    let (whole, millionths) = (number as i64, (number.fract() * 1e6).round() as i64);
    if millionths == 0 {
        return whole.to_string();
    }
    let sign = if number < 0.0 { "-" } else { "" };
    let (whole, millionths) = (whole.unsigned_abs(), millionths.unsigned_abs());
    let (whole, millionths) = (whole + millionths / 1_000_000, millionths % 1_000_000);
    let text = format!("{sign}{whole}.{millionths:06}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_read_and_written_plainly() {
        for (text, number) in [("1.2", 1.2), (" 25000 ", 25000.0), ("-3", -3.0), ("0", 0.0)] {
            assert_eq!(decimal(text), Some(number));
        }
        for text in
            ["", "many", "1,2", "NaN", "1e999", "[1]", "\"1\"", "1.", ".5", "007", "+1", "--1", "-"]
        {
            assert_eq!(decimal(text), None, "{text}");
        }
        for (number, text) in [
            (7.0, "7"),
            (-7.0, "-7"),
            (1.2, "1.2"),
            (-0.5, "-0.5"),
            (9_007_199_254_740_991.0, "9007199254740991"),
            (1.999_999_9, "2"),
            (-1.000_000_01, "-1"),
        ] {
            assert_eq!(plain(number), text);
        }
    }
    proptest! {
        #[test]
        fn a_number_is_the_one_that_is_nearest(text in "-?(0|[1-9][0-9]{0,8})(\\.[0-9]{1,6})?") {
            prop_assert_eq!(decimal(&text), text.parse().ok());
        }
    }
}
