//! What there is to filter by (reference, `GET /vehicle/filter/values`).

use serde_json::Value;

use super::Request;
use crate::column::Column;
use crate::json::plain;
use crate::qs::{self, Tree};

/// The values that columns have in the stock, as filters take them.
pub type FilterValues = Vec<(Column, Vec<String>)>;

/// `GET /vehicle/filter/values`: which values the stock has in these columns
/// (reference, under this path).
///
/// Columns for which the reference does not offer it are left out
/// ([`Column::has_values`]).
#[must_use]
pub fn filter_values(columns: &[Column]) -> Request<FilterValues> {
    let known = columns.iter().filter(|column| column.has_values());
    let names = known.map(|column| Tree::from(column.name())).collect();
    let query = Tree::from_iter([("fields", Tree::List(names))]);
    let query = qs::encode(&query);
    Request::get(format!("/vehicle/filter/values?{query}"), |answer| {
        let columns = answer.as_object()?.iter().filter_map(|(name, values)| {
            let column = Column::from_name(name)?;
            let texts = values.as_array()?.iter().filter_map(value_text);
            Some((column, texts.filter(|text| column.accepts(text)).collect()))
        });
        Some(columns.collect())
    })
}

fn value_text(value: &Value) -> Option<String> {
    match value {
        Value::String(text) => Some(text.clone()),
        Value::Number(number) => Some(plain(number)),
        Value::Bool(flag) => Some(flag.to_string()),
        Value::Object(object) => object.get("key").and_then(value_text),
        Value::Null | Value::Array(_) => None,
    }
}
