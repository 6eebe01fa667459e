//! A column that is filtered by a smallest and a largest value.

use autengo_api::column::{Column, Kind};
use autengo_api::condition::Op;
use autengo_search::params::SearchParams;

use super::Search;
use super::bound::{Problem, bound};
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
        let steps: &[u32] = match self.column {
            Column::Price => &[
                1000, 2000, 3000, 4000, 5000, 7500, 10_000, 12_500, 15_000, 17_500, 20_000, 25_000,
                30_000, 35_000, 40_000, 50_000, 60_000, 80_000, 100_000,
            ],
            Column::Kilometers => &[
                10, 1000, 5000, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000, 80_000, 100_000,
                125_000, 150_000, 200_000,
            ],
            // 50 to 500 hp
            Column::PowerKw => &[37, 55, 74, 85, 96, 110, 132, 147, 184, 221, 257, 294, 368],
            Column::CubicCapacity => &[1000, 1200, 1400, 1600, 1800, 2000, 2500, 3000, 4000, 5000],
            Column::DoorCount => &[2, 3, 4, 5],
            Column::SeatCount => &[2, 4, 5, 6, 7, 8, 9],
            Column::Cylinders => &[2, 3, 4, 5, 6, 8, 10, 12],
            Column::PreviousOwnerCount => &[1, 2, 3, 4],
            _ => &[],
        };
        if self.column.kind() == Kind::Date {
            let year = u32::from(today().year);
            return (0..=25).map(|ago| year - ago).collect();
        }
        steps.to_vec()
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
