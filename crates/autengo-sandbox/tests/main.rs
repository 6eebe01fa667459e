//! What a client of the sandbox sees, one file for each route.

#![allow(
    clippy::allow_attributes,
    clippy::unwrap_used,
    reason = "what a test helper unwraps is a failure of the test"
)]

mod auth;
mod chance;
mod client;
mod contact;
mod cors;
mod description;
mod faults;
mod filter;
mod hostile;
mod labels;
mod list;
mod local;
mod media;
mod opportunity;
mod plan;
mod program;
mod reference;
mod refusals;
mod stock;
mod values;
mod vehicle;
