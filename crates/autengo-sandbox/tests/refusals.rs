//! Requests that no endpoint takes: each is refused in the same shape, with its reason.

use autengo_sandbox::config::Config;
use autengo_sandbox::server::App;

use crate::client::Client;

#[tokio::test]
async fn addresses_must_be_text() {
    let client = Client::new();
    for path in [
        "/v3/vehicle/%FF",
        "/v3/vehicle/%zz",
        "/v3/vehicle/%",
        "/v3/%C3/vehicle",
        "/nothing/%FF",
        "/media/%FF/1.svg",
        "/v3/vehicle?search=M%E9gane",
        "/v3/vehicle?%",
        "/v3/vehicle/filter/values?fields[]=%ED%A0%80",
        "/fault/500-twice@values/v3/vehicle?a=%2",
    ] {
        let reason = client.get(path).await.reason(400);
        assert!(reason.contains("no UTF-8"), "{path}: {reason}");
    }
}

/// `name=value` so many times.
fn repeated(name: &str, value: &str, times: usize) -> String {
    vec![format!("{name}={value}"); times].join("&")
}

#[tokio::test]
async fn queries_beyond_a_limit_are_refused_with_it() {
    let client = Client::new();
    for (column, value) in [("colorId", "1"), ("makeName", "Ford")] {
        for name in [
            format!("or[{column}][]"),
            format!("and[{column}][]"),
            format!("or[{column}]"),
            format!("and%5B{column}%5D%5B%5D"),
        ] {
            for (times, limit) in [(501, "500"), (1000, "500"), (1200, "1000")] {
                let path = format!("/v3/vehicle?{}", repeated(&name, value, times));
                let reason = client.get(&path).await.reason(400);
                assert!(reason.contains(&format!("up to {limit}")), "{name}, {times}: {reason}");
            }
            let path = format!("/v3/vehicle?limit=1&{}", repeated(&name, value, 500));
            assert_eq!(client.get(&path).await.status, 200, "{name}");
        }
    }
    // Together they count as much as in one group.
    let half = |group, column, value| repeated(&format!("{group}[{column}][]"), value, 251);
    for (first, second) in [("and", "or"), ("or", "or"), ("and", "and")] {
        let query =
            [half(first, "colorId", "%3C%3E%7C1"), half(second, "powerKw", "%3E%7C1")].join("&");
        let reason = client.get(&format!("/v3/vehicle?{query}")).await.reason(400);
        assert!(reason.contains("502 conditions"), "{reason}");
    }
    for path in ["/v3/vehicle/filter/values", "/v3/vehicle"] {
        for name in ["fields[]", "search", "x"] {
            client.get(&format!("{path}?{}", repeated(name, "fuelType", 1001))).await.reason(400);
        }
    }
    let many = format!("/v3/vehicle/filter/values?{}", repeated("fields[]", "fuelType", 1000));
    assert_eq!(client.get(&many).await.json().as_object().unwrap().len(), 1);
}

#[tokio::test]
async fn queries_that_are_long_or_deep_are_the_clients_fault_or_none() {
    let client = Client::new();
    let long = "a".repeat(60_000);
    assert_eq!(client.get(&format!("/v3/vehicle?limit=1&search={long}")).await.status, 200);
    client.get(&format!("/v3/vehicle?limit={}", "9".repeat(1000))).await.reason(400);
    let deep = "[a]".repeat(5000);
    for path in [
        format!("/v3/vehicle?and{deep}=1"),
        format!("/v3/vehicle?or[colorId]{deep}=1"),
        format!("/v3/vehicle?order{deep}=1"),
        format!("/v3/vehicle?search{deep}=1"),
        format!("/v3/vehicle/filter/values?fields{deep}=1"),
        format!("/v3/vehicle?and[{long}]=1"),
        format!("/v3/vehicle?and[colorId]={long}"),
    ] {
        client.get(&path).await.reason(400);
    }
}

#[tokio::test]
async fn bodies_that_say_they_are_something_else_are_refused() {
    let client = Client::new();
    for path in ["/v3/opportunity", "/v3/auth/token"] {
        for kind in [
            "text/plain",
            "text/plain;charset=UTF-8",
            "application/x-www-form-urlencoded",
            "multipart/form-data; boundary=x",
            "",
        ] {
            let answer = client.with("POST", path, &[("content-type", kind)], "{}").await;
            let reason = answer.reason(415);
            assert!(reason.contains("must be application/json"), "{reason}");
        }
        for kind in
            ["application/json", "Application/JSON; charset=utf-8", "application/vnd.api+json"]
        {
            client.with("POST", path, &[("content-type", kind)], "{}").await.reason(400);
        }
    }
}

#[tokio::test]
async fn bodies_that_are_no_json_are_refused() {
    let config = Config { vehicles: 1, ..Config::default() };
    let client = Client::of(App::new(&config).unwrap());
    let token = format!("JWT {}", client.token(1).await);
    let deep = "[".repeat(50_000);
    let bodies: [&[u8]; 8] = [
        b"",
        b"{",
        b"{\"a\":1,}",
        b"\xff\xfe",
        b"\"\\ud800\"",
        b"{\"a\":1e999}",
        b"nul",
        deep.as_bytes(),
    ];
    for (method, path) in [
        ("POST", "/v3/opportunity"),
        ("POST", "/v3/auth/token"),
        ("POST", "/v3/contact"),
        ("PUT", "/v3/contact/1"),
        ("PUT", "/v3/contact/tecfactura/1"),
    ] {
        for body in bodies {
            let answer =
                client.with(method, path, &[("authorization", &token)], body.to_vec()).await;
            let reason = answer.reason(400);
            assert!(reason.contains("not JSON"), "{reason}");
        }
    }
}

#[tokio::test]
async fn bodies_that_are_too_large_are_refused() {
    let body = " ".repeat(65_537);
    let reason = Client::new().post("/v3/auth/token", body).await.reason(413);
    assert!(reason.contains("larger"), "{reason}");
}

#[tokio::test]
async fn methods_that_a_path_has_not_are_refused_with_those_it_has() {
    let client = Client::new();
    for (method, path, allowed) in [
        ("PUT", "/v3/vehicle", "GET,HEAD"),
        ("GET", "/v3/opportunity", "POST"),
        ("PATCH", "/v3/contact/1", "GET,HEAD,PUT,DELETE"),
        ("POST", "/sandbox/opportunities", "GET,HEAD"),
    ] {
        let answer = client.with(method, path, &[], "").await;
        assert_eq!(answer.headers["allow"], allowed, "{method} {path}");
        answer.reason(405);
    }
}

#[tokio::test]
async fn paths_that_are_none_are_named() {
    let client = Client::new();
    for path in
        ["/", "/v3", "/v3/", "/v3/contacts", "/v3/vehicle/A/B", "/v4/vehicle", "//", "/docs/"]
    {
        let reason = client.get(path).await.reason(404);
        assert_eq!(reason, format!("There is no path {path}"));
    }
}
