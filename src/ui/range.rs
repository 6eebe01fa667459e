//! Two fields for the ends of a range.

use autengo_api::column::{Column, Kind};
use autengo_api::condition::Op;
use leptos::prelude::*;
use wasm_bindgen::JsCast;
use web_sys::{HtmlInputElement, InputEvent, KeyboardEvent};

use super::dom::{self, Item, keyed};
use super::typing::{Era, Typing};
use crate::i18n::{Key, Locale, key};

/// An end that people look for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RangeStep {
    /// The text that would be typed.
    pub value: String,
    /// The same in other words, such as another unit; empty for none.
    pub words: String,
}

/// A pair of fields, `from` and `to`. They apply on Enter and when they are left, and at once when a
/// step or a day is chosen. What is typed stays as it was typed until the field is left.
#[component]
pub fn RangeFields(
    /// The column.
    column: Column,
    /// The column's name for people.
    #[prop(into)]
    title: Signal<String>,
    /// Ends to choose from.
    #[prop(into)]
    steps: Signal<Vec<RangeStep>>,
    /// An end as it holds, tracked.
    end: Callback<Op, String>,
    /// An end was typed; answers with what is wrong with it.
    on_change: Callback<(Op, String), Option<Key>>,
    /// The problem of the range as it holds, tracked.
    #[prop(into)]
    problem: Signal<Option<Key>>,
    /// How often the page has gone elsewhere: what was typed before does not apply after it.
    era: Era,
    /// A hint at what else can be typed.
    #[prop(optional_no_strip)]
    hint: Option<Key>,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let wrong = RwSignal::new(None::<(Op, Key)>);
    let shown = move || wrong.get().map(|(_, key)| key).or_else(|| problem.get());
    // What was typed is wrong at its own end; a range the wrong way round is at both.
    let is_wrong = move |op: Op| wrong.get().map_or(problem.get().is_some(), |(at, _)| at == op);
    let is_day = column.kind() == Kind::DateTime;
    let list = format!("steps-{}", column.name());
    let options = keyed(move || {
        let option = |RangeStep { value, words }: RangeStep| {
            let option = dom::option().attr("value", &value);
            let option = if words.is_empty() { option } else { option.attr("label", &words) };
            Item::new(value, move || option.into_any())
        };
        steps.get().into_iter().map(option).collect()
    });
    let note = format!("range-{}", column.name());
    let field = {
        let (list, note) = (list.clone(), note.clone());
        move |op: Op, label: Key, hook: &'static str| {
            let apply = move |typed: String| {
                let problem = on_change.run((op, typed));
                wrong.set(problem.map(|key| (op, key)));
                problem.is_none()
            };
            let is_chosen = |event: &web_sys::Event| {
                let kind = event.dyn_ref::<InputEvent>().map(InputEvent::input_type);
                kind.is_some_and(|kind| kind == "insertReplacementText")
            };
            // What was typed and not left, or is wrong, and the end that held then.
            let (typed, held) = (RwSignal::new(None::<String>), StoredValue::new(String::new()));
            let remember = move || held.set_value(untrack(|| end.run(op)));
            let shown = move || {
                let (end, typed) = (end.run(op), typed.get());
                typed.filter(|_| held.with_value(|held| *held == end)).unwrap_or(end)
            };
            let typing = Typing::new(era.clone());
            let noted = typing.clone();
            let leave = move |field: HtmlInputElement| {
                let (text, is_typed) = (written(&field), typed.try_with_untracked(Option::is_some));
                typing.leave(field, move |field, is_current| {
                    // It may be said twice that the field was left.
                    if is_typed == Some(true) && typed.with_untracked(Option::is_none) {
                        return;
                    }
                    if !is_current {
                        wrong.set(None);
                        field.set_value(&untrack(|| end.run(op)));
                    }
                    if !is_current || apply(text) {
                        typed.set(None);
                    }
                });
            };
            let left = leave.clone();
            // Browsers say that a day was changed for each digit of its year.
            let is_keyed = StoredValue::new(false);
            let is_being_keyed = move || is_keyed.try_get_value().unwrap_or_default();
            let name = move || format!("{} {}", title.get(), locale.message(label));
            let input = dom::input()
                .attr("type", if is_day { "date" } else { "text" })
                .attr("inputmode", "numeric")
                .attr("autocomplete", "off")
                .attr("data-range", &format!("{}:{}", column.name(), op.as_str()))
                .bind_attr("aria-label", name)
                .bind_true("aria-invalid", move || is_wrong(op))
                .attr("aria-describedby", &note)
                .value(shown)
                .on("input", move |event| {
                    noted.note();
                    if is_day {
                        return;
                    }
                    remember();
                    typed.set(Some(event_target_value(&event)));
                    if is_chosen(&event) && apply(event_target_value(&event)) {
                        remember();
                    }
                })
                .on("change", move |event| {
                    if !is_being_keyed() {
                        leave(dom::target(&event));
                    }
                })
                .on("blur", move |event| {
                    let is_typed = typed.try_with_untracked(Option::is_some);
                    if is_being_keyed() || is_typed == Some(true) {
                        is_keyed.set_value(false);
                        left(dom::target(&event));
                    }
                })
                .on("pointerdown", move |_| is_keyed.set_value(false))
                .on("keydown", move |event| {
                    let key: &KeyboardEvent = event.unchecked_ref();
                    if key.key() == "Enter" {
                        event.prevent_default();
                        is_keyed.set_value(false);
                        if apply(written(&dom::target(&event))) {
                            remember();
                        }
                    } else if is_day && changes_day(key) {
                        is_keyed.set_value(true);
                    }
                });
            let input = if is_day { input } else { input.attr("list", &list) };
            let is_km = column == Column::Kilometers;
            let input = if is_km { input.attr("data-km", hook) } else { input };
            let label = dom::span().class("range__label").message(locale, label);
            dom::label().class("range__field").child(label).child(input)
        }
    };
    let said = move || shown().or(hint).map(|key| locale.message(key).to_owned());
    let fields = dom::div()
        .class("range__fields")
        .child(field(Op::Ge, key::RANGE_FROM, "von"))
        .child(field(Op::Le, key::RANGE_TO, "bis"));
    let note = dom::p()
        .bind_class(move || match shown() {
            Some(_) => "range__note range__note--wrong",
            None => "range__note",
        })
        .attr("id", &note)
        .attr("role", "status")
        .bind_text(said);
    dom::div()
        .class(if is_day { "range range--days" } else { "range" })
        .attr("role", "group")
        .bind_attr("aria-label", move || title.get())
        .child(fields)
        .child(dom::datalist().attr("id", &list).child(options))
        .child(note)
        .into_any()
}

/// The text in a field; a day of which only a part is typed is none, rather than nothing.
fn written(field: &HtmlInputElement) -> String {
    if field.check_validity() { field.value() } else { "?".to_owned() }
}

/// Whether a key changes a part of a day, rather than opening the calendar or going elsewhere.
fn changes_day(event: &KeyboardEvent) -> bool {
    let key = event.key();
    let is_digit = key.len() == 1 && key.as_bytes()[0].is_ascii_digit();
    let is_arrow = matches!(key.as_str(), "ArrowUp" | "ArrowDown") && !event.alt_key();
    is_digit || is_arrow || matches!(key.as_str(), "Backspace" | "Delete")
}
