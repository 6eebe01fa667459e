//! The label of the Pkw-EnVKV (Anlage 1): black on white in five boxes, in the law's order and
//! wording. All of it is text; the scale is a table.

mod rows;
mod scale;

use autengo_offer::energy::{Label, Tax};
use leptos::prelude::*;

use super::{Element, always, element, energy_lines, heading};
use crate::i18n::{Key, Locale, key};
use rows::{Row, carbon, carriers, energy_cost, phases, range, tax};
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
        let title =
            |text: String, extra: u8| heading(level + extra).class("label__title").say(&text);
        let words = |key: Key| locale.message(key).to_owned();
        let name = vec![
            Row::new(words(key::LABEL_MAKE), make.clone()),
            Row::new(words(key::LABEL_MODEL), model.clone()),
        ];
        // Class and, of a plug-in hybrid, the empty battery stand in the boxes below.
        let stated = energy_lines(locale, &label.consumption).into_iter().take(2);
        let mut stated: Vec<_> = stated.map(|line| Row::stated(&line)).collect();
        stated[1].name.push('¹');
        stated.extend(range(locale, &label));
        let more = phases(locale, &label).into_iter().map(|(name, rows)| {
            element("div").class("label__phases").with(said("", &name)).with(list(rows))
        });
        let more = element("div")
            .class("label__box")
            .with(title(words(key::LABEL_MORE), 1))
            .with_all(more);
        let (cost, prices) = energy_cost(locale, &label);
        let (from, to) = (label.first_year.to_string(), (label.first_year + 9).to_string());
        let note = locale.fill(key::LABEL_NOTE_CARBON, &[("from", &from), ("to", &to)]);
        let exempt = (label.tax == Tax::Exempt).then(|| words(key::LABEL_NOTE_EXEMPT));
        let day = locale.fill(key::LABEL_MADE, &[("date", &locale.date(label.made))]);
        element("section")
            .class("label")
            .attr("data-label", "")
            .with(title(words(key::LABEL_TITLE), 0))
            .with(boxed("label__pair").with(list(name)).with(list(carriers(locale, &label))))
            .with(boxed("").with(list(stated)))
            .with(
                boxed("label__classes")
                    .with(element("div").class("label__box").with(scale(locale, &label)))
                    .with(more),
            )
            .with(
                boxed("")
                    .with(list(vec![cost]))
                    .with(said("label__prices", &prices))
                    .with(title(format!("{}²", words(key::LABEL_CARBON)), 1))
                    .with(list(carbon(locale, &label)))
                    .with(list(vec![tax(locale, &label)])),
            )
            .with(
                boxed("label__notes")
                    .with(said("", &format!("¹\u{a0}{}", words(key::LABEL_NOTE_OPERATION))))
                    .with(said("", &format!("²\u{a0}{note}")))
                    .with_all(exempt.map(|note| said("", &format!("³\u{a0}{note}")))),
            )
            .with(said("label__made", &day))
            .into_any()
    })
}

fn boxed(class: &str) -> Element {
    element("div").class(&format!("label__box {class}"))
}

fn said(class: &str, text: &str) -> Element {
    element("p").class(class).say(text)
}

/// Names and values.
fn list(rows: Vec<Row>) -> Element {
    let rows = rows.into_iter().map(|Row { name, value }| {
        element("div").with(element("dt").say(&name)).with(element("dd").say(&value))
    });
    element("dl").class("label__rows").with_all(rows)
}
