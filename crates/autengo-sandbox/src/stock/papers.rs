//! Papers, tyres and technical data: the plain fields of a vehicle.

use serde_json::{Map, Value, json};

use super::calendar::TODAY;
use super::car::Car;
use super::chance::Chance;
use super::drive::Drive;

const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZ";
/// VINs have no I, O and Q.
const VIN: &[u8] = b"ABCDEFGHJKLMNPRSTUVWXYZ0123456789";
const DIGITS: &[u8] = b"0123456789";

/// Writes what stands in the papers.
pub(super) fn write(fields: &mut Map<String, Value>, car: &Car, chance: &mut Chance) {
    identity(fields, car, chance);
    engine(fields, car);
    state(fields, car, chance);
    if let Some(class) = emission_class(car) {
        fields.insert("emissionClass".into(), class.into());
    }
    fields.insert("pollutionBadge".into(), pollution_badge(car).into());
    tyres(fields, car, chance);
}

fn identity(fields: &mut Map<String, Value>, car: &Car, chance: &mut Chance) {
    let mut put = |name: &str, value: Value| {
        fields.insert(name.into(), value);
    };
    let prefix = match car.condition {
        "new" => "NW",
        "dayRegistration" => "TZ",
        "demonstration" => "VF",
        "employeesCar" => "JW",
        "classic" => "OT",
        _ => "GW",
    };
    put("internalId", format!("{prefix}-{}", 10_000 + car.number).into());
    put("branchId", (12_345 + chance.between(0, 4)).into());
    let source = match car.condition {
        "new" | "dayRegistration" => "factoryCar",
        _ => chance.weighted(&[
            ("trade-in", 40),
            ("repurchased", 25),
            ("leasingReturn", 28),
            ("factoryCar", 7),
        ]),
    };
    put("sourceType", source.into());
    let vin = format!("{}{}{}", car.make.wmi, chance.text(VIN, 8), chance.text(DIGITS, 6));
    put("vin", vin.into());
    put("hsn", car.make.hsn.into());
    put("tsn", chance.text(LETTERS, 3).into());
    let country =
        chance.weighted(&[("DE", 91), ("AT", 3), ("NL", 2), ("FR", 2), ("DK", 1), ("CZ", 1)]);
    put("countryId", country.into());
}

fn engine(fields: &mut Map<String, Value>, car: &Car) {
    let mut put = |name: &str, value: Value| {
        fields.insert(name.into(), value);
    };
    let (model, engine) = (car.model, car.engine);
    put("vehicleTypeId", model.body.into());
    put("powerKw", engine.power.into());
    if engine.displacement > 0 {
        put("cubicCapacity", engine.displacement.into());
        put("cylinders", engine.cylinders.into());
    }
    put("doorCount", model.doors.into());
    put("seatCount", model.seats.into());
    put("fuelType", engine.drive.fuel_type().into());
    put("fuelDetailType", car.fuel.into());
    put("transmissionType", car.gearbox.into());
    put("gears", gears(car).into());
    put("driveType", car.wheels.into());
    put("weight", car.weight.into());
    put("particulateFilter", (engine.drive.is_diesel() && car.built.year() >= 2006).into());
    let bio = matches!(car.fuel, "biodiesel" | "vegetableOil");
    put("isBioDieselSuitable", bio.into());
    put("isVegetableOilSuitable", (car.fuel == "vegetableOil").into());
    put("isPluginHybrid", engine.drive.is_plugin().into());
    let e10 = engine.drive.is_gasoline() && car.built.year() >= 2002;
    put("isE10Enabled", e10.into());
}

fn gears(car: &Car) -> u32 {
    if car.engine.drive.is_electric() {
        return 1;
    }
    let year = car.built.year();
    match car.gearbox {
        "manual" if year < 1985 => 4,
        "manual" if year < 2006 || car.engine.power < 75 => 5,
        "manual" => 6,
        _ if year < 2000 => 4,
        _ if year < 2008 => 5,
        _ if car.engine.power >= 130 && year >= 2014 => 8,
        _ if year >= 2010 => 7,
        _ => 6,
    }
}

fn state(fields: &mut Map<String, Value>, car: &Car, chance: &mut Chance) {
    let mut put = |name: &str, value: Value| {
        fields.insert(name.into(), value);
    };
    put("vehicleState", car.state.into());
    put("conditionType", car.condition.into());
    put("kilometers", car.kilometers.into());
    put("created", car.created.to_string().into());
    let changed = car.created.later(chance.between(0, 40 * 86_400));
    put("updated", changed.to_string().into());
    if let Some(day) = car.registered {
        put("firstRegistration", day.to_string().into());
        put("nextInspection", TODAY.after(chance.between(20, 720)).month().into());
        put("isInspectionNew", chance.percent(30.0).into());
    }
    let owners = match car.condition {
        "new" => 0,
        "used" if car.age() < 4.0 => 1,
        "used" => chance.between(1, 4),
        "classic" => chance.between(1, 6),
        _ => 1,
    };
    put("previousOwnerCount", owners.into());
    let used = matches!(car.condition, "used" | "classic");
    let damaged = used && chance.percent(3.5);
    let accident = damaged || (used && chance.percent(4.0));
    put("isDamaged", damaged.into());
    put("hadAccidentDamage", accident.into());
    put("isDrivable", (!damaged || chance.percent(70.0)).into());
    let list = if damaged { vec![chance.pick(&DAMAGES)] } else { vec![] };
    put("damages", json!(list));
    if car.age() > 1.0 {
        put("lastService", TODAY.before(chance.between(10, 380)).to_string().into());
        put("hasFullServiceHistory", chance.percent(72.0).into());
    }
    let granted = car.age() < 9.0 && chance.percent(80.0);
    put("isWarrantyGranted", granted.into());
    if granted && car.age() < 5.0 {
        put("warrantyExpiry", TODAY.after(chance.between(60, 1500)).to_string().into());
    }
    if car.state == "incoming" {
        put("deliveryDate", TODAY.after(chance.between(5, 120)).to_string().into());
        put(
            "deliveryPeriod",
            chance.pick(&["2 Wochen", "4 Wochen", "6 Wochen", "3 Monate"]).into(),
        );
    } else if chance.percent(40.0) {
        put("deliveryPeriod", chance.pick(&["sofort", "3 Tage", "1 Woche"]).into());
    }
    put("isNonSmoker", chance.percent(80.0).into());
    put("hasSparewheel", chance.percent(18.0).into());
    put("documents", documents(chance));
    let ads: &[&str] = if chance.percent(65.0) { &["mobile.de", "AutoScout24"] } else { &[] };
    put("ads", json!(ads));
}

const DAMAGES: [&str; 6] = [
    "Steinschlag Motorhaube",
    "Kratzer Stoßfänger hinten",
    "Delle Tür links",
    "Felge vorn rechts verschrammt",
    "Lackschaden Heckklappe",
    "Hagelschaden Dach",
];

/// Some have scans of the registration papers, which are not for the public.
fn documents(chance: &mut Chance) -> Value {
    if chance.percent(6.0) {
        json!([{
            "name": "Zulassungsbescheinigung Teil I",
            "url": "https://files.example/zulassungsbescheinigung.pdf",
        }])
    } else {
        json!([])
    }
}

/// `emissionClass`: what cars of that year had to meet. Nothing comes out of an electric car, and
/// nothing was asked of a classic one.
fn emission_class(car: &Car) -> Option<u32> {
    if car.engine.drive.is_electric() {
        return None;
    }
    Some(match car.built.year() {
        0..=1992 => return None,
        1993..=1996 => 1,
        1997..=2000 => 2,
        2001..=2005 => 3,
        2006..=2010 => 4,
        2011..=2014 => 5,
        2015 => 6,
        2016 => 7,
        2017 => 8,
        2018..=2020 => 9,
        _ => 10,
    })
}

/// `pollutionBadge`: red, yellow and green were given to diesels by class (35. `BImSchV`).
fn pollution_badge(car: &Car) -> u32 {
    match emission_class(car) {
        None if car.condition == "classic" => 5,
        Some(class) if car.engine.drive == Drive::Diesel => class.min(4),
        _ => 4,
    }
}

fn tyres(fields: &mut Map<String, Value>, car: &Car, chance: &mut Chance) {
    let tyres =
        chance.weighted(&[("summerTyres", 48), ("allSeasonTyres", 36), ("winterTyres", 16)]);
    fields.insert("tyreType".into(), tyres.into());
    let brands = ["Continental", "Michelin", "Pirelli", "Goodyear", "Hankook", "Bridgestone"];
    fields.insert("tyreBrand".into(), chance.pick(&brands).into());
    let worn = if car.is_legally_new() { 72 } else { chance.between(32, 70) };
    for name in ["tyreTreadL", "tyreTreadR", "tyreTreadBL", "tyreTreadBR"] {
        let tread = worn + chance.between(0, 6);
        fields.insert(name.into(), format!("{}.{}", tread / 10, tread % 10).into());
    }
}
