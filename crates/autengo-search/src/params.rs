//! The search that a page shows, and every way to change it. A changed search starts at its first
//! page: no other way leads to the fields.

use crate::link;
use autengo_api::column::{Column, Kind};
use autengo_api::condition::{Condition, Op};
use autengo_api::query::{Filter, Order};

/// The text, conditions, order and page of a list.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct SearchParams {
    pub(crate) text: String,
    pub(crate) and: Filter,
    pub(crate) or: Filter,
    pub(crate) order: Option<Order>,
    pub(crate) offset: u32,
    pub(crate) limit: Option<u32>,
}

impl SearchParams {
    /// The free text, trimmed ([`link::neat`]); empty for none.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The conditions that all hold: ranges, mostly.
    #[must_use]
    pub const fn and(&self) -> &Filter {
        &self.and
    }

    /// The alternatives: for each column at least one of its conditions holds.
    #[must_use]
    pub const fn or(&self) -> &Filter {
        &self.or
    }

    /// The order, if it is not the default.
    #[must_use]
    pub const fn order(&self) -> Option<Order> {
        self.order
    }

    /// The number of vehicles before the page.
    #[must_use]
    pub const fn offset(&self) -> u32 {
        self.offset
    }

    /// The size of a page, if it is not the default.
    #[must_use]
    pub const fn limit(&self) -> Option<u32> {
        self.limit
    }

    /// Whether the search leaves anything of the stock out.
    #[must_use]
    pub fn has_filters(&self) -> bool {
        !self.text.is_empty() || self.has_conditions()
    }

    /// Whether anything but the text leaves vehicles out.
    #[must_use]
    pub fn has_conditions(&self) -> bool {
        !(self.and.is_empty() && self.or.is_empty())
    }

    /// The values that are chosen in a column.
    pub fn chosen(&self, column: Column) -> impl Iterator<Item = &str> {
        self.or.equal(column)
    }

    /// The value of a condition that is one end of a range.
    #[must_use]
    pub fn bound(&self, column: Column, op: Op) -> Option<&str> {
        let found = self.and.get(column).iter().find(|condition| condition.op == op)?;
        Some(&found.value)
    }

    /// The conditions on a column, alternatives first.
    #[must_use]
    pub fn conditions(&self, column: Column) -> Vec<Condition> {
        [&self.or, &self.and].map(|filter| filter.get(column)).concat()
    }

    /// Searches for a text.
    pub fn set_text(&mut self, text: &str) {
        link::neat(text).clone_into(&mut self.text);
        self.offset = 0;
    }

    /// Chooses a value of a column beside those that are chosen. Of yes and no the one takes the
    /// other's place, as together they are all.
    pub fn choose(&mut self, column: Column, value: &str) {
        if column.kind() == Kind::Bool {
            self.or.remove(column);
        }
        self.allow(column, Condition::new(Op::Eq, value));
    }

    /// Adds an alternative on a column.
    pub fn allow(&mut self, column: Column, condition: Condition) {
        self.or.add(column, condition);
        self.offset = 0;
    }

    /// Takes conditions out of a column's alternatives.
    pub fn retain_or(&mut self, column: Column, keep: impl FnMut(&Condition) -> bool) {
        self.or.retain(column, keep);
        self.offset = 0;
    }

    /// Takes conditions out of those of a column that all hold.
    pub fn retain_and(&mut self, column: Column, keep: impl FnMut(&Condition) -> bool) {
        self.and.retain(column, keep);
        self.offset = 0;
    }

    /// Adds a condition that has to hold.
    pub fn require(&mut self, column: Column, condition: Condition) {
        self.and.add(column, condition);
        self.offset = 0;
    }

    /// Sets one end of a range, or takes it away.
    pub fn set_bound(&mut self, column: Column, op: Op, value: Option<String>) {
        self.retain_and(column, |condition| condition.op != op);
        if let Some(value) = value {
            self.require(column, Condition::new(op, value));
        }
    }

    /// Chooses an order; `None` for the default.
    pub fn set_order(&mut self, order: Option<Order>) {
        self.order = order;
        self.offset = 0;
    }

    /// Chooses the size of a page; `None` for the default.
    pub fn set_limit(&mut self, limit: Option<u32>) {
        self.limit = limit;
        self.offset = 0;
    }

    /// Goes to the page that begins after `offset` vehicles.
    pub fn set_offset(&mut self, offset: u32) {
        self.offset = offset;
    }

    /// Takes the text and all conditions away.
    pub fn clear(&mut self) {
        self.set_text("");
        self.and = Filter::default();
        self.or = Filter::default();
    }

    /// The same search without the values that are chosen in a column; makes and models are one
    /// choice.
    #[must_use]
    pub fn without_column(&self, column: Column) -> Self {
        let mut params = self.clone();
        params.or.remove(column);
        if matches!(column, Column::MakeId | Column::ModelId) {
            params.or.remove(Column::MakeId);
            params.or.remove(Column::ModelId);
        }
        params.offset = 0;
        params
    }

    /// The same search without order and page, which change no count.
    #[must_use]
    pub fn without_page(self) -> Self {
        Self { order: None, offset: 0, limit: None, ..self }
    }

    /// The `limit` vehicles of the same search after `offset`.
    #[must_use]
    pub fn page(self, offset: u32, limit: u32) -> Self {
        Self { offset, limit: Some(limit), ..self }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn on_page_two() -> SearchParams {
        let mut params = SearchParams::default();
        params.choose(Column::FuelType, "diesel");
        params.set_bound(Column::Price, Op::Le, Some("20000".to_owned()));
        params.set_offset(24);
        params
    }

    #[test]
    fn a_changed_search_starts_at_its_first_page() {
        let changes: [fn(&mut SearchParams); 9] = [
            |params| params.set_text("golf"),
            |params| params.choose(Column::FuelType, "lpg"),
            |params| params.retain_or(Column::FuelType, |_| false),
            |params| params.retain_and(Column::Price, |_| false),
            |params| params.require(Column::Price, Condition::new(Op::Ge, "1")),
            |params| params.set_bound(Column::Price, Op::Le, None),
            |params| params.set_order(Some(Order::default())),
            |params| params.set_limit(Some(48)),
            SearchParams::clear,
        ];
        for (at, change) in changes.into_iter().enumerate() {
            let mut params = on_page_two();
            change(&mut params);
            assert_eq!(params.offset(), 0, "{at}");
            params.set_offset(24);
            assert_ne!(params, on_page_two(), "{at}");
        }
    }

    #[test]
    fn yes_and_no_exclude_each_other() {
        let mut params = SearchParams::default();
        params.choose(Column::IsDamaged, "true");
        params.choose(Column::IsDamaged, "false");
        assert_eq!(params.chosen(Column::IsDamaged).collect::<Vec<_>>(), ["false"]);
    }

    #[test]
    fn a_bound_takes_the_place_of_the_one_before() {
        let mut params = on_page_two();
        params.set_bound(Column::Price, Op::Ge, Some("5000".to_owned()));
        params.set_bound(Column::Price, Op::Le, Some("9000".to_owned()));
        let bounds = [Op::Ge, Op::Le].map(|op| params.bound(Column::Price, op));
        assert_eq!(bounds, [Some("5000"), Some("9000")]);
        params.set_bound(Column::Price, Op::Ge, None);
        assert_eq!(params.bound(Column::Price, Op::Ge), None);
    }
}
