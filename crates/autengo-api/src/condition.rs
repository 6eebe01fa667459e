//! One comparison of a filter: `>=|25000` (reference, "Filter and Search", `FilterObject`).
//!
//! ```
//! use autengo_api::condition::{Condition, Op};
//!
//! assert_eq!(Condition::from(">=|25000"), Condition::new(Op::Ge, "25000"));
//! assert_eq!(Condition::new(Op::Eq, "diesel").to_string(), "diesel");
//! ```

use std::cmp::Ordering;
use std::convert::Infallible;
use std::fmt;
use std::str::FromStr;

use crate::word::{self, UnknownWord};

/// A comparison operator of the reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Op {
    /// `=`, the default
    Eq,
    /// `<>`
    Ne,
    /// `<`
    Lt,
    /// `<=`
    Le,
    /// `>`
    Gt,
    /// `>=`
    Ge,
}

impl Op {
    /// Every operator.
    pub const ALL: [Self; 6] = [Self::Eq, Self::Ne, Self::Lt, Self::Le, Self::Gt, Self::Ge];

    /// As it is written before the `|`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Eq => "=",
            Self::Ne => "<>",
            Self::Lt => "<",
            Self::Le => "<=",
            Self::Gt => ">",
            Self::Ge => ">=",
        }
    }

    /// Whether it holds for a value that stands in that order to the wanted one.
    #[must_use]
    pub const fn holds(self, order: Ordering) -> bool {
        match self {
            Self::Eq => order.is_eq(),
            Self::Ne => order.is_ne(),
            Self::Lt => order.is_lt(),
            Self::Le => order.is_le(),
            Self::Gt => order.is_gt(),
            Self::Ge => order.is_ge(),
        }
    }
}

impl FromStr for Op {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        word::read(text, "operator", &Self::ALL, Self::as_str)
    }
}

impl fmt::Display for Op {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The value that a column is compared with, and the comparison.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Condition {
    /// The comparison.
    pub op: Op,
    /// The value as text, without its operator.
    pub value: String,
}

impl Condition {
    /// A comparison by `op` with `value`.
    pub fn new(op: Op, value: impl Into<String>) -> Self {
        Self { op, value: value.into() }
    }
}

impl From<&str> for Condition {
    /// Reads `op|value`. A text without a known operator before its first `|` is a value, to be
    /// equal to.
    fn from(text: &str) -> Self {
        let split = text.split_once('|');
        let split = split.and_then(|(op, value)| Some(Self::new(op.parse().ok()?, value)));
        split.unwrap_or_else(|| Self::new(Op::Eq, text))
    }
}

impl FromStr for Condition {
    type Err = Infallible;

    fn from_str(text: &str) -> Result<Self, Infallible> {
        Ok(text.into())
    }
}

impl fmt::Display for Condition {
    /// An equality is written bare, unless its value would read as an operator.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.op == Op::Eq && Self::from(self.value.as_str()) == *self {
            f.write_str(&self.value)
        } else {
            write!(f, "{}|{}", self.op.as_str(), self.value)
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn operators_are_read_and_a_bare_value_means_equal() {
        assert_eq!(Condition::from(">=|25000"), Condition::new(Op::Ge, "25000"));
        assert_eq!(Condition::from("<>|diesel"), Condition::new(Op::Ne, "diesel"));
        assert_eq!(Condition::from("=|5"), Condition::new(Op::Eq, "5"));
        assert_eq!(Condition::from("diesel"), Condition::new(Op::Eq, "diesel"));
        assert_eq!(Condition::from("a|b"), Condition::new(Op::Eq, "a|b"));
        assert_eq!(Condition::new(Op::Eq, "<|5").to_string(), "=|<|5");
    }

    proptest! {
        #[test]
        fn a_condition_survives_being_written(op in 0..6_usize, value in ".{0,6}") {
            let condition = Condition::new(Op::ALL[op], value);
            prop_assert_eq!(Condition::from(condition.to_string().as_str()), condition);
        }
    }
}
