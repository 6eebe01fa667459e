//! Tokens (reference, schemas `TokenPost` and `TokenResponse`).
//!
//! ```
//! use autengo_api::endpoint::auth;
//! use autengo_api::token::TokenPost;
//!
//! let request = auth::token(&TokenPost { dealer_alzura_id: 1, user_alzura_id: 2 });
//! let token = request.answer(200, r#"{"token":"abc"}"#)?;
//! assert_eq!((&*token.token_type, token.expires_in), ("Bearer", 86_400));
//! # Ok::<(), autengo_api::endpoint::ApiError>(())
//! ```

use std::fmt;

use serde::Serialize;
use serde_json::Value;

use crate::json::{FromJson, Unexpected, take, whole};

/// For whom a token is asked (reference, schema `TokenPost`).
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct TokenPost {
    /// The dealer's Alzura id.
    pub dealer_alzura_id: u64,
    /// The user's Alzura id.
    pub user_alzura_id: u64,
}

/// A session token (reference, schema `TokenResponse`). `Debug` does not show it.
#[derive(Clone, PartialEq, Eq)]
pub struct Token {
    /// The JWT.
    pub token: String,
    /// How many seconds it is good for, from when it was issued; documented as 86400.
    pub expires_in: u64,
    /// How it is to be named in a header; documented as `Bearer`.
    pub token_type: String,
    /// The scope of the access; documented as `AutengoApiV3`.
    pub scope: String,
}

impl fmt::Debug for Token {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { expires_in, token_type, scope, .. } = self;
        write!(f, "Token({token_type}, {scope}, {expires_in} s)")
    }
}

impl FromJson for Token {
    /// A token without its type, scope or time is one of the documented kind.
    fn from_json(mut value: Value) -> Result<Self, Unexpected> {
        let token = match take(&mut value, "token") {
            Value::String(token) if !token.is_empty() => token,
            _ => return Err(Unexpected::at("token", "a text")),
        };
        let mut text = |name: &str, otherwise: &str| match take(&mut value, name) {
            Value::String(text) if !text.is_empty() => text,
            _ => otherwise.to_owned(),
        };
        let (token_type, scope) = (text("token_type", "Bearer"), text("scope", "AutengoApiV3"));
        let expires_in = value.get("expires_in").and_then(whole).unwrap_or(86_400);
        Ok(Self { token, expires_in, token_type, scope })
    }
}
