//! The choice of the language.

use leptos::prelude::*;

use crate::i18n::{Language, Locale, key};

/// A button for each language.
#[component]
pub fn LanguageSwitch() -> impl IntoView {
    let locale = expect_context::<Locale>();
    let buttons = Language::ALL.map(|language| {
        view! {
            <button
                type="button"
                class="language__option"
                lang=language.code()
                aria-pressed=super::state(move || locale.language() == language)
                on:click=move |_| locale.set_language(language)
            >
                {language.name()}
            </button>
        }
    });
    view! { <div class="language" role="group" aria-label=locale.t(key::LANGUAGE_LABEL)>{buttons.collect_view()}</div> }
}
