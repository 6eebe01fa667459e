//! One file per resource of the reference, and the sandbox's own two.

pub mod auth;
pub mod contact;
pub mod media;
pub mod opportunity;
pub mod reference;
pub mod values;
pub mod vehicle;

use axum::body::Body;
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, HeaderMap, HeaderValue, VARY};
use axum::response::Response;

use crate::language::Language;

/// The language that a request asks for.
fn language(headers: &HeaderMap) -> Language {
    headers
        .get(ACCEPT_LANGUAGE)
        .and_then(|value| value.to_str().ok())
        .map(Language::accepted)
        .unwrap_or_default()
}

/// An answer of JSON text that is ready made.
fn json_text(text: String) -> Response {
    let mut response = Response::new(Body::from(text));
    let headers = response.headers_mut();
    headers.insert(CONTENT_TYPE, HeaderValue::from_static("application/json"));
    headers.insert(VARY, HeaderValue::from_static("accept-language"));
    response
}
