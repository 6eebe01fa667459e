//! The endpoints of the API as requests that know how to read their answers. Nothing here talks:
//! whoever sends a [`Request`] hands back the status and the body.

use std::collections::BTreeMap;

use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::column::Column;
use crate::list::List;
use crate::opportunity::Opportunity;
use crate::qs;
use crate::query::VehicleQuery;

/// An HTTP method of the reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Method {
    /// Asks; may be repeated.
    Get,
    /// Creates; must not be repeated without being asked to.
    Post,
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
    read: fn(&str) -> Result<T, serde_json::Error>,
}

/// Why the API did not answer with what was asked for.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ApiError {
    /// 400
    #[error("the API calls the request invalid{}", .0.as_ref().map(|why| format!(": {why}")).unwrap_or_default())]
    Invalid(Option<String>),
    /// 401 or 403
    #[error("the API refuses the request (HTTP {0}): check the API key")]
    Unauthorized(u16),
    /// 404, or an answer that says there is nothing
    #[error("the API has nothing under this address")]
    NotFound,
    /// 429
    #[error("the API has had too many requests")]
    TooManyRequests,
    /// any other status but 2xx
    #[error("the API answers with HTTP {0}")]
    Status(u16),
    /// an answer that cannot be read
    #[error("the API's answer cannot be read: {0}")]
    Unreadable(String),
}

impl<T> Request<T> {
    fn get(path: String, read: fn(&str) -> Result<T, serde_json::Error>) -> Self {
        Self {
            method: Method::Get,
            path,
            body: None,
            read,
        }
    }

    /// Reads the answer to this request.
    ///
    /// # Errors
    /// By status, or [`ApiError::Unreadable`] if a good status came with another body than the
    /// reference describes.
    pub fn answer(&self, status: u16, body: &str) -> Result<T, ApiError> {
        match status {
            200..=299 => (self.read)(body).map_err(|error| ApiError::Unreadable(error.to_string())),
            400 => Err(ApiError::Invalid(reason(body))),
            401 | 403 => Err(ApiError::Unauthorized(status)),
            404 => Err(ApiError::NotFound),
            429 => Err(ApiError::TooManyRequests),
            other => Err(ApiError::Status(other)),
        }
    }
}

fn reason(body: &str) -> Option<String> {
    #[derive(Deserialize)]
    struct Failure {
        #[serde(rename = "statusText")]
        status_text: String,
    }
    serde_json::from_str(body)
        .ok()
        .map(|Failure { status_text }| status_text)
}

/// `GET /vehicle`: a list of vehicles.
#[must_use]
pub fn vehicles<V: DeserializeOwned>(query: &VehicleQuery) -> Request<List<V>> {
    Request::get(format!("/vehicle?{query}"), |body| {
        serde_json::from_str(body)
    })
}

/// `GET /vehicle/:sellingId`: one vehicle; `None` if the API knows none of that id.
#[must_use]
pub fn vehicle<V: DeserializeOwned>(selling_id: &str) -> Request<Option<V>> {
    #[derive(Deserialize)]
    #[serde(bound = "V: DeserializeOwned")]
    struct Answer<V> {
        vehicle: Option<V>,
    }
    Request::get(format!("/vehicle/{}", segment(selling_id)), |body| {
        serde_json::from_str(body).map(|Answer { vehicle }| vehicle)
    })
}

/// A make (reference, `GET /vehicle/reference/make`).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Make {
    /// The id by which vehicles are filtered.
    pub make_id: u32,
    /// Its name.
    pub make_name: String,
}

/// `GET /vehicle/reference/make`: all makes.
#[must_use]
pub fn makes() -> Request<List<Make>> {
    Request::get("/vehicle/reference/make".to_owned(), |body| {
        serde_json::from_str(body)
    })
}

/// A model of a make (reference, `GET /vehicle/reference/make/:makeId/model`).
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Model {
    /// The id by which vehicles are filtered.
    pub model_id: u32,
    /// Its name.
    pub model_name: String,
}

/// `GET /vehicle/reference/make/:makeId/model`: all models of a make.
#[must_use]
pub fn models(make_id: u32) -> Request<List<Model>> {
    let path = format!("/vehicle/reference/make/{make_id}/model");
    Request::get(path, |body| serde_json::from_str(body))
}

/// The values that a column has in the stock, as filters take them.
pub type FilterValues = BTreeMap<Column, Vec<String>>;

/// `GET /vehicle/filter/values`: which values the stock has in these columns.
///
/// Columns for which the reference does not offer it are left out
/// ([`Column::has_values`]).
#[must_use]
pub fn filter_values(columns: &[Column]) -> Request<FilterValues> {
    #[derive(Serialize)]
    struct Query {
        fields: Vec<&'static str>,
    }
    let known = columns.iter().filter(|column| column.has_values());
    let query = Query {
        fields: known.map(|column| column.name()).collect(),
    };
    // A list of names always has a spelling.
    let query = qs::encode(&query).unwrap_or_default();
    Request::get(format!("/vehicle/filter/values?{query}"), |body| {
        let values: BTreeMap<String, Vec<Value>> = serde_json::from_str(body)?;
        let columns = values.into_iter().filter_map(|(name, values)| {
            let column = Column::from_name(&name)?;
            let texts = values
                .iter()
                .filter_map(value_text)
                .filter(|text| column.accepts(text));
            Some((column, texts.collect()))
        });
        Ok(columns.collect())
    })
}

fn value_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(number.to_string()),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Object(object) => object.get("key").and_then(value_text),
        Value::Null | Value::Array(_) => None,
    }
}

/// `POST /opportunity`: a buyer's inquiry. The answer is the number of the opportunity.
///
/// # Errors
/// If a limit of the reference is exceeded; see [`Opportunity::check`].
pub fn opportunity(inquiry: &Opportunity) -> Result<Request<u64>, crate::opportunity::LimitError> {
    #[derive(Deserialize)]
    struct Answer {
        data: Data,
    }
    #[derive(Deserialize)]
    #[serde(rename_all = "camelCase")]
    struct Data {
        opportunity_id: u64,
    }
    inquiry.check()?;
    Ok(Request {
        method: Method::Post,
        path: "/opportunity".to_owned(),
        // A struct of texts always has a JSON form.
        body: serde_json::to_string(inquiry).ok(),
        read: |body| serde_json::from_str(body).map(|Answer { data }| data.opportunity_id),
    })
}

fn segment(text: &str) -> String {
    const KEPT: AsciiSet = NON_ALPHANUMERIC.remove(b'-').remove(b'_').remove(b'~');
    utf8_percent_encode(text, &KEPT).to_string()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vehicle::{Field, PublicVehicle, Vehicle};

    #[test]
    fn the_answers_of_the_reference_are_read() {
        let list = vehicles::<Vehicle>(&VehicleQuery::default())
            .answer(200, include_str!("../tests/data/vehicle-list.json"))
            .expect("a list");
        assert_eq!((list.total, list.items.len(), list.lost), (150, 1, 0));
        let one = vehicle::<Vehicle>("AIQWXW")
            .answer(200, include_str!("../tests/data/vehicle.json"))
            .expect("an answer")
            .expect("a vehicle");
        assert_eq!(one, list.items[0]);
        assert_eq!(one.flag(Field::IsNetPrice), Some(false));
        assert!(one.items(Field::Equipment).is_empty());
        assert!(one.unknown().is_empty());

        let makes = makes()
            .answer(200, include_str!("../tests/data/makes.json"))
            .expect("makes");
        assert_eq!(
            makes.items,
            [Make {
                make_id: 190,
                make_name: "Audi".to_owned()
            }]
        );
        let models = models(190)
            .answer(200, include_str!("../tests/data/models.json"))
            .expect("models");
        assert_eq!(
            models.items,
            [Model {
                model_id: 3813,
                model_name: "A4".to_owned()
            }]
        );
        let values = filter_values(&[Column::MakeId])
            .answer(200, include_str!("../tests/data/filter-values.json"))
            .expect("values");
        assert_eq!(values[&Column::MakeId], ["123"]);
    }

    #[test]
    fn the_opportunity_of_the_reference_is_written_and_its_answer_read() {
        let text = include_str!("../tests/data/opportunity-post.json");
        let inquiry: Opportunity = serde_json::from_str(text).expect("an opportunity");
        let request = opportunity(&inquiry).expect("within the limits");
        let written: Value =
            serde_json::from_str(request.body.as_deref().expect("a body")).expect("JSON");
        assert_eq!(written, serde_json::from_str::<Value>(text).expect("JSON"));
        let id = request
            .answer(200, include_str!("../tests/data/opportunity.json"))
            .expect("an id");
        assert_eq!(id, 3813);
        // Lesson 30: a 200 without a number is no success.
        assert!(matches!(
            request.answer(200, "{}"),
            Err(ApiError::Unreadable(_))
        ));
    }

    #[test]
    fn statuses_become_errors_that_say_what_is_wrong() {
        let request = vehicle::<PublicVehicle>("a/b c");
        assert_eq!(request.path, "/vehicle/a%2Fb%20c");
        let body = r#"{"status":"error","statusText":"unknown column"}"#;
        let invalid = request.answer(400, body).expect_err("an error");
        assert_eq!(
            invalid.to_string(),
            "the API calls the request invalid: unknown column"
        );
        assert_eq!(request.answer(401, ""), Err(ApiError::Unauthorized(401)));
        assert_eq!(request.answer(404, ""), Err(ApiError::NotFound));
        assert_eq!(request.answer(429, ""), Err(ApiError::TooManyRequests));
        assert_eq!(request.answer(503, ""), Err(ApiError::Status(503)));
        assert!(matches!(
            request.answer(200, "<html>"),
            Err(ApiError::Unreadable(_))
        ));
        assert_eq!(request.answer(200, r#"{"vehicle":null}"#), Ok(None));
    }
}
