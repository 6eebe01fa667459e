//! Makes and their models (reference, "Vehicle").

use serde_json::Value;

use super::Request;
use crate::id::{MakeId, ModelId};
use crate::json::{FromJson, Unexpected, take, whole};
use crate::list::List;

/// A make (reference, `GET /vehicle/reference/make`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Make {
    /// The id by which vehicles are filtered.
    pub make_id: MakeId,
    /// The name.
    pub make_name: String,
}

impl FromJson for Make {
    fn from_json(value: Value) -> Result<Self, Unexpected> {
        let (make_id, make_name) = named(value, "makeId", "makeName")?;
        Ok(Self { make_id: MakeId(make_id), make_name })
    }
}

/// `GET /vehicle/reference/make`: all makes (reference, under this path).
#[must_use]
pub fn makes() -> Request<List<Make>> {
    Request::get("/vehicle/reference/make".to_owned(), List::from_json)
}

/// A model of a make (reference, `GET /vehicle/reference/make/:makeId/model`).
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Model {
    /// The id by which vehicles are filtered.
    pub model_id: ModelId,
    /// The name.
    pub model_name: String,
}

impl FromJson for Model {
    fn from_json(value: Value) -> Result<Self, Unexpected> {
        let (model_id, model_name) = named(value, "modelId", "modelName")?;
        Ok(Self { model_id: ModelId(model_id), model_name })
    }
}

/// `GET /vehicle/reference/make/:makeId/model`: all models of a make (reference, under this
/// path).
#[must_use]
pub fn models(make_id: MakeId) -> Request<List<Model>> {
    Request::get(format!("/vehicle/reference/make/{make_id}/model"), List::from_json)
}

fn named(
    mut value: Value,
    id: &'static str,
    name: &'static str,
) -> Result<(u32, String), Unexpected> {
    let number = value.get(id).and_then(whole).and_then(|number| number.try_into().ok());
    let Some(number) = number else { return Err(Unexpected::at(id, "a whole number")) };
    match take(&mut value, name) {
        Value::String(name) => Ok((number, name)),
        _ => Err(Unexpected::at(name, "a text")),
    }
}
