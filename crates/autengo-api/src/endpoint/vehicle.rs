//! Vehicles (reference, "Vehicle").

use serde_json::Value;

use super::{Request, segment};
use crate::id::SellingId;
use crate::json::{FromJson, Unexpected};
use crate::list::List;
use crate::query::VehicleQuery;

/// `GET /vehicle`: a list of vehicles (reference, `GET /vehicle`).
#[must_use]
pub fn vehicles<V: FromJson>(query: &VehicleQuery) -> Request<List<V>> {
    Request::get(format!("/vehicle?{query}"), List::from_json)
}

/// `GET /vehicle/:sellingId`: one vehicle; `None` if the API knows none of that id
/// (reference, `GET /vehicle/:sellingId`).
#[must_use]
pub fn vehicle<V: FromJson>(selling_id: &SellingId) -> Request<Option<V>> {
    Request::get(format!("/vehicle/{}", segment(selling_id.as_str())), |mut answer| {
        if answer.is_null() {
            return Ok(None);
        }
        match answer.get_mut("vehicle").map(Value::take) {
            None => Err(Unexpected::at("vehicle", "an object")),
            Some(Value::Null) => Ok(None),
            Some(vehicle) => {
                V::from_json(vehicle).map(Some).map_err(|error| error.below("vehicle"))
            }
        }
    })
}
