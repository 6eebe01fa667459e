//! What a car costs, from what it cost when new, its age and its mileage.

use serde_json::{Map, Value};

use super::car::Car;
use super::chance::Chance;
use super::drive::Drive;
use super::round::{cent, whole};

/// Writes every price of the car. About three in a hundred have no public one (but the dealer's,
/// which must not be shown in its place).
pub(super) fn write(fields: &mut Map<String, Value>, car: &Car, chance: &mut Chance) {
    let retail = retail(car, chance);
    let price = asked(f64::from(retail) * residual(car, chance), chance);
    if !chance.percent(3.0) || car.number < 12 {
        fields.insert("priceYard".into(), price.into());
    }
    if car.condition != "classic" {
        fields.insert("recommendedRetailPrice".into(), retail.into());
    }
    let price = f64::from(price);
    fields.insert("dealerPrice".into(), whole(price * 0.9).into());
    fields.insert("priceExport".into(), cent(price / 1.19 * 0.97).into());
    if chance.percent(60.0) {
        let transfer = chance.between(59, 139) * 10;
        fields.insert("priceOverpass".into(), transfer.into());
    }
    fields.insert("isNetPrice".into(), chance.percent(30.0).into());
    fields.insert("isPriceNegotiable".into(), chance.percent(18.0).into());
}

/// When new, with what is built in.
fn retail(car: &Car, chance: &mut Chance) -> u32 {
    let base = f64::from(car.model.list_price);
    let weakest = f64::from(*car.model.power.start());
    let stronger = (f64::from(car.engine.power) - weakest) / weakest;
    let trim = car.make.trims.iter().position(|trim| *trim == car.trim);
    let trim = f64::from(u32::try_from(trim.unwrap_or(0)).unwrap_or(0));
    let drive = match car.engine.drive {
        Drive::Diesel | Drive::Lpg | Drive::Ethanol => 1800.0,
        Drive::Cng | Drive::GasolineHybrid => 2400.0,
        Drive::GasolinePlugin | Drive::DieselPlugin | Drive::DieselHybrid => 5600.0,
        Drive::Gasoline | Drive::Battery | Drive::Hydrogen => 0.0,
    };
    let gearbox =
        if car.gearbox == "automatic" && !car.engine.drive.is_electric() { 1900.0 } else { 0.0 };
    let wheels = if car.wheels == "all" { 2100.0 } else { 0.0 };
    let extras = base * chance.within(0.01, 0.13);
    let price = base * (1.0 + 0.3 * stronger + 0.025 * trim) + drive + gearbox + wheels + extras;
    whole(price / 10.0) * 10
}

/// The share of the price when new that is left.
fn residual(car: &Car, chance: &mut Chance) -> f64 {
    let left = match car.condition {
        "new" => chance.within(0.86, 0.97),
        "dayRegistration" => chance.within(0.79, 0.88),
        "demonstration" => chance.within(0.73, 0.83),
        "employeesCar" => chance.within(0.68, 0.79),
        "classic" => return chance.within(0.7, 1.45),
        _ => 0.81 * 0.9_f64.powf(car.age()) * chance.within(0.93, 1.07),
    };
    let usual = (13_000.0 * car.age()).max(5000.0);
    let driven = (f64::from(car.kilometers) - usual) / usual;
    let wear = if car.condition == "used" { (1.0 - 0.14 * driven).clamp(0.7, 1.12) } else { 1.0 };
    let battery = if car.engine.drive.is_electric() && car.age() > 1.0 { 0.84 } else { 1.0 };
    (left * wear * battery).max(0.03)
}

/// As dealers write prices: 18.990, 18.450, 18.880.
fn asked(price: f64, chance: &mut Chance) -> u32 {
    let hundreds = whole(price / 100.0).max(9) * 100;
    hundreds - chance.weighted(&[(10, 6), (50, 2), (20, 1), (0, 1), (1, 1)])
}
