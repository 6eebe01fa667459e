//! The crate from outside.

mod hostile;
