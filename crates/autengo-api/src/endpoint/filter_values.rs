//! What there is to filter by (reference, `GET /vehicle/filter/values`).

use super::Request;
use crate::column::Column;
use crate::json::{Json, Kind, Unexpected, plain};
use crate::qs::{self, Tree};

/// The values that columns have in the stock, as filters take them.
pub type FilterValues = Vec<(Column, Vec<String>)>;

/// `GET /vehicle/filter/values`: which values the stock has in these columns
/// (reference, under this path).
///
/// Columns for which the reference does not offer it are left out
/// ([`Column::has_values`]), and so are those whose values come in another shape than the
/// reference describes: what is read of them would not be all.
#[must_use]
pub fn filter_values(columns: &[Column]) -> Request<FilterValues> {
    let known = columns.iter().filter(|column| column.has_values());
    let names = known.map(|column| Tree::from(column.name())).collect();
    let query = Tree::from_iter([("fields", Tree::List(names))]);
    let query = qs::encode(&query);
    Request::get(format!("/vehicle/filter/values?{query}"), |answer| {
        if answer.kind() != Kind::Object {
            return Err(Unexpected::here("an object"));
        }
        let told = Column::ALL.iter().filter_map(|column| {
            let values = answer.member(column.name())?;
            if values.kind() != Kind::List {
                return None;
            }
            let values = values.items();
            // A vehicle without a value adds nothing to choose.
            let told = values.iter().filter(|value| value.kind() != Kind::Null);
            let texts = told.map(|value| value_text(&**value)).collect::<Option<Vec<_>>>()?;
            Some((*column, texts.into_iter().filter(|text| column.accepts(text)).collect()))
        });
        Ok(told.collect())
    })
}

fn value_text(value: &dyn Json) -> Option<String> {
    match value.kind() {
        Kind::Text(text) => Some(text),
        Kind::Number(number) => Some(plain(number)),
        Kind::Flag(flag) => Some(flag.to_string()),
        Kind::Object => value_text(&*value.member("key")?),
        Kind::Null | Kind::List => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_column_in_another_shape_is_not_told() {
        let answer = r#"{"fuelType":["diesel",null],"driveType":"array","makeId":null,"colorId":{},
            "modelId":[[1]],"bodyType":[1],"transmissionType":[{"key":"manual","text":"Schaltung"}]}"#;
        let values = filter_values(&[Column::FuelType]).answer(200, answer).expect("values");
        let expected = [(Column::FuelType, "diesel"), (Column::TransmissionType, "manual")];
        let expected = expected.map(|(column, value)| (column, vec![value.to_owned()]));
        assert_eq!(values, expected);
    }
}
