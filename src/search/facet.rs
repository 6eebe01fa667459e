//! A column that is filtered by a choice of values.

use autengo_api::column::{Column, Kind};
use autengo_api::condition::{Condition, Op};
use autengo_api::state::State;

use super::Search;

/// A value to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Choice {
    /// The value in filters.
    pub value: String,
    /// What it is called.
    pub label: String,
    /// Whether the stock has it, as far as is known.
    pub is_available: bool,
}

/// The choice of a column's values.
#[derive(Clone)]
pub struct Facet {
    search: Search,
    /// The column.
    pub column: Column,
}

impl Facet {
    /// The facet of a column.
    pub fn new(search: &Search, column: Column) -> Self {
        Self { search: search.clone(), column }
    }

    /// What it is called, tracked.
    pub fn label(&self) -> &'static str {
        self.search.labels.column(self.column)
    }

    /// The values to choose from, by name, tracked: the documented ones, those in stock, and those
    /// that are chosen. `None` until they are known.
    pub fn choices(&self) -> Option<Vec<Choice>> {
        let in_stock = self.search.stock.values(self.column);
        let documented: &[&str] = match self.column.kind() {
            Kind::Choice(keys) => keys,
            _ => &[],
        };
        if in_stock.is_none() && documented.is_empty() && self.search.stock.is_coming() {
            return None;
        }
        let mut values: Vec<String> = documented.iter().map(|&key| key.to_owned()).collect();
        for value in in_stock.iter().flatten().cloned().chain(self.chosen()) {
            if !values.contains(&value) {
                values.push(value);
            }
        }
        let labels = self.search.labels;
        let choices = values.into_iter().map(|value| Choice {
            label: labels.value(self.column, &value),
            is_available: in_stock.as_ref().is_none_or(|known| known.contains(&value)),
            value,
        });
        Some(self.by_name(choices.collect()))
    }

    /// The models of a make, tracked; empty until they are known.
    pub fn models_of(&self, make: &str) -> Vec<Choice> {
        let in_stock = self.search.stock.values(Column::ModelId);
        let models = self.search.stock.models(make).into_iter();
        let is_in_stock = |id: &String| in_stock.as_ref().is_none_or(|values| values.contains(id));
        let offered = models.filter(|(id, _)| is_in_stock(id) || self.is_chosen(id));
        let choices = offered.map(|(value, label)| Choice {
            is_available: is_in_stock(&value),
            value,
            label,
        });
        self.by_name(choices.collect())
    }

    /// The chosen values, tracked.
    pub fn chosen(&self) -> Vec<String> {
        self.search
            .nav
            .with(|state| state.search.any.equal(self.column).map(str::to_owned).collect())
    }

    /// Whether a value is chosen, tracked.
    pub fn is_chosen(&self, value: &str) -> bool {
        self.search
            .nav
            .with(|state| state.search.any.equal(self.column).any(|chosen| chosen == value))
    }

    /// Chooses a value, or takes the choice back.
    pub fn toggle(&self, value: &str) {
        let state = self.search.nav.current();
        let chosen = state.search.any.equal(self.column).any(|chosen| chosen == value);
        self.search.nav.push(if chosen {
            self.without(state, value)
        } else {
            let mut state = state;
            state.search.any.add(self.column, Condition::new(Op::Eq, value));
            state.search.offset = 0;
            state
        });
    }

    /// The state without a value; a make takes its models with it.
    pub(super) fn without(&self, mut state: State, value: &str) -> State {
        state.search.any.retain(self.column, |condition| condition.value != value);
        if self.column == Column::MakeId {
            let models = self.search.stock.models(value);
            let is_of_make =
                |condition: &Condition| models.iter().any(|(id, _)| *id == condition.value);
            state.search.any.retain(Column::ModelId, |condition| !is_of_make(condition));
        }
        state.search.offset = 0;
        state
    }

    fn by_name(&self, mut choices: Vec<Choice>) -> Vec<Choice> {
        self.search.labels.locale().sort(&mut choices, |choice| &choice.label);
        choices
    }
}
