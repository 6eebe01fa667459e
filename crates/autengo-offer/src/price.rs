//! What a buyer may be told of a vehicle's prices. What dealers, exporters and carriers pay has no
//! place in these types, so that nothing made of them can show it (BGH I ZR 99/08, `PAngV`).

use autengo_api::vehicle::{Field, PublicVehicle};

/// A field that may hold the public price: gross, in euros. There is no name for any other.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PriceField {
    /// `price`
    Price,
    /// `priceYard`
    PriceYard,
}

impl PriceField {
    /// The fields in the order in which a price is looked for.
    pub const ALL: [Self; 2] = [Self::Price, Self::PriceYard];

    /// The name in the reference.
    #[must_use]
    pub const fn name(self) -> &'static str {
        self.field().name()
    }

    const fn field(self) -> Field {
        match self {
            Self::Price => Field::Price,
            Self::PriceYard => Field::PriceYard,
        }
    }
}

/// The prices that a buyer may see.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Prices {
    /// The gross price in euros; none is "on request".
    pub gross: Option<f64>,
    /// Whether it can be talked about.
    pub is_negotiable: bool,
}

impl Prices {
    /// The prices of a vehicle, by one field alone or by the first that has any.
    #[must_use]
    pub fn of(vehicle: &PublicVehicle, only: Option<PriceField>) -> Self {
        let mut fields =
            PriceField::ALL.into_iter().filter(|field| only.is_none_or(|o| o == *field));
        let positive = |field: PriceField| vehicle.number(field.field()).filter(|p| *p > 0.0);
        let gross = fields.find_map(positive);
        let is_negotiable = vehicle.flag(Field::IsPriceNegotiable) == Some(true);
        Self { gross, is_negotiable: is_negotiable && gross.is_some() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use autengo_api::json::FromJson;
    use serde_json::{Value, json};

    fn prices(fields: &Value, only: Option<PriceField>) -> Prices {
        let mut object = json!({ "sellingId": "A" });
        let target = object.as_object_mut().expect("an object");
        target.extend(fields.as_object().expect("an object").clone());
        Prices::of(&PublicVehicle::from_json(&object).expect("decodes"), only)
    }

    #[test]
    fn the_price_is_the_first_that_there_is() {
        let both = json!({ "price": 21_990, "priceYard": "22500", "isPriceNegotiable": true });
        let gross = |only| prices(&both, only).gross;
        assert_eq!(gross(None), Some(21_990.0));
        assert_eq!(gross(Some(PriceField::PriceYard)), Some(22_500.0));
        assert!(prices(&both, None).is_negotiable);
        let yard = json!({ "price": 0, "priceYard": 22_500 });
        assert_eq!(prices(&yard, None).gross, Some(22_500.0));
        assert_eq!(prices(&yard, Some(PriceField::Price)).gross, None);
    }

    #[test]
    fn no_other_price_ever_stands_in() {
        let others = json!({
            "dealerPrice": 17_001, "priceExport": 17_002, "priceOverpass": 17_003,
            "netPrice": 17_004, "priceDealer": 17_005, "recommendedRetailPrice": 30_000,
            "isNetPrice": true, "isPriceNegotiable": true,
        });
        for only in [None, Some(PriceField::Price), Some(PriceField::PriceYard)] {
            assert_eq!(prices(&others, only), Prices::default());
        }
    }
}
