//! The body of a request, as JSON.

use axum::body::Bytes;
use axum::extract::{FromRequest, Request};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, StatusCode};
use serde_json::Value;

use crate::error::ApiError;

/// A body that is JSON. A handler that takes it answers 400, 413 or 415 to any other.
#[derive(Clone, Debug, PartialEq)]
pub struct JsonBody(pub Value);

impl<S: Send + Sync> FromRequest<S> for JsonBody {
    type Rejection = ApiError;

    async fn from_request(request: Request, state: &S) -> Result<Self, ApiError> {
        check_type(request.headers())?;
        let body =
            Bytes::from_request(request, state).await.map_err(|error| match error.status() {
                StatusCode::PAYLOAD_TOO_LARGE => ApiError::TooLarge,
                _ => ApiError::invalid(error.body_text()),
            })?;
        serde_json::from_slice(&body)
            .map(Self)
            .map_err(|error| ApiError::invalid(format!("The body is not JSON: {error}")))
    }
}

/// A body of unknown type is given the benefit of the doubt.
fn check_type(headers: &HeaderMap) -> Result<(), ApiError> {
    let Some(given) = headers.get(CONTENT_TYPE) else {
        return Ok(());
    };
    let given = String::from_utf8_lossy(given.as_bytes());
    let essence = given.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if essence == "application/json" || essence.ends_with("+json") {
        Ok(())
    } else {
        Err(ApiError::NotJson(given.into_owned()))
    }
}
