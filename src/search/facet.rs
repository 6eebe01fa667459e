//! A column that is filtered by a choice of values.

use std::borrow::Cow;

use autengo_api::column::{Column, Kind};
use autengo_api::condition::Condition;
use autengo_api::id::MakeId;
use autengo_search::params::SearchParams;
use leptos::prelude::*;

use super::Search;

/// A value to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The value in filters.
    pub value: String,
    /// The value's name.
    pub label: String,
    /// Whether the stock has it, as far as is known.
    pub is_available: bool,
}

/// The choice of a column's values.
#[derive(Clone, Copy)]
pub struct Facet {
    search: Search,
    /// The column.
    pub column: Column,
    /// The chosen values. What is chosen in other columns does not touch those who read it.
    pub chosen: Memo<Vec<String>>,
    /// The chosen values that are neither documented nor in stock: other choices do not touch what
    /// can be chosen.
    unknown: Memo<Vec<String>>,
}

impl Facet {
    /// The facet of a column; lives as long as the owner it is called under.
    pub fn new(search: Search, column: Column) -> Self {
        let Search { nav, values, .. } = search;
        let chosen = Memo::new(move |_| {
            nav.with(|state| state.params.chosen(column).map(str::to_owned).collect::<Vec<_>>())
        });
        let unknown = Memo::new(move |_| {
            let known = [documented(column), values.of(column).unwrap_or_default()].concat();
            let is_unknown = |value: &String| !known.contains(value);
            chosen.with(|chosen| {
                chosen.iter().filter(|it| is_unknown(it)).cloned().collect::<Vec<_>>()
            })
        });
        Self { search, column, chosen, unknown }
    }

    /// The values to choose from, tracked: the documented ones, those in stock, and those that are
    /// chosen. By name, or by number where only vehicles tell the names.
    pub fn choices(self) -> Vec<Choice> {
        let (labels, column) = (self.search.labels, self.column);
        let in_stock = self.search.values.of(column);
        let mut values = documented(column);
        for value in in_stock.iter().flatten().cloned().chain(self.unknown.get()) {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        values.retain(|value| !labels.is_nameless(column, value) || self.is_chosen(value));
        let choice = |value: String| Choice {
            label: labels.value(column, &value),
            is_available: in_stock.as_ref().is_none_or(|known| known.contains(&value)),
            value,
        };
        let by_number = matches!(column.kind(), Kind::Code(_));
        if by_number {
            values.sort_by_key(|value| value.parse::<u32>().unwrap_or(u32::MAX));
        }
        let choices = values.into_iter().map(choice).collect();
        if by_number { choices } else { self.by_name(choices) }
    }

    /// The chosen values alone, by name, tracked.
    pub fn chosen_choices(self) -> Vec<Choice> {
        let choice = |value: String| Choice {
            label: self.search.labels.value(self.column, &value),
            is_available: true,
            value,
        };
        self.by_name(self.chosen.get().into_iter().map(choice).collect())
    }

    /// The models of a make, tracked; empty until they are known.
    pub fn models_of(self, make: MakeId) -> Vec<Choice> {
        let in_stock = self.search.values.of(Column::ModelId);
        let models = self.search.values.models_of(make).into_iter();
        let models = models.map(|model| (model.model_id.to_string(), model.model_name));
        let is_in_stock = |id: &String| in_stock.as_ref().is_none_or(|values| values.contains(id));
        let offered = models.filter(|(id, _)| is_in_stock(id) || self.is_chosen(id));
        let choices = offered.map(|(value, label)| Choice {
            is_available: is_in_stock(&value),
            value,
            label,
        });
        self.by_name(choices.collect())
    }

    /// Whether a value is chosen, tracked.
    pub fn is_chosen(self, value: &str) -> bool {
        self.chosen.with(|chosen| chosen.iter().any(|chosen| chosen == value))
    }

    /// Chooses a value, or takes the choice back.
    pub fn toggle(self, value: &str) {
        if untrack(|| self.is_chosen(value)) {
            let Self { search, column, .. } = self;
            search.nav.change(|state| search.remove_value(&mut state.params, column, value));
        } else {
            self.choose(value);
        }
    }

    /// Chooses a value.
    pub fn choose(self, value: &str) {
        self.search.nav.change(|state| state.params.choose(self.column, value));
    }

    /// The words that the vehicles on this page have in the column, tracked: words to try.
    pub fn words_seen(self) -> Vec<String> {
        let mut words = Vec::new();
        let Some(field) = self.column.field() else { return words };
        self.search.results.with(|remote| {
            for vehicle in remote.latest().iter().flat_map(|list| &list.items) {
                if let Some(word) = vehicle.text(field).map(Cow::into_owned)
                    && !words.contains(&word)
                {
                    words.push(word);
                }
            }
        });
        words
    }

    fn by_name(self, mut choices: Vec<Choice>) -> Vec<Choice> {
        self.search.locale.sort(&mut choices, |choice| &choice.label);
        choices
    }
}

fn documented(column: Column) -> Vec<String> {
    match column.kind() {
        Kind::Choice(keys) => keys.iter().map(|&key| key.to_owned()).collect(),
        Kind::Code(most) if !column.has_values() => (1..=most).map(|key| key.to_string()).collect(),
        _ => Vec::new(),
    }
}

impl Search {
    /// Takes a value of a column out of a search; a make takes its models with it.
    pub(super) fn remove_value(self, params: &mut SearchParams, column: Column, value: &str) {
        params.retain_or(column, |condition| condition.value != value);
        if let (Column::MakeId, Ok(make)) = (column, value.parse()) {
            let models = self.values.models_of(make);
            let is_of_make =
                |it: &Condition| models.iter().any(|model| it.value.parse() == Ok(model.model_id));
            params.retain_or(Column::ModelId, |condition| !is_of_make(condition));
        }
    }
}
