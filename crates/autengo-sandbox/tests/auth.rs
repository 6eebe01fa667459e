//! `POST /auth/token`, `GET /auth/refresh`, and what a token opens.

use autengo_sandbox::config::Config;
use autengo_sandbox::server::App;
use serde_json::json;

use crate::client::Client;

fn client(token_lifetime: u32) -> Client {
    let config = Config { vehicles: 1, token_lifetime, ..Config::default() };
    Client::of(App::new(&config).unwrap())
}

#[tokio::test]
async fn a_token_is_given_for_any_two_numbers() {
    let client = client(86_400);
    for ids in [[json!(1_234_567_890), json!(1_234_567_890)], [json!(0), json!(-1.5)]] {
        let body = json!({ "dealerAlzuraId": ids[0], "userAlzuraId": ids[1] });
        let answer = client.post("/v3/auth/token", body.to_string()).await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        let json = answer.json();
        assert_eq!(json["expires_in"], 86_400);
        assert_eq!(json["token_type"], "Bearer");
        assert_eq!(json["scope"], "AutengoApiV3");
        assert_eq!(json["token"].as_str().unwrap().split('.').count(), 3);
    }
}

#[tokio::test]
async fn a_token_needs_both_numbers() {
    let client = client(86_400);
    for (body, reason) in [
        ("", "not JSON"),
        ("{", "not JSON"),
        ("\u{0}", "not JSON"),
        ("[]", "must be an object"),
        ("{}", "dealerAlzuraId is missing"),
        (r#"{"dealerAlzuraId":1}"#, "userAlzuraId is missing"),
        (r#"{"dealerAlzuraId":"1","userAlzuraId":1}"#, "dealerAlzuraId must be a number"),
        (r#"{"dealerAlzuraId":1,"userAlzuraId":null}"#, "userAlzuraId must be a number"),
        (r#"{"dealerAlzuraId":1e999,"userAlzuraId":1}"#, "not JSON"),
    ] {
        let given = client.post("/v3/auth/token", body).await.reason(400);
        assert!(given.contains(reason), "{body}: {given}");
    }
}

#[tokio::test]
async fn either_header_carries_a_token_and_a_new_one_comes_for_it() {
    let client = client(86_400);
    let first = client.token(1).await;
    for (name, scheme) in
        [("authorization", "JWT"), ("authorization", "jwt"), ("X-Authorization", "Bearer")]
    {
        let given = format!("{scheme} {first}");
        let answer = client.with("GET", "/v3/auth/refresh", &[(name, &given)], "").await;
        assert_eq!(answer.status, 200, "{}", answer.text);
        let second = answer.json()["token"].as_str().unwrap().to_owned();
        assert_ne!(first, second);
        let again = format!("JWT {second}");
        let answer = client.with("GET", "/v3/auth/refresh", &[("authorization", &again)], "").await;
        assert_eq!(answer.status, 200, "{}", answer.text);
    }
    // A proxy may have a use of its own for `Authorization`.
    let bearer = format!("Bearer {first}");
    let headers = [("authorization", "Basic eDp5"), ("x-authorization", bearer.as_str())];
    assert_eq!(client.with("GET", "/v3/auth/refresh", &headers, "").await.status, 200);
}

#[tokio::test]
async fn every_refusal_says_why() {
    let client = client(86_400);
    let token = client.token(1).await;
    let (head, signature) = token.rsplit_once('.').unwrap();
    let first = if signature.starts_with('A') { 'B' } else { 'A' };
    let swapped = format!("{first}{}", &signature[1..]);
    let expired = self::client(0).token(1).await;
    // {"alg":"none"} and {"alg":"HS512"}
    let claims = token.split('.').nth(1).unwrap();
    let unsigned = format!("eyJhbGciOiJub25lIn0.{claims}.");
    let other = format!("eyJhbGciOiJIUzUxMiJ9.{claims}.{signature}");
    let cases = [
        (("x", String::new()), "A token is missing"),
        (("authorization", format!("Bearer {token}")), "Authorization must begin with JWT"),
        (("authorization", token.clone()), "must begin with JWT"),
        (("authorization", "JWT".to_owned()), "must begin with JWT"),
        (("x-authorization", format!("JWT {token}")), "X-Authorization must begin with Bearer"),
        (("authorization", "JWT a.b.c".to_owned()), "not a JWT"),
        (("authorization", "JWT abc".to_owned()), "not a JWT"),
        (("authorization", format!("JWT {head}.{swapped}")), "signature of the token is wrong"),
        (("authorization", format!("JWT {unsigned}")), "not a JWT"),
        (("authorization", format!("JWT {other}")), "must be signed with HS256"),
        (("authorization", format!("JWT {expired}")), "has expired"),
    ];
    for ((name, value), reason) in cases {
        let answer = client.with("GET", "/v3/auth/refresh", &[(name, &value)], "").await;
        assert_eq!(answer.headers["www-authenticate"], "JWT");
        let given = answer.reason(401);
        assert!(given.contains(reason), "{value}: {given}");
    }
}
