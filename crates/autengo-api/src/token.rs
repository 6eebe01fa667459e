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

use crate::json::{FromJson, Json, Unexpected, text, whole};

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
    fn from_json(value: &dyn Json) -> Result<Self, Unexpected> {
        let text = |name| text(value, name).filter(|text| !text.is_empty());
        Ok(Self {
            token: text("token").ok_or_else(|| Unexpected::at("token", "a text"))?,
            expires_in: whole(value, "expires_in").unwrap_or(86_400),
            token_type: text("token_type").unwrap_or_else(|| "Bearer".to_owned()),
            scope: text("scope").unwrap_or_else(|| "AutengoApiV3".to_owned()),
        })
    }
}
