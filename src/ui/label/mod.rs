//! The label of the Pkw-EnVKV (Anlage 1): black on white in five boxes, in the law's order and
//! wording. All of it is text; the scale is a table.

mod rows;
mod scale;

use autengo_api::energy::Label;
use leptos::prelude::*;

use super::{Heading, always, energy_lines};
use crate::i18n::{Key, Locale, key};
use rows::{Row, carbon, carriers, energy_cost, phases, range};
use scale::scale;

/// Consumption, emissions and costs of a new car.
#[component]
pub fn EnergyLabel(
    /// What it says.
    label: Label,
    /// The make.
    make: String,
    /// What the model is called in trade.
    model: String,
    /// The level of its heading.
    level: u8,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    // Nothing of it changes but the language.
    always(move || {
        let title = |text: String, extra: u8| {
            view! { <Heading level=level + extra class="label__title">{text}</Heading> }.into_any()
        };
        let words = |key: Key| locale.message(key).to_owned();
        let name = vec![
            Row::new(words(key::LABEL_MAKE), make.clone()),
            Row::new(words(key::LABEL_MODEL), model.clone()),
        ];
        let drive = carriers(locale, &label);
        // Class and, of a plug-in hybrid, the empty battery stand in the boxes below.
        let stated = energy_lines(locale, &label.consumption).into_iter().take(2);
        let mut stated: Vec<_> = stated.map(|line| Row::stated(&line)).collect();
        stated[1].name.push('¹');
        stated.extend(range(locale, &label));
        let more = phases(locale, &label).into_iter().map(|(name, rows)| {
            view! { <div class="label__phases"><p>{name}</p>{list(rows)}</div> }.into_any()
        });
        let (cost, prices) = energy_cost(locale, &label);
        let carbon_title = format!("{}²", words(key::LABEL_CARBON));
        let tax = locale.fill(key::LABEL_A_YEAR, &[("value", &locale.euro(label.tax))]);
        let (from, to) = (label.first_year.to_string(), (label.first_year + 9).to_string());
        let notes = [
            words(key::LABEL_NOTE_OPERATION),
            locale.fill(key::LABEL_NOTE_CARBON, &[("from", &from), ("to", &to)]),
        ];
        let notes = notes.into_iter().zip(["¹", "²"]);
        let notes =
            notes.map(|(note, mark)| view! { <p>{format!("{mark}\u{a0}{note}")}</p> }.into_any());
        let day = locale.fill(key::LABEL_MADE, &[("date", &locale.date(label.made))]);
        view! {
            <section class="label" data-label="">
                {title(words(key::LABEL_TITLE), 0)}
                {boxed("label__pair", vec![list(name), list(drive)])}
                {boxed("", vec![list(stated)])}
                {boxed("label__classes", vec![
                    boxed("", vec![scale(locale, &label)]),
                    boxed("", std::iter::once(title(words(key::LABEL_MORE), 1)).chain(more).collect()),
                ])}
                {boxed("", vec![
                    list(vec![cost]),
                    view! { <p class="label__prices">{prices}</p> }.into_any(),
                    title(carbon_title, 1),
                    list(carbon(locale, &label)),
                    list(vec![Row::new(words(key::LABEL_TAX), tax)]),
                ])}
                {boxed("label__notes", notes.collect())}
                <p class="label__made">{day}</p>
            </section>
        }
        .into_any()
    })
}

fn boxed(class: &'static str, content: Vec<AnyView>) -> AnyView {
    view! { <div class=format!("label__box {class}")>{content}</div> }.into_any()
}

/// Names and values.
fn list(rows: Vec<Row>) -> AnyView {
    let rows = rows
        .into_iter()
        .map(|Row { name, value }| view! { <div><dt>{name}</dt><dd>{value}</dd></div> }.into_any());
    view! { <dl class="label__rows">{rows.collect::<Vec<_>>()}</dl> }.into_any()
}
