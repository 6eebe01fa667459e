//! Who asks, and in which language (reference, "Authentication" and "Internationalization").

use std::fmt;

use crate::token::Token;

/// A language of the API (reference, "Internationalization").
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// German, the API's default.
    #[default]
    De,
    /// English.
    En,
}

impl Language {
    /// As `Accept-Language` names it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::De => "de",
            Self::En => "en",
        }
    }
}

/// The documented ways to say who asks; any of them may be absent. `Debug` shows only which are
/// there.
///
/// The key also opens the contacts: a page that anyone can read must not carry it.
#[derive(Clone, Default, PartialEq, Eq)]
pub struct Credentials {
    /// `X-Api-Key: …` (reference, "API Key").
    pub api_key: Option<String>,
    /// `Authorization: JWT …` (reference, "JWT").
    pub jwt: Option<String>,
    /// `X-Authorization: Bearer …` (reference, "X-Authorization").
    pub session: Option<Token>,
}

impl Credentials {
    /// The credentials of a program that has a key.
    pub fn key(key: impl Into<String>) -> Self {
        Self { api_key: Some(key.into()), ..Self::default() }
    }

    /// The headers that say it, names and values.
    #[must_use]
    pub fn headers(&self) -> Vec<(&'static str, String)> {
        let mut headers = Vec::new();
        if let Some(key) = &self.api_key {
            headers.push(("X-Api-Key", key.clone()));
        }
        if let Some(jwt) = &self.jwt {
            headers.push(("Authorization", ["JWT ", jwt].concat()));
        }
        if let Some(Token { token, token_type, .. }) = &self.session {
            headers.push(("X-Authorization", [token_type, " ", token].concat()));
        }
        headers
    }
}

impl fmt::Debug for Credentials {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_list().entries(self.headers().iter().map(|(name, _)| name)).finish()
    }
}
