//! A column that is filtered by a smallest and a largest value.

use autengo_api::column::{Column, Kind};
use autengo_api::condition::{Condition, Op};

use super::Search;

/// Why what was typed is no end of a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Problem {
    /// It is no whole number.
    NoNumber,
    /// It is no year of four digits.
    NoYear,
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

    /// What it is called, tracked.
    pub fn label(&self) -> &'static str {
        self.search.labels.column(self.column)
    }

    /// An end as it is typed, tracked: `25000`, or `2017` of a date.
    pub fn end(&self, op: Op) -> Option<String> {
        let end = self.search.nav.with(|state| {
            let mut conditions = state.search.all.get(self.column).iter();
            conditions.find(|condition| condition.op == op).map(|condition| condition.value.clone())
        })?;
        Some(if self.is_date() { end.chars().take(4).collect() } else { end })
    }

    /// Whether the ends are the wrong way round, tracked.
    pub fn is_swapped(&self) -> bool {
        let number = |op| self.end(op).and_then(|end| end.parse::<u32>().ok());
        matches!((number(Op::Ge), number(Op::Le)), (Some(from), Some(to)) if from > to)
    }

    /// Sets an end to what was typed; nothing typed takes it away.
    ///
    /// # Errors
    /// If it cannot be understood; the range stays as it was.
    pub fn set(&self, op: Op, typed: &str) -> Result<(), Problem> {
        let value = bound(self.column, op, typed)?;
        let mut state = self.search.nav.current();
        state.search.all.retain(self.column, |condition| condition.op != op);
        if let Some(value) = value {
            state.search.all.add(self.column, Condition::new(op, value));
        }
        state.search.offset = 0;
        self.search.nav.push(state);
        Ok(())
    }

    fn is_date(&self) -> bool {
        self.column.kind() == Kind::Date
    }
}

/// The value of a filter that a typed end of a range means: `25.000 km` is `25000`, the year 2017
/// is its first or its last day. `None` for nothing.
///
/// # Errors
/// If it is no whole number, or no year.
pub fn bound(column: Column, op: Op, typed: &str) -> Result<Option<String>, Problem> {
    let typed = typed.trim();
    if typed.is_empty() {
        return Ok(None);
    }
    let plain = typed.trim_end_matches(|c: char| {
        c.is_ascii_alphabetic() || matches!(c, '€' | '.' | '-' | ' ' | '\u{a0}')
    });
    let is_separator = |c: char| matches!(c, '.' | ',' | ' ' | '\u{a0}' | '\u{202f}' | '\'');
    let digits: String = plain.chars().filter(|c| !is_separator(*c)).collect();
    if column.kind() == Kind::Date {
        let is_year = digits.len() == 4
            && digits.parse::<u16>().is_ok_and(|year| (1885..=2100).contains(&year));
        let day = if op == Op::Ge { "01-01" } else { "12-31" };
        return if is_year { Ok(Some(format!("{digits}-{day}"))) } else { Err(Problem::NoYear) };
    }
    // A separator before anything but three digits is a decimal point.
    let groups_of_three = plain.split(is_separator).skip(1).all(|group| group.len() == 3);
    match digits.parse::<u32>() {
        Ok(number) if groups_of_three => Ok(Some(number.to_string())),
        _ => Err(Problem::NoNumber),
    }
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
            let bound = bound(Column::Kilometers, Op::Ge, typed);
            assert_eq!(bound, Ok(value.map(str::to_owned)), "{typed}");
        }
        for typed in ["viel", "1.5", "-5", "12,50", "99999999999"] {
            assert_eq!(bound(Column::Price, Op::Le, typed), Err(Problem::NoNumber), "{typed}");
        }
    }

    #[test]
    fn years_become_their_first_and_last_day() {
        let year = |op| bound(Column::FirstRegistration, op, "2017");
        assert_eq!(year(Op::Ge), Ok(Some("2017-01-01".to_owned())));
        assert_eq!(year(Op::Le), Ok(Some("2017-12-31".to_owned())));
        assert_eq!(bound(Column::FirstRegistration, Op::Ge, "17"), Err(Problem::NoYear));
    }
}
