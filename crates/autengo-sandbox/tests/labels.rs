//! The texts of coded values, against the reference's own lists of keys.

use autengo_sandbox::contact::{self, Rule};
use autengo_sandbox::labels;
use autengo_sandbox::stock::fields::{FIELDS, Shape};

/// Every field that is `object` of `key` and `text` in the schema `Vehicle`, with its keys there.
const CODED: [(&str, &str); 16] = [
    ("vehicleState", "incoming, inventory, sold"),
    ("vehicleTypeId", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10"),
    (
        "climatisationType",
        "none, airConditioning, automaticClimateControl, automaticClimateControl2, automaticClimateControl3, automaticClimateControl4",
    ),
    ("conditionType", "new, used, employeesCar, classic, demonstration, dayRegistration"),
    ("pollutionBadge", "1, 2, 3, 4, 5"),
    ("emissionClass", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10"),
    ("colorId", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14"),
    ("airbagType", "driverAirbag, frontAirbag, driverSideAirbag, driverSideOtherAirbag"),
    ("interiorType", "alcantara, cloth, fullLeather, partialLeather, velour, other"),
    ("interiorColorId", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14"),
    (
        "fuelType",
        "cng, diesel, electric, electricDiesel, electricGasoline, ethanol, gasoline, hydrogen, lpg",
    ),
    (
        "fuelDetailType",
        "lpg, normalGasoline91, super95, superPlus98, normalGasolineE1091, superE1095, superPlusE1098, diesel, biodiesel, vegetableOil, cngH, cngL, bioCng, ethanol85, hydrogen, electric",
    ),
    ("transmissionType", "automatic, manual, semiAutomatic"),
    ("tyreType", "summerTyres, winterTyres, allSeasonTyres"),
    ("driveType", "front, rear, all, other"),
    ("slidingDoor", "slidingDoorRight, slidingDoorLeft, slidingDoorBoth"),
];

/// The documented values of a contact's fields.
const CHOICES: [(&str, &str); 4] = [
    ("title", "Mr, Mrs"),
    ("source", "walkIn, mail, platform, phone, offlineMarketing, onlineMarketing"),
    ("type", "customer, supplier, partner, prospect"),
    ("salesTaxRegulation", "reverseCharge, taxless, withTax"),
];

fn check(field: &str, found: &[labels::Label], keys: &str) {
    let names: Vec<_> = found.iter().map(|label| label.0).collect();
    assert_eq!(names.join(", "), keys, "{field}");
    assert!(found.iter().all(|(_, de, en)| !de.is_empty() && !en.is_empty()), "{field}");
}

#[test]
fn every_key_of_a_vehicle_has_a_text_in_both_languages() {
    let coded: Vec<_> = FIELDS
        .iter()
        .filter(|(_, shape)| matches!(shape, Shape::Word | Shape::Code))
        .map(|(name, _)| *name)
        .collect();
    assert_eq!(coded, CODED.map(|(name, _)| name));
    for (field, keys) in CODED {
        check(field, labels::of(field).unwrap(), keys);
    }
    // What else the reference lists keys of is no object there, and comes as it is.
    for field in ["sourceType", "emissionsCombinedCo2Class", "emissionsDischargedCo2Class"] {
        assert_eq!(labels::of(field), None);
    }
}

#[test]
fn every_key_of_a_contact_has_a_text_in_both_languages() {
    let found: Vec<_> = contact::FIELDS
        .iter()
        .filter_map(|field| match field.rule {
            Rule::Choice(choices) => Some((field.name, choices)),
            _ => None,
        })
        .collect();
    assert_eq!(found.len(), CHOICES.len());
    for ((field, choices), (name, keys)) in found.into_iter().zip(CHOICES) {
        assert_eq!(field, name);
        check(field, choices, keys);
    }
}
