//! Colours, upholstery and comfort.

use serde_json::{Map, Value};

use super::car::Car;
use super::chance::Chance;

/// The manufacturers' names of a colour: `(colorId, how often, their names)`.
const COLOURS: [(u32, u32, &[&str]); 14] = [
    (
        1,
        220,
        &[
            "Deep Black Perleffekt",
            "Mythosschwarz Metallic",
            "Obsidianschwarz",
            "Saphirschwarz",
            "Uni Schwarz",
        ],
    ),
    (2, 22, &["Mahagonibraun Metallic", "Citrinbraun", "Toffeebraun Metallic"]),
    (3, 20, &["Titanium Beige", "Karatbeige Metallic", "Sandbeige"]),
    (4, 14, &["Currygold Metallic", "Champagnergold", "Sunflare Gold"]),
    (
        5,
        215,
        &[
            "Daytonagrau Perleffekt",
            "Nardograu",
            "Mineralgrau Metallic",
            "Selenitgrau Metallic",
            "Urano Grey",
            "Magnetic Grau",
        ],
    ),
    (6, 34, &["Britischgrün Metallic", "Salbeigrün", "Mambagrün", "Waldgrün"]),
    (
        7,
        115,
        &[
            "Navarrablau Metallic",
            "Reflexblau Metallic",
            "Denimblau Perleffekt",
            "Estorilblau",
            "Ozeanblau",
            "Chroma Blue",
        ],
    ),
    (8, 20, &["Valenciaorange", "Energetic Orange Metallic", "Sunset Orange"]),
    (
        9,
        70,
        &["Tornadorot", "Melbourne Rot Metallic", "Chilirot", "Soul Red Crystal", "Velvet-Rot"],
    ),
    (
        10,
        105,
        &["Florettsilber Metallic", "Iridiumsilber", "Reflexsilber Metallic", "Mondsteinsilber"],
    ),
    (11, 14, &["Merlinviolett", "Aubergine Metallic", "Techno Violet"]),
    (12, 185, &["Pure White", "Gletscherweiß Metallic", "Alpinweiß", "Candy-Weiß", "Polarweiß"]),
    (13, 20, &["Pyritgelb Metallic", "Limonengelb", "Sonnengelb", "Speedgelb"]),
    (14, 14, &["Sonderlackierung", "Zweifarblackierung", "Folierung matt"]),
];

/// Writes how the car looks, inside and outside.
pub(super) fn write(fields: &mut Map<String, Value>, car: &Car, chance: &mut Chance) {
    let mut put = |name: &str, value: Value| {
        fields.insert(name.into(), value);
    };
    let weights = COLOURS.map(|(id, share, names)| ((id, names), share));
    let (colour, names) = chance.weighted(&weights);
    let name = chance.pick(names);
    put("colorId", colour.into());
    put("manufacturerColorName", name.into());
    let plain = name.contains("Uni ") || name == "Nardograu" || name == "Pure White";
    let metallic = name.contains("Metallic") || name.contains("Perleffekt");
    put("isMetallicColor", (metallic || (!plain && chance.percent(30.0))).into());
    let upholstery = if car.model.list_price > 45_000 {
        chance.weighted(&[
            ("fullLeather", 45),
            ("partialLeather", 22),
            ("alcantara", 13),
            ("cloth", 14),
            ("other", 6),
        ])
    } else {
        chance.weighted(&[
            ("cloth", 62),
            ("partialLeather", 16),
            ("fullLeather", 10),
            ("velour", 4),
            ("alcantara", 5),
            ("other", 3),
        ])
    };
    put("interiorType", upholstery.into());
    let inside = chance.weighted(&[
        (1, 560),
        (5, 190),
        (3, 80),
        (2, 50),
        (12, 20),
        (9, 20),
        (7, 15),
        (10, 12),
        (4, 12),
        (6, 12),
        (8, 12),
        (11, 12),
        (13, 12),
        (14, 15),
    ]);
    put("interiorColorId", inside.into());
    put("climatisationType", climate(car, chance).into());
    if let Some(airbags) = airbags(car, chance) {
        put("airbagType", airbags.into());
    }
    if matches!(car.model.body, 7 | 8) || (car.model.body == 9 && chance.percent(50.0)) {
        let doors = chance.weighted(&[
            ("slidingDoorRight", 5),
            ("slidingDoorLeft", 1),
            ("slidingDoorBoth", 4),
        ]);
        put("slidingDoor", doors.into());
    }
}

fn climate(car: &Car, chance: &mut Chance) -> &'static str {
    if car.condition == "classic" {
        "none"
    } else if car.model.list_price > 45_000 && car.built.year() > 2008 {
        chance.weighted(&[
            ("automaticClimateControl", 15),
            ("automaticClimateControl2", 45),
            ("automaticClimateControl3", 28),
            ("automaticClimateControl4", 12),
        ])
    } else if car.built.year() > 2008 {
        chance.weighted(&[
            ("airConditioning", 30),
            ("automaticClimateControl", 40),
            ("automaticClimateControl2", 28),
            ("none", 2),
        ])
    } else {
        chance.weighted(&[("none", 20), ("airConditioning", 50), ("automaticClimateControl", 30)])
    }
}

fn airbags(car: &Car, chance: &mut Chance) -> Option<&'static str> {
    match car.built.year() {
        0..=1992 => None,
        1993..=2000 => Some(chance.weighted(&[("driverAirbag", 60), ("frontAirbag", 40)])),
        2001..=2008 => Some(chance.weighted(&[
            ("driverAirbag", 4),
            ("frontAirbag", 36),
            ("driverSideAirbag", 60),
        ])),
        _ => Some(chance.weighted(&[
            ("driverAirbag", 1),
            ("frontAirbag", 4),
            ("driverSideAirbag", 30),
            ("driverSideOtherAirbag", 65),
        ])),
    }
}
