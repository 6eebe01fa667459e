//! `GET /openapi.json` and `GET /docs`: what the sandbox answers, for programs and for people.

use axum::http::header::CONTENT_TYPE;
use axum::response::{Html, IntoResponse};

use crate::openapi::schema::text;
use crate::openapi::{Endpoint, JSON, PAGE};

/// The description of every endpoint, in `OpenAPI` 3.1.
pub async fn document() -> impl IntoResponse {
    ([(CONTENT_TYPE, "application/json")], JSON.as_str())
}

/// The same as a page to read, which loads nothing from anywhere.
pub async fn page() -> Html<&'static str> {
    Html(PAGE.as_str())
}

/// The endpoints of this file.
pub(super) fn endpoints() -> [Endpoint; 2] {
    [
        Endpoint::get("/openapi.json", document)
            .about("getDescription", "Sandbox", "This description")
            .open()
            .answers(200, "Description", "An OpenAPI 3.1 document"),
        Endpoint::get("/docs", page)
            .about("getDocs", "Sandbox", "This description, to be read")
            .open()
            .answers_as(200, "text/html; charset=utf-8", text(), "An HTML page"),
    ]
}
