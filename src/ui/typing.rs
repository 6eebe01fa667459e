//! What is typed into a field, until the field is left.

use std::sync::Arc;

use leptos::prelude::*;
use leptos::task::spawn_local;
use web_sys::HtmlInputElement;

/// How often the page has gone elsewhere in its history.
pub type Era = Arc<dyn Fn() -> u32 + Send + Sync>;

/// The text that is being typed into a field.
///
/// Browsers say that a field was changed in the middle of what makes it lose the focus, which may be
/// its removal, or a step back that closes what it stands in.
#[derive(Clone)]
pub(super) struct Typing {
    era: Era,
    /// The era of what was typed last; `None` for nothing typed.
    typed_in: StoredValue<Option<u32>>,
}

impl Typing {
    /// A field that nothing was typed into. Lives as long as the owner it is called under.
    pub(super) fn new(era: Era) -> Self {
        Self { era, typed_in: StoredValue::new(None) }
    }

    /// Something was typed.
    pub(super) fn note(&self) {
        self.typed_in.set_value(Some((self.era)()));
    }

    /// Calls `settle` for a field that was left, as soon as the browser has done what it is at; with
    /// whether the page is where it was when that was typed. Not at all if the field is gone by then.
    pub(super) fn leave(
        &self,
        field: HtmlInputElement,
        settle: impl FnOnce(&HtmlInputElement, bool) + 'static,
    ) {
        let typing = self.clone();
        spawn_local(async move {
            if typing.typed_in.is_disposed() || !field.is_connected() {
                return;
            }
            let era = (typing.era)();
            let typed_in = typing.typed_in.get_value();
            typing.typed_in.set_value(None);
            settle(&field, typed_in.is_none_or(|typed_in| typed_in == era));
        });
    }
}
