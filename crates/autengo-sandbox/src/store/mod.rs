//! The database: the stock and what was asked about it.

mod contacts;
mod query;
mod restock;
mod schema;

use std::path::Path;
use std::sync::{Mutex, PoisonError};

use autengo_api::column::{Column, Kind};
use rusqlite::types::Value as Cell;
use rusqlite::{Connection, OptionalExtension, params, params_from_iter};
use serde_json::{Value, json};

pub use contacts::{ContactKey, KeepError};
pub use query::{Filter, Group, Order, Query, Reading, Test};

use crate::language::Language;

/// Why a store could not be opened.
#[derive(Debug, thiserror::Error)]
pub enum OpenError {
    /// The file is no database, cannot be written, or the like.
    #[error("cannot open the database: {0}")]
    Database(#[from] rusqlite::Error),
    /// The file is a database of something else.
    #[error("cannot bring the database up to date: {0}")]
    Migration(#[from] rusqlite_migration::Error),
}

/// The tables behind one connection: a query takes milliseconds, so that waiting in line for it is
/// quicker than what several connections cost.
#[derive(Debug)]
pub struct Store {
    connection: Mutex<Connection>,
}

/// One page of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page {
    /// How many vehicles match.
    pub total: u64,
    /// The JSON text of each vehicle on the page.
    pub vehicles: Vec<String>,
}

/// The look of a vehicle in pictures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Looks {
    /// `vehicleTypeId`
    pub body: Option<u8>,
    /// `colorId`
    pub colour: Option<u8>,
}

impl Store {
    /// Opens the database in `file`, or one that is gone at the end, and fills it with the stock
    /// of `seed`.
    ///
    /// # Errors
    /// When the file cannot be used.
    pub fn open(file: Option<&Path>, seed: u64, vehicles: u32) -> Result<Self, OpenError> {
        let mut connection = match file {
            Some(file) => Connection::open(file)?,
            None => Connection::open_in_memory()?,
        };
        connection.pragma_update(None, "journal_mode", "WAL")?;
        connection.pragma_update(None, "synchronous", "NORMAL")?;
        connection.pragma_update(None, "foreign_keys", true)?;
        schema::migrate(&mut connection)?;
        restock::restock(&mut connection, seed, vehicles)?;
        Ok(Self { connection: Mutex::new(connection) })
    }

    fn with<T>(&self, run: impl FnOnce(&Connection) -> T) -> T {
        // A panic in another request leaves no half-written state: SQLite rolls back.
        let connection = self.connection.lock().unwrap_or_else(PoisonError::into_inner);
        run(&connection)
    }

    /// The page of the vehicles that match.
    ///
    /// # Errors
    /// When the database fails.
    pub fn list(&self, query: &Query, language: Language) -> rusqlite::Result<Page> {
        self.with(|connection| {
            let (sql, values) = query.count();
            let total = connection
                .prepare_cached(&sql)?
                .query_row(params_from_iter(&values), |row| row.get::<_, i64>(0))?;
            let (sql, values) = query.page();
            let mut page = connection.prepare_cached(&sql)?;
            let ids = page.query_map(params_from_iter(&values), |row| row.get::<_, i64>(0))?;
            // The bodies only of this page: sorting must not carry kilobytes.
            let body = format!("SELECT {} FROM answer WHERE id = ?", language.code());
            let mut body = connection.prepare_cached(&body)?;
            let vehicles =
                ids.map(|id| body.query_row([id?], |row| row.get(0))).collect::<Result<_, _>>()?;
            Ok(Page { total: u64::try_from(total).unwrap_or(0), vehicles })
        })
    }

    /// The JSON text of that vehicle, if there is one.
    ///
    /// # Errors
    /// When the database fails.
    pub fn vehicle(&self, id: &str, language: Language) -> rusqlite::Result<Option<String>> {
        let body = language.code();
        let sql = format!(
            "SELECT answer.{body} FROM vehicle JOIN answer USING (id) WHERE \"sellingId\" = ?"
        );
        self.with(|connection| {
            connection.prepare_cached(&sql)?.query_row([id], |row| row.get(0)).optional()
        })
    }

    /// The look of that vehicle in pictures, if there is one.
    ///
    /// # Errors
    /// When the database fails.
    pub fn looks(&self, id: &str) -> rusqlite::Result<Option<Looks>> {
        let sql = "SELECT \"vehicleTypeId\", \"colorId\" FROM vehicle WHERE \"sellingId\" = ?";
        self.with(|connection| {
            connection
                .prepare_cached(sql)?
                .query_row([id], |row| Ok(Looks { body: row.get(0)?, colour: row.get(1)? }))
                .optional()
        })
    }

    /// The values that occur in `column`, in ascending order.
    ///
    /// # Errors
    /// When the database fails.
    pub fn values(&self, column: Column) -> rusqlite::Result<Vec<Value>> {
        let name = column.name();
        let sql = format!(
            "SELECT DISTINCT \"{name}\" FROM vehicle WHERE \"{name}\" IS NOT NULL ORDER BY 1"
        );
        self.with(|connection| {
            connection
                .prepare_cached(&sql)?
                .query_map([], |row| row.get(0))?
                .map(|cell| {
                    Ok(match cell? {
                        Cell::Integer(flag) if column.kind() == Kind::Bool => json!(flag != 0),
                        Cell::Integer(number) => json!(number),
                        Cell::Real(number) => json!(number),
                        Cell::Text(text) => json!(text),
                        Cell::Null | Cell::Blob(_) => Value::Null,
                    })
                })
                .collect()
        })
    }

    /// Keeps an opportunity and gives it its number.
    ///
    /// # Errors
    /// When the database fails.
    pub fn add_opportunity(&self, body: &Value) -> rusqlite::Result<i64> {
        self.with(|connection| {
            connection
                .prepare_cached("INSERT INTO opportunity (body) VALUES (?)")?
                .insert(params![body.to_string()])
        })
    }

    /// The opportunities that were submitted, the first one first: number and JSON text.
    ///
    /// # Errors
    /// When the database fails.
    pub fn opportunities(&self) -> rusqlite::Result<Vec<(i64, String)>> {
        self.with(|connection| {
            connection
                .prepare_cached("SELECT id, body FROM opportunity ORDER BY id")?
                .query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?
                .collect()
        })
    }
}
