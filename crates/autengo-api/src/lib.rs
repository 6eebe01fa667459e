#![doc = include_str!("../README.md")]
//! ## A native program
//!
//! `examples/native.rs`, against the sandbox (`cargo run -p autengo-sandbox`):
//!
//! ```no_run
#![doc = include_str!("../examples/native.rs")]
//! ```

pub mod choice;
pub mod column;
pub mod condition;
pub mod contact;
pub mod credentials;
pub mod endpoint;
pub mod id;
pub mod json;
pub mod limit;
pub mod list;
pub mod opportunity;
pub mod qs;
pub mod query;
pub mod text;
pub mod token;
pub mod vehicle;
pub mod word;
