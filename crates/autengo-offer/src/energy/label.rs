//! The label of Anlage 1: which values stand on it.

use super::{Amount, Carrier, Class, Consumption, Drive, Tax, Unit, is_new};
use autengo_api::vehicle::{Date, Field, Vehicle};

/// The label of a new car.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// The drive.
    pub drive: Drive,
    /// The carrier that it runs on; of a plug-in hybrid, its fuel.
    pub carrier: Carrier,
    /// The consumption that every advertisement states.
    pub consumption: Consumption,
    /// How far a battery alone drives it, in kilometres.
    pub electric_range: Option<f64>,
    /// The electricity by phase.
    pub power: Option<Phases>,
    /// The fuel by phase; of a plug-in hybrid, with an empty battery.
    pub fuel: Option<Phases>,
    /// The cost of energy for 15,000 km a year, in euros.
    pub energy_cost: f64,
    /// Euros for a litre or a kilogram.
    pub fuel_price: Option<f64>,
    /// Euros for a kilowatt hour.
    pub power_price: Option<f64>,
    /// The year of these prices.
    pub price_year: Option<u16>,
    /// The possible costs of CO₂ in ten years at a middle, a low and a high price, in the law's order.
    pub carbon: [CarbonCost; 3],
    /// The first of these ten years.
    pub first_year: u16,
    /// Vehicle tax.
    pub tax: Tax,
    /// The day on which the label was made.
    pub made: Date,
}

/// Energy for 100 km, by phase of the test (§ 2 (3)).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Phases {
    /// Of all phases.
    pub combined: Amount,
    /// City, suburban, rural and motorway.
    pub each: [Amount; 4],
}

/// The possible costs of CO₂ in ten years.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct CarbonCost {
    /// In euros.
    pub cost: f64,
    /// The price of a tonne that this rests on, in euros, where it can be told.
    pub price: Option<f64>,
}

/// Combined, then phase by phase.
const POWER: [Field; 5] = [
    Field::ConsumptionPowerCombined,
    Field::ConsumptionPowerCity,
    Field::ConsumptionPowerSuburban,
    Field::ConsumptionPowerRural,
    Field::ConsumptionPowerHighway,
];
const FUEL: [Field; 5] = [
    Field::ConsumptionFuelCombined,
    Field::ConsumptionFuelCity,
    Field::ConsumptionFuelSuburban,
    Field::ConsumptionFuelRural,
    Field::ConsumptionFuelHighway,
];
/// Middle, low, high.
const CARBON: [Field; 3] = [
    Field::EnergieCostCo2CostsMiddle,
    Field::EnergieCostCo2CostsLow,
    Field::EnergieCostCo2CostsHigh,
];
/// Tonnes of CO₂ in ten years of 15,000 km, for each gram in a kilometre.
const TONNES: f64 = 0.15;

impl Label {
    /// The label of a vehicle on a day; `None` for a used one, for which it is not asked.
    ///
    /// # Errors
    /// Names the fields without which a label would say less than the law asks for. A battery's
    /// range is not among them: the API has no field that is documented to hold it.
    pub fn of(vehicle: &Vehicle, today: Date) -> Result<Option<Self>, Vec<Field>> {
        let stated = Drive::of(vehicle).zip(Carrier::of(vehicle)).zip(Consumption::of(vehicle));
        let Some(((drive, carrier), consumption)) = stated.filter(|_| is_new(vehicle, today))
        else {
            return Ok(None);
        };
        let mut missing = Vec::new();
        let mut read = |field: Field, is_needed: bool| {
            let number = vehicle.number(field).filter(|number| *number >= 0.0);
            if number.is_none() && is_needed {
                missing.push(field);
            }
            number
        };
        let is_electric = matches!(drive, Drive::Battery | Drive::PlugIn);
        let has_fuel = drive != Drive::Battery;
        let mut phases = |fields: [Field; 5], unit: Unit| {
            let [combined, each @ ..] =
                fields.map(|field| Amount::new(read(field, true).unwrap_or_default(), unit));
            Phases { combined, each }
        };
        let fuel_unit = match Unit::of(carrier) {
            Unit::KilowattHour => Unit::Litre,
            unit => unit,
        };
        let power = is_electric.then(|| phases(POWER, Unit::KilowattHour));
        let fuel = has_fuel.then(|| phases(FUEL, fuel_unit));
        let co2 = consumption.co2();
        let tax = Tax::of(vehicle, today);
        let label = Self {
            electric_range: if is_electric {
                read(Field::ElectricRangePluginHybrid, drive == Drive::PlugIn)
            } else {
                None
            },
            energy_cost: read(Field::EnergieCostConsumptionCosts, true).unwrap_or_default(),
            fuel_price: if has_fuel { read(Field::EnergieCostFuelPrice, true) } else { None },
            power_price: if is_electric { read(Field::EnergieCostPowerPrice, true) } else { None },
            price_year: price_year(vehicle),
            // What emits nothing costs nothing at any price.
            carbon: CARBON.map(|field| {
                let cost = read(field, co2 > 0.0).filter(|_| co2 > 0.0).unwrap_or_default();
                CarbonCost { cost, price: carbon_price(cost, co2) }
            }),
            first_year: first_year(price_year(vehicle), today),
            tax: tax.unwrap_or(Tax::Amount(0.0)),
            made: today,
            drive,
            carrier,
            consumption,
            power,
            fuel,
        };
        if tax.is_none() {
            missing.push(Field::EnergieCostTax);
        }
        if missing.is_empty() { Ok(Some(label)) } else { Err(missing) }
    }

    /// The year whose energy prices had to be used when the label was made, if it rests on those
    /// of an earlier one (Anlage 1 Teil I Nr. 8).
    #[must_use]
    pub fn binding_year(&self) -> Option<u16> {
        let binding = binding_year(self.made);
        self.price_year.filter(|year| *year < binding).map(|_| binding)
    }

    /// The class with an empty battery, of a plug-in hybrid.
    #[must_use]
    pub const fn discharged_class(&self) -> Option<Class> {
        match self.consumption {
            Consumption::PlugIn { discharged_class, .. } => Some(discharged_class),
            Consumption::Single { .. } => None,
        }
    }
}

/// The year of the energy prices, when it looks like one: the reference's example says 1500.
fn price_year(vehicle: &Vehicle) -> Option<u16> {
    let year = vehicle.text(Field::EnergieCostConsumptionPriceYear)?.parse().ok()?;
    (1990..2100).contains(&year).then_some(year)
}

/// The price of a tonne of CO₂ that a cost rests on, to the cent; a whole one where it fits.
fn carbon_price(cost: f64, co2: f64) -> Option<f64> {
    let tonnes = co2 * TONNES;
    let price = Some(cost / tonnes).filter(|_| tonnes > 0.0)?;
    let is_whole = (price.round() * tonnes - cost).abs() < 0.006;
    Some(if is_whole { price.round() } else { (price * 100.0).round() / 100.0 })
}

/// The ten years begin with the one after the prices were published (Anlage 1 Teil I Nr. 8): the
/// averages of a year are published on 30 June of the next one. Where the year of the prices is not
/// told, those apply that must be used.
fn first_year(price_year: Option<u16>, today: Date) -> u16 {
    price_year.unwrap_or_else(|| binding_year(today)) + 2
}

/// The year whose average prices must be used on a day: published on 30 June of the next one, they
/// are binding from 1 October.
fn binding_year(today: Date) -> u16 {
    (today.year + u16::from(today.month >= 10)).saturating_sub(2)
}
