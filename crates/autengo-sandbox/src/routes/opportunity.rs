//! `POST /opportunity` (reference, "Opportunity"), and what was posted.

use axum::Json;
use axum::extract::{DefaultBodyLimit, State};
use serde_json::{Map, Value, json};

use crate::body::JsonBody;
use crate::error::ApiError;
use crate::language::Language;
use crate::server::App;

/// The longest `requestText`, in characters.
const LONGEST_TEXT: usize = 16_777_215;

/// Room for the longest text: a character has up to four bytes, and an escaped one six per half.
const LARGEST_BODY: usize = 12 * LONGEST_TEXT + 65_536;

const CUSTOMER: [&str; 7] =
    ["lastName", "firstName", "streetAddress", "zipCode", "city", "phoneNumber", "email"];

/// Lets the longest text that the reference allows through.
pub fn body_limit() -> DefaultBodyLimit {
    DefaultBodyLimit::max(LARGEST_BODY)
}

/// Takes an inquiry about a vehicle.
///
/// # Errors
/// 400 when something is missing or of another type, 404 when there is no such vehicle.
pub async fn create(
    State(app): State<App>,
    JsonBody(body): JsonBody,
) -> Result<Json<Value>, ApiError> {
    let vehicle = check(&body).map_err(ApiError::Invalid)?;
    if app.store.vehicle(vehicle, Language::German)?.is_none() {
        return Err(ApiError::not_found(format!("There is no vehicle {vehicle:?}")));
    }
    let id = app.store.add_opportunity(&body)?;
    Ok(Json(json!({
        "status": "success",
        "data": { "opportunityId": id },
    })))
}

/// Everything that was submitted, the first one first: each body with its `opportunityId`.
///
/// # Errors
/// When the database fails.
pub async fn submitted(State(app): State<App>) -> Result<Json<Value>, ApiError> {
    let list = app.store.opportunities()?;
    let list = list.into_iter().map(|(id, body)| {
        let mut entry = Map::from_iter([("opportunityId".to_owned(), id.into())]);
        if let Ok(Value::Object(body)) = serde_json::from_str(&body) {
            entry.extend(body);
        }
        Value::Object(entry)
    });
    Ok(Json(list.collect()))
}

/// The vehicle that a body asks about, or what is wrong with the body.
fn check(body: &Value) -> Result<&str, String> {
    let body = body.as_object().ok_or("The body must be an object")?;
    let vehicle = required(body, "", "sellingId")?;
    let text = required(body, "", "requestText")?;
    if text.chars().count() > LONGEST_TEXT {
        return Err(format!("requestText has more than {LONGEST_TEXT} characters"));
    }
    if !body.get("sourceType").is_some_and(Value::is_i64) {
        return Err("sourceType must be an integer".to_owned());
    }
    let customer =
        body.get("customer").and_then(Value::as_object).ok_or("customer must be an object")?;
    required(customer, "customer.", "lastName")?;
    for name in CUSTOMER {
        if customer.get(name).is_some_and(|value| !value.is_string()) {
            return Err(format!("customer.{name} must be a text"));
        }
    }
    Ok(vehicle)
}

fn required<'a>(
    object: &'a Map<String, Value>,
    prefix: &str,
    name: &str,
) -> Result<&'a str, String> {
    match object.get(name) {
        None => Err(format!("{prefix}{name} is missing")),
        Some(Value::String(text)) if text.trim().is_empty() => {
            Err(format!("{prefix}{name} is empty"))
        }
        Some(Value::String(text)) => Ok(text),
        Some(_) => Err(format!("{prefix}{name} must be a text")),
    }
}
