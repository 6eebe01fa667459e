//! The middle tier: components, and the modules that talk to the browser, in a real one.
//!
//! A component is shown on a [`stage`] of its own, in a shadow root as on a dealer's page. It is
//! found by its role and name, by its text, or by one of the documented hooks.

#![cfg(target_arch = "wasm32")]
#![expect(clippy::unwrap_used, reason = "a test that unwraps says where it failed")]

mod calls;
mod card;
mod chips;
mod clock;
mod dom;
mod embed;
mod facet;
mod format;
mod host;
mod inquiry;
mod label;
mod language;
mod message;
mod nav;
mod page;
mod pager;
mod range;
mod server;
mod share;
mod stage;
mod stages;

wasm_bindgen_test::wasm_bindgen_test_configure!(run_in_browser);
