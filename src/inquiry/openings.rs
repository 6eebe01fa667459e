//! Ready-made openings of the message.

use leptos::prelude::*;

use super::draft::Input;
use super::field::Fields;
use crate::i18n::{Key, Language, Locale, key};
use crate::schedule::effect;
use crate::ui::dom::{self, Element};

/// A button, and the text it writes.
const OPENINGS: [(Key, Key); 4] = [
    (key::INQUIRY_OPENING_QUESTION, key::INQUIRY_TEXT_QUESTION),
    (key::INQUIRY_OPENING_DRIVE, key::INQUIRY_TEXT_DRIVE),
    (key::INQUIRY_OPENING_TRADE, key::INQUIRY_TEXT_TRADE),
    (key::INQUIRY_OPENING_CALL, key::INQUIRY_TEXT_CALL),
];

/// The beginning of the message.
pub(super) const fn first(is_masked: bool) -> Key {
    if is_masked { key::INQUIRY_TEXT_DATA } else { key::INQUIRY_TEXT_QUESTION }
}

/// The buttons.
pub(super) fn openings(fields: &Fields) -> Element {
    let (locale, draft) = (fields.locale, fields.draft);
    let opening = |(label, text): (Key, Key)| {
        let is_chosen = move || draft.with(|draft| is_opening(draft.get(Input::Text), text));
        let fields = fields.clone();
        let write = move |_| fields.put(Input::Text, locale.current().message(text));
        dom::button()
            .class("inquiry__opening")
            .bind_bool("aria-pressed", is_chosen)
            .on("click", write)
            .message(locale, label)
    };
    dom::div()
        .class("inquiry__openings")
        .attr("role", "group")
        .attr_message("aria-label", locale, key::INQUIRY_OPENINGS)
        .children(OPENINGS.map(opening))
}

/// An opening that nobody has changed speaks the language of the page, and the first one is that of
/// the vehicle as far as it is known.
pub(super) fn follow(fields: &Fields, is_masked: Memo<bool>, locale: Locale) {
    let fields = fields.clone();
    let mut begun = first(is_masked.get_untracked());
    effect(move || {
        let (language, first) = (locale.language(), first(is_masked.get()));
        let written = fields.draft.with_untracked(|draft| draft.get(Input::Text).to_owned());
        let was_begun = std::mem::replace(&mut begun, first);
        let text = if was_begun != first && is_opening(&written, was_begun) {
            Some(first)
        } else {
            texts().find(|text| is_opening(&written, *text))
        };
        if let Some(text) = text.map(|text| language.message(text))
            && text != written
            && !fields.has_focus(Input::Text)
        {
            fields.put(Input::Text, text);
        }
    });
}

/// Whether a text is one that nobody has changed.
pub(super) fn is_ready_made(written: &str) -> bool {
    texts().any(|text| is_opening(written, text))
}

fn texts() -> impl Iterator<Item = Key> {
    OPENINGS.iter().map(|(_, text)| *text).chain([key::INQUIRY_TEXT_DATA])
}

/// Whether a text is an opening as it is, in whichever language.
fn is_opening(written: &str, opening: Key) -> bool {
    Language::ALL.iter().any(|language| written == language.message(opening))
}
