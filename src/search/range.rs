//! A column that is filtered by a smallest and a largest value.

use autengo_api::column::{Column, Kind};
use autengo_api::condition::{Condition, Op};

use super::Search;
use crate::i18n::kilowatts;
use crate::offer::today;

/// Why what was typed is no end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It is no whole number.
    NoNumber,
    /// It is no year of four digits.
    NoYear,
    /// The year is still to come.
    FutureYear,
    /// It is no day.
    NoDay,
}

/// The range of a column's values.
#[derive(Clone)]
pub struct Range {
    search: Search,
    /// The column.
    pub column: Column,
}

impl Range {
    /// The range of a column.
    pub fn new(search: &Search, column: Column) -> Self {
        Self { search: search.clone(), column }
    }

    /// Ends that people look for, smallest first: years of a date. Empty for days, which a calendar
    /// shows.
    pub fn steps(&self) -> Vec<u32> {
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
    pub fn end(&self, op: Op) -> Option<String> {
        let end = self.search.nav.with(|state| {
            let mut conditions = state.search.all.get(self.column).iter();
            conditions.find(|condition| condition.op == op).map(|condition| condition.value.clone())
        })?;
        Some(match self.column.kind() {
            Kind::Date => end.chars().take(4).collect(),
            Kind::DateTime => end.chars().take(10).collect(),
            _ => end,
        })
    }

    /// Whether the ends are the wrong way round, tracked.
    pub fn is_swapped(&self) -> bool {
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
    pub fn set(&self, op: Op, typed: &str) -> Result<(), Problem> {
        let value = bound(self.column, op, typed, u32::from(today().year))?;
        let mut state = self.search.nav.current();
        state.search.all.retain(self.column, |condition| condition.op != op);
        if let Some(value) = value {
            state.search.all.add(self.column, Condition::new(op, value));
        }
        state.search.offset = 0;
        self.search.nav.push(state);
        Ok(())
    }
}

/// The value of a filter that a typed end of a range means: `25.000 km` is `25000`, `150 PS` is
/// `110` kilowatts, the year 2017 is its first or its last day, a day its first or last second.
/// `None` for nothing.
///
/// # Errors
/// If it is nothing of that kind, or a year after `this_year` and the next.
pub fn bound(
    column: Column,
    op: Op,
    typed: &str,
    this_year: u32,
) -> Result<Option<String>, Problem> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    if column.kind() == Kind::DateTime {
        let time = if op == Op::Ge { "00:00:00" } else { "23:59:59" };
        let value = format!("{typed} {time}");
        return if column.accepts(&value) { Ok(Some(value)) } else { Err(Problem::NoDay) };
    }
    let is_unit = |c: char| c.is_ascii_alphabetic() || matches!(c, '€' | '³');
    let is_space = |c: char| matches!(c, '.' | '-' | ' ' | '\u{a0}');
    let plain = typed.trim_end_matches(|c: char| is_unit(c) || is_space(c));
    let unit = typed[plain.len()..].trim_matches(is_space);
    let is_separator = |c: char| matches!(c, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '\'');
    let digits: String = plain.chars().filter(|c| !is_separator(*c)).collect();
    if column.kind() == Kind::Date {
        let year = digits.parse::<u32>().ok().filter(|year| digits.len() == 4 && *year >= 1885);
        let year = year.ok_or(Problem::NoYear)?;
        if year > this_year + 1 {
            return Err(Problem::FutureYear);
        }
        let day = if op == Op::Ge { "01-01" } else { "12-31" };
        return Ok(Some(format!("{year}-{day}")));
    }
    // A separator before anything but three digits is a decimal point.
    let groups_of_three = plain.split(is_separator).skip(1).all(|group| group.len() == 3);
    let number = digits.parse::<u32>().ok().filter(|_| groups_of_three);
    let number = number.ok_or(Problem::NoNumber)?;
    let is_horsepower = ["ps", "hp", "bhp"].iter().any(|name| unit.eq_ignore_ascii_case(name));
    if column == Column::PowerKw && is_horsepower {
        return Ok(Some(kilowatts(number).to_string()));
    }
    Ok(Some(number.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_people_type_is_understood() {
        for (typed, value) in [
            ("25000", Some("25000")),
            (" 25.000 km ", Some("25000")),
            ("25 000", Some("25000")),
            ("12.500 €", Some("12500")),
            ("", None),
            ("0", Some("0")),
        ] {
            let bound = bound(Column::Kilometers, Op::Ge, typed, 2026);
            assert_eq!(bound, Ok(value.map(str::to_owned)), "{typed}");
        }
        for typed in ["viel", "1.5", "-5", "12,50", "99999999999"] {
            assert_eq!(
                bound(Column::Price, Op::Le, typed, 2026),
                Err(Problem::NoNumber),
                "{typed}"
            );
        }
    }

    #[test]
    fn years_become_their_first_and_last_day() {
        let year = |op| bound(Column::FirstRegistration, op, "2017", 2026);
        assert_eq!(year(Op::Ge), Ok(Some("2017-01-01".to_owned())));
        assert_eq!(year(Op::Le), Ok(Some("2017-12-31".to_owned())));
        let typed = |year| bound(Column::FirstRegistration, Op::Ge, year, 2026);
        assert_eq!(typed("17"), Err(Problem::NoYear));
        assert_eq!(typed("1066"), Err(Problem::NoYear));
        assert_eq!(typed("2027"), Ok(Some("2027-01-01".to_owned())));
        assert_eq!(typed("2028"), Err(Problem::FutureYear));
    }

    #[test]
    fn days_become_their_first_and_last_second() {
        let day = |op, typed| bound(Column::Created, op, typed, 2026);
        assert_eq!(day(Op::Ge, "2026-01-31"), Ok(Some("2026-01-31 00:00:00".to_owned())));
        assert_eq!(day(Op::Le, "2026-01-31"), Ok(Some("2026-01-31 23:59:59".to_owned())));
        assert_eq!(day(Op::Le, "gestern"), Err(Problem::NoDay));
    }

    #[test]
    fn horsepower_is_understood() {
        for (typed, kw) in [("150 PS", "110"), ("150hp", "110"), ("110", "110"), ("110 kW", "110")]
        {
            let bound = bound(Column::PowerKw, Op::Ge, typed, 2026);
            assert_eq!(bound, Ok(Some(kw.to_owned())), "{typed}");
        }
        let other = bound(Column::Kilometers, Op::Ge, "150 PS", 2026);
        assert_eq!(other, Ok(Some("150".to_owned())));
    }
}
