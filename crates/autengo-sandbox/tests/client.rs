//! A client that speaks HTTP to a router in the same process.

use std::sync::LazyLock;

use autengo_sandbox::config::{Config, NeNull, OrReading};
use autengo_sandbox::server::{App, router};
use autengo_sandbox::store::Reading;
use axum::Router;
use axum::body::Body;
use axum::http::{HeaderMap, Request, StatusCode};
use http_body_util::BodyExt;
use serde_json::Value;
use tower::ServiceExt;

/// How many vehicles the shared stock has.
pub(crate) const VEHICLES: u32 = 1000;

static APP: LazyLock<App> =
    LazyLock::new(|| App::new(&Config { vehicles: VEHICLES, ..Config::default() }).unwrap());

pub(crate) struct Client {
    router: Router,
    key: Option<&'static str>,
    language: Option<&'static str>,
}

pub(crate) struct Answer {
    pub(crate) status: StatusCode,
    pub(crate) headers: HeaderMap,
    pub(crate) text: String,
}

impl Answer {
    pub(crate) fn json(&self) -> Value {
        serde_json::from_str(&self.text).unwrap_or_else(|error| panic!("{error}: {}", self.text))
    }

    /// The reason of a refusal of that status.
    pub(crate) fn reason(&self, status: u16) -> String {
        assert_eq!(self.status, status, "{}", self.text);
        let json = self.json();
        assert_eq!(json["status"], "error");
        json["statusText"].as_str().unwrap().to_owned()
    }
}

impl Client {
    /// With the key, the default readings and the shared stock.
    pub(crate) fn new() -> Self {
        Self::reading(OrReading::default(), NeNull::default())
    }

    pub(crate) fn reading(or: OrReading, ne_null: NeNull) -> Self {
        Self::of(APP.clone().read_as(Reading { or, ne_null }))
    }

    /// With a stock of its own.
    pub(crate) fn of(app: App) -> Self {
        Self { router: router(app), key: Some("sandbox-key"), language: None }
    }

    pub(crate) fn key(mut self, key: Option<&'static str>) -> Self {
        self.key = key;
        self
    }

    pub(crate) fn language(mut self, language: &'static str) -> Self {
        self.language = Some(language);
        self
    }

    pub(crate) async fn send(&self, mut request: Request<Body>) -> Answer {
        let headers = request.headers_mut();
        if let Some(key) = self.key {
            headers.insert("x-api-key", key.parse().unwrap());
        }
        if let Some(language) = self.language {
            headers.insert("accept-language", language.parse().unwrap());
        }
        let response = self.router.clone().oneshot(request).await.unwrap();
        let (parts, body) = response.into_parts();
        let bytes = body.collect().await.unwrap().to_bytes();
        Answer {
            status: parts.status,
            headers: parts.headers,
            text: String::from_utf8(bytes.to_vec()).unwrap(),
        }
    }

    pub(crate) async fn get(&self, path: &str) -> Answer {
        self.send(Request::get(path).body(Body::empty()).unwrap()).await
    }

    pub(crate) async fn post(&self, path: &str, body: impl Into<Body>) -> Answer {
        self.send(Request::post(path).body(body.into()).unwrap()).await
    }

    /// Any request, with these headers beside the client's own.
    pub(crate) async fn with(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: impl Into<Body>,
    ) -> Answer {
        let mut request = Request::builder().method(method).uri(path);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        self.send(request.body(body.into()).unwrap()).await
    }

    /// A token of that dealer.
    pub(crate) async fn token(&self, dealer: u32) -> String {
        let body = format!(r#"{{"dealerAlzuraId":{dealer},"userAlzuraId":1}}"#);
        let answer = self.post("/v3/auth/token", body).await;
        answer.json()["token"].as_str().unwrap().to_owned()
    }

    /// `GET /vehicle` with these parameters.
    pub(crate) async fn list(&self, parameters: &[(&str, &str)]) -> Answer {
        self.get(&format!("/v3/vehicle?{}", query(parameters))).await
    }

    /// The vehicles of a page.
    pub(crate) async fn vehicles(&self, parameters: &[(&str, &str)]) -> Vec<Value> {
        let answer = self.list(parameters).await;
        assert_eq!(answer.status, 200, "{parameters:?}: {}", answer.text);
        let Value::Array(list) = answer.json()["list"].take() else {
            panic!("no list");
        };
        list
    }

    /// The whole stock, newest first.
    pub(crate) async fn stock(&self) -> Vec<Value> {
        let stock = self.vehicles(&[("limit", "1000")]).await;
        assert_eq!(stock.len(), VEHICLES as usize);
        stock
    }
}

/// `key=value&…`, percent-encoded.
pub(crate) fn query(parameters: &[(&str, &str)]) -> String {
    let pairs: Vec<_> = parameters
        .iter()
        .map(|(key, value)| format!("{}={}", encode(key), encode(value)))
        .collect();
    pairs.join("&")
}

pub(crate) fn encode(text: &str) -> String {
    text.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'.' | b'_' => {
                char::from(byte).to_string()
            }
            _ => format!("%{byte:02X}"),
        })
        .collect()
}

/// The `sellingId`s, in order.
pub(crate) fn ids(vehicles: &[Value]) -> Vec<String> {
    vehicles.iter().map(|vehicle| vehicle["sellingId"].as_str().unwrap().to_owned()).collect()
}

/// The key of a coded field, or the plain value; null when it is missing.
pub(crate) fn key<'a>(vehicle: &'a Value, field: &str) -> &'a Value {
    let value = &vehicle[field];
    value.get("key").unwrap_or(value)
}

/// A number, also when it is written as a text.
pub(crate) fn number(vehicle: &Value, field: &str) -> Option<f64> {
    match key(vehicle, field) {
        Value::String(text) => text.parse().ok(),
        value => value.as_f64(),
    }
}
