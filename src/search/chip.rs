//! The filters that are set, each with the state in which it is not.

use autengo_api::column::{Column, Kind};
use autengo_api::condition::{Condition, Op};
use autengo_api::state::State;
use autengo_api::vehicle::Date;

use super::{Search, facet};
use crate::i18n::{Locale, key};

/// A filter that is set.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chip {
    /// What it says.
    pub label: String,
    /// The state without it.
    pub without: State,
}

/// The filters that are set, tracked.
pub fn chips(search: &Search, locale: Locale) -> Vec<Chip> {
    let state = search.nav.state();
    let mut chips = Vec::new();
    if !state.search.text.is_empty() {
        let mut without = state.clone();
        without.search.text.clear();
        without.search.offset = 0;
        let label = locale.fill(key::CHIPS_SEARCH, &[("text", &state.search.text)]);
        chips.push(Chip { label, without });
    }
    for (column, conditions) in state.search.any.iter() {
        for condition in conditions {
            let label = label(search, locale, column, condition);
            let without = facet::without(search, state.clone(), column, &condition.value);
            chips.push(Chip { label, without });
        }
    }
    for (column, conditions) in state.search.all.iter() {
        // Both ends of a range are one filter.
        if let [one, other] = conditions
            && let Some((from, to)) = ends(one, other)
        {
            let range = between(search, locale, column, from, to);
            let label = format!("{} {range}", search.labels.column(column));
            chips.push(Chip { label, without: without(&state, column, |_| false) });
            continue;
        }
        for condition in conditions {
            let label = label(search, locale, column, condition);
            chips
                .push(Chip { label, without: without(&state, column, |other| other != condition) });
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

fn without(state: &State, column: Column, keep: impl FnMut(&Condition) -> bool) -> State {
    let mut state = state.clone();
    state.search.all.retain(column, keep);
    state.search.offset = 0;
    state
}

fn value(search: &Search, locale: Locale, column: Column, condition: &Condition) -> String {
    let text = &condition.value;
    let in_unit =
        |unit, number: u32| locale.fill(unit, &[("value", &locale.number(f64::from(number), 0))]);
    match (column, column.kind(), text.parse::<u32>()) {
        (Column::Price, _, Ok(price)) => locale.euro(f64::from(price)),
        (Column::Kilometers, _, Ok(km)) => in_unit(key::UNIT_KM, km),
        (Column::CubicCapacity, _, Ok(ccm)) => in_unit(key::UNIT_CCM, ccm),
        (Column::PowerKw, _, Ok(kw)) => locale.power(f64::from(kw)),
        (_, Kind::Integer, _) if !column.has_values() => text.clone(),
        (_, Kind::Date, _) => text.chars().take(4).collect(),
        (_, Kind::DateTime, _) => {
            Date::parse(text).map_or_else(|| text.clone(), |date| locale.date(date))
        }
        _ => search.labels.value(column, text),
    }
}

/// What is chosen in a column, without its name, tracked; empty for nothing.
pub fn summary(search: &Search, locale: Locale, column: Column) -> String {
    let chosen = search.nav.with(|state| {
        let conditions = [&state.search.any, &state.search.all].map(|filter| filter.get(column));
        conditions.concat()
    });
    if let [one, other] = chosen.as_slice()
        && let Some((from, to)) = ends(one, other)
    {
        return between(search, locale, column, from, to);
    }
    let words: Vec<_> =
        chosen.iter().map(|condition| compared(search, locale, column, condition)).collect();
    words.join(", ")
}

fn between(
    search: &Search,
    locale: Locale,
    column: Column,
    from: &Condition,
    to: &Condition,
) -> String {
    let [from, to] = [from, to].map(|end| value(search, locale, column, end));
    locale.fill(key::RANGE_BETWEEN, &[("from", &from), ("to", &to)])
}

/// A condition without the column's name: `ab 5.000 €`.
fn compared(search: &Search, locale: Locale, column: Column, condition: &Condition) -> String {
    let value = value(search, locale, column, condition);
    let message = match condition.op {
        Op::Eq => return value,
        Op::Ge => key::RANGE_FROM_VALUE,
        Op::Le => key::RANGE_TO_VALUE,
        Op::Lt => key::CONDITION_LESS,
        Op::Gt => key::CONDITION_MORE,
        Op::Ne => key::CONDITION_NOT,
    };
    locale.fill(message, &[("value", &value)])
}

fn label(search: &Search, locale: Locale, column: Column, condition: &Condition) -> String {
    let words = compared(search, locale, column, condition);
    // `Diesel` says what it is; `4` and `Titanium` do not.
    let is_plain = matches!(column.kind(), Kind::Text | Kind::Integer) && !column.has_values();
    if condition.op == Op::Eq && !is_plain {
        return words;
    }
    format!("{} {words}", search.labels.column(column))
}
