//! The Autengo vehicle widget: a car dealer's stock on the dealer's own page.
//!
//! Rooms and the arrows between them are described in ARCHITECTURE.md.

pub mod app;
pub mod chunk;
pub mod client;
pub mod config;
pub mod device;
pub mod embed;
pub mod host;
pub mod i18n;
pub mod inquiry;
pub mod js;
pub mod lasting;
pub mod nav;
pub mod observe;
pub mod offer;
pub mod pages;
pub mod parked;
pub mod remote;
pub mod schedule;
pub mod search;
pub mod ui;
