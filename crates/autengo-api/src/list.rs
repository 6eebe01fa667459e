//! Lists as the API sends them (reference, "Pagination").

use serde::de::DeserializeOwned;
use serde::{Deserialize, Deserializer};
use serde_json::Value;

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

impl<'de, T: DeserializeOwned> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        #[derive(Deserialize)]
        struct Raw {
            total: Value,
            list: Vec<Value>,
        }
        let Raw { total, list } = Raw::deserialize(deserializer)?;
        let sent = list.len();
        let items: Vec<T> = list
            .into_iter()
            .filter_map(|item| serde_json::from_value(item).ok())
            .collect();
        let total = match &total {
            Value::Number(number) => number.as_u64().and_then(|total| total.try_into().ok()),
            Value::String(text) => text.parse().ok(),
            _ => None,
        };
        // Without a readable total, what came is all that is known.
        let total = total.unwrap_or_else(|| u32::try_from(sent).unwrap_or(u32::MAX));
        Ok(Self {
            total,
            lost: sent - items.len(),
            items,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::vehicle::Vehicle;

    #[test]
    fn an_undecodable_element_is_counted_and_costs_no_other() {
        let text = r#"{"total":"3","limit":25,"offset":0,"list":[{"sellingId":"A"},{"x":1},7,{"sellingId":9}]}"#;
        let list: List<Vehicle> = serde_json::from_str(text).expect("decodes");
        let ids: Vec<_> = list.items.iter().map(Vehicle::selling_id).collect();
        assert_eq!((list.total, list.lost, ids), (3, 2, vec!["A", "9"]));
    }
}
