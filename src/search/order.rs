//! The order of the list: what can be chosen, and what it is called.

use autengo_api::column::{Column, Kind};
use autengo_api::query::{Dir, Order};

use super::Search;
use crate::i18n::key;

/// The orders that people choose, the commonest first.
const COMMON: [&str; 11] = [
    "created desc",
    "price asc",
    "price desc",
    "kilometers asc",
    "kilometers desc",
    "firstRegistration desc",
    "firstRegistration asc",
    "powerKw desc",
    "powerKw asc",
    "makeName asc",
    "makeName desc",
];

impl Search {
    /// The orders that people choose, the embedder's own first.
    pub fn common_orders(self) -> Vec<Order> {
        let own = self.config().preset.order;
        let common =
            COMMON.iter().filter_map(|order| order.parse().ok()).filter(|order| *order != own);
        std::iter::once(own).chain(common).collect()
    }

    /// The other documented orders.
    pub fn other_orders(self) -> Vec<Order> {
        let common = self.common_orders();
        let both = |&field: &Column| [Dir::Asc, Dir::Desc].map(|dir| Order { field, dir });
        let all = Column::ALL.iter().flat_map(both);
        all.filter(|order| !common.contains(order)).collect()
    }

    /// The order that holds, tracked.
    pub fn order(self) -> Order {
        self.nav.with(|state| state.params.order()).unwrap_or(self.config().preset.order)
    }

    /// Chooses an order.
    pub fn set_order(self, order: Order) {
        let chosen = Some(order).filter(|order| *order != self.config().preset.order);
        self.nav.change(|state| state.params.set_order(chosen));
    }

    /// The name of an order, tracked.
    pub fn order_name(self, Order { field, dir }: Order) -> String {
        let (asc, desc) = match field.kind() {
            _ if field == Column::Created => (key::SORT_FIRST_IN, key::SORT_LAST_IN),
            Kind::Text => (key::SORT_A_Z, key::SORT_Z_A),
            Kind::Bool => (key::SORT_NO_FIRST, key::SORT_YES_FIRST),
            Kind::Date | Kind::DateTime => (key::SORT_OLDEST, key::SORT_NEWEST),
            _ => (key::SORT_ASCENDING, key::SORT_DESCENDING),
        };
        let name = if dir == Dir::Asc { asc } else { desc };
        self.locale.fill(name, &[("column", self.labels.column(field))])
    }
}
