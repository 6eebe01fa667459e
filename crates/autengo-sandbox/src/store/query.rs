//! A list request as SQL: names from a fixed table, values as bound parameters.

use std::fmt::Write;

use autengo_api::column::{Column, Kind};
use autengo_api::condition::{Condition, Op};
use rusqlite::types::Value as Cell;

use crate::config::{NeNull, OrReading};

/// How the reference's filters are read, where it can be read in two ways.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Reading {
    /// How the conditions of `or` hold together.
    pub or: OrReading,
    /// Whether `<>` matches a missing value.
    pub ne_null: NeNull,
}

/// A comparison of a column with a value of its type.
#[derive(Clone, Debug, PartialEq)]
pub struct Test {
    column: Column,
    op: Op,
    value: Cell,
}

impl Test {
    /// The comparison that `text` asks for, as `value` or `op|value`.
    ///
    /// # Errors
    /// A sentence that says what is wrong: an operator that is none, a value of another type.
    pub fn parse(column: Column, text: &str) -> Result<Self, String> {
        let name = column.name();
        let condition = Condition::from(text);
        if condition.op == Op::Eq
            && let Some(op) = foreign_operator(&condition.value)
        {
            return Err(format!("{name}: {op:?} is no operator; known are =, <>, <, <=, > and >="));
        }
        let value = &condition.value;
        let wanted = || format!("{name}: {value:?} is not {}", wanted(column.kind()));
        // An empty text is a value that a text column can have.
        let empty_text = value.is_empty() && column.kind() == Kind::Text;
        if !column.accepts(value) && !empty_text {
            return Err(wanted());
        }
        let cell = match column.kind() {
            Kind::Integer | Kind::Code(_) => value.parse().map(Cell::Integer).ok(),
            Kind::Number => value.parse().map(Cell::Real).ok(),
            Kind::Bool => Some(Cell::Integer(i64::from(value == "true"))),
            Kind::Text | Kind::Choice(_) | Kind::Date | Kind::DateTime => {
                Some(Cell::Text(value.clone()))
            }
        };
        Ok(Self { column, op: condition.op, value: cell.ok_or_else(wanted)? })
    }

    fn write(&self, sql: &mut String, values: &mut Vec<Cell>, ne_null: NeNull) {
        let op = match (self.op, ne_null) {
            // `IS NOT` holds for NULL, where `<>` does not.
            (Op::Ne, NeNull::Include) => "IS NOT",
            (op, _) => op.as_str(),
        };
        // The `+` keeps an index from being looked up in for it, see the schema.
        push(sql, format_args!("+vehicle.\"{}\" {op} ?", self.column.name()));
        values.push(self.value.clone());
    }
}

/// The sign before the `|` that looks like an operator, but is none.
fn foreign_operator(value: &str) -> Option<&str> {
    let (op, _) = value.split_once('|')?;
    let signs = !op.is_empty() && op.bytes().all(|byte| b"<>=!~".contains(&byte));
    let known = Op::ALL.iter().any(|known| known.as_str() == op);
    (signs && !known).then_some(op)
}

fn wanted(kind: Kind) -> &'static str {
    match kind {
        Kind::Integer | Kind::Code(_) => "a whole number",
        Kind::Number => "a number",
        Kind::Bool => "true or false",
        Kind::Date => "a date (YYYY-MM-DD)",
        Kind::DateTime => "a date or a time (YYYY-MM-DD HH:MM:SS)",
        Kind::Text | Kind::Choice(_) => "a text",
    }
}

/// The conditions of `and` or of `or`: for each field any number of them.
pub type Group = Vec<(Column, Vec<Test>)>;

/// Which vehicles are asked for.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Filter {
    /// Looked for in the names and the description.
    pub search: Option<String>,
    /// All of these hold.
    pub and: Group,
    /// Any of these holds, as the reading says.
    pub or: Group,
}

/// By which column the list is sorted. Vehicles without a value come last.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Order {
    /// The column.
    pub column: Column,
    /// From the largest value down.
    pub descending: bool,
}

impl Default for Order {
    /// `created desc` (reference, "Order").
    fn default() -> Self {
        Self { column: Column::Created, descending: true }
    }
}

/// A request for a list, understood.
#[derive(Clone, Debug, PartialEq)]
pub struct Query {
    /// Which vehicles.
    pub filter: Filter,
    /// In which order.
    pub order: Order,
    /// How many to skip.
    pub offset: u32,
    /// How many to give.
    pub limit: u32,
    /// How the filter is read.
    pub reading: Reading,
}

impl Query {
    /// SQL that counts the vehicles that match, with its values.
    pub(super) fn count(&self) -> (String, Vec<Cell>) {
        let (filter, values) = self.condition();
        (format!("SELECT count(*) FROM vehicle{filter}"), values)
    }

    /// SQL that gives the `id`s of the page, with its values.
    pub(super) fn page(&self) -> (String, Vec<Cell>) {
        let (filter, mut values) = self.condition();
        let column = self.order.column.name();
        let direction = if self.order.descending { "DESC" } else { "ASC" };
        let sql = format!(
            "SELECT vehicle.id FROM vehicle{filter} \
             ORDER BY vehicle.\"{column}\" {direction} NULLS LAST, vehicle.\"sellingId\" \
             LIMIT ? OFFSET ?"
        );
        values.push(self.limit.into());
        values.push(self.offset.into());
        (sql, values)
    }

    /// ` WHERE …`, or nothing.
    fn condition(&self) -> (String, Vec<Cell>) {
        let mut values = Vec::new();
        let mut parts = Vec::new();
        let mut sql =
            |tests: &[Test], glue| any_or_all(tests, glue, self.reading.ne_null, &mut values);
        for (_, tests) in &self.filter.and {
            parts.extend(sql(tests, " AND "));
        }
        match self.reading.or {
            OrReading::PerField => {
                for (_, tests) in &self.filter.or {
                    parts.extend(sql(tests, " OR "));
                }
            }
            OrReading::Flat => {
                let all: Vec<_> =
                    self.filter.or.iter().flat_map(|(_, tests)| tests.iter().cloned()).collect();
                parts.extend(sql(&all, " OR "));
            }
        }
        if let Some(search) = &self.filter.search {
            parts.push(
                "vehicle.id IN (SELECT id FROM search WHERE instr(search.text, ?) > 0)".to_owned(),
            );
            values.push(search.to_lowercase().into());
        }
        if parts.is_empty() {
            return (String::new(), values);
        }
        (format!(" WHERE {}", parts.join(" AND ")), values)
    }
}

/// `(a AND b)` or `(a OR b)`; nothing for no tests.
fn any_or_all(
    tests: &[Test],
    glue: &str,
    ne_null: NeNull,
    values: &mut Vec<Cell>,
) -> Option<String> {
    let mut sql = String::from("(");
    for (index, test) in tests.iter().enumerate() {
        if index > 0 {
            sql.push_str(glue);
        }
        test.write(&mut sql, values, ne_null);
    }
    sql.push(')');
    (!tests.is_empty()).then_some(sql)
}

fn push(sql: &mut String, text: std::fmt::Arguments<'_>) {
    sql.write_fmt(text).expect("writing to a String never fails");
}
