//! Failures on demand: `/fault/<kind>/v3/…` answers as `/v3/…` does when it fails in that way,
//! `/fault/<kind>@<endpoint>/v3/…` only for that endpoint.
//!
//! The server is the place of failures, so that a test needs nothing but another base address.

use std::collections::HashMap;
use std::convert::Infallible;
use std::future::pending;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Request, State};
use axum::http::header::{ACCEPT_ENCODING, CONTENT_LENGTH, RETRY_AFTER};
use axum::http::uri::PathAndQuery;
use axum::http::{HeaderValue, StatusCode, Uri};
use axum::response::{Html, IntoResponse, Response};
use futures_util::{StreamExt, stream};
use http_body_util::{BodyExt, Collected};
use serde_json::Value;
use tower::ServiceExt;

use crate::error::{ApiError, refusal};

/// How an answer fails.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Kind {
    Slow(Duration),
    Unauthorized,
    NotFound,
    TooMany,
    Failing,
    FailingTwice,
    BrokenJson,
    Truncated,
    WrongType,
    Html,
    Cut,
    Hang,
    HangBody,
}

const KINDS: [(&str, Kind); 14] = [
    ("slow", Kind::Slow(Duration::from_secs(3))),
    // Longer than anybody should wait for.
    ("very-slow", Kind::Slow(Duration::from_secs(15))),
    ("401", Kind::Unauthorized),
    ("404", Kind::NotFound),
    ("429", Kind::TooMany),
    ("500", Kind::Failing),
    ("500-twice", Kind::FailingTwice),
    ("broken-json", Kind::BrokenJson),
    ("truncated", Kind::Truncated),
    ("wrong-type", Kind::WrongType),
    ("html", Kind::Html),
    ("cut", Kind::Cut),
    ("hang", Kind::Hang),
    ("hang-body", Kind::HangBody),
];

const ENDPOINTS: [&str; 9] =
    ["list", "vehicle", "makes", "models", "values", "opportunity", "contact", "token", "refresh"];

/// The answer of a host whose proxy sends the API's paths to its own pages.
const PAGE: &str =
    "<!doctype html>\n<html lang=\"de\"><title>Autohaus</title><h1>Willkommen</h1>\n";

/// Marks a response that must not be sent: the connection is closed instead.
#[derive(Clone, Copy, Debug, thiserror::Error)]
#[error("the connection is cut, as the fault asks")]
pub struct Cut;

/// The fault, and how often it has failed.
#[derive(Debug)]
pub struct Faults {
    healthy: Router,
    failed: Mutex<HashMap<String, u32>>,
}

impl Faults {
    /// Failures in front of a router that works.
    #[must_use]
    pub fn around(healthy: Router) -> Self {
        Self { healthy, failed: Mutex::default() }
    }

    /// Whether this URL has failed fewer than two times yet, and counts it.
    fn fails_once_more(&self, url: String) -> bool {
        let mut failed = self.failed.lock().unwrap_or_else(PoisonError::into_inner);
        let count = failed.entry(url).or_default();
        *count += 1;
        *count <= 2
    }

    async fn pass(&self, request: Request) -> Response {
        let Ok(response) = self.healthy.clone().oneshot(request).await;
        response
    }
}

/// The names of all kinds.
pub(crate) fn kinds() -> String {
    KINDS.map(|(name, _)| name).join(", ")
}

/// The names of all endpoints.
pub(crate) fn endpoints() -> String {
    ENDPOINTS.join(", ")
}

/// Answers a path below `/fault/`.
///
/// # Errors
/// When kind or endpoint are not known, with those that are.
pub async fn inject(
    State(faults): State<Arc<Faults>>,
    mut request: Request,
) -> Result<Response, ApiError> {
    let url = request.uri().to_string();
    let (spec, inner) = split(request.uri())?;
    let (kind, endpoint) = parse(&spec)?;
    *request.uri_mut() = inner;
    // What the outer router has noted about the path would count as a part of the inner one.
    request.extensions_mut().clear();
    let path = request.uri().path();
    if !path.starts_with("/v3/") {
        return Err(ApiError::not_found("Faults are for paths below /v3"));
    }
    if endpoint.is_some_and(|endpoint| Some(endpoint) != endpoint_of(path)) {
        return Ok(faults.pass(request).await);
    }
    // What is tampered with must be readable.
    request.headers_mut().remove(ACCEPT_ENCODING);
    Ok(match kind {
        Kind::Slow(time) => {
            tokio::time::sleep(time).await;
            faults.pass(request).await
        }
        Kind::Unauthorized => ApiError::Unauthorized.into_response(),
        Kind::NotFound => ApiError::not_found("There is no such thing (fault 404)").into_response(),
        Kind::TooMany => {
            let mut response =
                refusal(StatusCode::TOO_MANY_REQUESTS, "Too many requests (fault 429)");
            response.headers_mut().insert(RETRY_AFTER, HeaderValue::from_static("1"));
            response
        }
        Kind::Failing => failure(),
        Kind::FailingTwice => {
            if faults.fails_once_more(format!("{} {url}", request.method())) {
                failure()
            } else {
                faults.pass(request).await
            }
        }
        Kind::BrokenJson => {
            change(faults.pass(request).await, |text| {
                let half = text.len() / 2;
                Bytes::from([&text[..half], b"}]<!-- 502 -->"].concat())
            })
            .await
        }
        Kind::WrongType => change(faults.pass(request).await, |text| wrong_type(&text)).await,
        Kind::Html => Html(PAGE).into_response(),
        Kind::Truncated => truncate(faults.pass(request).await).await,
        Kind::Cut => {
            let mut response = Response::default();
            response.extensions_mut().insert(Cut);
            response
        }
        Kind::Hang => pending().await,
        Kind::HangBody => hang(faults.pass(request).await).await,
    })
}

fn parse(spec: &str) -> Result<(Kind, Option<&str>), ApiError> {
    let (kind, endpoint) = match spec.split_once('@') {
        Some((kind, endpoint)) => (kind, Some(endpoint)),
        None => (spec, None),
    };
    let known = KINDS.iter().find(|(name, _)| *name == kind);
    let Some((_, kind)) = known else {
        let names = kinds();
        return Err(ApiError::not_found(format!("There is no fault {kind:?}; known are {names}")));
    };
    if let Some(endpoint) = endpoint
        && !ENDPOINTS.contains(&endpoint)
    {
        let names = endpoints();
        return Err(ApiError::not_found(format!(
            "There is no endpoint {endpoint:?}; known are {names}"
        )));
    }
    Ok((*kind, endpoint))
}

/// The part between `/fault/` and the next slash, and the address behind it.
fn split(uri: &Uri) -> Result<(String, Uri), ApiError> {
    let whole = uri.path_and_query().map_or("/", PathAndQuery::as_str);
    let mut parts = whole.splitn(4, '/').skip(2).map(str::to_owned);
    let spec = parts.next().unwrap_or_default();
    let rest = parts.next().unwrap_or_default();
    let inner = format!("/{rest}").parse().map_err(|_| ApiError::not_found("This is no path"))?;
    Ok((spec, inner))
}

fn endpoint_of(path: &str) -> Option<&'static str> {
    let parts: Vec<_> = path.trim_matches('/').split('/').skip(1).collect();
    Some(match parts[..] {
        ["vehicle"] => "list",
        ["vehicle", "reference", "make"] => "makes",
        ["vehicle", "reference", "make", _, "model"] => "models",
        ["vehicle", "filter", "values"] => "values",
        ["vehicle", _] => "vehicle",
        ["opportunity"] => "opportunity",
        ["contact"] | ["contact", _] | ["contact", "tecfactura", _] => "contact",
        ["auth", "token"] => "token",
        ["auth", "refresh"] => "refresh",
        _ => return None,
    })
}

fn failure() -> Response {
    refusal(StatusCode::INTERNAL_SERVER_ERROR, "The server failed (fault 500)")
}

/// The same answer with another body.
async fn change(response: Response, to: impl FnOnce(Bytes) -> Bytes) -> Response {
    let (mut parts, body) = response.into_parts();
    parts.headers.remove(CONTENT_LENGTH);
    let text = body.collect().await.map(Collected::to_bytes);
    Response::from_parts(parts, Body::from(to(text.unwrap_or_default())))
}

/// The same answer, of which the connection delivers a half of what it announced.
async fn truncate(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let text = body.collect().await.map(Collected::to_bytes);
    let text = text.unwrap_or_default();
    parts.headers.insert(CONTENT_LENGTH, text.len().into());
    let half = text.slice(..text.len() / 2);
    let sent = stream::once(async { Ok(half) });
    let cut = stream::once(async {
        // Time for the half to leave: what is still in the buffer when the connection ends is lost.
        tokio::time::sleep(Duration::from_millis(50)).await;
        Err(Cut)
    });
    Response::from_parts(parts, Body::from_stream(sent.chain(cut)))
}

/// The same answer, of which the first half comes, and nothing more; the connection stays.
async fn hang(response: Response) -> Response {
    let (mut parts, body) = response.into_parts();
    let text = body.collect().await.map(Collected::to_bytes);
    let text = text.unwrap_or_default();
    parts.headers.insert(CONTENT_LENGTH, text.len().into());
    let half = text.slice(..text.len() / 2);
    let sent = stream::once(async { Ok::<_, Infallible>(half) });
    Response::from_parts(parts, Body::from_stream(sent.chain(stream::pending())))
}

/// The same JSON object, with the text `array` for each of its values.
fn wrong_type(text: &Bytes) -> Bytes {
    let Ok(Value::Object(mut object)) = serde_json::from_slice(text) else {
        return text.clone();
    };
    for value in object.values_mut() {
        *value = "array".into();
    }
    Value::Object(object).to_string().into()
}
