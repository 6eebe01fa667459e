//! The one shape in which the sandbox refuses.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use serde_json::json;

/// Why a request is refused. Answered as `{"status": "error", "statusText": "…"}`.
#[derive(Debug, thiserror::Error)]
pub enum ApiError {
    /// The request is not one that the reference allows; the text says what is wrong with it.
    #[error("{0}")]
    Invalid(String),
    /// No key, or not the one that was configured.
    #[error("The header X-Api-Key is missing or its key is not known")]
    Unauthorized,
    /// There is nothing of that name.
    #[error("{0}")]
    NotFound(String),
    /// The path is known, the method is not.
    #[error("This path does not answer this method")]
    MethodNotAllowed,
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
            Self::Unauthorized => StatusCode::UNAUTHORIZED,
            Self::NotFound(_) => StatusCode::NOT_FOUND,
            Self::MethodNotAllowed => StatusCode::METHOD_NOT_ALLOWED,
            Self::Store(_) => StatusCode::INTERNAL_SERVER_ERROR,
        }
    }
}

impl IntoResponse for ApiError {
    fn into_response(self) -> Response {
        refusal(self.status(), &self.to_string())
    }
}

/// A refusal with that status and reason.
pub(crate) fn refusal(status: StatusCode, reason: &str) -> Response {
    let body = json!({ "status": "error", "statusText": reason });
    (status, Json(body)).into_response()
}
