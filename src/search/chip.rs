//! The filters that are set, each with the state in which it is not.

use autengo_api::column::{Column, Kind};
use autengo_api::condition::{Condition, Op};
use autengo_api::vehicle::Unit;
use autengo_search::params::SearchParams;
use autengo_search::presentation::{Form, Presentation};
use autengo_search::state::State;

use super::Search;
use crate::i18n::key;

/// A filter that is set in a state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// The words of the chip.
    pub label: String,
    /// The state without it.
    pub without: State,
}

/// The filters that are set in `state`, tracked by language.
pub fn chips(search: Search, state: &State) -> Vec<Chip> {
    let locale = search.locale;
    let params = &state.params;
    let chip = |label, remove: &dyn Fn(&mut SearchParams)| {
        let mut without = state.clone();
        remove(&mut without.params);
        Chip { label, without }
    };
    let mut chips = Vec::new();
    if !params.text().is_empty() {
        let label = locale.fill(key::CHIPS_SEARCH, &[("text", params.text())]);
        chips.push(chip(label, &|params| params.set_text("")));
    }
    for (column, conditions) in params.or().iter() {
        for condition in conditions {
            let label = label(search, column, condition);
            chips.push(chip(label, &|it| search.remove_value(it, column, &condition.value)));
        }
    }
    for (column, conditions) in params.and().iter() {
        // Both ends of a range are one filter.
        if let [one, other] = conditions
            && let Some((from, to)) = ends(one, other)
        {
            let range = between(search, column, from, to);
            let label = format!("{} {range}", search.labels.column(column));
            chips.push(chip(label, &|params| params.retain_and(column, |_| false)));
            continue;
        }
        for condition in conditions {
            let label = label(search, column, condition);
            chips.push(chip(label, &|params| params.retain_and(column, |it| it != condition)));
        }
    }
    chips
}

fn ends<'a>(one: &'a Condition, other: &'a Condition) -> Option<(&'a Condition, &'a Condition)> {
    match (one.op, other.op) {
        (Op::Ge, Op::Le) => Some((one, other)),
        (Op::Le, Op::Ge) => Some((other, one)),
        _ => None,
    }
}

fn value(search: Search, column: Column, condition: &Condition) -> String {
    let (locale, text) = (search.locale, &condition.value);
    let presentation = Presentation::of(column);
    let in_unit =
        |unit, number: u32| locale.fill(unit, &[("value", &locale.number(f64::from(number), 0))]);
    match (presentation.unit(), column.kind(), text.parse::<u32>()) {
        (Some(Unit::Euro), _, Ok(price)) => locale.euro(f64::from(price)),
        (Some(Unit::Kilometre), _, Ok(km)) => in_unit(key::UNIT_KM, km),
        (Some(Unit::CubicCentimetre), _, Ok(ccm)) => in_unit(key::UNIT_CCM, ccm),
        (Some(Unit::Kilowatt), _, Ok(kw)) => locale.power(f64::from(kw)),
        (_, Kind::Integer, _) if presentation.form == Form::Range => text.clone(),
        (_, Kind::Date, _) => text.chars().take(4).collect(),
        (_, Kind::DateTime, _) => {
            text.parse().map_or_else(|_| text.clone(), |date| locale.date(date))
        }
        _ => search.labels.value(column, text),
    }
}

/// The choice in a column, without its name, tracked; empty for nothing.
pub fn summary(search: Search, column: Column) -> String {
    let chosen = search.nav.shown().params.conditions(column);
    if let [one, other] = chosen.as_slice()
        && let Some((from, to)) = ends(one, other)
    {
        return between(search, column, from, to);
    }
    let words: Vec<_> =
        chosen.iter().map(|condition| compared(search, column, condition)).collect();
    words.join(", ")
}

fn between(search: Search, column: Column, from: &Condition, to: &Condition) -> String {
    let [from, to] = [from, to].map(|end| value(search, column, end));
    search.locale.fill(key::RANGE_BETWEEN, &[("from", &from), ("to", &to)])
}

/// A condition without the column's name: `ab 5.000 €`.
fn compared(search: Search, column: Column, condition: &Condition) -> String {
    let value = value(search, column, condition);
    let message = match condition.op {
        Op::Eq => return value,
        Op::Ge => key::RANGE_FROM_VALUE,
        Op::Le => key::RANGE_TO_VALUE,
        Op::Lt => key::CONDITION_LESS,
        Op::Gt => key::CONDITION_MORE,
        Op::Ne => key::CONDITION_NOT,
    };
    search.locale.fill(message, &[("value", &value)])
}

fn label(search: Search, column: Column, condition: &Condition) -> String {
    let words = compared(search, column, condition);
    // `Diesel` says what it is; `4` and `Titanium` do not.
    let is_plain = matches!(column.kind(), Kind::Text | Kind::Integer) && !column.has_values();
    if condition.op == Op::Eq && !is_plain {
        return words;
    }
    format!("{} {words}", search.labels.column(column))
}
