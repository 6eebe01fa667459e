//! `GET /vehicle/reference/make` and `…/make/:makeId/model`.

use axum::Json;
use axum::extract::Path;
use axum::extract::rejection::PathRejection;
use serde_json::{Value, json};

use crate::error::ApiError;
use crate::openapi::Endpoint;
use crate::openapi::schema::integer;
use crate::stock;

/// Every make, by name.
pub async fn makes() -> Json<Value> {
    let mut makes: Vec<_> = stock::makes().collect();
    makes.sort_by_key(|make| make.name.to_lowercase());
    let list: Vec<_> =
        makes.iter().map(|make| json!({ "makeId": make.id, "makeName": make.name })).collect();
    Json(json!({ "total": list.len(), "list": list }))
}

/// Every model of a make, by name.
///
/// # Errors
/// 400 when the number is none, 404 when no make has it.
pub async fn models(id: Result<Path<String>, PathRejection>) -> Result<Json<Value>, ApiError> {
    let Path(id) = id.map_err(|rejection| ApiError::invalid(rejection.body_text()))?;
    let number: u32 = id
        .parse()
        .map_err(|_| ApiError::invalid(format!("makeId: {id:?} is not a whole number")))?;
    let make = stock::makes()
        .find(|make| make.id == number)
        .ok_or_else(|| ApiError::not_found(format!("There is no make {number}")))?;
    let mut models: Vec<_> = make.models.into_iter().collect();
    models.sort_by_key(|(_, name)| name.to_lowercase());
    let list: Vec<_> =
        models.iter().map(|(id, name)| json!({ "modelId": id, "modelName": name })).collect();
    Ok(Json(json!({ "total": list.len(), "list": list })))
}

/// The endpoints of this file.
pub(super) fn endpoints() -> [Endpoint; 2] {
    [
        Endpoint::get("/vehicle/reference/make", makes)
            .about("listMakes", "Vehicle", "Every make, by name")
            .answers(200, "MakeList", "The makes"),
        Endpoint::get("/vehicle/reference/make/{makeId}/model", models)
            .about("listModels", "Vehicle", "Every model of a make, by name")
            .part("makeId", integer().minimum(Some(0)).maximum(Some(u32::MAX)), "The ID of a make")
            .answers(200, "ModelList", "The models")
            .refuses(404, "There is no such make"),
    ]
}
