#![doc = include_str!("../README.md")]

pub mod bound;
pub mod check;
mod comparable;
pub mod link;
pub mod local;
pub mod params;
pub mod plan;
pub mod presentation;
pub mod state;
