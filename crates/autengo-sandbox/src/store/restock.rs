//! Fills the tables with a stock.

use autengo_api::column::{Column, Kind};
use rusqlite::types::Value as Cell;
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};
use serde_json::Value;

use crate::language::Language;
use crate::stock::{self, Vehicle};

/// Changes whenever the generator does: a kept database from before is filled anew.
const VERSION: &str = env!("CARGO_PKG_VERSION");

/// Fills the tables with the stock of `seed`, unless that is what they hold.
pub(super) fn restock(connection: &mut Connection, seed: u64, count: u32) -> rusqlite::Result<()> {
    let seed_cell = i64::from_ne_bytes(seed.to_ne_bytes());
    let wanted = (seed_cell, count, VERSION.to_owned());
    let held = connection
        .query_row("SELECT seed, vehicles, version FROM stock", [], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()?;
    if held.as_ref() == Some(&wanted) {
        return Ok(());
    }
    let transaction = connection.transaction()?;
    transaction.execute_batch(
        "DELETE FROM stock; DELETE FROM answer; DELETE FROM search; DELETE FROM vehicle;",
    )?;
    {
        let names: Vec<_> =
            Column::ALL.iter().map(|column| format!("\"{}\"", column.name())).collect();
        let marks = ", ?".repeat(Column::ALL.len());
        let mut vehicle = transaction.prepare(&format!(
            "INSERT INTO vehicle (id, \"sellingId\", {}) VALUES (?, ?{marks})",
            names.join(", ")
        ))?;
        let mut search = transaction.prepare("INSERT INTO search (id, text) VALUES (?, ?)")?;
        let mut answer = transaction.prepare("INSERT INTO answer (id, de, en) VALUES (?, ?, ?)")?;
        for (id, car) in (1_i64..).zip(stock::vehicles(seed, count)) {
            let first = [Cell::from(id), text(car.get("sellingId"))];
            let rest = Column::ALL.iter().map(|column| cell(*column, &car));
            vehicle.execute(params_from_iter(first.into_iter().chain(rest)))?;
            search.execute(params![id, search_text(&car)])?;
            let [de, en] = Language::ALL.map(|language| car.answer(language).to_string());
            answer.execute(params![id, de, en])?;
        }
    }
    transaction.execute(
        "INSERT INTO stock (seed, vehicles, version) VALUES (?, ?, ?)",
        params![seed_cell, count, VERSION],
    )?;
    transaction.commit()?;
    connection.execute_batch("ANALYZE")
}

/// The value that a filter on `column` compares with: the same that is answered, however oddly.
fn cell(column: Column, car: &Vehicle) -> Cell {
    let hidden = car.hidden();
    match column {
        Column::MakeId => hidden.make_id.into(),
        Column::ModelId => hidden.model_id.into(),
        Column::ConstructionDate => hidden.construction_date.clone().into(),
        Column::TrimLine => hidden.trim_line.to_owned().into(),
        Column::ModelRange => hidden.model_range.clone().into(),
        Column::Price => number(car.get("priceYard")).map_or(Cell::Null, Cell::Real),
        _ => {
            let value = car.get(column.name());
            match column.kind() {
                Kind::Integer | Kind::Code(_) => integer(value),
                Kind::Number => number(value).map_or(Cell::Null, Cell::Real),
                Kind::Bool => flag(value),
                Kind::Text | Kind::Date | Kind::DateTime | Kind::Choice(_) => text(value),
            }
        }
    }
}

fn text(value: Option<&Value>) -> Cell {
    value.and_then(Value::as_str).map_or(Cell::Null, |text| Cell::Text(text.to_owned()))
}

fn integer(value: Option<&Value>) -> Cell {
    let number = match value {
        Some(Value::String(text)) => text.parse().ok(),
        Some(value) => value.as_i64(),
        None => None,
    };
    number.map_or(Cell::Null, Cell::Integer)
}

fn number(value: Option<&Value>) -> Option<f64> {
    match value? {
        Value::String(text) => text.parse().ok(),
        value => value.as_f64(),
    }
}

fn flag(value: Option<&Value>) -> Cell {
    match value {
        Some(Value::Bool(flag)) => Cell::Integer(i64::from(*flag)),
        Some(Value::String(text)) => Cell::Integer(i64::from(text == "YES")),
        _ => Cell::Null,
    }
}

/// The fields that the free text search looks through, lower-cased, one to a line.
fn search_text(car: &Vehicle) -> String {
    let fields = [
        "makeName",
        "modelName",
        "modelVersion",
        "description",
        "internalId",
        "sellingId",
        "manufacturerColorName",
    ];
    let texts: Vec<_> = fields.iter().filter_map(|field| car.get(field)?.as_str()).collect();
    texts.join("\n").to_lowercase()
}
