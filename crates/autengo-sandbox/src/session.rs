//! Who asks, by the token in the headers (reference, "Authentication").

use axum::extract::FromRequestParts;
use axum::http::request::Parts;

use crate::error::ApiError;
use crate::server::App;
use crate::token::{Bearer, TokenError};

/// The bearer of a valid token. A handler that takes it answers 401 without one.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session(pub Bearer);

impl Session {
    /// The dealer whose contacts these are.
    pub(crate) fn dealer(&self) -> String {
        self.0.dealer_alzura_id.to_string()
    }
}

/// Why a request is nobody's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum SessionError {
    /// Neither header is there.
    #[error("A token is missing: send Authorization: JWT … or X-Authorization: Bearer …")]
    Missing,
    /// The header begins with another word.
    #[error("{header} must begin with {scheme} and a space")]
    Scheme {
        /// The header.
        header: &'static str,
        /// The word.
        scheme: &'static str,
    },
    /// The token is not valid.
    #[error(transparent)]
    Token(#[from] TokenError),
}

/// The headers that carry a token, with the word that comes before it. The first one that is there
/// counts: a proxy may need `Authorization` for itself.
const HEADERS: [(&str, &str); 2] = [("X-Authorization", "Bearer"), ("Authorization", "JWT")];

impl FromRequestParts<App> for Session {
    type Rejection = ApiError;

    async fn from_request_parts(parts: &mut Parts, app: &App) -> Result<Self, ApiError> {
        let token = token(parts)?;
        Ok(Self(app.tokens.read(token).map_err(SessionError::from)?))
    }
}

fn token(parts: &Parts) -> Result<&str, SessionError> {
    for (header, scheme) in HEADERS {
        let Some(value) = parts.headers.get(header) else {
            continue;
        };
        return value
            .to_str()
            .ok()
            .and_then(|value| value.trim().split_once(' '))
            .filter(|(given, _)| given.eq_ignore_ascii_case(scheme))
            .map(|(_, token)| token.trim())
            .ok_or(SessionError::Scheme { header, scheme });
    }
    Err(SessionError::Missing)
}
