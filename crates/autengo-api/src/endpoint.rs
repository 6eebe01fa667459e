//! The endpoints of the API as requests that know how to read their answers. Nothing here talks:
//! whoever sends a [`Request`] hands back the status and the body.
//!
//! ```
//! use autengo_api::endpoint::{self, ApiError};
//!
//! let request = endpoint::makes();
//! assert_eq!((request.method.as_str(), &*request.path), ("GET", "/vehicle/reference/make"));
//! let answer = r#"{"total":1,"list":[{"makeId":190,"makeName":"Audi"}]}"#;
//! assert_eq!(request.answer(200, answer)?.items[0].make_name, "Audi");
//! assert_eq!(request.answer(404, ""), Err(ApiError::NotFound));
//! # Ok::<(), ApiError>(())
//! ```

pub mod auth;
pub mod contact;
mod filter_values;
mod opportunity;
mod reference;
mod vehicle;

use crate::credentials::{Credentials, Language};
use crate::json::{Json, Unexpected, text};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::Serialize;

pub use filter_values::{FilterValues, filter_values};
pub use opportunity::opportunity;
pub use reference::{Make, Model, makes, models};
pub use vehicle::{vehicle, vehicles};

/// An HTTP method of the reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Asks; may be repeated.
    Get,
    /// Creates; must not be repeated without being asked to.
    Post,
    /// Changes what there is; may be repeated.
    Put,
    /// Deletes; the second time there is nothing.
    Delete,
}

impl Method {
    /// The method's name in HTTP.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Get => "GET",
            Self::Post => "POST",
            Self::Put => "PUT",
            Self::Delete => "DELETE",
        }
    }
}

/// A call of the API whose answer is a `T`.
#[derive(Clone, Debug)]
pub struct Request<T> {
    /// The method.
    pub method: Method,
    /// Path and query, to be put behind the endpoint's address: `/vehicle?limit=24`.
    pub path: String,
    /// The body, JSON.
    pub body: Option<String>,
    read: fn(&dyn Json) -> Result<T, Unexpected>,
}

/// Why the API did not answer with what was asked for. Every status is one of these, so a program
/// can say something of each.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApiError {
    /// 400
    #[error("the API calls the request invalid{}", .0.as_ref().map(|why| format!(": {why}")).unwrap_or_default())]
    Invalid(Option<String>),
    /// 401 or 403
    #[error("the API refuses the request (HTTP {0}): check the API key")]
    Unauthorized(u16),
    /// 404, or an answer that says there is nothing
    #[error("the API has nothing under this address (HTTP 404): check api-base")]
    NotFound,
    /// 429
    #[error("the API has had too many requests")]
    TooManyRequests,
    /// any other status but 2xx
    #[error("the API answers with HTTP {0}")]
    Status(u16),
    /// a page for people where JSON belongs: the address is a website's
    #[error(
        "api-base answers with a web page (text/html) instead of JSON: check that it is the API's address"
    )]
    WebPage,
    /// an answer that cannot be read
    #[error("the API's answer cannot be read: {0}")]
    Unreadable(String),
}

impl<T> Request<T> {
    fn get(path: String, read: fn(&dyn Json) -> Result<T, Unexpected>) -> Self {
        Self { method: Method::Get, path, body: None, read }
    }

    fn with_body(
        method: Method,
        path: String,
        body: &impl Serialize,
        read: fn(&dyn Json) -> Result<T, Unexpected>,
    ) -> Self {
        // What is sent are structs of plain values, which always have a JSON form.
        Self { method, path, body: serde_json::to_string(body).ok(), read }
    }

    /// The headers to send with it, names and values: who asks, in which language, and the type of
    /// the body (reference, "Authentication", "Internationalization" and "Request Content-Types").
    #[must_use]
    pub fn headers(
        &self,
        credentials: &Credentials,
        language: Language,
    ) -> Vec<(&'static str, String)> {
        const JSON: &str = "application/json";
        let mut headers =
            vec![("Accept", JSON.to_owned()), ("Accept-Language", language.code().to_owned())];
        headers.extend(credentials.headers());
        if self.body.is_some() {
            headers.push(("Content-Type", JSON.to_owned()));
        }
        headers
    }

    /// Reads the answer to this request.
    ///
    /// # Errors
    /// By status, or [`ApiError::Unreadable`] if a good status came with another body than the
    /// reference describes, with the place that is not so.
    pub fn answer(&self, status: u16, body: &str) -> Result<T, ApiError> {
        let parsed: Result<serde_json::Value, _> = serde_json::from_str(body);
        let parsed = parsed.as_ref().map(|value| value as &dyn Json).map_err(|error| {
            if body.trim_start_matches(is_padding).starts_with('<') {
                return ApiError::WebPage;
            }
            let (line, column) = (error.line(), error.column());
            ApiError::Unreadable(format!("it is no JSON from line {line}, column {column} on"))
        });
        self.answer_parsed(status, parsed)
    }

    /// The same for a body that somebody else has parsed, or could not.
    ///
    /// # Errors
    /// As [`Self::answer`]; what the parser says if a good status came with what it could not read.
    pub fn answer_parsed(
        &self,
        status: u16,
        body: Result<&dyn Json, ApiError>,
    ) -> Result<T, ApiError> {
        match status {
            200..=299 => {
                (self.read)(body?).map_err(|error| ApiError::Unreadable(error.to_string()))
            }
            400 => Err(ApiError::Invalid(body.ok().and_then(|body| text(body, "statusText")))),
            401 | 403 => Err(ApiError::Unauthorized(status)),
            404 => Err(ApiError::NotFound),
            429 => Err(ApiError::TooManyRequests),
            other => Err(ApiError::Status(other)),
        }
    }
}

/// The characters before a page: blanks, and the mark of the order of bytes.
fn is_padding(c: char) -> bool {
    c.is_whitespace() || c == '\u{feff}'
}

/// A part of a path, so that whatever stands in it stays one part.
fn segment(text: &str) -> String {
    const KEPT: AsciiSet = NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'~');
    utf8_percent_encode(text, &KEPT).to_string()
}

#[cfg(test)]
mod tests {
    use serde_json::Value;

    use super::*;
    use crate::column::Column;
    use crate::id::{MakeId, ModelId};
    use crate::opportunity::{Customer, Opportunity};
    use crate::query::VehicleQuery;
    use crate::vehicle::{Field, PublicVehicle, Vehicle};

    #[test]
    fn the_answers_of_the_reference_are_read() {
        let list = vehicles::<Vehicle>(&VehicleQuery::default())
            .answer(200, include_str!("../tests/data/vehicle-list.json"))
            .expect("a list");
        assert_eq!((list.total, list.items.len(), list.lost), (150, 1, 0));
        let one = vehicle::<Vehicle>(&"AIQWXW".into())
            .answer(200, include_str!("../tests/data/vehicle.json"))
            .expect("an answer")
            .expect("a vehicle");
        assert_eq!(one, list.items[0]);
        assert_eq!(one.flag(Field::IsNetPrice), Some(false));
        assert!(one.items(Field::Equipment).is_empty());
        assert!(one.unknown().is_empty());

        let makes = makes().answer(200, include_str!("../tests/data/makes.json")).expect("makes");
        assert_eq!(makes.items, [Make { make_id: MakeId(190), make_name: "Audi".to_owned() }]);
        let models = models(MakeId(190))
            .answer(200, include_str!("../tests/data/models.json"))
            .expect("models");
        assert_eq!(models.items, [Model { model_id: ModelId(3813), model_name: "A4".to_owned() }]);
        let values = filter_values(&[Column::MakeId])
            .answer(200, include_str!("../tests/data/filter-values.json"))
            .expect("values");
        assert_eq!(values, [(Column::MakeId, vec!["123".to_owned()])]);
    }

    #[test]
    fn the_opportunity_of_the_reference_is_written_and_its_answer_read() {
        let text = include_str!("../tests/data/opportunity-post.json");
        let text_of = |text: &str| text.to_owned();
        let inquiry = Opportunity {
            selling_id: "RQ5O9S".into(),
            request_text: text_of("I'm interested in this vehicle. Please contact me."),
            source_type: 6,
            customer: Customer {
                last_name: text_of("Doe"),
                first_name: text_of("John"),
                street_address: text_of("123 Main St"),
                zip_code: text_of("12345"),
                city: text_of("Anytown"),
                phone_number: text_of("555-1234"),
                email: text_of("max.mustermann@example.org"),
            },
        };
        let request = opportunity(&inquiry).expect("within the limits");
        let written: Value =
            serde_json::from_str(request.body.as_deref().expect("a body")).expect("JSON");
        assert_eq!(written, serde_json::from_str::<Value>(text).expect("JSON"));
        let id =
            request.answer(200, include_str!("../tests/data/opportunity.json")).expect("an id");
        assert_eq!(id, 3813);
        // A 200 without a number is no success.
        let error = request.answer(200, r#"{"data":{}}"#).expect_err("an error");
        assert_eq!(
            error.to_string(),
            "the API's answer cannot be read: `data.opportunityId` is not a whole number"
        );
    }

    #[test]
    fn statuses_become_errors_that_say_the_problem() {
        let request = vehicle::<PublicVehicle>(&"a/b c".into());
        assert_eq!(request.path, "/vehicle/a%2Fb%20c");
        let body = r#"{"status":"error","statusText":"unknown column"}"#;
        let invalid = request.answer(400, body).expect_err("an error");
        assert_eq!(invalid.to_string(), "the API calls the request invalid: unknown column");
        assert_eq!(request.answer(401, ""), Err(ApiError::Unauthorized(401)));
        assert_eq!(request.answer(404, ""), Err(ApiError::NotFound));
        assert_eq!(request.answer(429, ""), Err(ApiError::TooManyRequests));
        assert_eq!(request.answer(503, ""), Err(ApiError::Status(503)));
        assert!(matches!(request.answer(200, "{"), Err(ApiError::Unreadable(_))));
        for page in ["<html>", "\n <!doctype html>", "\u{feff}<!-- a site -->"] {
            assert_eq!(request.answer(200, page), Err(ApiError::WebPage));
        }
        assert_eq!(request.answer(200, r#"{"vehicle":null}"#), Ok(None));
    }
}
