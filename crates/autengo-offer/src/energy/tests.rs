//! The rules as tables: every drive, every boundary, every field that may be missing.

use serde_json::{Map, Value, json};

use super::*;
use autengo_api::json::FromJson;
use autengo_api::vehicle::{Date, Field, Vehicle};

const TODAY: Date = Date { year: 2026, month: 11, day: Some(23) };

fn vehicle(fields: &Value) -> Vehicle {
    let mut object = json!({ "sellingId": "A" });
    object
        .as_object_mut()
        .expect("an object")
        .extend(fields.as_object().expect("an object").clone());
    Vehicle::from_json(&object).expect("decodes")
}

/// A new car about which everything is said that the API has a field for.
fn complete(fuel: &str, is_plug_in: bool) -> Value {
    json!({
        "conditionType": { "key": "new" },
        "fuelType": { "key": fuel },
        "isPluginHybrid": is_plug_in,
        "consumptionFuelCombined": 4.8,
        "consumptionFuelCity": 6.1,
        "consumptionFuelSuburban": 4.9,
        "consumptionFuelRural": 4.2,
        "consumptionFuelHighway": 5.0,
        "consumptionFuelCombinedWeighted": 1.2,
        "consumptionPowerCombined": 15.5,
        "consumptionPowerCity": 11.5,
        "consumptionPowerSuburban": 12.7,
        "consumptionPowerRural": 14.4,
        "consumptionPowerHighway": 19.2,
        "consumptionPowerCombinedWeighted": 13.4,
        "co2EmissionCombined": 108,
        "co2EmissionCombinedWeighted": 34,
        "co2EmissionsDischarged": 127,
        "emissionsCombinedCo2Class": "C",
        "emissionsDischargedCo2Class": "D",
        "electricRangePluginHybrid": 67,
        "energieCostConsumptionCosts": 1231.2,
        "energieCostFuelPrice": 1.71,
        "energieCostPowerPrice": 0.38,
        "energieCostConsumptionPriceYear": 2025,
        "energieCostTax": 86,
        "energieCostCo2CostsLow": 810,
        "energieCostCo2CostsMiddle": 1863,
        "energieCostCo2CostsHigh": 3078,
    })
}

fn without(fields: &Value, name: &str) -> Value {
    let mut fields = fields.clone();
    fields.as_object_mut().and_then(|fields| fields.remove(name)).expect("a field to take away");
    fields
}

const FUEL_PHASES: [&str; 4] = [
    "consumptionFuelCity",
    "consumptionFuelSuburban",
    "consumptionFuelRural",
    "consumptionFuelHighway",
];
const POWER_PHASES: [&str; 4] = [
    "consumptionPowerCity",
    "consumptionPowerSuburban",
    "consumptionPowerRural",
    "consumptionPowerHighway",
];
const CARBON: [&str; 3] =
    ["energieCostCo2CostsLow", "energieCostCo2CostsMiddle", "energieCostCo2CostsHigh"];
const COSTS: [&str; 2] = ["energieCostConsumptionCosts", "energieCostTax"];
/// The statements of a car that is exempt from the tax.
const EXEMPT_COSTS: [&str; 1] = ["energieCostConsumptionCosts"];

/// A drive, and which fields it cannot do without.
struct Case {
    fuel: &'static str,
    is_plug_in: bool,
    drive: Drive,
    unit: Unit,
    /// The statements of every advertisement: without one of these the car is masked.
    stated: Vec<&'static str>,
    /// The statements that the label adds: without one of these there is none.
    labelled: Vec<&'static str>,
}

fn cases() -> Vec<Case> {
    let engine = ["fuelType", "consumptionFuelCombined", "co2EmissionCombined"];
    let class = "emissionsCombinedCo2Class";
    let fuels = [
        ("gasoline", Unit::Litre),
        ("diesel", Unit::Litre),
        ("lpg", Unit::Litre),
        ("ethanol", Unit::Litre),
        ("electricGasoline", Unit::Litre),
        ("electricDiesel", Unit::Litre),
        ("cng", Unit::Kilogram),
    ];
    let mut cases: Vec<Case> = fuels
        .into_iter()
        .map(|(fuel, unit)| Case {
            fuel,
            is_plug_in: false,
            drive: Drive::Engine,
            unit,
            stated: [&engine[..], &[class]].concat(),
            labelled: [&FUEL_PHASES[..], &COSTS, &CARBON, &["energieCostFuelPrice"]].concat(),
        })
        .collect();
    cases.push(Case {
        fuel: "hydrogen",
        is_plug_in: false,
        drive: Drive::FuelCell,
        unit: Unit::Kilogram,
        stated: vec!["fuelType", "consumptionFuelCombined", class],
        labelled: [&FUEL_PHASES[..], &EXEMPT_COSTS, &["energieCostFuelPrice"]].concat(),
    });
    cases.push(Case {
        fuel: "electric",
        is_plug_in: false,
        drive: Drive::Battery,
        unit: Unit::KilowattHour,
        stated: vec!["fuelType", "consumptionPowerCombined", class],
        labelled: [&POWER_PHASES[..], &EXEMPT_COSTS, &["energieCostPowerPrice"]].concat(),
    });
    for (fuel, unit) in [
        ("electricGasoline", Unit::Litre),
        ("electricDiesel", Unit::Litre),
        ("cng", Unit::Kilogram),
        ("electric", Unit::Litre),
    ] {
        cases.push(Case {
            fuel,
            is_plug_in: true,
            drive: Drive::PlugIn,
            unit,
            stated: vec![
                "fuelType",
                "consumptionPowerCombinedWeighted",
                "consumptionFuelCombinedWeighted",
                "co2EmissionCombinedWeighted",
                "consumptionFuelCombined",
                class,
                "emissionsDischargedCo2Class",
            ],
            labelled: [
                &FUEL_PHASES[..],
                &POWER_PHASES,
                &COSTS,
                &CARBON,
                &[
                    "consumptionPowerCombined",
                    "energieCostFuelPrice",
                    "energieCostPowerPrice",
                    "electricRangePluginHybrid",
                ],
            ]
            .concat(),
        });
    }
    cases
}

#[test]
fn every_drive_states_and_labels_exactly_what_its_data_allows() {
    let mut rows = 0;
    for case in cases() {
        let (fuel, is_plug_in) = (case.fuel, case.is_plug_in);
        let whole = complete(fuel, is_plug_in);
        let car = vehicle(&whole);
        assert_eq!(Drive::of(&car), Some(case.drive), "{fuel}");
        let label = Label::of(&car, TODAY).expect("complete").expect("new");
        let unit = label.fuel.or(label.power).expect("phases").combined.unit;
        assert_eq!(unit, case.unit, "{fuel}");
        let fields = whole.as_object().expect("an object");
        for name in fields.keys().filter(|name| *name != "conditionType") {
            // Nothing, and a number below zero or a class that the law does not know.
            for broken in [None, Some(json!(-1)), Some(json!("A+"))] {
                let mut fields = without(&whole, name);
                if let Some(value) = &broken {
                    fields[name] = value.clone();
                }
                let car = vehicle(&fields);
                let is_a_drive_flag = name == "isPluginHybrid" && is_plug_in;
                if is_a_drive_flag {
                    continue; // another drive, with a case of its own
                }
                let is_stated = case.stated.contains(&name.as_str());
                let is_labelled = case.labelled.contains(&name.as_str());
                let row = format!("{fuel} (plug-in: {is_plug_in}), {name} is {broken:?}");
                assert_eq!(is_incomplete(&car, TODAY), is_stated, "{row}");
                assert_eq!(Consumption::of(&car).is_none(), is_stated, "{row}");
                let label = Label::of(&car, TODAY);
                match (is_stated, is_labelled) {
                    (true, _) => assert_eq!(label, Ok(None), "{row}"),
                    (false, true) => {
                        let missing = label.expect_err(&row);
                        assert_eq!(missing, [name.parse().expect(name)], "{row}");
                    }
                    (false, false) => assert!(matches!(label, Ok(Some(_))), "{row}"),
                }
                rows += 1;
            }
        }
    }
    // A table that shrinks proves less.
    assert_eq!(rows, 1080);
}

#[test]
fn each_drive_states_its_own_energy() {
    let amount = |value, unit| Amount { value, unit };
    for case in cases().iter().filter(|case| !case.is_plug_in) {
        let stated = Consumption::of(&vehicle(&complete(case.fuel, false))).expect("complete");
        let value = if case.drive == Drive::Battery { 15.5 } else { 4.8 };
        // A battery or a fuel cell gives off nothing, whatever the data says.
        let co2 = if case.drive == Drive::Engine { 108.0 } else { 0.0 };
        let energy = amount(value, case.unit);
        assert_eq!(stated, Consumption::Single { energy, co2, class: Class::C }, "{}", case.fuel);
    }
    let stated = Consumption::of(&vehicle(&complete("electricDiesel", true))).expect("complete");
    assert_eq!(
        stated,
        Consumption::PlugIn {
            power: amount(13.4, Unit::KilowattHour),
            fuel: amount(1.2, Unit::Litre),
            co2: 34.0,
            discharged_fuel: amount(4.8, Unit::Litre),
            class: Class::C,
            discharged_class: Class::D,
        }
    );
}

#[test]
fn a_fuel_that_is_not_known_has_no_unit() {
    for fuel in ["vegetableOil", "other", ""] {
        let car = vehicle(&complete(fuel, false));
        assert_eq!(Drive::of(&car), None, "{fuel}");
        assert!(is_incomplete(&car, TODAY), "{fuel}");
    }
}

#[test]
fn classes_change_at_their_boundaries() {
    let cases = [
        (0, Class::A),
        (1, Class::B),
        (95, Class::B),
        (96, Class::C),
        (115, Class::C),
        (116, Class::D),
        (135, Class::D),
        (136, Class::E),
        (155, Class::E),
        (156, Class::F),
        (175, Class::F),
        (176, Class::G),
        (999, Class::G),
    ];
    for (co2, class) in cases {
        let mut fields = complete("gasoline", false);
        fields["co2EmissionCombined"] = json!(co2);
        let stated = Consumption::of(&vehicle(&fields)).expect("complete");
        assert_eq!(stated.class_by_co2(), class, "{co2} g/km");
        // What the API says is stated, and can be compared.
        assert_eq!(stated.class(), Class::C);
        let mut fields = complete("electricGasoline", true);
        fields["co2EmissionCombinedWeighted"] = json!(co2);
        let stated = Consumption::of(&vehicle(&fields)).expect("complete");
        assert_eq!(stated.class_by_co2(), class, "{co2} g/km, weighted");
    }
    for (text, class) in [("a", Some(Class::A)), (" G ", Some(Class::G)), ("A+", None), ("H", None)]
    {
        assert_eq!(Class::parse(text.trim()), class, "{text}");
    }
}

#[test]
fn figures_are_rounded_as_merchants_round() {
    for (given, stated) in
        [(4.85, 4.9), (4.84, 4.8), (5.25, 5.3), (8.35, 8.4), (0.05, 0.1), (15.0, 15.0)]
    {
        assert_eq!(Amount::new(given, Unit::Litre).value.to_string(), stated.to_string());
    }
    for (given, stated) in [(95.4, 95.0), (95.5, 96.0), (0.4, 0.0)] {
        let mut fields = complete("gasoline", false);
        fields["co2EmissionCombined"] = json!(given);
        let co2 = Consumption::of(&vehicle(&fields)).expect("complete").co2();
        assert_eq!(co2.to_string(), stated.to_string());
    }
}

#[test]
fn cars_are_new_by_condition_mileage_or_date() {
    let day = |year, month, day| Date { year, month, day: Some(day) };
    let cases = [
        (json!({ "conditionType": { "key": "new" } }), TODAY, true),
        (json!({ "conditionType": "new", "kilometers": 9000 }), TODAY, true),
        (json!({ "conditionType": "dayRegistration" }), TODAY, true),
        (json!({ "conditionType": "demonstration", "kilometers": 5000 }), TODAY, false),
        (json!({ "conditionType": "employeesCar" }), TODAY, false),
        (json!({ "conditionType": "classic" }), TODAY, false),
        (json!({ "conditionType": "used", "kilometers": 0 }), TODAY, true),
        (json!({ "conditionType": "used", "kilometers": 1000 }), TODAY, true),
        (json!({ "conditionType": "used", "kilometers": "1000" }), TODAY, true),
        (json!({ "conditionType": "used", "kilometers": 1001 }), TODAY, false),
        // Eight months to the day.
        (json!({ "firstRegistration": "2026-03-24" }), TODAY, true),
        (json!({ "firstRegistration": "2026-03-23" }), TODAY, true),
        (json!({ "firstRegistration": "2026-03-22" }), TODAY, false),
        (json!({ "firstRegistration": "2026-03" }), TODAY, true),
        (json!({ "firstRegistration": "2026-02" }), TODAY, false),
        (json!({ "firstRegistration": "2027-01-01" }), TODAY, true),
        // Over the turn of a year, and into a month that is too short.
        (json!({ "firstRegistration": "2026-06-30" }), day(2027, 2, 28), true),
        (json!({ "firstRegistration": "2026-06-30" }), day(2027, 3, 1), false),
        (json!({ "firstRegistration": "2025-05-15" }), day(2026, 1, 15), true),
        (json!({ "firstRegistration": "2025-05-15" }), day(2026, 1, 16), false),
        (json!({ "firstRegistration": "soon" }), TODAY, false),
        (json!({ "kilometers": null, "firstRegistration": null }), TODAY, false),
        (json!({}), TODAY, false),
    ];
    for (fields, today, expected) in cases {
        assert_eq!(is_new(&vehicle(&fields), today), expected, "{fields} on {today:?}");
    }
}

#[test]
fn used_cars_have_neither_mask_nor_label() {
    for kilometers in [1001, 120_000] {
        let mut fields = without(&complete("gasoline", false), "conditionType");
        fields["kilometers"] = json!(kilometers);
        assert_eq!(Label::of(&vehicle(&fields), TODAY), Ok(None));
        assert!(Consumption::of(&vehicle(&fields)).is_some());
        let fields = without(&fields, "co2EmissionCombined");
        assert!(!is_incomplete(&vehicle(&fields), TODAY));
    }
}

#[test]
fn costs_name_the_prices_they_rest_on() {
    let label = |changes: &Value| {
        let mut fields: Map<_, _> = complete("gasoline", false).as_object().cloned().expect("some");
        fields.extend(changes.as_object().cloned().expect("an object"));
        Label::of(&vehicle(&Value::Object(fields)), TODAY).expect("complete").expect("new")
    };
    let prices = |label: &Label| label.carbon.map(|carbon| carbon.price);
    // Middle, low, high, as Anlage 1 has them.
    let usual = label(&json!({}));
    assert_eq!(usual.carbon.map(|carbon| Some(carbon.cost)), [1863.0, 810.0, 3078.0].map(Some));
    assert_eq!(prices(&usual), [Some(115.0), Some(50.0), Some(190.0)]);
    assert_eq!((usual.price_year, usual.first_year), (Some(2025), 2027));
    // 34 g/km at 115 €/t, written to the cent.
    let odd = label(&json!({ "co2EmissionCombined": 34, "energieCostCo2CostsMiddle": 586.5 }));
    assert_eq!(prices(&odd)[0], Some(115.0));
    // Nothing is emitted: no price can be told, and none is needed.
    let free = label(&json!({ "co2EmissionCombined": 0 }));
    assert_eq!(prices(&free), [None; 3]);
    assert_eq!(free.carbon.map(|carbon| Some(carbon.cost)), [Some(0.0); 3]);
    // The reference's example is no year.
    let unknown = label(&json!({ "energieCostConsumptionPriceYear": 1500 }));
    assert_eq!((unknown.price_year, unknown.first_year), (None, 2027));
}

#[test]
fn the_ten_years_follow_the_publication_of_the_prices() {
    let mut fields = complete("gasoline", false);
    fields["energieCostConsumptionPriceYear"] = Value::Null;
    for (month, first) in [(6, 2026), (9, 2026), (10, 2027), (12, 2027)] {
        let today = Date { month, ..TODAY };
        let label = Label::of(&vehicle(&fields), today).expect("complete").expect("new");
        assert_eq!(label.first_year, first, "month {month}");
    }
}

const fn day(year: u16, month: u8, day: u8) -> Date {
    Date { year, month, day: Some(day) }
}

/// A new car of that drive, with a first registration and a tax where they are given.
fn taxed(fuel: &str, first: Option<&str>, tax: Option<f64>) -> Vehicle {
    let mut fields = complete(fuel, false);
    fields["firstRegistration"] = json!(first);
    fields["energieCostTax"] = json!(tax);
    vehicle(&fields)
}

#[test]
fn cars_without_emissions_are_exempt_from_tax_for_a_time() {
    let cases = [
        // Not registered yet: until the last day on which it could be in time.
        (None, TODAY, true),
        (None, day(2030, 12, 31), true),
        (None, day(2031, 1, 1), false),
        (None, day(2036, 1, 1), false),
        (None, day(2011, 5, 17), false),
        (None, day(2011, 5, 18), true),
        // Registered: by that day, for ten years and until the end of 2035 at most.
        (Some("2011-05-17"), TODAY, false),
        (Some("2011-05"), TODAY, false),
        (Some("2016-11-22"), TODAY, false),
        (Some("2016-11-23"), TODAY, true),
        (Some("2026-03"), TODAY, true),
        (Some("2030-12-31"), day(2031, 6, 1), true),
        (Some("2030-12"), day(2031, 6, 1), true),
        (Some("2030-12-31"), day(2035, 12, 31), true),
        (Some("2030-12-31"), day(2036, 1, 1), false),
        (Some("2031-01-01"), day(2031, 6, 1), false),
        (Some("2031-01"), day(2031, 6, 1), false),
        // A registration that is planned.
        (Some("2026-12-24"), TODAY, true),
        (Some("2031-01-02"), day(2030, 12, 1), false),
    ];
    for (first, today, is_exempt) in cases {
        for fuel in ["electric", "hydrogen"] {
            let row = format!("{fuel}, registered {first:?}, on {today:?}");
            // Neither needed nor said, whatever is given.
            for given in [None, Some(0.0), Some(-1.0)] {
                let label = Label::of(&taxed(fuel, first, given), today);
                if is_exempt {
                    let label = label.expect(&row).expect("new");
                    assert_eq!(label.tax, Tax::Exempt, "{row}, {given:?}");
                } else {
                    assert_eq!(label.expect_err(&row), [Field::EnergieCostTax], "{row}, {given:?}");
                }
            }
            let label = Label::of(&taxed(fuel, first, Some(77.0)), today).expect(&row);
            let expected = if is_exempt { Tax::Exempt } else { Tax::Amount(77.0) };
            assert_eq!(label.expect("new").tax, expected, "{row}");
        }
    }
}

#[test]
fn engines_pay_tax_on_any_day() {
    for fuel in ["gasoline", "diesel", "lpg", "cng", "ethanol", "electricGasoline"] {
        for today in [TODAY, day(2031, 1, 1)] {
            for tax in [0.0, 86.0] {
                let label = Label::of(&taxed(fuel, None, Some(tax)), today).expect("complete");
                assert_eq!(label.expect("new").tax, Tax::Amount(tax), "{fuel}");
            }
            let missing = Label::of(&taxed(fuel, None, None), today).expect_err(fuel);
            assert_eq!(missing, [Field::EnergieCostTax]);
        }
    }
    // The socket of a plug-in hybrid exempts it from nothing.
    let fields = without(&complete("electric", true), "energieCostTax");
    let missing = Label::of(&vehicle(&fields), TODAY).expect_err("no tax");
    assert_eq!(missing, [Field::EnergieCostTax]);
}

#[test]
fn labels_tell_when_newer_prices_are_binding() {
    // The averages of a year are published on 30 June of the next, and binding from 1 October.
    let cases = [
        (2024, day(2026, 6, 30), None),
        (2024, day(2026, 7, 1), None),
        (2024, day(2026, 9, 30), None),
        (2024, day(2026, 10, 1), Some(2025)),
        (2023, day(2026, 9, 30), Some(2024)),
        (2025, day(2026, 7, 1), None),
        (2025, day(2026, 10, 1), None),
        (2025, day(2027, 9, 30), None),
        (2025, day(2027, 10, 1), Some(2026)),
        (2026, day(2026, 11, 23), None),
        // No year: nothing is known to be old.
        (1500, day(2030, 1, 1), None),
    ];
    for (year, today, binding) in cases {
        let mut fields = complete("gasoline", false);
        fields["energieCostConsumptionPriceYear"] = json!(year);
        let label = Label::of(&vehicle(&fields), today).expect("complete").expect("new");
        assert_eq!(label.binding_year(), binding, "prices of {year} on {today:?}");
        assert_eq!(label.price_year, Some(year).filter(|year| *year > 1990), "still said");
    }
}
