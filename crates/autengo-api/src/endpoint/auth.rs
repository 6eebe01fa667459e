//! Tokens (reference, "Auth").
//!
//! ```
//! use autengo_api::endpoint::auth;
//!
//! assert_eq!(auth::refresh().path, "/auth/refresh");
//! ```

use super::{Method, Request};
use crate::json::FromJson;
use crate::token::{Token, TokenPost};

/// `POST /auth/token`: a new token for a user of a dealer (reference, `POST /auth/token`).
#[must_use]
pub fn token(of: &TokenPost) -> Request<Token> {
    Request::with_body(Method::Post, "/auth/token".to_owned(), of, Token::from_json)
}

/// `GET /auth/refresh`: a new token for whoever the request's own token names (reference,
/// `GET /auth/refresh`).
#[must_use]
pub fn refresh() -> Request<Token> {
    Request::get("/auth/refresh".to_owned(), Token::from_json)
}
