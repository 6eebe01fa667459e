//! Two fields for the ends of a range.

use autengo_api::column::{Column, Kind};
use autengo_api::condition::Op;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::InputEvent;

use super::{Entry, entries, flag, text};
use crate::i18n::{Key, Locale, key};

/// An end that people look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RangeStep {
    /// What would be typed.
    pub value: String,
    /// The same in other words, such as another unit; empty for none.
    pub words: String,
}

/// A pair of fields, `from` and `to`. They apply on Enter and when they are left, and at once when a
/// step is chosen.
#[component]
pub fn RangeFields(
    /// The column.
    column: Column,
    /// What it is called.
    #[prop(into)]
    title: Signal<String>,
    /// Ends to choose from.
    #[prop(into)]
    steps: Signal<Vec<RangeStep>>,
    /// An end as it holds, tracked.
    end: Callback<Op, String>,
    /// An end was typed; answers with what is wrong with it.
    on_change: Callback<(Op, String), Option<Key>>,
    /// What is wrong with the range as it holds, tracked.
    #[prop(into)]
    problem: Signal<Option<Key>>,
    /// What else can be typed.
    #[prop(optional_no_strip)]
    hint: Option<Key>,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let wrong = RwSignal::new(None::<(Op, Key)>);
    let shown = move || wrong.get().map(|(_, key)| key).or_else(|| problem.get());
    // What was typed is wrong at its own end; a range the wrong way round is at both.
    let is_wrong = move |op: Op| wrong.get().map_or(problem.get().is_some(), |(at, _)| at == op);
    let is_day = column.kind() == Kind::DateTime;
    let list = format!("steps-{}", column.name());
    let options = entries(move || {
        let option = |RangeStep { value, words }: RangeStep| {
            let label = Some(words).filter(|words| !words.is_empty());
            Entry::new(value.clone(), move || {
                view! { <option value=value label=label></option> }.into_any()
            })
        };
        steps.get().into_iter().map(option).collect()
    });
    let note = format!("range-{}", column.name());
    let field = {
        let (list, note) = (list.clone(), note.clone());
        move |op: Op, label: Key, hook: &'static str| {
            let apply =
                move |typed: String| wrong.set(on_change.run((op, typed)).map(|key| (op, key)));
            let is_chosen = |event: &web_sys::Event| {
                let kind = event.dyn_ref::<InputEvent>().map(InputEvent::input_type);
                kind.is_some_and(|kind| kind == "insertReplacementText")
            };
            view! {
                <label class="range__field">
                    <span class="range__label">{locale.t(label)}</span>
                    <input
                        type=if is_day { "date" } else { "text" }
                        inputmode="numeric"
                        autocomplete="off"
                        list=(!is_day).then(|| list.clone())
                        data-range=format!("{}:{}", column.name(), op.as_str())
                        data-km=(column == Column::Kilometers).then_some(hook)
                        aria-label=text(move || format!("{} {}", title.get(), locale.message(label)))
                        aria-invalid=flag(move || is_wrong(op))
                        aria-describedby=note.clone()
                        prop:value=text(move || end.run(op))
                        on:input:target=move |event| {
                            if !is_day && is_chosen(&event) {
                                apply(event.target().value());
                            }
                        }
                        on:change:target=move |event| apply(event.target().value())
                        on:keydown:target=move |event| {
                            if event.key() == "Enter" {
                                event.prevent_default();
                                apply(event.target().value());
                            }
                        }
                    />
                </label>
            }
        }
    };
    let said = move || shown().or(hint).map(|key| locale.message(key).to_owned());
    view! {
        <div class="range" role="group" aria-label=title class:range--days=is_day>
            <div class="range__fields">
                {field(Op::Ge, key::RANGE_FROM, "von")} {field(Op::Le, key::RANGE_TO, "bis")}
            </div>
            <datalist id=list>{options}</datalist>
            <p
                class="range__note"
                class:range__note--wrong=move || shown().is_some()
                id=note
                role="status"
            >
                {text(move || said().unwrap_or_default())}
            </p>
        </div>
    }
}
