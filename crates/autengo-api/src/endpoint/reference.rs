//! Makes and their models (reference, "Vehicle").

use super::Request;
use crate::id::{MakeId, ModelId};
use crate::json::{FromJson, Json, Unexpected, text, whole};
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
    fn from_json(value: &dyn Json) -> Result<Self, Unexpected> {
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
    fn from_json(value: &dyn Json) -> Result<Self, Unexpected> {
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
    value: &dyn Json,
    id: &'static str,
    name: &'static str,
) -> Result<(u32, String), Unexpected> {
    let number = whole(value, id).and_then(|number| number.try_into().ok());
    let number = number.ok_or_else(|| Unexpected::at(id, "a whole number"))?;
    let name = text(value, name).ok_or_else(|| Unexpected::at(name, "a text"))?;
    Ok((number, name))
}
