//! What the boxes of the label say, as names and values.

use autengo_offer::energy::{Carrier, Drive, Label, Phases, Tax};

use crate::i18n::{Key, Locale, key};
use crate::ui::energy;

/// A name and its value.
pub(super) struct Row {
    pub(super) name: String,
    pub(super) value: String,
}

impl Row {
    pub(super) fn new(name: String, value: String) -> Self {
        Self { name, value }
    }

    /// A statement of an advertisement, taken apart at its colon.
    pub(super) fn stated(line: &str) -> Self {
        let (name, value) = line.split_once(": ").unwrap_or((line, ""));
        Self::new(name.to_owned(), value.to_owned())
    }
}

/// The drive, and the energy that it runs on.
pub(super) fn carriers(locale: Locale, label: &Label) -> Vec<Row> {
    let words = |key: Key| locale.message(key).to_owned();
    let drive = match label.drive {
        Drive::Engine => key::LABEL_DRIVE_ENGINE,
        Drive::Battery => key::LABEL_DRIVE_BATTERY,
        Drive::FuelCell => key::LABEL_DRIVE_FUEL_CELL,
        Drive::PlugIn => key::LABEL_DRIVE_PLUG_IN,
    };
    let fuel = match label.carrier {
        Carrier::Petrol => key::LABEL_CARRIER_PETROL,
        Carrier::Diesel => key::LABEL_CARRIER_DIESEL,
        Carrier::Lpg => key::LABEL_CARRIER_LPG,
        Carrier::Ethanol => key::LABEL_CARRIER_ETHANOL,
        Carrier::Cng => key::LABEL_CARRIER_CNG,
        Carrier::Hydrogen => key::LABEL_CARRIER_HYDROGEN,
        Carrier::Power => key::LABEL_CARRIER_POWER,
    };
    // § 2 (1) Nr. 13 and 15: electricity and hydrogen are no fuels.
    let is_fuel = !matches!(label.carrier, Carrier::Hydrogen | Carrier::Power);
    let name = if is_fuel { key::LABEL_CARRIER } else { key::LABEL_CARRIER_OTHER };
    let mut rows =
        vec![Row::new(words(key::LABEL_DRIVE), words(drive)), Row::new(words(name), words(fuel))];
    if label.drive == Drive::PlugIn && is_fuel {
        rows.push(Row::new(words(key::LABEL_CARRIER_OTHER), words(key::LABEL_CARRIER_POWER)));
    }
    rows
}

/// How far a battery alone drives it.
pub(super) fn range(locale: Locale, label: &Label) -> Option<Row> {
    let range = locale.number(label.electric_range?, 0);
    let is_plug_in = label.drive == Drive::PlugIn;
    let name = if is_plug_in { key::LABEL_RANGE_EAER } else { key::LABEL_RANGE };
    let value = locale.fill(key::UNIT_KM, &[("value", &range)]);
    Some(Row::new(locale.message(name).to_owned(), value))
}

/// The phases of the test, by kind of energy.
pub(super) fn phases(locale: Locale, label: &Label) -> Vec<(String, Vec<Row>)> {
    const NAMES: [Key; 4] =
        [key::LABEL_CITY, key::LABEL_SUBURBAN, key::LABEL_RURAL, key::LABEL_HIGHWAY];
    let is_plug_in = label.drive == Drive::PlugIn;
    let (power, fuel) = if is_plug_in {
        (key::LABEL_POWER_ELECTRIC, key::LABEL_FUEL_DISCHARGED)
    } else {
        (key::LABEL_POWER, key::LABEL_FUEL)
    };
    let rows = |phases: Phases| {
        let all = std::iter::once((key::LABEL_COMBINED, phases.combined))
            .chain(NAMES.into_iter().zip(phases.each));
        all.map(|(name, amount)| Row::new(locale.message(name).to_owned(), energy(locale, amount)))
            .collect()
    };
    let kinds = [(power, label.power), (fuel, label.fuel)].into_iter();
    kinds
        .filter_map(|(name, phases)| Some((locale.message(name).to_owned(), rows(phases?))))
        .collect()
}

/// The costs of energy in a year, and the prices that these rest on, in brackets.
pub(super) fn energy_cost(locale: Locale, label: &Label) -> (Row, String) {
    let euro = |price: f64| locale.euro(price);
    let fuel = match label.carrier {
        Carrier::Cng => key::LABEL_PRICE_GAS,
        Carrier::Hydrogen => key::LABEL_PRICE_HYDROGEN,
        _ => key::LABEL_PRICE_FUEL,
    };
    let price = |key: Key, price: f64| locale.fill(key, &[("price", &euro(price))]);
    let year = |year: u16| locale.fill(key::LABEL_PRICE_YEAR, &[("year", &year.to_string())]);
    let prices = [
        label.fuel_price.map(|it| price(fuel, it)),
        label.power_price.map(|it| price(key::LABEL_PRICE_POWER, it)),
        label.price_year.map(year),
    ];
    let prices = prices.into_iter().flatten().collect::<Vec<_>>().join("; ");
    let cost = locale.fill(key::LABEL_A_YEAR, &[("value", &euro(label.energy_cost))]);
    (Row::new(locale.message(key::LABEL_COST).to_owned(), cost), format!("({prices})"))
}

/// Vehicle tax a year, or that there is none for a time.
pub(super) fn tax(locale: Locale, label: &Label) -> Row {
    let value = match label.tax {
        Tax::Amount(tax) => locale.fill(key::LABEL_A_YEAR, &[("value", &locale.euro(tax))]),
        Tax::Exempt => format!("{}³", locale.message(key::LABEL_EXEMPT)),
    };
    Row::new(locale.message(key::LABEL_TAX).to_owned(), value)
}

/// The possible costs of CO₂, at each of the three prices.
pub(super) fn carbon(locale: Locale, label: &Label) -> Vec<Row> {
    let names = [key::LABEL_CARBON_MIDDLE, key::LABEL_CARBON_LOW, key::LABEL_CARBON_HIGH];
    let rows = names.into_iter().zip(label.carbon).map(|(name, carbon)| {
        let name = locale.message(name);
        let priced = |price: f64| {
            locale.fill(key::LABEL_CARBON_PRICE, &[("name", name), ("price", &locale.euro(price))])
        };
        Row::new(carbon.price.map_or_else(|| name.to_owned(), priced), locale.euro(carbon.cost))
    });
    rows.collect()
}
