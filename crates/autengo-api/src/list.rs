//! Lists as the API sends them (reference, "Pagination").
//!
//! ```
//! use autengo_api::json::FromJson;
//! use autengo_api::list::List;
//! use autengo_api::vehicle::Vehicle;
//!
//! let answer = serde_json::json!({ "total": 150, "list": [{ "sellingId": "A" }, {}] });
//! let list = List::<Vehicle>::from_json(&answer)?;
//! assert_eq!((list.total, list.items.len(), list.lost), (150, 1, 1));
//! # Ok::<(), autengo_api::json::Unexpected>(())
//! ```

use crate::json::{FromJson, Json, Kind, Unexpected, whole};

/// A page of a list.
#[derive(Clone, Debug, PartialEq)]
pub struct List<T> {
    /// How many there are on all pages together.
    pub total: u32,
    /// The elements of this page that could be read.
    pub items: Vec<T>,
    /// How many elements of this page could not be read.
    pub lost: usize,
}

impl<T: FromJson> FromJson for List<T> {
    fn from_json(value: &dyn Json) -> Result<Self, Unexpected> {
        let list = value.member("list").filter(|list| list.kind() == Kind::List);
        let list = list.ok_or_else(|| Unexpected::at("list", "an array"))?;
        let list = list.items();
        let sent = list.len();
        let items: Vec<T> = list.iter().filter_map(|item| T::from_json(&**item).ok()).collect();
        // Without a readable total, what came is all that is known.
        let total = whole(value, "total").unwrap_or(sent as u64);
        let total = u32::try_from(total).unwrap_or(u32::MAX);
        Ok(Self { total, lost: sent - items.len(), items })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vehicle::Vehicle;

    #[test]
    fn an_undecodable_element_is_counted_and_costs_no_other() {
        let text = r#"{"total":"3","limit":25,"offset":0,"list":[{"sellingId":"A"},{"x":1},7,{"sellingId":9}]}"#;
        let value: serde_json::Value = serde_json::from_str(text).expect("valid JSON");
        let list: List<Vehicle> = List::from_json(&value).expect("a list");
        let ids: Vec<_> = list.items.iter().map(Vehicle::selling_id).collect();
        assert_eq!((list.total, list.lost, ids), (3, 2, vec![&"A".into(), &"9".into()]));
    }
}
