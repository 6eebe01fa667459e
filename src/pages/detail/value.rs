//! The values of a vehicle's fields in words, with their units.

use autengo_api::vehicle::{Field, PublicVehicle, Shape};
use autengo_offer::energy::{Amount, Carrier, Drive, Unit};

use crate::i18n::{Key, Locale, key};
use crate::pages::coded;
use crate::ui::energy;

/// A value in words, tracked by language; `None` if there is nothing to say.
pub(super) fn value(vehicle: &PublicVehicle, field: Field, locale: Locale) -> Option<String> {
    let unit = |key: Key, digits: u8| {
        let number = locale.number(vehicle.number(field)?, digits);
        Some(locale.fill(key, &[("value", &number)]))
    };
    let amount = |unit| Some(energy(locale, Amount::new(vehicle.number(field)?, unit)));
    match field {
        Field::PowerKw => vehicle.number(field).map(|kw| locale.power(kw)),
        Field::Kilometers | Field::ElectricRangePluginHybrid => unit(key::UNIT_KM, 0),
        Field::CubicCapacity => unit(key::UNIT_CCM, 0),
        Field::Weight => unit(key::UNIT_KG, 0),
        Field::TyreTreadL | Field::TyreTreadR | Field::TyreTreadBL | Field::TyreTreadBR => {
            unit(key::UNIT_MM, 1)
        }
        Field::Co2EmissionCombined
        | Field::Co2EmissionCombinedWeighted
        | Field::Co2EmissionsDischarged => unit(key::UNIT_CO2, 0),
        Field::ConsumptionPowerCombined
        | Field::ConsumptionPowerCity
        | Field::ConsumptionPowerSuburban
        | Field::ConsumptionPowerRural
        | Field::ConsumptionPowerHighway
        | Field::ConsumptionPowerCombinedWeighted => amount(Unit::KilowattHour),
        Field::ConsumptionFuelCombined
        | Field::ConsumptionFuelCity
        | Field::ConsumptionFuelSuburban
        | Field::ConsumptionFuelRural
        | Field::ConsumptionFuelHighway
        | Field::ConsumptionFuelCombinedWeighted => {
            // Without its fuel, a figure has no unit.
            match Unit::of(Carrier::of(vehicle)?) {
                Unit::KilowattHour => amount(Unit::Litre),
                unit => amount(unit),
            }
        }
        Field::EnergieCostConsumptionCosts
        | Field::EnergieCostFuelPrice
        | Field::EnergieCostPowerPrice
        | Field::EnergieCostCo2CostsLow
        | Field::EnergieCostCo2CostsMiddle
        | Field::EnergieCostCo2CostsHigh
        | Field::RecommendedRetailPrice => vehicle.number(field).map(|amount| locale.euro(amount)),
        // Of those who are exempt, nothing is no amount.
        Field::EnergieCostTax => {
            let is_exempt = Drive::of(vehicle).is_some_and(Drive::is_free_of_co2);
            let tax = vehicle.number(field).filter(|tax| *tax > 0.0 || !is_exempt);
            tax.map(|tax| locale.euro(tax))
        }
        // The reference's example says 1500, which is no year.
        Field::EnergieCostConsumptionPriceYear => {
            vehicle.text(field).filter(|year| is_year(year)).map(std::borrow::Cow::into_owned)
        }
        Field::FirstRegistration => vehicle.date(field).map(|date| locale.month(date)),
        Field::Hsn => {
            let hsn = vehicle.text(field).map(|hsn| format!("{hsn:0>4}"));
            let tsn = vehicle.text(Field::Tsn).map(std::borrow::Cow::into_owned);
            Some([hsn, tsn].into_iter().flatten().collect::<Vec<_>>().join("/"))
                .filter(|codes| !codes.is_empty())
        }
        // The one "no" that a buyer must know.
        Field::IsDrivable => {
            let flag = vehicle.flag(field)?;
            Some(locale.message(if flag { key::YES } else { key::NO }).to_owned())
        }
        Field::CountryId => vehicle.text(field).map(|code| locale.country(&code)),
        _ => plain(vehicle, field, locale),
    }
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse().is_ok_and(|year| (1990..2100).contains(&year))
}

fn plain(vehicle: &PublicVehicle, field: Field, locale: Locale) -> Option<String> {
    match field.shape() {
        // "No" is no selling point, and of damage no promise that there was none.
        Shape::Bool => {
            vehicle.flag(field).filter(|flag| *flag).map(|_| locale.message(key::YES).to_owned())
        }
        Shape::Number => vehicle.number(field).map(|number| locale.number(number, 0)),
        Shape::Date => {
            let date = vehicle.date(field).map(|date| locale.date(date));
            date.or_else(|| vehicle.text(field).map(std::borrow::Cow::into_owned))
        }
        Shape::Coded => coded(vehicle, field, |name| locale.label(name)),
        Shape::Text => vehicle.text(field).map(std::borrow::Cow::into_owned),
        Shape::List => None,
    }
}
