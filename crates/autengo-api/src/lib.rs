//! Typed access to the Autengo API v3.

pub mod column;
pub mod condition;
pub mod qs;
