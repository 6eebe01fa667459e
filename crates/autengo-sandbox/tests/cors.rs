//! What a browser asks before it lets a page of another origin in.

use autengo_sandbox::config::Config;
use autengo_sandbox::server::{App, router};
use axum::body::Body;
use axum::http::Request;
use tower::ServiceExt;

use crate::client::Client;

#[tokio::test]
async fn a_preflight_is_answered_without_the_key() {
    let client = Client::new().key(None);
    for path in [
        "/v3/vehicle?limit=1",
        "/v3/opportunity",
        "/v3/nothing",
        "/fault/500/v3/vehicle",
        "/fault/cut/v3/vehicle",
    ] {
        let request = Request::options(path)
            .header("origin", "https://dealer.example")
            .header("access-control-request-method", "POST")
            .header("access-control-request-headers", "x-api-key,content-type")
            .body(Body::empty())
            .unwrap();
        let answer = client.send(request).await;
        assert_eq!(answer.status, 200, "{path}");
        let header = |name: &str| answer.headers[name].to_str().unwrap().to_lowercase();
        assert_eq!(header("access-control-allow-origin"), "*");
        assert_eq!(header("access-control-max-age"), "7200");
        let methods = header("access-control-allow-methods");
        for method in ["get", "post", "put", "delete", "options"] {
            assert!(methods.contains(method), "{methods}");
        }
        let headers = header("access-control-allow-headers");
        for name in
            ["x-api-key", "content-type", "accept-language", "authorization", "x-authorization"]
        {
            assert!(headers.split(',').any(|given| given.trim() == name), "{headers}");
        }
    }
}

#[tokio::test]
async fn every_answer_may_be_read_by_any_page() {
    let client = Client::new();
    for (path, status) in [
        ("/v3/vehicle", 200),
        ("/v3/vehicle?limit=x", 400),
        ("/v3/vehicle/NOSUCH", 404),
        ("/sandbox/opportunities", 200),
        ("/fault/500/v3/vehicle", 500),
        ("/fault/429/v3/vehicle", 429),
    ] {
        let request = Request::get(path)
            .header("origin", "https://dealer.example")
            .body(Body::empty())
            .unwrap();
        let answer = client.send(request).await;
        assert_eq!(answer.status, status, "{path}");
        assert_eq!(answer.headers["access-control-allow-origin"], "*", "{path}");
        assert_eq!(answer.headers["access-control-expose-headers"], "retry-after");
    }
}

#[tokio::test]
async fn answers_are_compressed_for_those_who_ask() {
    let request =
        Request::get("/v3/vehicle").header("accept-encoding", "gzip").body(Body::empty()).unwrap();
    let config = Config { key: String::new(), vehicles: 20, ..Config::default() };
    let router = router(App::new(&config).unwrap());
    let response = router.oneshot(request).await.unwrap();
    assert_eq!(response.headers()["content-encoding"], "gzip");
}
