//! The query of `GET /vehicle` (reference, "Pagination", "Order", "Filter and Search").
//!
//! ```
//! use autengo_api::column::Column;
//! use autengo_api::query::VehicleQuery;
//!
//! let query = VehicleQuery {
//!     and: [(Column::FuelType, "diesel".into())].into_iter().collect(),
//!     order: Some("price asc".parse()?),
//!     limit: Some(24),
//!     ..VehicleQuery::default()
//! };
//! assert_eq!(
//!     query.to_string(),
//!     "and%5BfuelType%5D=diesel&order%5Bfield%5D=price&order%5Bdir%5D=asc&limit=24"
//! );
//! # Ok::<(), autengo_api::word::UnknownWord>(())
//! ```

use std::fmt;
use std::str::FromStr;

use crate::choice::{Choice, VehicleState};
use crate::column::Column;
use crate::condition::{Condition, Op};
use crate::qs::{self, Tree};
use crate::word::{self, UnknownWord};

/// Which way an order runs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Dir {
    /// Smallest first.
    Asc,
    /// Largest first.
    Desc,
}

impl Dir {
    /// The word in the reference.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Asc => "asc",
            Self::Desc => "desc",
        }
    }
}

impl FromStr for Dir {
    type Err = UnknownWord;

    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        word::read(text, "direction", &[Self::Asc, Self::Desc], Self::as_str)
    }
}

impl fmt::Display for Dir {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// An order by a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The column that is compared.
    pub field: Column,
    /// The direction.
    pub dir: Dir,
}

impl Default for Order {
    /// The reference's default: newest in stock first.
    fn default() -> Self {
        Self { field: Column::Created, dir: Dir::Desc }
    }
}

impl Order {
    /// The order as the tree `[field]`, `[dir]`.
    #[must_use]
    pub fn to_tree(self) -> Tree {
        let entries = [("field", self.field.name()), ("dir", self.dir.as_str())];
        entries.into_iter().map(|(key, text)| (key, Tree::from(text))).collect()
    }
}

impl FromStr for Order {
    type Err = UnknownWord;

    /// Reads `created desc`, the spelling of `Display`.
    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        let unknown = || UnknownWord { text: text.to_owned(), what: "order" };
        let (field, dir) = text.trim().split_once(' ').ok_or_else(unknown)?;
        Ok(Self { field: field.parse()?, dir: dir.trim().parse()? })
    }
}

impl fmt::Display for Order {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} {}", self.field.name(), self.dir.as_str())
    }
}

/// Conditions by column, in the columns' order: the reference's `FilterObject`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Filter(Vec<(Column, Vec<Condition>)>);

impl Filter {
    /// Whether it filters nothing.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// The conditions on a column.
    #[must_use]
    pub fn get(&self, column: Column) -> &[Condition] {
        let found = self.iter().find(|(known, _)| *known == column);
        found.map_or(&[], |(_, conditions)| conditions)
    }

    /// Adds a condition, once.
    pub fn add(&mut self, column: Column, condition: Condition) {
        let at = self.0.partition_point(|(known, _)| *known < column);
        match self.0.get_mut(at) {
            Some((known, conditions)) if *known == column => {
                if !conditions.contains(&condition) {
                    conditions.push(condition);
                }
            }
            _ => self.0.insert(at, (column, vec![condition])),
        }
    }

    /// Puts these conditions in the place of the column's own.
    pub fn set(&mut self, column: Column, conditions: Vec<Condition>) {
        self.remove(column);
        for condition in conditions {
            self.add(column, condition);
        }
    }

    /// Takes a column's conditions out.
    pub fn remove(&mut self, column: Column) -> Vec<Condition> {
        let at = self.0.iter().position(|(known, _)| *known == column);
        at.map_or_else(Vec::new, |at| self.0.remove(at).1)
    }

    /// Drops the conditions of a column that do not hold for `keep`.
    pub fn retain(&mut self, column: Column, keep: impl FnMut(&Condition) -> bool) {
        let mut conditions = self.remove(column);
        conditions.retain(keep);
        self.set(column, conditions);
    }

    /// The columns and their conditions, by column.
    pub fn iter(&self) -> impl Iterator<Item = (Column, &[Condition])> {
        self.0.iter().map(|(column, conditions)| (*column, conditions.as_slice()))
    }

    /// The values that a column is to be equal to.
    pub fn equal(&self, column: Column) -> impl Iterator<Item = &str> {
        let conditions = self.get(column).iter();
        conditions
            .filter(|condition| condition.op == Op::Eq)
            .map(|condition| condition.value.as_str())
    }
}

impl Filter {
    /// Several conditions on a column are an array; a single one is bare, unless `as_arrays`.
    #[must_use]
    pub fn to_tree(&self, as_arrays: bool) -> Tree {
        let columns = self.iter().map(|(column, conditions)| {
            let mut texts: Vec<_> =
                conditions.iter().map(|condition| Tree::Text(condition.to_string())).collect();
            let value = match texts.len() {
                1 if !as_arrays => texts.remove(0),
                _ => Tree::List(texts),
            };
            (column.name(), value)
        });
        columns.collect()
    }
}

impl FromIterator<(Column, Condition)> for Filter {
    fn from_iter<I: IntoIterator<Item = (Column, Condition)>>(conditions: I) -> Self {
        let mut filter = Self::default();
        for (column, condition) in conditions {
            filter.add(column, condition);
        }
        filter
    }
}

/// The query of `GET /vehicle`.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct VehicleQuery {
    /// Free text.
    pub search: Option<String>,
    /// Conditions that all hold.
    pub and: Filter,
    /// Conditions of which any holds.
    pub or: Filter,
    /// The order; the server's default is newest first.
    pub order: Option<Order>,
    /// How many vehicles to skip; 0 is not written.
    pub offset: u32,
    /// How many vehicles to send; the server's default is 25.
    pub limit: Option<u32>,
}

impl VehicleQuery {
    /// The first page of everything that is for sale: the plan of a search that says nothing.
    #[must_use]
    pub fn of_stock(order: Order, limit: u32) -> Self {
        let mut and = Filter::default();
        and.add(Column::VehicleState, Condition::new(Op::Ne, VehicleState::Sold.name()));
        Self { and, order: Some(order), limit: Some(limit), ..Self::default() }
    }

    fn to_tree(&self) -> Tree {
        let mut entries = Vec::new();
        if let Some(search) = &self.search {
            entries.push(("search", Tree::from(search.as_str())));
        }
        for (name, filter) in [("and", &self.and), ("or", &self.or)] {
            if !filter.is_empty() {
                entries.push((name, filter.to_tree(false)));
            }
        }
        if let Some(order) = &self.order {
            entries.push(("order", order.to_tree()));
        }
        if self.offset > 0 {
            entries.push(("offset", Tree::Text(self.offset.to_string())));
        }
        if let Some(limit) = &self.limit {
            entries.push(("limit", Tree::Text(limit.to_string())));
        }
        entries.into_iter().collect()
    }
}

impl fmt::Display for VehicleQuery {
    /// The query string, without a leading `?`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&qs::encode(&self.to_tree()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_of_the_reference_is_written_as_qs_writes_it() {
        let conditions = [
            (Column::VehicleState, "inventory"),
            (Column::MakeName, "Ford"),
            (Column::Kilometers, ">=|25000"),
            (Column::Kilometers, "<=|250000"),
        ];
        let colours = ["3", "4", "5"].map(|id| (Column::ColorId, Condition::from(id)));
        let query = VehicleQuery {
            search: Some("titanium".to_owned()),
            and: conditions.into_iter().map(|(c, text)| (c, Condition::from(text))).collect(),
            or: colours.into_iter().collect(),
            order: Some(Order::default()),
            offset: 0,
            limit: Some(25),
        };
        let expected = "search=titanium&and[makeName]=Ford&and[vehicleState]=inventory\
            &and[kilometers][]=>=|25000&and[kilometers][]=<=|250000\
            &or[colorId][]=3&or[colorId][]=4&or[colorId][]=5\
            &order[field]=created&order[dir]=desc&limit=25";
        let text = query.to_string();
        assert_eq!(percent_encoding::percent_decode_str(&text).decode_utf8_lossy(), expected);
        assert!(!text.contains(['[', ']', '|', '>']), "{text}");
    }

    #[test]
    fn orders_are_read_and_written() {
        let order = Order { field: Column::Price, dir: Dir::Asc };
        assert_eq!(order.to_string().parse(), Ok(order));
        assert_eq!(" price  asc".parse(), Ok(order));
        assert!("price".parse::<Order>().is_err());
        let error = "vin asc".parse::<Order>().unwrap_err();
        assert_eq!(error.to_string(), "`vin` is no column");
        assert_eq!("price".parse::<Column>().map(|column| column.to_string()), Ok("price".into()));
    }
}
