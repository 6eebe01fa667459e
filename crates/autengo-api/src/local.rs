//! Searching a small stock without a server: once every vehicle of it has come, the list, its
//! order, its pages and the counts beside the values of facets are worked out from their fields.
//!
//! What that gives is what the server answers to the query that [`plan`](mod@crate::plan) makes,
//! vehicle by vehicle: the sandbox's tests hold it to that. What vehicles do not tell, or what
//! servers read in different ways, is refused and left to the server, never approximated: free
//! text, columns without a [`Column::field`], texts (collations differ), `<>` (whether a vehicle
//! without a value is among them), and values that a server refuses.

use std::cmp::Ordering;
use std::sync::Arc;

use crate::check::{Key, Test, Told};
use crate::column::Column;
use crate::condition::{Condition, Op};
use crate::list::List;
use crate::query::{Dir, Order};
use crate::state::Search;
use crate::vehicle::{PublicVehicle, Vehicle};

/// A whole stock: all that the server has under the embedder's presets.
#[derive(Clone, Debug, PartialEq)]
pub struct Stock {
    vehicles: Vec<Arc<PublicVehicle>>,
    order: Order,
}

impl Stock {
    /// All vehicles, as the server sent them when it was asked for this order. This one order can
    /// be kept even if vehicles do not tell its column, as they do not tell `created`.
    #[must_use]
    pub fn new(vehicles: Vec<Arc<PublicVehicle>>, order: Order) -> Self {
        Self { vehicles, order }
    }

    /// The page that starts at the search's offset, of at most `limit` vehicles in `order`; `None`
    /// if only the server can tell. The search's own order and limit are not looked at: they have
    /// defaults that this module does not know.
    #[must_use]
    pub fn find(
        &self,
        search: &Search,
        order: Order,
        limit: u32,
    ) -> Option<List<Arc<PublicVehicle>>> {
        let clauses = clauses(search)?;
        let found = self.vehicles.iter().filter(|vehicle| hold(&clauses, vehicle));
        let found = if order == self.order { found.collect() } else { sorted(found, order)? };
        let page = found.iter().skip(search.offset as usize).take(limit as usize);
        Some(List {
            total: u32::try_from(found.len()).unwrap_or(u32::MAX),
            items: page.map(|vehicle| Arc::clone(vehicle)).collect(),
            lost: 0,
        })
    }

    /// For each value of a column, smallest first, how many vehicles a search would find that
    /// chose this value alone in the column and all else as `search` does; 0 for values that the
    /// other choices exclude. `None` if only the server can tell.
    #[must_use]
    pub fn counts(&self, search: &Search, column: Column) -> Option<Vec<(String, u32)>> {
        let told = Told::of(column)?;
        let mut others = search.clone();
        others.any.remove(column);
        let clauses = clauses(&others)?;
        let mut counts: Vec<(Key, u32)> = Vec::new();
        for vehicle in &self.vehicles {
            let Some(key) = told.key(vehicle) else { continue };
            let found = u32::from(hold(&clauses, vehicle));
            let at = counts.partition_point(|(known, _)| *known < key);
            match counts.get_mut(at) {
                Some((known, count)) if *known == key => *count += found,
                _ => counts.insert(at, (key, found)),
            }
        }
        Some(counts.into_iter().map(|(key, count)| (told.write(key), count)).collect())
    }
}

/// What a search asks for: all of these hold, each by any of its tests.
fn clauses(search: &Search) -> Option<Vec<Vec<Test<'_>>>> {
    if !search.text.is_empty() {
        return None;
    }
    let mut clauses = Vec::new();
    for (column, conditions) in search.all.iter() {
        for condition in conditions {
            clauses.push(vec![test(column, condition)?]);
        }
    }
    for (column, conditions) in search.any.iter() {
        clauses.push(conditions.iter().map(|one| test(column, one)).collect::<Option<_>>()?);
    }
    Some(clauses)
}

fn test(column: Column, condition: &Condition) -> Option<Test<'_>> {
    Test::new(column, condition).filter(|_| condition.op != Op::Ne)
}

fn hold(clauses: &[Vec<Test>], vehicle: &Vehicle) -> bool {
    clauses.iter().all(|any| any.iter().any(|test| test.holds(vehicle) == Some(true)))
}

/// In the server's order: vehicles without a value last in both directions, equal ones by
/// `sellingId` (DIFFERENCES.md, "Lists").
fn sorted<'a>(
    vehicles: impl Iterator<Item = &'a Arc<PublicVehicle>>,
    order: Order,
) -> Option<Vec<&'a Arc<PublicVehicle>>> {
    let told = Told::of(order.field)?;
    let mut sorted: Vec<(Option<Key>, &Arc<PublicVehicle>)> = Vec::new();
    // Each is inserted in its place: of a few hundred that takes no time, and the standard
    // library's sort is kilobytes of program.
    for vehicle in vehicles {
        let key = told.key(vehicle);
        let at = sorted.partition_point(|(known, before)| {
            let by_key = match (known, &key) {
                (Some(known), Some(key)) if order.dir == Dir::Asc => known.cmp(key),
                (Some(known), Some(key)) => key.cmp(known),
                _ => known.is_none().cmp(&key.is_none()),
            };
            let by_id = || before.selling_id().cmp(vehicle.selling_id());
            by_key.then_with(by_id) == Ordering::Less
        });
        sorted.insert(at, (key, vehicle));
    }
    Some(sorted.into_iter().map(|(_, vehicle)| vehicle).collect())
}
