//! The one shape in which the sandbox refuses.

use axum::Json;
use axum::http::header::WWW_AUTHENTICATE;
use axum::http::{HeaderValue, StatusCode};
use axum::response::{IntoResponse, Response};
use serde_json::json;

use crate::session::SessionError;

/// Why a request is refused. Answered as `{"status": "error", "statusText": "…"}`.
#[derive(Debug, thiserror::Error)]
pub enum ApiError {
    /// The request is not one that the reference allows; the text says what is wrong with it.
    #[error("{0}")]
    Invalid(String),
    /// No key, or not the one that was configured.
    #[error("The header X-Api-Key is missing or its key is not known")]
    Unauthorized,
    /// No token, or none that is valid.
    #[error(transparent)]
    Session(#[from] SessionError),
    /// There is nothing of that name.
    #[error("{0}")]
    NotFound(String),
    /// The path is known, the method is not.
    #[error("This path does not answer this method")]
    MethodNotAllowed,
    /// The body is larger than any that the reference allows.
    #[error("The body is larger than this path takes")]
    TooLarge,
    /// The body says that it is something other than JSON.
    #[error("The body must be application/json, not {0:?}")]
    NotJson(String),
    /// The database failed, which is a fault of the sandbox.
    #[error("The database failed: {0}")]
    Store(#[from] rusqlite::Error),
}

impl ApiError {
    /// A request that the reference does not allow, for that reason.
    pub fn invalid(reason: impl Into<String>) -> Self {
        Self::Invalid(reason.into())
    }

    /// A thing that is not there.
    pub fn not_found(what: impl Into<String>) -> Self {
        Self::NotFound(what.into())
    }

    fn status(&self) -> StatusCode {
        match self {
            Self::Invalid(_) => StatusCode::BAD_REQUEST,
            Self::Unauthorized | Self::Session(_) => StatusCode::UNAUTHORIZED,
            Self::NotFound(_) => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::NotJson(_) => StatusCode::UNSUPPORTED_MEDIA_TYPE,
            Self::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        let mut response = refusal(self.status(), &self.to_string());
        if let Self::Session(_) = self {
            let schemes = HeaderValue::from_static("JWT");
            response.headers_mut().insert(WWW_AUTHENTICATE, schemes);
        }
        response
    }
}

/// A refusal with that status and reason.
pub(crate) fn refusal(status: StatusCode, reason: &str) -> Response {
    let body = json!({ "status": "error", "statusText": reason });
    (status, Json(body)).into_response()
}
