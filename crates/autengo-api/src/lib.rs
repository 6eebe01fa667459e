//! Typed access to the Autengo API v3: the models, the query language and the endpoints of its
//! reference. Nothing here knows a browser or a server.

pub mod check;
pub mod choice;
pub mod column;
pub mod condition;
pub mod contact;
pub mod credentials;
pub mod endpoint;
pub mod energy;
pub mod json;
pub mod limit;
pub mod list;
pub mod opportunity;
pub mod plan;
pub mod qs;
pub mod query;
pub mod state;
pub mod token;
pub mod vehicle;
