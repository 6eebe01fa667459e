//! `POST /auth/token` and `GET /auth/refresh` (reference, "Auth").

use axum::Json;
use axum::extract::State;
use serde_json::{Number, Value};

use crate::body::JsonBody;
use crate::error::ApiError;
use crate::openapi::Endpoint;
use crate::server::App;
use crate::session::{Session, SessionError};
use crate::token::{Bearer, Token};

/// The largest body of a request for a token: two numbers, however spaced.
const LARGEST_BODY: usize = 65_536;

/// Gives a token to whoever names a dealer and a user.
///
/// # Errors
/// 400 when one of the two is missing or no number.
pub async fn token(
    State(app): State<App>,
    JsonBody(body): JsonBody,
) -> Result<Json<Token>, ApiError> {
    let bearer = Bearer {
        dealer_alzura_id: number(&body, "dealerAlzuraId")?,
        user_alzura_id: number(&body, "userAlzuraId")?,
    };
    give(&app, bearer)
}

/// Gives a new token for one that is still valid, and stays so.
///
/// # Errors
/// 401 without a valid token.
pub async fn refresh(
    State(app): State<App>,
    Session(bearer): Session,
) -> Result<Json<Token>, ApiError> {
    give(&app, bearer)
}

fn give(app: &App, bearer: Bearer) -> Result<Json<Token>, ApiError> {
    let token = app.tokens.give(bearer).map_err(SessionError::from)?;
    Ok(Json(token))
}

fn number(body: &Value, name: &str) -> Result<Number, ApiError> {
    let body = body.as_object().ok_or_else(|| ApiError::invalid("The body must be an object"))?;
    match body.get(name) {
        None => Err(ApiError::invalid(format!("{name} is missing"))),
        Some(Value::Number(number)) => Ok(number.clone()),
        Some(_) => Err(ApiError::invalid(format!("{name} must be a number"))),
    }
}

/// The endpoints of this file.
pub(super) fn endpoints() -> [Endpoint; 2] {
    [
        Endpoint::post("/auth/token", token)
            .about("createToken", "Auth", "A token for a dealer and a user")
            .up_to(LARGEST_BODY)
            .takes("TokenPost")
            .answers(200, "TokenResponse", "The token"),
        Endpoint::get("/auth/refresh", refresh)
            .about("refreshToken", "Auth", "A new token for one that is still valid")
            .with_token()
            .answers(200, "TokenResponse", "The token"),
    ]
}
