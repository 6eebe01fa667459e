//! The vehicle tax on the label (Anlage 1 Teil I Nr. 8), and who is exempt from it for a time
//! (`KraftStG` § 3d).

use super::Drive;
use autengo_api::vehicle::{Date, Field, Vehicle};

/// The label's statement on the vehicle tax.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Tax {
    /// Euros a year.
    Amount(f64),
    /// Nothing for a time, which its footnote names.
    Exempt,
}

/// The first registrations that exempt, from the first to the last day.
const FROM: Date = Date { year: 2011, month: 5, day: Some(18) };
const TO: Date = Date { year: 2030, month: 12, day: Some(31) };
/// For how many years they do, and the last day of any.
const YEARS: u16 = 10;
const LAST: Date = Date { year: 2035, month: 12, day: Some(31) };

impl Tax {
    /// The statement of a vehicle's label on a day; `None` if the amount is needed and not known.
    #[must_use]
    pub fn of(vehicle: &Vehicle, today: Date) -> Option<Self> {
        if is_exempt(vehicle, today) {
            return Some(Self::Exempt);
        }
        let amount = vehicle.number(Field::EnergieCostTax).filter(|amount| *amount >= 0.0);
        // Who is exempt no more does not pay nothing: such a figure is of the time before.
        let is_stale = Drive::of(vehicle).is_some_and(Drive::is_free_of_co2);
        amount.filter(|amount| *amount > 0.0 || !is_stale).map(Self::Amount)
    }
}

/// Whether a battery's or a fuel cell's car is exempt on a day. One that is not registered yet is
/// as if it were registered today. A month without its day counts as its first one at most: what
/// is not certain is not said.
fn is_exempt(vehicle: &Vehicle, today: Date) -> bool {
    let first = vehicle.date(Field::FirstRegistration).unwrap_or(today);
    let until = Date { year: first.year.saturating_add(YEARS), ..first }.min(LAST);
    Drive::of(vehicle).is_some_and(Drive::is_free_of_co2)
        && (FROM..=TO).contains(&first)
        && today <= until
}
