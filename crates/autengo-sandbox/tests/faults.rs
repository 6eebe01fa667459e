//! `/fault/…`

use std::time::Duration;

use autengo_sandbox::config::Config;
use autengo_sandbox::server::Sandbox;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::client::Client;

#[tokio::test]
async fn faults_answer_with_their_status() {
    let client = Client::new();
    for status in [401, 404, 429, 500] {
        let answer = client.get(&format!("/fault/{status}/v3/vehicle")).await;
        answer.reason(status);
        assert_eq!(answer.headers.contains_key("retry-after"), status == 429);
    }
    let answer = client.get("/fault/429/v3/vehicle").await;
    assert_eq!(answer.headers["retry-after"], "1");
}

#[tokio::test]
async fn a_fault_at_an_endpoint_leaves_the_others_alone() {
    let client = Client::new();
    let id = client.vehicles(&[]).await[0]["sellingId"].as_str().unwrap().to_owned();
    let paths = [
        ("list", "/v3/vehicle?limit=1".to_owned()),
        ("vehicle", format!("/v3/vehicle/{id}")),
        ("makes", "/v3/vehicle/reference/make".to_owned()),
        ("models", "/v3/vehicle/reference/make/190/model".to_owned()),
        ("values", "/v3/vehicle/filter/values?fields[]=makeId".to_owned()),
    ];
    for (endpoint, _) in &paths {
        for (other, path) in &paths {
            let answer = client.get(&format!("/fault/500@{endpoint}{path}")).await;
            let expected = if endpoint == other { 500 } else { 200 };
            assert_eq!(answer.status, expected, "{endpoint} {path}");
        }
    }
    client.post("/fault/500@opportunity/v3/opportunity", "{}").await.reason(500);
    for (endpoint, path) in [
        ("contact", "contact"),
        ("contact", "contact/1"),
        ("contact", "contact/tecfactura/A"),
        ("token", "auth/token"),
        ("refresh", "auth/refresh"),
    ] {
        client.get(&format!("/fault/500@{endpoint}/v3/{path}")).await.reason(500);
        client.get(&format!("/fault/429/v3/{path}")).await.reason(429);
        let answer = client.get(&format!("/fault/500@list/v3/{path}")).await;
        assert!(answer.status.is_client_error(), "{path}");
    }
    client.post("/fault/500@list/v3/opportunity", "{}").await.reason(400);
}

#[tokio::test]
async fn twice_means_the_first_two_of_each_url() {
    let client = Client::new();
    for path in ["/v3/vehicle?limit=1", "/v3/vehicle?limit=2"] {
        let path = format!("/fault/500-twice{path}");
        for status in [500, 500, 200, 200] {
            assert_eq!(client.get(&path).await.status, status, "{path}");
        }
    }
}

#[tokio::test]
async fn a_fault_needs_what_the_healthy_path_needs() {
    let client = Client::new().key(None);
    client.get("/fault/500-twice@values/v3/vehicle").await.reason(401);
}

#[tokio::test]
async fn bodies_are_broken_or_of_another_type() {
    let client = Client::new();
    let broken = client.get("/fault/broken-json/v3/vehicle").await;
    assert_eq!(broken.status, 200);
    assert!(serde_json::from_str::<serde_json::Value>(&broken.text).is_err());
    let wrong = client.get("/fault/wrong-type/v3/vehicle").await;
    assert_eq!(wrong.status, 200);
    assert_eq!(wrong.json()["list"], "array");
    assert_eq!(wrong.json()["total"], "array");
}

#[tokio::test]
async fn html_is_a_page_instead_of_an_answer() {
    let answer = Client::new().get("/fault/html@list/v3/vehicle").await;
    assert_eq!(answer.status, 200);
    assert_eq!(answer.headers["content-type"], "text/html; charset=utf-8");
    assert!(answer.text.starts_with("<!doctype html>"));
}

#[tokio::test]
async fn unknown_faults_name_the_known_ones() {
    let client = Client::new();
    let reason = client.get("/fault/teapot/v3/vehicle").await.reason(404);
    assert!(reason.contains("500-twice") && reason.contains("cut"), "{reason}");
    let reason = client.get("/fault/500@nothing/v3/vehicle").await.reason(404);
    assert!(reason.contains("list") && reason.contains("opportunity"), "{reason}");
    client.get("/fault/500/media/x/1.svg").await.reason(404);
}

#[tokio::test(start_paused = true)]
async fn slow_takes_three_seconds_and_answers() {
    let before = tokio::time::Instant::now();
    let answer = Client::new().get("/fault/slow/v3/vehicle").await;
    assert_eq!(answer.status, 200);
    assert_eq!(before.elapsed().as_secs(), 3);
}

#[tokio::test(start_paused = true)]
async fn very_slow_takes_fifteen_seconds_and_answers() {
    let before = tokio::time::Instant::now();
    let answer = Client::new().get("/fault/very-slow/v3/vehicle").await;
    assert_eq!(answer.status, 200);
    assert_eq!(before.elapsed().as_secs(), 15);
}

#[tokio::test(start_paused = true)]
async fn hang_never_answers() {
    let hour = Duration::from_hours(1);
    let client = Client::new();
    for path in
        ["/fault/hang/v3/vehicle", "/fault/hang@list/v3/vehicle", "/fault/hang-body/v3/vehicle"]
    {
        // A client here reads the whole body, so one that does not end is as good as none.
        assert!(tokio::time::timeout(hour, client.get(path)).await.is_err(), "{path}");
    }
    assert_eq!(client.get("/fault/hang@vehicle/v3/vehicle").await.status, 200);
}

/// What a plain connection reads until it is closed.
async fn raw(path: &str) -> String {
    let mut stream = asked(path).await;
    let mut answer = Vec::new();
    // A reset is an end too.
    let _ = stream.read_to_end(&mut answer).await;
    String::from_utf8(answer).unwrap()
}

/// A plain connection that has asked.
async fn asked(path: &str) -> TcpStream {
    let config = Config { port: 0, vehicles: 30, key: String::new(), ..Config::default() };
    let sandbox = Sandbox::bind(&config).await.unwrap();
    let address = sandbox.api_base().replace("http://", "").replace("/v3", "");
    tokio::spawn(sandbox.serve());
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = format!("GET {path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
    stream.write_all(request.as_bytes()).await.unwrap();
    stream
}

#[tokio::test]
async fn cut_closes_the_connection_without_a_word() {
    assert_eq!(raw("/fault/cut/v3/vehicle").await, "");
}

#[tokio::test]
async fn hang_body_sends_its_head_and_keeps_the_rest() {
    let mut stream = asked("/fault/hang-body/v3/vehicle").await;
    let mut answer = Vec::new();
    while !answer.windows(4).any(|end| end == b"\r\n\r\n") {
        assert!(stream.read_buf(&mut answer).await.unwrap() > 0, "the connection has ended");
    }
    assert!(answer.starts_with(b"HTTP/1.1 200 OK"));
}

#[tokio::test]
async fn truncated_delivers_less_than_it_announces() {
    let answer = raw("/fault/truncated/v3/vehicle").await;
    let (head, body) = answer.split_once("\r\n\r\n").unwrap();
    let announced: usize = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "))
        .unwrap()
        .parse()
        .unwrap();
    assert!(body.len() > 1000 && body.len() <= announced / 2 + 1, "{head}");
}

#[tokio::test]
async fn a_healthy_server_answers_over_a_socket() {
    let answer = raw("/v3/vehicle?limit=2").await;
    assert!(answer.starts_with("HTTP/1.1 200 OK"));
    assert!(answer.contains("\"total\":30"));
}
