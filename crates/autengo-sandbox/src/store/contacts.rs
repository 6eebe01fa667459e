//! The contacts of each dealer: names from the table of fields, values as bound parameters.

use std::fmt::Write;

use rusqlite::types::Value as Cell;
use rusqlite::{Connection, OptionalExtension, Row, params, params_from_iter};

use super::Store;
use crate::contact::{Changes, Contact, FIELDS, TECFACTURA_ID};

/// The key by which a contact is found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ContactKey {
    /// `ID`
    Id(i64),
    /// `tecfacturaId`
    Tecfactura(String),
}

impl ContactKey {
    fn condition(&self) -> (String, Cell) {
        match self {
            Self::Id(id) => ("id = ?".to_owned(), Cell::Integer(*id)),
            Self::Tecfactura(id) => (format!("\"{TECFACTURA_ID}\" = ?"), Cell::Text(id.clone())),
        }
    }
}

/// Why a contact is not kept as asked.
#[derive(Debug, thiserror::Error)]
pub enum KeepError {
    /// A `tecfacturaId` names one contact.
    #[error("tecfacturaId is that of contact {0} already")]
    Taken(i64),
    /// The database failed.
    #[error(transparent)]
    Store(#[from] rusqlite::Error),
}

impl Store {
    /// Keeps a new contact of that dealer.
    ///
    /// # Errors
    /// When another one has its `tecfacturaId`, or the database fails.
    pub fn add_contact(&self, dealer: &str, changes: &Changes) -> Result<Contact, KeepError> {
        self.with(|connection| {
            free(connection, dealer, changes, None)?;
            let (mut names, mut marks) = (String::from("dealer"), String::from("?"));
            let mut values = vec![Cell::Text(dealer.to_owned())];
            for (field, cell) in &changes.0 {
                write(&mut names, format_args!(", \"{}\"", field.name));
                marks.push_str(", ?");
                values.push(cell.clone());
            }
            let sql =
                format!("INSERT INTO contact ({names}) VALUES ({marks}) RETURNING {}", columns());
            Ok(connection.prepare(&sql)?.query_row(params_from_iter(values), contact)?)
        })
    }

    /// The contact of that dealer, if there is one.
    ///
    /// # Errors
    /// When the database fails.
    pub fn contact(&self, dealer: &str, key: &ContactKey) -> rusqlite::Result<Option<Contact>> {
        self.with(|connection| find(connection, dealer, key))
    }

    /// Changes a contact of that dealer, if there is one, where something is said.
    ///
    /// # Errors
    /// When another one has its `tecfacturaId`, or the database fails.
    pub fn change_contact(
        &self,
        dealer: &str,
        key: &ContactKey,
        changes: &Changes,
    ) -> Result<Option<Contact>, KeepError> {
        self.with(|connection| {
            let Some(before) = find(connection, dealer, key)? else {
                return Ok(None);
            };
            if changes.0.is_empty() {
                return Ok(Some(before));
            }
            free(connection, dealer, changes, Some(before.id))?;
            let mut assignments = String::new();
            let mut values = Vec::new();
            for (field, cell) in &changes.0 {
                let comma = if values.is_empty() { "" } else { ", " };
                write(&mut assignments, format_args!("{comma}\"{}\" = ?", field.name));
                values.push(cell.clone());
            }
            values.push(Cell::Integer(before.id));
            let sql =
                format!("UPDATE contact SET {assignments} WHERE id = ? RETURNING {}", columns());
            Ok(Some(connection.prepare(&sql)?.query_row(params_from_iter(values), contact)?))
        })
    }

    /// Deletes the contact of that dealer; whether there was one.
    ///
    /// # Errors
    /// When the database fails.
    pub fn delete_contact(&self, dealer: &str, key: &ContactKey) -> rusqlite::Result<bool> {
        let (condition, value) = key.condition();
        let sql = format!("DELETE FROM contact WHERE dealer = ? AND {condition}");
        self.with(|connection| {
            Ok(connection.prepare_cached(&sql)?.execute(params![dealer, value])? > 0)
        })
    }
}

fn find(
    connection: &Connection,
    dealer: &str,
    key: &ContactKey,
) -> rusqlite::Result<Option<Contact>> {
    let (condition, value) = key.condition();
    let sql = format!("SELECT {} FROM contact WHERE dealer = ? AND {condition}", columns());
    connection.prepare_cached(&sql)?.query_row(params![dealer, value], contact).optional()
}

/// Whether no contact but `own` has the `tecfacturaId` that is asked for.
fn free(
    connection: &Connection,
    dealer: &str,
    changes: &Changes,
    own: Option<i64>,
) -> Result<(), KeepError> {
    let Some(wanted) = changes.tecfactura_id() else {
        return Ok(());
    };
    let sql = format!(
        "SELECT id FROM contact WHERE dealer = ? AND \"{TECFACTURA_ID}\" = ? AND id IS NOT ?"
    );
    let taken = connection
        .prepare_cached(&sql)?
        .query_row(params![dealer, wanted, own], |row| row.get(0))
        .optional()?;
    taken.map_or(Ok(()), |id| Err(KeepError::Taken(id)))
}

fn columns() -> String {
    FIELDS.iter().fold(String::from("id"), |mut columns, field| {
        write(&mut columns, format_args!(", \"{}\"", field.name));
        columns
    })
}

fn contact(row: &Row<'_>) -> rusqlite::Result<Contact> {
    let cells = (1..=FIELDS.len()).map(|index| row.get(index)).collect::<Result<_, _>>()?;
    Ok(Contact { id: row.get(0)?, cells })
}

fn write(sql: &mut String, text: std::fmt::Arguments<'_>) {
    sql.write_fmt(text).expect("writing to a String never fails");
}
