//! A field for words that nobody can list.

use leptos::prelude::*;

use super::{Entry, entries, message};
use crate::i18n::{Locale, key};

/// A field that adds a word on Enter.
#[component]
pub fn WordField(
    /// The column's name, for tests and analytics.
    column: &'static str,
    /// What the column is called.
    #[prop(into)]
    title: Signal<String>,
    /// Words that are known to lead to something.
    #[prop(into)]
    known: Signal<Vec<String>>,
    /// A word was typed.
    on_add: Callback<String>,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let words = entries(move || {
        let option = |word: String| {
            Entry::new(word.clone(), move || view! { <option value=word></option> }.into_any())
        };
        known.get().into_iter().map(option).collect()
    });
    let list = format!("words-{column}");
    let add = move |input: web_sys::HtmlInputElement| {
        let word = input.value().trim().to_owned();
        if !word.is_empty() {
            input.set_value("");
            on_add.run(word);
        }
    };
    view! {
        <input
            type="text"
            autocomplete="off"
            enterkeyhint="done"
            list=list.clone()
            data-words=column
            aria-label=title
            placeholder=message(locale, key::FACET_WORDS)
            on:change:target=move |event| add(event.target())
        />
        <datalist id=list>{words}</datalist>
    }
}
