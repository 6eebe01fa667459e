//! A buyer's inquiry about a vehicle (reference, schema `OpportunityPost`).

use serde::Serialize;

/// The longest `requestText`, in characters.
pub const MAX_TEXT: usize = 16_777_215;
/// The one documented `sourceType`: Alzura Shop.
pub const SOURCE_TYPE: u8 = 6;

/// What is sent to `POST /opportunity`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Opportunity {
    /// The vehicle that is asked about.
    pub selling_id: String,
    /// What the buyer wrote, at most [`MAX_TEXT`] characters.
    pub request_text: String,
    /// [`SOURCE_TYPE`]
    pub source_type: u8,
    /// Who asks.
    pub customer: Customer,
}

/// Who asks. An empty text was not given and is not sent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Customer {
    /// Last name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub last_name: String,
    /// First name.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub first_name: String,
    /// Street and number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub street_address: String,
    /// Postal code.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub zip_code: String,
    /// City.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub city: String,
    /// Phone number.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub phone_number: String,
    /// E-mail address.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub email: String,
}

/// A documented limit that a field exceeds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("{field} has {length} characters, the API takes up to {limit}")]
pub struct LimitError {
    /// The field's name in the reference.
    pub field: &'static str,
    /// How long it is.
    pub length: usize,
    /// How long it may be.
    pub limit: usize,
}

impl Opportunity {
    /// Checks the documented limits.
    ///
    /// # Errors
    /// If `requestText` is longer than [`MAX_TEXT`].
    pub fn check(&self) -> Result<(), LimitError> {
        let length = self.request_text.chars().count();
        if length > MAX_TEXT {
            return Err(LimitError { field: "requestText", length, limit: MAX_TEXT });
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_beyond_the_limit_is_refused_with_its_length() {
        let inquiry = |length| Opportunity {
            selling_id: "A".to_owned(),
            request_text: "x".repeat(length),
            source_type: SOURCE_TYPE,
            customer: Customer::default(),
        };
        assert_eq!(inquiry(MAX_TEXT).check(), Ok(()));
        let error = inquiry(MAX_TEXT + 1).check().expect_err("too long");
        assert_eq!(
            error.to_string(),
            "requestText has 16777216 characters, the API takes up to 16777215"
        );
    }
}
