//! A buyer's inquiry about a vehicle (reference, schema `OpportunityPost`).
//!
//! ```
//! use autengo_api::endpoint;
//! use autengo_api::opportunity::{Customer, Opportunity, SOURCE_TYPE};
//!
//! let request = endpoint::opportunity(&Opportunity {
//!     selling_id: "AIQWXW".into(),
//!     request_text: "Is it still there?".to_owned(),
//!     source_type: SOURCE_TYPE,
//!     customer: Customer { email: "max@example.org".to_owned(), ..Customer::default() },
//! })?;
//! assert_eq!(request.answer(200, r#"{"data":{"opportunityId":3813}}"#), Ok(3813));
//! # Ok::<(), autengo_api::limit::LimitError>(())
//! ```

use serde::Serialize;

use crate::id::SellingId;
use crate::limit::{self, LimitError};

pub use crate::limit::MAX_TEXT;

/// The one documented `sourceType`: Alzura Shop.
pub const SOURCE_TYPE: u8 = 6;

/// The body of `POST /opportunity`.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Opportunity {
    /// The vehicle that is asked about.
    pub selling_id: SellingId,
    /// The buyer's text, at most [`MAX_TEXT`] characters.
    pub request_text: String,
    /// [`SOURCE_TYPE`]
    pub source_type: u8,
    /// The buyer.
    pub customer: Customer,
}

/// The buyer. An empty text was not given and is not sent.
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

impl Opportunity {
    /// Checks the documented limits.
    ///
    /// # Errors
    /// If `requestText` is longer than [`MAX_TEXT`], or `sourceType` is not [`SOURCE_TYPE`].
    pub fn check(&self) -> Result<(), LimitError> {
        if self.source_type != SOURCE_TYPE {
            let value = self.source_type.to_string();
            return Err(LimitError::Choice { field: "sourceType", value, allowed: &["6"] });
        }
        limit::length("requestText", &self.request_text, MAX_TEXT)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_beyond_the_limit_is_refused_with_its_length() {
        let inquiry = |length| Opportunity {
            selling_id: "A".into(),
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
        let error = Opportunity { source_type: 7, ..inquiry(1) }.check().expect_err("no source");
        assert_eq!(error.to_string(), "sourceType is `7`, the API takes 6");
    }
}
