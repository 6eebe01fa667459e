//! The values of a vehicle's fields in words, with their units.

use std::borrow::Cow;

use autengo_api::vehicle::{Field, PublicVehicle, Shape, Unit};
use autengo_offer::energy::{self, Amount, Carrier, Drive};

use crate::i18n::{Locale, key};
use crate::pages::coded;
use crate::ui::energy;

/// A value in words, tracked by language; `None` if there is nothing to say.
pub(super) fn value(vehicle: &PublicVehicle, field: Field, locale: Locale) -> Option<String> {
    let text = || vehicle.text(field).map(Cow::into_owned);
    match field {
        // Of those who are exempt, nothing is no amount.
        Field::EnergieCostTax => {
            let is_exempt = Drive::of(vehicle).is_some_and(Drive::is_free_of_co2);
            let tax = vehicle.number(field).filter(|tax| *tax > 0.0 || !is_exempt);
            tax.map(|tax| locale.euro(tax))
        }
        // The reference's example says 1500, which is no year.
        Field::EnergieCostConsumptionPriceYear => text().filter(|year| is_year(year)),
        Field::FirstRegistration => vehicle.date(field).map(|date| locale.month(date)),
        Field::Hsn => {
            let hsn = vehicle.text(field).map(|hsn| format!("{hsn:0>4}"));
            let tsn = vehicle.text(Field::Tsn).map(Cow::into_owned);
            Some([hsn, tsn].into_iter().flatten().collect::<Vec<_>>().join("/"))
                .filter(|codes| !codes.is_empty())
        }
        // The one "no" that a buyer must know.
        Field::IsDrivable => {
            let flag = vehicle.flag(field)?;
            Some(locale.message(if flag { key::YES } else { key::NO }).to_owned())
        }
        Field::CountryId => vehicle.text(field).map(|code| locale.country(&code)),
        _ => match field.shape() {
            // "No" is no selling point, and of damage no promise that there was none.
            Shape::Bool => {
                let is_so = vehicle.flag(field).filter(|flag| *flag);
                is_so.map(|_| locale.message(key::YES).to_owned())
            }
            Shape::Number => quantity(vehicle, field, locale),
            Shape::Date => vehicle.date(field).map(|date| locale.date(date)).or_else(text),
            Shape::Coded => coded(vehicle, field, |name| locale.label(name)),
            Shape::Text => text(),
            Shape::List => None,
        },
    }
}

/// A number with its unit.
fn quantity(vehicle: &PublicVehicle, field: Field, locale: Locale) -> Option<String> {
    let number = vehicle.number(field)?;
    let with = |key, digits| locale.fill(key, &[("value", &locale.number(number, digits))]);
    let amount = |unit| energy(locale, Amount::new(number, unit));
    Some(match field.unit() {
        Some(Unit::Euro) => locale.euro(number),
        Some(Unit::Kilowatt) => locale.power(number),
        Some(Unit::Kilometre) => with(key::UNIT_KM, 0),
        Some(Unit::CubicCentimetre) => with(key::UNIT_CCM, 0),
        Some(Unit::Kilogram) => with(key::UNIT_KG, 0),
        Some(Unit::Millimetre) => with(key::UNIT_MM, 1),
        Some(Unit::GramPerKilometre) => with(key::UNIT_CO2, 0),
        Some(Unit::KilowattHourPer100Km) => amount(energy::Unit::KilowattHour),
        // Without its fuel, a figure has no unit.
        Some(Unit::FuelPer100Km) => match energy::Unit::of(Carrier::of(vehicle)?) {
            energy::Unit::KilowattHour => amount(energy::Unit::Litre),
            unit => amount(unit),
        },
        _ => locale.number(number, 0),
    })
}

fn is_year(text: &str) -> bool {
    text.len() == 4 && text.parse().is_ok_and(|year| (1990..2100).contains(&year))
}
