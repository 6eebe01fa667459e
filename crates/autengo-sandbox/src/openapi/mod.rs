//! The description of the sandbox in the words of `OpenAPI` 3.1.
//!
//! It is built from what the sandbox runs on: each endpoint carries its own description, and limits
//! and keys come from the tables that requests are checked against.

mod contact;
mod endpoint;
mod page;
pub(crate) mod schema;
pub(crate) mod vehicle;

use std::sync::LazyLock;

use serde_json::Value;
use utoipa::openapi::path::PathsBuilder;
use utoipa::openapi::security::{ApiKey, ApiKeyValue, SecurityScheme};
use utoipa::openapi::server::ServerBuilder;
use utoipa::openapi::{InfoBuilder, OpenApi, OpenApiBuilder};

pub(crate) use endpoint::Endpoint;

use crate::fault;
use crate::routes;

/// The description as JSON.
pub(crate) static JSON: LazyLock<String> =
    LazyLock::new(|| describe().to_json().expect("it consists of texts, numbers and flags"));

/// The description as a page to read.
pub(crate) static PAGE: LazyLock<String> = LazyLock::new(|| {
    let description: Value = serde_json::from_str(&JSON).expect("it has just been written");
    page::render(&description)
});

fn describe() -> OpenApi {
    let paths = routes::api()
        .into_iter()
        .map(|endpoint| (routes::API, endpoint))
        .chain(routes::own().into_iter().map(|endpoint| ("", endpoint)))
        .fold(PathsBuilder::new(), |paths, (prefix, endpoint)| endpoint.describe(prefix, paths));
    let header = |name: &str, about: &str| {
        SecurityScheme::ApiKey(ApiKey::Header(ApiKeyValue::with_description(name, about)))
    };
    let components = schema::all()
        .security_scheme("key", header("X-Api-Key", "The key; none when the sandbox has none"))
        .security_scheme("jwt", header("Authorization", "JWT and a token, with a space between"))
        .security_scheme(
            "bearer",
            header("X-Authorization", "Bearer and a token, with a space between"),
        );
    let info = InfoBuilder::new()
        .title("Autengo API v3, as the sandbox answers it")
        .version("3.0.0")
        .description(Some(format!(
            "A stand-in for the Autengo API, with a stock that is made up. Every path below {0} is \
             also at /fault/{{kind}}{0}/… and /fault/{{kind}}@{{endpoint}}{0}/…, where it fails. \
             Kinds: {1}. Endpoints: {2}.",
            routes::API,
            fault::kinds(),
            fault::endpoints()
        )));
    OpenApiBuilder::new()
        .info(info.build())
        .servers(Some([ServerBuilder::new().url("/").build()]))
        .paths(paths)
        .components(Some(components.build()))
        .build()
}
