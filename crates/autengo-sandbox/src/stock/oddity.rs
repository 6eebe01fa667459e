//! The fields as the API's own reference shows that they can be: `"NO"` for a boolean, `"array"`
//! for an array, numbers as text, nothing at all.
//!
//! Never odd are `sellingId`, `makeName`, `modelName`, `vehicleState` and `created`: without these a
//! vehicle is none. A client that meets none of this here meets all of it on the first day with the real API.

use serde_json::{Map, Value, json};

use super::car::Car;
use super::chance::Chance;

/// How many of the newest vehicles are free of it, so that a first page is fit to be shown.
const CLEAN: u32 = 24;

/// Makes about one vehicle in twelve odd. The names it returns are of coded fields that are
/// answered bare, without `{key, text}`.
pub(super) fn apply(
    fields: &mut Map<String, Value>,
    car: &Car,
    chance: &mut Chance,
) -> Vec<&'static str> {
    let mut bare = Vec::new();
    if car.number < CLEAN || car.rare || !chance.percent(8.5) {
        return bare;
    }
    for _ in 0..chance.between(1, 3) {
        match chance.between(0, 13) {
            0 => {
                let flag = chance.pick(&FLAGS);
                change(fields, flag, |value| {
                    json!(if *value == json!(true) { "YES" } else { "NO" })
                });
            }
            1 => {
                let number = chance.pick(&NUMBERS);
                change(fields, number, |value| json!(value.to_string()));
            }
            2 => {
                let list = chance.pick(&["equipment", "damages", "documents", "ads"]);
                fields.insert(list.into(), "array".into());
            }
            3 => bare.push(chance.pick(&["colorId", "fuelType", "emissionClass", "driveType"])),
            4 | 5 => {
                let name = chance.pick(&OPTIONAL);
                change(fields, name, |_| Value::Null);
            }
            6 | 7 => {
                let name = chance.pick(&OPTIONAL);
                fields.shift_remove(name);
            }
            8 => {
                for name in ["tyreTreadL", "tyreTreadR", "tyreTreadBL", "tyreTreadBR"] {
                    fields.insert(name.into(), 1.2.into());
                }
            }
            9 => change(fields, "description", |_| MARKUP.into()),
            10 => change(fields, "description", |value| {
                long(value.as_str().unwrap_or_default()).into()
            }),
            11 => change(fields, "manufacturerColorName", |_| "".into()),
            12 => change(fields, "modelVersion", |_| "  ".into()),
            _ => change(fields, "deliveryPeriod", |_| "TODO".into()),
        }
    }
    bare
}

fn change(fields: &mut Map<String, Value>, name: &str, to: impl Fn(&Value) -> Value) {
    if let Some(value) = fields.get_mut(name) {
        *value = to(value);
    }
}

/// A text as dealers paste it from other systems.
const MARKUP: &str = "<b>TOP-Zustand!</b><br>Für Rückfragen &amp; Probefahrten: \
    <a href=\"https://example.org\">Übersicht</a> <script>alert('Größe')</script>\n\n\
    ***  S O N D E R A K T I O N  ***\n• Winterräder\n• TÜV/AU neu\n• 100 % fair";

fn long(text: &str) -> String {
    let mut long = String::from(
        "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaftsfahrzeug. ",
    );
    for _ in 0..24 {
        long.push_str(text);
        long.push('\n');
    }
    long
}

const FLAGS: [&str; 8] = [
    "isNetPrice",
    "isPriceNegotiable",
    "isMetallicColor",
    "isDamaged",
    "hadAccidentDamage",
    "isDrivable",
    "hasFullServiceHistory",
    "isNonSmoker",
];

const NUMBERS: [&str; 9] = [
    "kilometers",
    "powerKw",
    "cubicCapacity",
    "doorCount",
    "priceYard",
    "weight",
    "co2EmissionCombined",
    "consumptionFuelCombined",
    "previousOwnerCount",
];

const OPTIONAL: [&str; 34] = [
    "internalId",
    "modelVersion",
    "description",
    "firstRegistration",
    "kilometers",
    "vehicleTypeId",
    "climatisationType",
    "conditionType",
    "powerKw",
    "cubicCapacity",
    "doorCount",
    "seatCount",
    "pollutionBadge",
    "emissionClass",
    "colorId",
    "manufacturerColorName",
    "isMetallicColor",
    "airbagType",
    "interiorType",
    "interiorColorId",
    "fuelType",
    "fuelDetailType",
    "transmissionType",
    "isDamaged",
    "isDrivable",
    "hasFullServiceHistory",
    "cylinders",
    "priceYard",
    "isPluginHybrid",
    "driveType",
    "previousOwnerCount",
    "equipment",
    "updated",
    "vin",
];
