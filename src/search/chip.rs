//! The filters that are set, each with the state in which it is not.

use autengo_api::column::{Column, Kind};
use autengo_api::condition::{Condition, Op};
use autengo_api::state::State;

use super::{Facet, Search};
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
        let facet = Facet::new(search, column);
        for condition in conditions {
            let label = label(search, locale, column, condition);
            chips.push(Chip { label, without: facet.without(state.clone(), &condition.value) });
        }
    }
    for (column, conditions) in state.search.all.iter() {
        // Both ends of a range are one filter.
        if let [one, other] = conditions
            && let Some((from, to)) = ends(one, other)
        {
            let (from, to) =
                (value(search, locale, column, from), value(search, locale, column, to));
            let range = locale.fill(key::RANGE_BETWEEN, &[("from", &from), ("to", &to)]);
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
    match (column, column.kind(), condition.value.parse::<u32>()) {
        (Column::Price, _, Ok(price)) => locale.euro(f64::from(price)),
        (Column::Kilometers, _, Ok(km)) => {
            locale.fill(key::UNIT_KM, &[("value", &locale.number(f64::from(km), 0))])
        }
        (_, Kind::Date, _) => condition.value.chars().take(4).collect(),
        (_, Kind::Bool, _) => {
            locale.message(if condition.value == "true" { key::YES } else { key::NO }).to_owned()
        }
        _ => search.labels.value(column, &condition.value),
    }
}

fn label(search: &Search, locale: Locale, column: Column, condition: &Condition) -> String {
    let value = value(search, locale, column, condition);
    let name = search.labels.column(column);
    let message = match condition.op {
        Op::Eq if matches!(column.kind(), Kind::Bool) => return format!("{name}: {value}"),
        Op::Eq => return value,
        Op::Ge => key::RANGE_FROM_VALUE,
        Op::Le => key::RANGE_TO_VALUE,
        Op::Lt => key::CONDITION_LESS,
        Op::Gt => key::CONDITION_MORE,
        Op::Ne => key::CONDITION_NOT,
    };
    format!("{name} {}", locale.fill(message, &[("value", &value)]))
}
