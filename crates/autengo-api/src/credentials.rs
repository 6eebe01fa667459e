//! Who asks, and in which language (reference, "Authentication" and "Internationalization").
//!
//! ```
//! use autengo_api::credentials::{Credentials, Language};
//! use autengo_api::endpoint;
//!
//! let headers = endpoint::makes().headers(&Credentials::key("secret"), Language::En);
//! assert!(headers.contains(&("X-Api-Key", "secret".to_owned())));
//! assert!(headers.contains(&("Accept-Language", "en".to_owned())));
//! ```

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
    /// Every language, the default first.
    pub const ALL: [Self; 2] = [Self::De, Self::En];

    /// The language that an `Accept-Language` header likes best, among those there are.
    #[must_use]
    pub fn accepted(header: &str) -> Self {
        let mut best = (0.0, Self::default());
        for item in header.split(',') {
            let mut parts = item.split(';').map(str::trim);
            let tag = parts.next().unwrap_or_default();
            let primary = tag.split('-').next().unwrap_or_default();
            let language = match primary.to_ascii_lowercase().as_str() {
                "de" => Self::De,
                "en" => Self::En,
                _ => continue,
            };
            let quality = parts
                .find_map(|part| part.strip_prefix("q="))
                .map_or(Some(1.0), |quality| quality.parse().ok())
                .unwrap_or(0.0);
            if quality > best.0 {
                best = (quality, language);
            }
        }
        best.1
    }

    /// The code of the language, as `Accept-Language` has it.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::De => "de",
            Self::En => "en",
        }
    }
}

impl fmt::Display for Language {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_liked_known_language_is_taken_and_german_without_one() {
        let cases = [
            ("", Language::De),
            ("en", Language::En),
            ("de", Language::De),
            ("en-US,en;q=0.9,de;q=0.8", Language::En),
            ("fr,de;q=0.4,en;q=0.7", Language::En),
            ("fr", Language::De),
            ("EN", Language::En),
            ("en;q=0", Language::De),
            ("en;q=nonsense,de;q=0.1", Language::De),
            (";;;,,", Language::De),
        ];
        for (header, expected) in cases {
            assert_eq!(Language::accepted(header), expected, "{header:?}");
        }
    }
}
