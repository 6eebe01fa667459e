//! Two fields for the ends of a range.

use autengo_api::column::Column;
use autengo_api::condition::Op;
use leptos::prelude::*;

use super::{flag, text};
use crate::i18n::{Key, Locale, key};

/// A titled pair of number fields, `from` and `to`. They apply on Enter and when they are left.
#[component]
pub fn RangeFields(
    /// The column.
    column: Column,
    /// What it is called.
    #[prop(into)]
    title: Signal<String>,
    /// The unit behind the title, such as `km`.
    #[prop(default = "")]
    unit: &'static str,
    /// An end as it holds, tracked.
    end: Callback<Op, String>,
    /// An end was typed; answers with what is wrong with it.
    on_change: Callback<(Op, String), Option<Key>>,
    /// What is wrong with the range as it holds, tracked.
    #[prop(into)]
    problem: Signal<Option<Key>>,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let wrong = RwSignal::new(None::<(Op, Key)>);
    let shown = move || wrong.get().map(|(_, key)| key).or_else(|| problem.get());
    // What was typed is wrong at its own end; a range the wrong way round is at both.
    let is_wrong = move |op: Op| wrong.get().map_or(problem.get().is_some(), |(at, _)| at == op);
    let field = move |op: Op, label: Key, hook: &'static str| {
        let apply = move |typed: String| wrong.set(on_change.run((op, typed)).map(|key| (op, key)));
        view! {
            <label class="range__field">
                <span class="range__label">{locale.t(label)}</span>
                <input
                    type="text"
                    inputmode="numeric"
                    autocomplete="off"
                    data-range=format!("{}:{}", column.name(), op.as_str())
                    data-km=(column == Column::Kilometers).then_some(hook)
                    aria-label=text(move || format!("{} {}", title.get(), locale.message(label)))
                    aria-invalid=flag(move || is_wrong(op))
                    prop:value=text(move || end.run(op))
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
    };
    let unit = (!unit.is_empty())
        .then(|| view! { <span class="range__unit">{format!(" ({unit})")}</span> });
    view! {
        <fieldset class="range">
            <legend class="range__title">{title} {unit}</legend>
            <div class="range__fields">
                {field(Op::Ge, key::RANGE_FROM, "von")} {field(Op::Le, key::RANGE_TO, "bis")}
            </div>
            <p class="range__error" role="status">{text(move || shown().map(|key| locale.message(key).to_owned()).unwrap_or_default())}</p>
        </fieldset>
    }
}
