//! The crate from outside: against the reference's own examples and against npm `qs`.

#![expect(clippy::unwrap_used, reason = "a test that unwraps says where it failed")]

mod contact;
mod hostile;
mod qs;
mod query;
mod vehicle;
