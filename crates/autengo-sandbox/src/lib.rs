//! A local server that implements the Autengo API v3.
//!
//! It is what the widget is developed against and tested with: the semantics of the reference over
//! a believable stock that is the same on every machine, in any of the readings that the reference
//! leaves open ([`config`]), and failing on demand ([`fault`]). A test starts it in its own process:
//!
//! ```no_run
//! # async fn example() -> Result<(), autengo_sandbox::server::StartError> {
//! use autengo_sandbox::{config::Config, server::Sandbox};
//!
//! let sandbox = Sandbox::bind(&Config { port: 0, ..Config::default() }).await?;
//! let api_base = sandbox.api_base();
//! tokio::spawn(sandbox.serve());
//! # Ok(())
//! # }
//! ```

mod address;
pub mod body;
pub mod config;
pub mod contact;
pub mod error;
pub mod fault;
pub mod labels;
pub mod language;
pub mod media;
mod openapi;
pub mod routes;
pub mod server;
pub mod session;
pub mod stock;
pub mod store;
pub mod token;
