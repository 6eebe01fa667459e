//! The label of the Pkw-EnVKV (Anlage 1): black on white in five boxes, in the law's order and
//! wording. All of it is text; the scale is a table.

mod rows;
mod scale;

use autengo_offer::energy::{Label, Tax};
use leptos::prelude::*;

use super::dom::{self, Element, dynamic};
use super::energy_lines;
use crate::i18n::{Key, Locale, key};
use rows::{Row, carbon, carriers, energy_cost, phases, range, tax};
use scale::scale;

/// Consumption, emissions and costs of a new car.
#[component]
pub fn EnergyLabel(
    /// The content of the label.
    label: Label,
    /// The make.
    make: String,
    /// The model's name in trade.
    model: String,
    /// The level of its heading.
    level: u8,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    // Nothing of it changes but the language.
    dynamic(move || {
        let title =
            |text: String, extra: u8| dom::heading(level + extra).class("label__title").text(&text);
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
            dom::div().class("label__phases").child(said("", &name)).child(list(rows))
        });
        let more =
            dom::div().class("label__box").child(title(words(key::LABEL_MORE), 1)).children(more);
        let (cost, prices) = energy_cost(locale, &label);
        let (from, to) = (label.first_year.to_string(), (label.first_year + 9).to_string());
        let note = locale.fill(key::LABEL_NOTE_CARBON, &[("from", &from), ("to", &to)]);
        let exempt = (label.tax == Tax::Exempt).then(|| words(key::LABEL_NOTE_EXEMPT));
        let day = locale.fill(key::LABEL_MADE, &[("date", &locale.date(label.made))]);
        dom::section()
            .class("label")
            .attr("data-label", "")
            .child(title(words(key::LABEL_TITLE), 0))
            .child(boxed("label__pair").child(list(name)).child(list(carriers(locale, &label))))
            .child(boxed("").child(list(stated)))
            .child(
                boxed("label__classes")
                    .child(dom::div().class("label__box").child(scale(locale, &label)))
                    .child(more),
            )
            .child(
                boxed("")
                    .child(list(vec![cost]))
                    .child(said("label__prices", &prices))
                    .child(title(format!("{}²", words(key::LABEL_CARBON)), 1))
                    .child(list(carbon(locale, &label)))
                    .child(list(vec![tax(locale, &label)])),
            )
            .child(
                boxed("label__notes")
                    .child(said("", &format!("¹\u{a0}{}", words(key::LABEL_NOTE_OPERATION))))
                    .child(said("", &format!("²\u{a0}{note}")))
                    .children(exempt.map(|note| said("", &format!("³\u{a0}{note}")))),
            )
            .child(said("label__made", &day))
            .into_any()
    })
}

fn boxed(class: &str) -> Element {
    dom::div().class(&format!("label__box {class}"))
}

fn said(class: &str, text: &str) -> Element {
    dom::p().class(class).text(text)
}

/// Names and values.
fn list(rows: Vec<Row>) -> Element {
    let rows = rows.into_iter().map(|Row { name, value }| {
        dom::div().child(dom::dt().text(&name)).child(dom::dd().text(&value))
    });
    dom::dl().class("label__rows").children(rows)
}
