//! A field for words that nobody can list.

use leptos::prelude::*;

use super::typing::{Era, Typing};
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
    /// How often the page has gone elsewhere: what was typed before is not added after it.
    era: Era,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let words = entries(move || {
        let option = |word: String| {
            Entry::new(word.clone(), move || view! { <option value=word></option> }.into_any())
        };
        known.get().into_iter().map(option).collect()
    });
    let list = format!("words-{column}");
    let typing = Typing::new(era);
    let noted = typing.clone();
    let add = move |field: web_sys::HtmlInputElement| {
        let word = field.value().trim().to_owned();
        typing.leave(field, move |field, is_current| {
            field.set_value("");
            if is_current && !word.is_empty() {
                on_add.run(word);
            }
        });
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
            on:input=move |_| noted.note()
            on:change:target=move |event| add(event.target())
        />
        <datalist id=list>{words}</datalist>
    }
}
