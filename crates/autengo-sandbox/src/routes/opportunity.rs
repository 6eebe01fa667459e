//! `POST /opportunity` (reference, "Opportunity"), and what was posted.

use axum::Json;
use axum::extract::{DefaultBodyLimit, State};
use serde_json::{Map, Value, json};
use utoipa::openapi::schema::ObjectBuilder;

use crate::body::JsonBody;
use crate::error::ApiError;
use crate::language::Language;
use crate::openapi::Endpoint;
use crate::openapi::schema::{only, text, whole};
use crate::server::App;

/// The longest `requestText`, in characters.
const LONGEST_TEXT: usize = 16_777_215;

/// Room for the longest text: a character has up to four bytes, and an escaped one six per half.
const LARGEST_BODY: usize = 12 * LONGEST_TEXT + 65_536;

const CUSTOMER: [&str; 7] =
    ["lastName", "firstName", "streetAddress", "zipCode", "city", "phoneNumber", "email"];

/// The one field of [`CUSTOMER`] without which nobody can be answered.
const NEEDED: &str = "lastName";

/// The one documented source: Alzura Shop.
const SOURCE_TYPE: i64 = 6;

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
    if app.store.vehicle(vehicle, Language::De)?.is_none() {
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

/// The endpoint of the reference.
pub(super) fn endpoints() -> [Endpoint; 1] {
    [Endpoint::post("/opportunity", create)
        .about("createOpportunity", "Opportunity", "An inquiry about a vehicle")
        .takes("OpportunityPost")
        .answers(200, "OpportunityResponse", "The number of the inquiry")
        .refuses(404, "There is no such vehicle")]
}

/// The outcome.
pub(super) fn submissions() -> Endpoint {
    Endpoint::get("/sandbox/opportunities", submitted)
        .about(
            "listOpportunities",
            "Sandbox",
            "What was posted to the sandbox, the first one first",
        )
        .open()
        .answers(200, "Opportunities", "Each body with its opportunityId")
}

/// The body that [`create`] takes.
pub(crate) fn schema() -> ObjectBuilder {
    // Of more than white space.
    let needed = || text().pattern(Some("\\S"));
    let customer = CUSTOMER.iter().fold(ObjectBuilder::new(), |customer, name| {
        let field = if *name == NEEDED { needed() } else { text() };
        customer.property(*name, field)
    });
    whole([
        ("sellingId", needed().description(Some("SellingId of the vehicle requested")).into()),
        (
            "requestText",
            needed().max_length(Some(LONGEST_TEXT)).description(Some("Text from customer")).into(),
        ),
        ("sourceType", only(SOURCE_TYPE).description(Some("6 = Alzura Shop")).into()),
        ("customer", customer.required(NEEDED).into()),
    ])
}

/// The vehicle that a body asks about, or what is wrong with the body.
fn check(body: &Value) -> Result<&str, String> {
    let body = body.as_object().ok_or("The body must be an object")?;
    let vehicle = required(body, "", "sellingId")?;
    let text = required(body, "", "requestText")?;
    if text.chars().count() > LONGEST_TEXT {
        return Err(format!("requestText has more than {LONGEST_TEXT} characters"));
    }
    if body.get("sourceType").and_then(Value::as_i64) != Some(SOURCE_TYPE) {
        return Err(format!("sourceType must be an integer, and {SOURCE_TYPE} is the only one"));
    }
    let customer =
        body.get("customer").and_then(Value::as_object).ok_or("customer must be an object")?;
    required(customer, "customer.", NEEDED)?;
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
