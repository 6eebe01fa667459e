//! Vehicles (reference, "Vehicle").

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
    Request::get(format!("/vehicle/{}", segment(selling_id.as_str())), |answer| {
        let Some(vehicle) = answer.member("vehicle") else {
            // There is none of that id; an answer of another kind says nothing of it.
            let answer = answer.to_value();
            let is_told = answer.is_null() || answer.get("vehicle").is_some();
            return if is_told { Ok(None) } else { Err(Unexpected::at("vehicle", "an object")) };
        };
        V::from_json(&*vehicle).map(Some).map_err(|error| error.below("vehicle"))
    })
}
