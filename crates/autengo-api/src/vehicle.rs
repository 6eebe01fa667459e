//! A vehicle as responses carry it (reference, schema `Vehicle`).
//!
//! The reference contradicts itself about the shapes of values, so a vehicle keeps what came and
//! every reader asks for the shape it can use: one odd value never costs the vehicle, nor any
//! other of its fields.
//!
//! ```
//! use autengo_api::choice::FuelType;
//! use autengo_api::json::FromJson;
//! use autengo_api::vehicle::{Field, PublicVehicle};
//!
//! let vehicle = PublicVehicle::from_json(&serde_json::json!({
//!     "sellingId": "AIQWXW",
//!     "kilometers": "120000",
//!     "fuelType": { "key": "diesel", "text": "Diesel" },
//!     "vin": "dropped: no buyer may see it",
//! }))?;
//! assert_eq!(vehicle.number(Field::Kilometers), Some(120_000.0));
//! assert_eq!(vehicle.choice(), Some(FuelType::Diesel));
//! assert_eq!(vehicle.value(Field::Vin), None);
//! # Ok::<(), autengo_api::json::Unexpected>(())
//! ```

use std::borrow::Cow;
use std::fmt;
use std::str::FromStr;

use serde_json::{Map, Value};

use crate::choice::FieldChoice;
use crate::id::SellingId;
use crate::json::{FromJson, Json, Kind, Unexpected, decimal, flag, plain};
use crate::word::{self, UnknownWord};

/// How the reference describes the values of a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// Text.
    Text,
    /// A number, perhaps written as text.
    Number,
    /// `true` or `false`; the reference's example says `"NO"`.
    Bool,
    /// `YYYY-MM-DD`, or only `YYYY-MM`.
    Date,
    /// `{"key": …, "text": …}`, or the bare key.
    Coded,
    /// An array of undocumented elements.
    List,
}

/// Whether a buyer may see a field (dealer and export prices never).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Audience {
    Public,
    Internal,
}

/// The unit of a field's numbers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[non_exhaustive]
pub enum Unit {
    /// Euro.
    Euro,
    /// Kilometres.
    Kilometre,
    /// Kilowatts.
    Kilowatt,
    /// Cubic centimetres.
    CubicCentimetre,
    /// Kilograms.
    Kilogram,
    /// Millimetres.
    Millimetre,
    /// Grams per kilometre.
    GramPerKilometre,
    /// Litres or kilograms per 100 kilometres, by the vehicle's fuel.
    FuelPer100Km,
    /// Kilowatt hours per 100 kilometres.
    KilowattHourPer100Km,
}

macro_rules! fields {
    ($($variant:ident $name:literal $shape:ident $audience:ident $(in $unit:ident)?;)*) => {
        /// A documented field of a vehicle.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        #[non_exhaustive]
        pub enum Field {
            $(#[doc = concat!("`", $name, "`")] $variant,)*
        }

        impl Field {
            /// Every field, in the reference's order.
            pub const ALL: &[Self] = &[$(Self::$variant,)*];

            /// The name in the reference.
            #[must_use]
            pub const fn name(self) -> &'static str {
                match self { $(Self::$variant => $name,)* }
            }

            /// The documented shape of its values.
            #[must_use]
            pub const fn shape(self) -> Shape {
                match self { $(Self::$variant => Shape::$shape,)* }
            }

            /// The unit of its numbers; `None` for counts, codes and all that are no numbers.
            #[must_use]
            pub const fn unit(self) -> Option<Unit> {
                match self {
                    $($(Self::$variant => Some(Unit::$unit),)?)*
                    _ => None,
                }
            }

            const fn audience(self) -> Audience {
                match self { $(Self::$variant => Audience::$audience,)* }
            }
        }
    };
}

fields! {
    SellingId "sellingId" Text Public;
    InternalId "internalId" Text Public;
    BranchId "branchId" Number Internal;
    MakeName "makeName" Text Public;
    ModelName "modelName" Text Public;
    ModelVersion "modelVersion" Text Public;
    SourceType "sourceType" Text Internal;
    VehicleState "vehicleState" Coded Public;
    Description "description" Text Public;
    FirstRegistration "firstRegistration" Date Public;
    Kilometers "kilometers" Number Public in Kilometre;
    VehicleTypeId "vehicleTypeId" Coded Public;
    ClimatisationType "climatisationType" Coded Public;
    ConditionType "conditionType" Coded Public;
    Vin "vin" Text Internal;
    PowerKw "powerKw" Number Public in Kilowatt;
    CubicCapacity "cubicCapacity" Number Public in CubicCentimetre;
    DoorCount "doorCount" Number Public;
    SeatCount "seatCount" Number Public;
    PollutionBadge "pollutionBadge" Coded Public;
    EmissionClass "emissionClass" Coded Public;
    ColorId "colorId" Coded Public;
    ManufacturerColorName "manufacturerColorName" Text Public;
    IsMetallicColor "isMetallicColor" Bool Public;
    AirbagType "airbagType" Coded Public;
    InteriorType "interiorType" Coded Public;
    InteriorColorId "interiorColorId" Coded Public;
    FuelType "fuelType" Coded Public;
    FuelDetailType "fuelDetailType" Coded Public;
    TransmissionType "transmissionType" Coded Public;
    IsDamaged "isDamaged" Bool Public;
    HadAccidentDamage "hadAccidentDamage" Bool Public;
    IsDrivable "isDrivable" Bool Public;
    NextInspection "nextInspection" Date Public;
    IsInspectionNew "isInspectionNew" Bool Public;
    LastService "lastService" Date Public;
    HasFullServiceHistory "hasFullServiceHistory" Bool Public;
    TyreType "tyreType" Coded Public;
    TyreBrand "tyreBrand" Text Public;
    TyreTreadL "tyreTreadL" Number Public in Millimetre;
    TyreTreadR "tyreTreadR" Number Public in Millimetre;
    TyreTreadBL "tyreTreadBL" Number Public in Millimetre;
    TyreTreadBR "tyreTreadBR" Number Public in Millimetre;
    WarrantyExpiry "warrantyExpiry" Date Public;
    Tsn "tsn" Text Public;
    Hsn "hsn" Number Public;
    Gears "gears" Number Public;
    Cylinders "cylinders" Number Public;
    CountryId "countryId" Text Public;
    DeliveryDate "deliveryDate" Date Public;
    DeliveryPeriod "deliveryPeriod" Text Public;
    IsNonSmoker "isNonSmoker" Bool Public;
    ParticulateFilter "particulateFilter" Bool Public;
    IsBioDieselSuitable "isBioDieselSuitable" Bool Public;
    IsVegetableOilSuitable "isVegetableOilSuitable" Bool Public;
    IsPluginHybrid "isPluginHybrid" Bool Public;
    IsE10Enabled "isE10Enabled" Bool Public;
    Weight "weight" Number Public in Kilogram;
    HasSparewheel "hasSparewheel" Bool Public;
    DriveType "driveType" Coded Public;
    Created "created" Text Internal;
    Updated "updated" Text Internal;
    PreviousOwnerCount "previousOwnerCount" Number Public;
    IsWarrantyGranted "isWarrantyGranted" Bool Public;
    IsNetPrice "isNetPrice" Bool Internal;
    IsPriceNegotiable "isPriceNegotiable" Bool Public;
    DealerPrice "dealerPrice" Number Internal in Euro;
    Equipment "equipment" List Public;
    Damages "damages" List Public;
    Documents "documents" List Internal;
    Ads "ads" List Internal;
    PriceExport "priceExport" Number Internal in Euro;
    RecommendedRetailPrice "recommendedRetailPrice" Number Public in Euro;
    PriceYard "priceYard" Number Public in Euro;
    PriceOverpass "priceOverpass" Number Internal in Euro;
    SlidingDoor "slidingDoor" Coded Public;
    EmissionsCombinedCo2Class "emissionsCombinedCo2Class" Text Public;
    EmissionsDischargedCo2Class "emissionsDischargedCo2Class" Text Public;
    Co2EmissionCombined "co2EmissionCombined" Number Public in GramPerKilometre;
    ConsumptionFuelCombined "consumptionFuelCombined" Number Public in FuelPer100Km;
    ConsumptionFuelCity "consumptionFuelCity" Number Public in FuelPer100Km;
    ConsumptionFuelSuburban "consumptionFuelSuburban" Number Public in FuelPer100Km;
    ConsumptionFuelRural "consumptionFuelRural" Number Public in FuelPer100Km;
    ConsumptionFuelHighway "consumptionFuelHighway" Number Public in FuelPer100Km;
    ConsumptionPowerCombined "consumptionPowerCombined" Number Public in KilowattHourPer100Km;
    Co2EmissionCombinedWeighted "co2EmissionCombinedWeighted" Number Public in GramPerKilometre;
    ConsumptionFuelCombinedWeighted "consumptionFuelCombinedWeighted" Number Public in FuelPer100Km;
    ConsumptionPowerCombinedWeighted "consumptionPowerCombinedWeighted" Number Public in KilowattHourPer100Km;
    Co2EmissionsDischarged "co2EmissionsDischarged" Number Public in GramPerKilometre;
    ConsumptionPowerCity "consumptionPowerCity" Number Public in KilowattHourPer100Km;
    ConsumptionPowerSuburban "consumptionPowerSuburban" Number Public in KilowattHourPer100Km;
    ConsumptionPowerRural "consumptionPowerRural" Number Public in KilowattHourPer100Km;
    ConsumptionPowerHighway "consumptionPowerHighway" Number Public in KilowattHourPer100Km;
    ElectricRangePluginHybrid "electricRangePluginHybrid" Number Public in Kilometre;
    EnergieCostFuelPrice "energieCostFuelPrice" Number Public in Euro;
    EnergieCostPowerPrice "energieCostPowerPrice" Number Public in Euro;
    EnergieCostConsumptionPriceYear "energieCostConsumptionPriceYear" Number Public;
    EnergieCostTax "energieCostTax" Number Public in Euro;
    EnergieCostConsumptionCosts "energieCostConsumptionCosts" Number Public in Euro;
    EnergieCostCo2CostsLow "energieCostCo2CostsLow" Number Public in Euro;
    EnergieCostCo2CostsHigh "energieCostCo2CostsHigh" Number Public in Euro;
    EnergieCostCo2CostsMiddle "energieCostCo2CostsMiddle" Number Public in Euro;
    Price "price" Number Public in Euro;
}

impl Field {
    /// Whether a buyer may see it.
    #[must_use]
    pub const fn is_public(self) -> bool {
        matches!(self.audience(), Audience::Public)
    }
}

impl FromStr for Field {
    type Err = UnknownWord;

    fn from_str(name: &str) -> Result<Self, UnknownWord> {
        word::read(name, "field", Self::ALL, Self::name)
    }
}

impl fmt::Display for Field {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// A value that the API translates: what filters take, and what people read
/// (reference, "Internationalization").
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Coded<'a> {
    /// The value in filters.
    pub key: Cow<'a, str>,
    /// The value in the requested language, if the response has it.
    pub text: Option<&'a str>,
}

/// A value as it came, whatever the reference says of its shape.
#[derive(Clone, Debug, PartialEq)]
pub enum FieldValue {
    /// `true` or `false`
    Flag(bool),
    /// A number.
    Number(f64),
    /// A text.
    Text(String),
    /// An array.
    List(Vec<Self>),
    /// An object, by its key and its text, or by its name or title.
    Coded {
        /// The member `key`.
        key: Option<String>,
        /// The first of the members `text`, `name` and `title` that says something.
        text: Option<String>,
    },
}

impl FieldValue {
    /// Reads a value; `None` for `null`.
    #[must_use]
    pub fn read(value: &dyn Json) -> Option<Self> {
        let member = |name| Some(Self::read(&*value.member(name)?)?.scalar()?.into_owned());
        Some(match value.kind() {
            Kind::Null => return None,
            Kind::Flag(flag) => Self::Flag(flag),
            Kind::Number(number) => Self::Number(number),
            Kind::Text(text) => Self::Text(text),
            Kind::List => {
                Self::List(value.items().iter().filter_map(|item| Self::read(&**item)).collect())
            }
            Kind::Object => Self::Coded {
                key: member("key"),
                text: ["text", "name", "title"].into_iter().find_map(member),
            },
        })
    }

    /// The value as a trimmed text that is not empty, if it is one value and no object.
    fn scalar(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Text(text) => {
                Some(text.trim()).filter(|text| !text.is_empty()).map(Cow::Borrowed)
            }
            Self::Number(number) => Some(Cow::Owned(plain(*number))),
            Self::Flag(flag) => Some(Cow::Owned(flag.to_string())),
            Self::List(_) | Self::Coded { .. } => None,
        }
    }

    /// The same; of objects the text that people read.
    fn text(&self) -> Option<Cow<'_, str>> {
        match self {
            Self::Coded { key, text } => Some(text.as_deref().or(key.as_deref())?.into()),
            other => other.scalar(),
        }
    }
}

/// A vehicle with all that its response said.
#[derive(Clone, Debug, PartialEq)]
pub struct Vehicle {
    selling_id: SellingId,
    /// In the order of the fields.
    values: Vec<(Field, FieldValue)>,
    unknown: Map<String, Value>,
}

impl Vehicle {
    /// The id that names the vehicle everywhere in the API, `sellingId`.
    #[must_use]
    pub fn selling_id(&self) -> &SellingId {
        &self.selling_id
    }

    /// The value as it came; absent and `null` are both `None`.
    #[must_use]
    pub fn value(&self, field: Field) -> Option<&FieldValue> {
        let place = self.values.binary_search_by_key(&field, |(known, _)| *known);
        Some(&self.values[place.ok()?].1)
    }

    /// The response's members beyond the documented fields.
    #[must_use]
    pub fn unknown(&self) -> &Map<String, Value> {
        &self.unknown
    }

    /// The value as a trimmed text that is not empty. Of coded values, the text people read.
    #[must_use]
    pub fn text(&self, field: Field) -> Option<Cow<'_, str>> {
        self.value(field)?.text()
    }

    /// The value as a finite number, also if it came as text with a decimal point.
    #[must_use]
    pub fn number(&self, field: Field) -> Option<f64> {
        let number = match self.value(field)? {
            FieldValue::Number(number) => Some(*number),
            FieldValue::Text(text) => decimal(text),
            _ => None,
        };
        number.filter(|number| number.is_finite())
    }

    /// The value as yes or no, in every spelling that means one of them without doubt.
    #[must_use]
    pub fn flag(&self, field: Field) -> Option<bool> {
        flag(&self.value(field)?.scalar()?)
    }

    /// The value's key and text, from `{key, text}` or from a bare key.
    #[must_use]
    pub fn coded(&self, field: Field) -> Option<Coded<'_>> {
        match self.value(field)? {
            FieldValue::Coded { key, text } => {
                let key = key.as_deref().or(text.as_deref())?.into();
                Some(Coded { key, text: text.as_deref() })
            }
            bare => Some(Coded { key: bare.scalar()?, text: None }),
        }
    }

    /// The value of a field that the reference enumerates: `vehicle.choice::<FuelType>()`.
    #[must_use]
    pub fn choice<C: FieldChoice>(&self) -> Option<C> {
        self.coded(C::FIELD).map(|coded| C::from_name(&coded.key))
    }

    /// The texts of an array of texts, of `{key, text}` objects or of objects with a name; a value
    /// that is no array (`"array"` in the reference's example) has none.
    #[must_use]
    pub fn items(&self, field: Field) -> Vec<Cow<'_, str>> {
        match self.value(field) {
            Some(FieldValue::List(items)) => items.iter().filter_map(FieldValue::text).collect(),
            _ => Vec::new(),
        }
    }

    /// The year, month and, if given, day of a date field.
    #[must_use]
    pub fn date(&self, field: Field) -> Option<Date> {
        self.text(field)?.parse().ok()
    }
}

/// A calendar day, or a month when the day is not known. Ordered by time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    /// The year, four digits.
    pub year: u16,
    /// 1 to 12
    pub month: u8,
    /// 1 to 31; `None` in `YYYY-MM`
    pub day: Option<u8>,
}

impl FromStr for Date {
    type Err = UnknownWord;

    /// Reads `YYYY-MM-DD`, `YYYY-MM`, and either with a time behind it.
    fn from_str(text: &str) -> Result<Self, UnknownWord> {
        Self::read(text).ok_or_else(|| UnknownWord { text: text.to_owned(), what: "date" })
    }
}

impl fmt::Display for Date {
    /// `YYYY-MM-DD`, or `YYYY-MM`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}", self.year, self.month)?;
        self.day.map_or(Ok(()), |day| write!(f, "-{day:02}"))
    }
}

impl Date {
    fn read(text: &str) -> Option<Self> {
        let date = text.split([' ', 'T']).next()?;
        let mut parts = date.split('-');
        let year = parts.next().filter(|year| year.len() == 4)?.parse().ok()?;
        let month = parts.next()?.parse().ok().filter(|month| (1..=12).contains(month))?;
        let day = match parts.next() {
            Some(day) => Some(day.parse().ok().filter(|day| (1..=31).contains(day))?),
            None => None,
        };
        (year > 0 && parts.next().is_none()).then_some(Self { year, month, day })
    }
}

impl Vehicle {
    /// Takes over the fields that `is_kept`.
    fn read(value: &dyn Json, is_kept: fn(Field) -> bool) -> Result<Self, Unexpected> {
        if value.kind() != Kind::Object {
            return Err(Unexpected::here("an object"));
        }
        let kept = Field::ALL.iter().filter(|field| is_kept(**field));
        let read = |field: &Field| FieldValue::read(&*value.member(field.name())?);
        let values: Vec<_> = kept.filter_map(|field| Some((*field, read(field)?))).collect();
        let id = values.iter().find(|(field, _)| *field == Field::SellingId);
        let Some(id) = id.and_then(|(_, id)| id.scalar()) else {
            return Err(Unexpected::at("sellingId", "a text"));
        };
        Ok(Self { selling_id: id.into_owned().into(), values, unknown: Map::new() })
    }
}

impl FromJson for Vehicle {
    /// A vehicle is an object with a `sellingId`; whatever else it has is kept as it is.
    fn from_json(value: &dyn Json) -> Result<Self, Unexpected> {
        let mut vehicle = Self::read(value, |_| true)?;
        if let Value::Object(all) = value.to_value() {
            let is_unknown =
                |name: &str, value: &Value| !value.is_null() && name.parse::<Field>().is_err();
            vehicle.unknown =
                all.into_iter().filter(|(name, value)| is_unknown(name, value)).collect();
        }
        Ok(vehicle)
    }
}

/// A vehicle with only what a buyer may see: the others, dealer and export prices among them, and
/// every field that the reference does not have, are dropped while it is read.
#[derive(Clone, Debug, PartialEq)]
pub struct PublicVehicle(Vehicle);

impl std::ops::Deref for PublicVehicle {
    type Target = Vehicle;

    fn deref(&self) -> &Vehicle {
        &self.0
    }
}

impl FromJson for PublicVehicle {
    fn from_json(value: &dyn Json) -> Result<Self, Unexpected> {
        Vehicle::read(value, Field::is_public).map(Self)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    fn vehicle(extra: &Value) -> Vehicle {
        let mut object = json!({ "sellingId": "A" });
        let target = object.as_object_mut().expect("an object");
        target.extend(extra.as_object().expect("an object").clone());
        Vehicle::from_json(&object).expect("decodes")
    }

    #[test]
    fn no_is_not_true() {
        let vehicle =
            vehicle(&json!({ "isNetPrice": "NO", "isPriceNegotiable": "yes", "isDamaged": "?" }));
        assert_eq!(vehicle.flag(Field::IsNetPrice), Some(false));
        assert_eq!(vehicle.flag(Field::IsPriceNegotiable), Some(true));
        assert_eq!(vehicle.flag(Field::IsDamaged), None);
    }

    #[test]
    fn coded_values_come_in_both_shapes() {
        let vehicle = vehicle(&json!({
            "fuelType": { "key": "diesel", "text": "Diesel" },
            "colorId": 7,
            "driveType": { "key": "rear" },
            "tyreType": null,
        }));
        let fuel = vehicle.coded(Field::FuelType).expect("a fuel");
        assert_eq!((fuel.key.as_ref(), fuel.text), ("diesel", Some("Diesel")));
        assert_eq!(vehicle.coded(Field::ColorId).expect("a colour").key, "7");
        assert_eq!(vehicle.coded(Field::DriveType).expect("a drive").text, None);
        assert_eq!(vehicle.coded(Field::TyreType), None);
    }

    #[test]
    fn numbers_and_lists_come_in_several_shapes() {
        let vehicle = vehicle(&json!({
            "tyreTreadL": "1.2",
            "kilometers": 120_000,
            "weight": "heavy",
            "equipment": ["ABS", { "key": "esp", "text": "ESP" }, { "name": "Klima" }, 3, null, [], ""],
            "damages": "array",
        }));
        assert_eq!(vehicle.number(Field::TyreTreadL), Some(1.2));
        assert_eq!(vehicle.number(Field::Kilometers), Some(120_000.0));
        assert_eq!(vehicle.number(Field::Weight), None);
        assert_eq!(vehicle.items(Field::Equipment), ["ABS", "ESP", "Klima", "3"]);
        assert!(vehicle.items(Field::Damages).is_empty());
    }

    #[test]
    fn dates_may_lack_their_day() {
        let month = Date { year: 2017, month: 5, day: None };
        assert_eq!(("2017-05".parse(), month.to_string().as_str()), (Ok(month), "2017-05"));
        let day = Date { year: 2018, month: 8, day: Some(7) };
        assert_eq!("2018-08-07 15:47:17".parse(), Ok(day));
        assert_eq!(day.to_string(), "2018-08-07");
        for text in ["", "2017", "2017-13", "0000-00-00", "17-05-01", "soon", "2017-05-32"] {
            assert!(text.parse::<Date>().is_err(), "{text}");
        }
    }

    #[test]
    fn unknown_fields_survive_but_not_in_public() {
        let text = r#"{"sellingId":"A","price":1,"dealerPrice":2,"priceExport":3,"priceOverpass":4,"vin":"V","new":5}"#;
        let value: Value = serde_json::from_str(text).expect("valid JSON");
        let all = Vehicle::from_json(&value).expect("decodes");
        assert_eq!(all.unknown()["new"], 5);
        assert_eq!(all.number(Field::DealerPrice), Some(2.0));
        let public = PublicVehicle::from_json(&value).expect("decodes");
        assert!(public.unknown().is_empty());
        let left: Vec<_> =
            Field::ALL.iter().filter(|field| public.value(**field).is_some()).collect();
        assert_eq!(left, [&Field::SellingId, &Field::Price]);
    }
}
