//! Contacts: what may be said of one, and how one is answered (reference, "Contact").

mod fields;

use rusqlite::types::Value as Cell;
use serde_json::{Map, Value, json};

pub use fields::{FIELDS, Field, Rule, TECFACTURA_ID};

use crate::config::ContactEnums;
use crate::language::{Language, choose};
use crate::stock::Day;

/// The contents of a body: fields with what they shall hold, `NULL` for nothing.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Changes(pub(crate) Vec<(&'static Field, Cell)>);

/// Why a body says nothing of a contact.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ContactError {
    /// It is no object.
    #[error("The body must be an object")]
    NoObject,
    /// These are wrong, each with its reason.
    #[error("{}", .0.join("; "))]
    Fields(Vec<String>),
}

impl Changes {
    /// The contents of `body`. Fields that are not documented say nothing.
    ///
    /// # Errors
    /// When it is no object, or with every field that holds what the reference does not allow.
    pub fn read(body: &Value) -> Result<Self, ContactError> {
        let body = body.as_object().ok_or(ContactError::NoObject)?;
        let (mut changes, mut wrong) = (Vec::new(), Vec::new());
        for field in &FIELDS {
            match body.get(field.name).map(|value| field.rule.read(value)) {
                None => {}
                Some(Ok(cell)) => changes.push((field, cell)),
                Some(Err(reason)) => wrong.push(format!("{} {reason}", field.name)),
            }
        }
        if wrong.is_empty() { Ok(Self(changes)) } else { Err(ContactError::Fields(wrong)) }
    }

    /// The `tecfacturaId` that the contact shall have, if one is said.
    pub(crate) fn tecfactura_id(&self) -> Option<&Cell> {
        self.0.iter().find_map(|(field, cell)| {
            (field.name == TECFACTURA_ID && *cell != Cell::Null).then_some(cell)
        })
    }
}

impl Rule {
    fn read(self, value: &Value) -> Result<Cell, String> {
        match (self, value) {
            (_, Value::Null) => Ok(Cell::Null),
            (Self::Text(least), Value::String(text)) if text.chars().count() >= least => {
                Ok(Cell::Text(text.clone()))
            }
            (Self::Text(_), Value::String(_)) => Err("is empty".to_owned()),
            (Self::Limited(most), Value::String(text)) => match text.chars().count() {
                count if count > most => {
                    Err(format!("has {count} characters, up to {most} are allowed"))
                }
                _ => Ok(Cell::Text(text.clone())),
            },
            (Self::Choice(choices), Value::String(key)) => {
                if choices.iter().any(|choice| choice.0 == key) {
                    return Ok(Cell::Text(key.clone()));
                }
                let keys: Vec<_> = choices.iter().map(|choice| choice.0).collect();
                Err(format!("must be one of {}, not {key:?}", keys.join(", ")))
            }
            (Self::Date, Value::String(day)) if Day::parse(day).is_some() => {
                Ok(Cell::Text(day.clone()))
            }
            (Self::Date, _) => Err("must be a date (YYYY-MM-DD)".to_owned()),
            (Self::Rating(least, most), value) => value
                .as_f64()
                .filter(|rating| (f64::from(least)..=f64::from(most)).contains(rating))
                .and_then(|_| number(value))
                .ok_or_else(|| format!("must be a number from {least} to {most}")),
            (Self::Number, value) => {
                number(value).ok_or_else(|| "must be a number, a whole one below 2^63".to_owned())
            }
            (Self::Flag, Value::Bool(flag)) => Ok(Cell::Integer((*flag).into())),
            (Self::Flag, _) => Err("must be true or false".to_owned()),
            (Self::Text(_) | Self::Limited(_) | Self::Choice(_), _) => {
                Err("must be a text".to_owned())
            }
        }
    }

    fn answer(self, cell: Cell, language: Language, enums: ContactEnums) -> Option<Value> {
        Some(match (self, cell) {
            (_, Cell::Null | Cell::Blob(_)) => return None,
            (Self::Flag, Cell::Integer(flag)) => json!(flag != 0),
            (Self::Choice(choices), Cell::Text(key)) if enums == ContactEnums::KeyText => {
                let (_, de, en) = choices.iter().find(|choice| choice.0 == key)?;
                json!({ "key": key, "text": choose(language, de, en) })
            }
            (_, Cell::Text(text)) => json!(text),
            (_, Cell::Integer(number)) => json!(number),
            (_, Cell::Real(number)) => json!(number),
        })
    }
}

/// A whole number of 64 bits or one with decimals. A larger whole number could only be kept rounded.
fn number(value: &Value) -> Option<Cell> {
    if let Some(whole) = value.as_i64() {
        return Some(Cell::Integer(whole));
    }
    value.as_f64().filter(|_| value.is_f64()).map(Cell::Real)
}

/// A contact as it is kept: its `ID`, and a cell for each of [`FIELDS`].
#[derive(Clone, Debug, PartialEq)]
pub struct Contact {
    /// `ID`
    pub id: i64,
    pub(crate) cells: Vec<Cell>,
}

impl Contact {
    /// The contact as the API answers it, without the fields that hold nothing.
    #[must_use]
    pub fn answer(self, language: Language, enums: ContactEnums) -> Value {
        let mut answer = Map::from_iter([("ID".to_owned(), self.id.into())]);
        for (field, cell) in FIELDS.iter().zip(self.cells) {
            if let Some(value) = field.rule.answer(cell, language, enums) {
                answer.insert(field.name.to_owned(), value);
            }
        }
        Value::Object(answer)
    }
}
