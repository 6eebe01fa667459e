//! A column that is filtered by a smallest and a largest value.

use autengo_api::column::{Column, Kind};
use autengo_api::condition::Op;
use autengo_search::bound::{Problem, bound};
use autengo_search::params::SearchParams;
use autengo_search::presentation::Presentation;

use super::Search;
use crate::device::today;

/// The range of a column's values.
#[derive(Clone, Copy)]
pub struct Range {
    search: Search,
    /// The column.
    pub column: Column,
}

impl Range {
    /// The range of a column.
    pub fn new(search: Search, column: Column) -> Self {
        Self { search, column }
    }

    /// Ends that people look for, smallest first: years of a date. Empty for days, which a calendar
    /// shows.
    pub fn steps(self) -> Vec<u32> {
        if self.column.kind() == Kind::Date {
            let year = u32::from(today().year);
            return (0..=25).map(|ago| year - ago).collect();
        }
        Presentation::of(self.column).steps.to_vec()
    }

    /// An end as it is typed, tracked: `25000`, or `2017` of a date, or a day `2026-01-31` of a time.
    pub fn end(self, op: Op) -> Option<String> {
        let bound = |params: &SearchParams| params.bound(self.column, op).map(str::to_owned);
        let end = self.search.nav.with(|state| bound(&state.params))?;
        Some(match self.column.kind() {
            Kind::Date => end.chars().take(4).collect(),
            Kind::DateTime => end.chars().take(10).collect(),
            _ => end,
        })
    }

    /// Whether the ends are the wrong way round, tracked.
    pub fn is_swapped(self) -> bool {
        let (Some(from), Some(to)) = (self.end(Op::Ge), self.end(Op::Le)) else { return false };
        match (from.parse::<u32>(), to.parse::<u32>()) {
            (Ok(from), Ok(to)) => from > to,
            _ => from > to,
        }
    }

    /// Sets an end to what was typed; nothing typed takes it away.
    ///
    /// # Errors
    /// If it cannot be understood; the range stays as it was.
    pub fn set(self, op: Op, typed: &str) -> Result<(), Problem> {
        let value = bound(self.column, op, typed, u32::from(today().year))?;
        self.search.nav.change(|state| state.params.set_bound(self.column, op, value));
        Ok(())
    }
}
