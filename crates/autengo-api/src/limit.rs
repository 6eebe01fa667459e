//! The documented limits of what is sent, checked before it is sent.
//!
//! ```
//! use autengo_api::contact::ContactPost;
//!
//! let contact = ContactPost { zip_code: Some("1".repeat(17)), ..ContactPost::default() };
//! let error = contact.check().unwrap_err();
//! assert_eq!(error.to_string(), "zipCode has 17 characters, the API takes up to 16");
//! ```

use crate::vehicle::Date;

/// The longest texts that the API takes, in characters: `requestText` (reference, schema
/// `OpportunityPost`) and `notes` (schema `ContactPost`).
pub const MAX_TEXT: usize = 16_777_215;

/// A documented limit that a field does not keep to.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[non_exhaustive]
pub enum LimitError {
    /// A text that is too long.
    #[error("{field} has {length} characters, the API takes up to {limit}")]
    Length {
        /// The field's name in the reference.
        field: &'static str,
        /// How many characters it has.
        length: usize,
        /// How many it may have.
        limit: usize,
    },
    /// A value that is none of the documented ones.
    #[error("{field} is `{value}`, the API takes {}", .allowed.join(", "))]
    Choice {
        /// The field's name in the reference.
        field: &'static str,
        /// The value that it has.
        value: String,
        /// The values that it may have.
        allowed: &'static [&'static str],
    },
    /// A number that is out of its range.
    #[error("{field} is {value}, the API takes {least} to {most}")]
    Range {
        /// The field's name in the reference.
        field: &'static str,
        /// The value that it has.
        value: String,
        /// The least it may be.
        least: u32,
        /// The most it may be.
        most: u32,
    },
    /// A text that is no day of the calendar.
    #[error("{field} is `{value}`, the API takes a date such as 1990-01-31")]
    Date {
        /// The field's name in the reference.
        field: &'static str,
        /// The value that it has.
        value: String,
    },
}

/// Checks a text's length in characters.
pub(crate) fn length(field: &'static str, text: &str, limit: usize) -> Result<(), LimitError> {
    let length = text.chars().count();
    if length > limit { Err(LimitError::Length { field, length, limit }) } else { Ok(()) }
}

/// Checks that a text is a day that there is, as `YYYY-MM-DD`.
pub(crate) fn date(field: &'static str, text: &str) -> Result<(), LimitError> {
    let day = text.parse().ok().filter(|_| text.len() == "YYYY-MM-DD".len());
    let exists = day.is_some_and(|Date { year, month, day }| {
        let leap = year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
        let days = match month {
            4 | 6 | 9 | 11 => 30,
            2 if leap => 29,
            2 => 28,
            _ => 31,
        };
        day.is_some_and(|day| day <= days)
    });
    if exists { Ok(()) } else { Err(LimitError::Date { field, value: text.to_owned() }) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_days_of_the_calendar_are_dates() {
        for text in ["1990-01-01", "2024-02-29", "2000-02-29", "2023-12-31"] {
            assert_eq!(date("dateOfBirth", text), Ok(()), "{text}");
        }
        for text in [
            "",
            "1990",
            "1990-01",
            "2023-02-29",
            "1900-02-29",
            "2023-04-31",
            "1990-1-1",
            "01.01.1990",
        ] {
            assert!(date("dateOfBirth", text).is_err(), "{text}");
        }
        assert!(date("dateOfBirth", "1990-01-01 00:00:00").is_err());
    }

    #[test]
    fn lengths_count_characters() {
        assert_eq!(length("zipCode", &"ä".repeat(16), 16), Ok(()));
        let error = length("zipCode", &"ä".repeat(17), 16).expect_err("too long");
        assert_eq!(error.to_string(), "zipCode has 17 characters, the API takes up to 16");
    }
}
