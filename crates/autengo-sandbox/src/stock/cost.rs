//! What driving a car costs (Pkw-EnVKV Anlage 1).

use serde_json::{Map, Value};

use super::car::Car;
use super::drive::Drive;
use super::round::{cent, tenth, whole};

/// The year of the energy prices below.
const PRICE_YEAR: u32 = 2025;
const POWER_PRICE: f64 = 0.38;
/// Euros for a tonne of CO2 over the next ten years: low, middle, high.
const CO2_PRICES: [f64; 3] = [60.0, 130.0, 200.0];

/// The consumption and emission of a car, on average and with both of its drives.
#[derive(Clone, Copy, Debug)]
pub(super) struct Average {
    /// Litres or kilograms per 100 km.
    pub(super) fuel: f64,
    /// Kilowatt-hours per 100 km.
    pub(super) power: f64,
    /// Grams per km.
    pub(super) co2: u32,
}

/// Writes what 15,000 km a year cost in energy, what CO2 may cost in ten years, and the tax.
pub(super) fn write(fields: &mut Map<String, Value>, car: &Car, average: Average) {
    let Average { fuel, power, co2 } = average;
    let drive = car.engine.drive;
    let fuel_price = match drive {
        Drive::Diesel | Drive::DieselHybrid | Drive::DieselPlugin => 1.61,
        Drive::Cng => 1.39,
        Drive::Lpg => 1.07,
        Drive::Ethanol => 1.19,
        Drive::Hydrogen => 16.75,
        Drive::Battery => 0.0,
        Drive::Gasoline | Drive::GasolineHybrid | Drive::GasolinePlugin => 1.71,
    };
    let mut put = |name: &str, value: Value| {
        fields.insert(name.into(), value);
    };
    if drive != Drive::Battery {
        put("energieCostFuelPrice", fuel_price.into());
    }
    if drive.is_plugin() || drive == Drive::Battery {
        put("energieCostPowerPrice", POWER_PRICE.into());
    }
    put("energieCostConsumptionPriceYear", PRICE_YEAR.into());
    let a_year = 150.0 * (tenth(fuel) * fuel_price + tenth(power) * POWER_PRICE);
    put("energieCostConsumptionCosts", cent(a_year).into());
    put("energieCostTax", tax(car, co2).into());
    let names = ["energieCostCo2CostsLow", "energieCostCo2CostsMiddle", "energieCostCo2CostsHigh"];
    for (name, price) in names.into_iter().zip(CO2_PRICES) {
        // 150,000 km in ten years: 0.15 tonnes for each gram per km.
        put(name, cent(f64::from(co2) * 0.15 * price).into());
    }
}

/// Vehicle tax a year in euros (`KraftStG` § 9 (1) Nr. 2 c).
fn tax(car: &Car, co2: u32) -> u32 {
    if car.engine.drive.is_electric() {
        return 0;
    }
    let a_hundred = if car.engine.drive.is_diesel() { 9.5 } else { 2.0 };
    let displacement = f64::from(car.engine.displacement.div_ceil(100)) * a_hundred;
    let steps = [
        (95, 115, 2.0),
        (115, 135, 2.2),
        (135, 155, 2.5),
        (155, 175, 2.9),
        (175, 195, 3.4),
        (195, u32::MAX, 4.0),
    ];
    let emissions: f64 = steps
        .into_iter()
        .map(|(from, to, rate)| f64::from(co2.clamp(from, to) - from) * rate)
        .sum();
    whole((displacement + emissions).floor())
}
