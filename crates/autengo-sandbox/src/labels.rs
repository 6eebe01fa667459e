//! The texts of coded values, in both languages.
//!
//! The reference names the keys; of the numeric ones it shows a single example each, which these
//! tables follow (`vehicleTypeId` 6, `pollutionBadge` 4, `emissionClass` 9, `colorId` 7,
//! `interiorColorId` 3). The other numbers are the sandbox's own choice.

use crate::language::{Language, choose};

/// `(key, de, en)`
pub type Label = (&'static str, &'static str, &'static str);

/// The keys of a coded field of `Vehicle`, with their texts; `None` for a field that is not coded.
#[must_use]
pub fn of(field: &str) -> Option<&'static [Label]> {
    Some(match field {
        "vehicleState" => &VEHICLE_STATE,
        "vehicleTypeId" => &VEHICLE_TYPE,
        "climatisationType" => &CLIMATISATION,
        "conditionType" => &CONDITION,
        "pollutionBadge" => &POLLUTION_BADGE,
        "emissionClass" => &EMISSION_CLASS,
        "colorId" | "interiorColorId" => &COLOUR,
        "airbagType" => &AIRBAG,
        "interiorType" => &INTERIOR,
        "fuelType" => &FUEL,
        "fuelDetailType" => &FUEL_DETAIL,
        "transmissionType" => &TRANSMISSION,
        "tyreType" => &TYRE,
        "driveType" => &DRIVE,
        "slidingDoor" => &SLIDING_DOOR,
        _ => return None,
    })
}

/// The text of `key` in that field and language.
#[must_use]
pub fn text(field: &str, key: &str, language: Language) -> Option<&'static str> {
    let (_, de, en) = of(field)?.iter().find(|label| label.0 == key)?;
    Some(choose(language, de, en))
}

const VEHICLE_STATE: [Label; 3] = [
    ("incoming", "Im Zulauf", "Incoming"),
    ("inventory", "Im Bestand", "In stock"),
    ("sold", "Verkauft", "Sold"),
];

const VEHICLE_TYPE: [Label; 10] = [
    ("1", "Kleinwagen", "Small car"),
    ("2", "Cabrio/Roadster", "Convertible"),
    ("3", "Kombi", "Estate car"),
    ("4", "Sportwagen/Coupé", "Sports car/Coupé"),
    ("5", "SUV/Geländewagen", "SUV/Off-road"),
    ("6", "Limousine", "Saloon"),
    ("7", "Van/Minibus", "Van/Minibus"),
    ("8", "Transporter", "Panel van"),
    ("9", "Wohnmobil", "Motorhome"),
    ("10", "Andere", "Other"),
];

const CLIMATISATION: [Label; 6] = [
    ("none", "Keine Klimatisierung", "No air conditioning"),
    ("airConditioning", "Klimaanlage", "Air conditioning"),
    ("automaticClimateControl", "Klimaautomatik", "Automatic climate control"),
    ("automaticClimateControl2", "2-Zonen-Klimaautomatik", "2-zone climate control"),
    ("automaticClimateControl3", "3-Zonen-Klimaautomatik", "3-zone climate control"),
    ("automaticClimateControl4", "4-Zonen-Klimaautomatik", "4-zone climate control"),
];

const CONDITION: [Label; 6] = [
    ("new", "Neu", "New"),
    ("used", "Gebraucht", "Used"),
    ("employeesCar", "Jahreswagen", "Employee's car"),
    ("classic", "Oldtimer", "Classic car"),
    ("demonstration", "Vorführwagen", "Demonstration car"),
    ("dayRegistration", "Tageszulassung", "Pre-registered"),
];

const POLLUTION_BADGE: [Label; 5] = [
    ("1", "Keine", "None"),
    ("2", "Rot", "Red"),
    ("3", "Gelb", "Yellow"),
    ("4", "Grün", "Green"),
    ("5", "Nicht erforderlich", "Not required"),
];

const EMISSION_CLASS: [Label; 10] = [
    ("1", "Euro 1", "Euro 1"),
    ("2", "Euro 2", "Euro 2"),
    ("3", "Euro 3", "Euro 3"),
    ("4", "Euro 4", "Euro 4"),
    ("5", "Euro 5", "Euro 5"),
    ("6", "Euro 6", "Euro 6"),
    ("7", "Euro 6b", "Euro 6b"),
    ("8", "Euro 6c", "Euro 6c"),
    ("9", "Euro 6d-Temp", "Euro 6d-Temp"),
    ("10", "Euro 6d", "Euro 6d"),
];

const COLOUR: [Label; 14] = [
    ("1", "Schwarz", "Black"),
    ("2", "Braun", "Brown"),
    ("3", "Beige", "Beige"),
    ("4", "Gold", "Gold"),
    ("5", "Grau", "Grey"),
    ("6", "Grün", "Green"),
    ("7", "Blau", "Blue"),
    ("8", "Orange", "Orange"),
    ("9", "Rot", "Red"),
    ("10", "Silber", "Silver"),
    ("11", "Violett", "Purple"),
    ("12", "Weiß", "White"),
    ("13", "Gelb", "Yellow"),
    ("14", "Andere", "Other"),
];

const AIRBAG: [Label; 4] = [
    ("driverAirbag", "Fahrerairbag", "Driver airbag"),
    ("frontAirbag", "Front-Airbags", "Front airbags"),
    ("driverSideAirbag", "Front- und Seiten-Airbags", "Front and side airbags"),
    (
        "driverSideOtherAirbag",
        "Front-, Seiten- und weitere Airbags",
        "Front, side and further airbags",
    ),
];

const INTERIOR: [Label; 6] = [
    ("alcantara", "Alcantara", "Alcantara"),
    ("cloth", "Stoff", "Cloth"),
    ("fullLeather", "Vollleder", "Full leather"),
    ("partialLeather", "Teilleder", "Partial leather"),
    ("velour", "Velours", "Velour"),
    ("other", "Andere", "Other"),
];

const FUEL: [Label; 9] = [
    ("cng", "Erdgas (CNG)", "Natural gas (CNG)"),
    ("diesel", "Diesel", "Diesel"),
    ("electric", "Elektro", "Electric"),
    ("electricDiesel", "Hybrid (Diesel/Elektro)", "Hybrid (diesel/electric)"),
    ("electricGasoline", "Hybrid (Benzin/Elektro)", "Hybrid (petrol/electric)"),
    ("ethanol", "Ethanol (E85)", "Ethanol (E85)"),
    ("gasoline", "Benzin", "Petrol"),
    ("hydrogen", "Wasserstoff", "Hydrogen"),
    ("lpg", "Autogas (LPG)", "Autogas (LPG)"),
];

const FUEL_DETAIL: [Label; 16] = [
    ("lpg", "Autogas", "LPG"),
    ("normalGasoline91", "Normalbenzin (91 Oktan)", "Regular petrol (91 octane)"),
    ("super95", "Super (95 Oktan)", "Super (95 octane)"),
    ("superPlus98", "Super Plus (98 Oktan)", "Super Plus (98 octane)"),
    ("normalGasolineE1091", "Normalbenzin E10 (91 Oktan)", "Regular petrol E10 (91 octane)"),
    ("superE1095", "Super E10 (95 Oktan)", "Super E10 (95 octane)"),
    ("superPlusE1098", "Super Plus E10 (98 Oktan)", "Super Plus E10 (98 octane)"),
    ("diesel", "Diesel", "Diesel"),
    ("biodiesel", "Biodiesel", "Biodiesel"),
    ("vegetableOil", "Pflanzenöl", "Vegetable oil"),
    ("cngH", "Erdgas H", "Natural gas H"),
    ("cngL", "Erdgas L", "Natural gas L"),
    ("bioCng", "Bio-Erdgas", "Biogas"),
    ("ethanol85", "Ethanol E85", "Ethanol E85"),
    ("hydrogen", "Wasserstoff", "Hydrogen"),
    ("electric", "Strom", "Electricity"),
];

const TRANSMISSION: [Label; 3] = [
    ("automatic", "Automatik", "Automatic"),
    ("manual", "Schaltgetriebe", "Manual"),
    ("semiAutomatic", "Halbautomatik", "Semi-automatic"),
];

const TYRE: [Label; 3] = [
    ("summerTyres", "Sommerreifen", "Summer tyres"),
    ("winterTyres", "Winterreifen", "Winter tyres"),
    ("allSeasonTyres", "Ganzjahresreifen", "All-season tyres"),
];

const DRIVE: [Label; 4] = [
    ("front", "Frontantrieb", "Front-wheel drive"),
    ("rear", "Heckantrieb", "Rear-wheel drive"),
    ("all", "Allradantrieb", "All-wheel drive"),
    ("other", "Andere", "Other"),
];

const SLIDING_DOOR: [Label; 3] = [
    ("slidingDoorRight", "Schiebetür rechts", "Sliding door right"),
    ("slidingDoorLeft", "Schiebetür links", "Sliding door left"),
    ("slidingDoorBoth", "Schiebetüren", "Sliding doors"),
];
