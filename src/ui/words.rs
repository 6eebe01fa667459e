//! A field for words that nobody can list.

use leptos::prelude::*;

use super::dom::{self, Item, keyed};
use super::typing::{Era, Typing};
use crate::i18n::{Locale, key};

/// A field that adds a word on Enter.
#[component]
pub fn WordField(
    /// The column's name, for tests and analytics.
    column: &'static str,
    /// The column's name for people.
    #[prop(into)]
    title: Signal<String>,
    /// Words that are known to lead to something.
    #[prop(into)]
    known: Signal<Vec<String>>,
    /// A word was typed.
    on_add: Callback<String>,
    /// How often the page has gone elsewhere: what was typed before is not added after it.
    era: Era,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let words = keyed(move || {
        let option = |word: String| {
            Item::new(word.clone(), move || dom::option().attr("value", &word).into_any())
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
    let field = dom::input()
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "done")
        .attr("list", &list)
        .attr("data-words", column)
        .bind_attr("aria-label", move || title.get())
        .attr_message("placeholder", locale, key::FACET_WORDS)
        .on("input", move |_| noted.note())
        .on("change", move |event| add(dom::target(&event)));
    let list = dom::datalist().attr("id", &list).child(words);
    view! { {field} {list} }.into_any()
}
