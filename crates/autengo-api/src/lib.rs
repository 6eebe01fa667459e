#![doc = include_str!("../README.md")]
//! ## A native program
//!
//! `examples/native.rs`, against the sandbox (`cargo run -p autengo-sandbox`):
//!
//! ```no_run
#![doc = include_str!("../examples/native.rs")]
//! ```

pub mod check;
pub mod choice;
pub mod column;
pub mod condition;
pub mod contact;
pub mod credentials;
pub mod credit;
pub mod endpoint;
pub mod energy;
pub mod json;
pub mod limit;
pub mod link;
pub mod list;
pub mod local;
pub mod opportunity;
pub mod params;
pub mod plan;
pub mod price;
pub mod qs;
pub mod query;
pub mod reach;
pub mod state;
pub mod token;
mod told;
pub mod vehicle;
