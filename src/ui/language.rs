//! The choice of the language.

use leptos::prelude::*;

use super::dom;
use crate::i18n::{Language, Locale, key};

/// A button for each language.
#[component]
pub fn LanguageSwitch() -> AnyView {
    let locale = expect_context::<Locale>();
    let option = |language: Language| {
        dom::button()
            .class("language__option")
            .attr("lang", language.code())
            .bind_bool("aria-pressed", move || locale.language() == language)
            .on("click", move |_| locale.set_language(language))
            .text(language.name())
    };
    dom::div()
        .class("language")
        .attr("role", "group")
        .attr_message("aria-label", locale, key::LANGUAGE_LABEL)
        .children(Language::ALL.map(option))
        .into_any()
}
