//! One file per resource of the reference, and the sandbox's own two.

pub mod auth;
pub mod contact;
pub mod description;
pub mod media;
pub mod opportunity;
pub mod reference;
pub mod values;
pub mod vehicle;

use autengo_api::qs::Tree;
use axum::body::Body;
use axum::http::header::{ACCEPT_LANGUAGE, CONTENT_TYPE, HeaderMap, HeaderValue, VARY};
use axum::response::Response;

use crate::language::Language;
use crate::openapi::Endpoint;

/// Where the API is.
pub(crate) const API: &str = "/v3";

/// What the reference describes, without [`API`].
pub(crate) fn api() -> Vec<Endpoint> {
    let mut all = Vec::new();
    all.extend(vehicle::endpoints());
    all.extend(reference::endpoints());
    all.extend(values::endpoints());
    all.extend(opportunity::endpoints());
    all.extend(contact::endpoints());
    all.extend(auth::endpoints());
    all
}

/// What the sandbox answers beside it.
pub(crate) fn own() -> Vec<Endpoint> {
    let mut all = vec![opportunity::submissions(), media::endpoint()];
    all.extend(description::endpoints());
    all
}

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

/// The values of a field: one, or an array of them (which `qs` makes an object when it is long);
/// `None` when it is anything else.
fn texts(tree: &Tree) -> Option<Vec<&str>> {
    match tree {
        Tree::Text(text) => Some(vec![text]),
        Tree::List(list) => list.iter().map(Tree::as_text).collect(),
        Tree::Map(map) => {
            map.iter().map(|(key, value)| key.parse::<u32>().ok().and(value.as_text())).collect()
        }
    }
}
