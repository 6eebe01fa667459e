//! `GET /vehicle/filter/values`: what there is to filter by.

use autengo_api::column::Column;
use autengo_api::qs;
use axum::Json;
use axum::extract::{RawQuery, State};
use serde_json::{Map, Value};

use super::texts;
use crate::error::ApiError;
use crate::openapi::schema::list;
use crate::openapi::{Endpoint, vehicle};
use crate::server::App;

/// The values that occur in the asked fields; of `makeId` when none is named.
///
/// # Errors
/// 400 for a field that is not among the reference's.
pub async fn values(
    State(app): State<App>,
    RawQuery(query): RawQuery,
) -> Result<Json<Value>, ApiError> {
    let tree = qs::decode(&query.unwrap_or_default());
    let fields: Vec<&str> = match tree.get("fields") {
        None => vec![Column::MakeId.name()],
        Some(tree) => {
            texts(tree).ok_or_else(|| ApiError::invalid("fields must be an array of names"))?
        }
    };
    let mut answer = Map::new();
    for field in fields {
        let column =
            field.parse().ok().filter(|column: &Column| column.has_values()).ok_or_else(|| {
                ApiError::invalid(format!("fields: there are no values of {field:?}"))
            })?;
        // Asked for twice, it is read once.
        if !answer.contains_key(field) {
            answer.insert(field.to_owned(), app.store.values(column)?.into());
        }
    }
    Ok(Json(Value::Object(answer)))
}

/// The endpoints of this file.
pub(super) fn endpoints() -> [Endpoint; 1] {
    let fields = list(vehicle::columns(Column::has_values));
    [Endpoint::get("/vehicle/filter/values", values)
        .about("listFilterValues", "Vehicle", "The values that occur in the stock")
        .query("fields", fields, "Of which columns; of makeId without any")
        .answers(200, "FilterValues", "The values of each column")]
}
