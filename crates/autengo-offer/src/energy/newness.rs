//! Which cars are new in the sense of § 2 (1) Nr. 2, with its presumptions.

use super::Consumption;
use autengo_api::choice::ConditionType;
use autengo_api::vehicle::{Date, Field, Vehicle};

/// Whether a car counts as new on a day. A missing date alone makes nothing new.
#[must_use]
pub fn is_new(vehicle: &Vehicle, today: Date) -> bool {
    let by_condition =
        matches!(vehicle.choice(), Some(ConditionType::New | ConditionType::DayRegistration));
    let by_mileage = vehicle.number(Field::Kilometers).is_some_and(|km| km <= 1000.0);
    let by_date =
        vehicle.date(Field::FirstRegistration).is_some_and(|first| at_most_8_months(first, today));
    by_condition || by_mileage || by_date
}

/// Whether a new car may be shown with nothing but its make, because data is missing that its
/// advertisement must state (Anlage 4 Teil I Nr. 3).
#[must_use]
pub fn is_incomplete(vehicle: &Vehicle, today: Date) -> bool {
    is_new(vehicle, today) && Consumption::of(vehicle).is_none()
}

fn at_most_8_months(first: Date, today: Date) -> bool {
    let months = |date: Date| i32::from(date.year) * 12 + i32::from(date.month);
    let apart = months(today) - months(first);
    // A month without its day counts from its last day: in doubt the car is new.
    apart < 8 || (apart == 8 && today.day.unwrap_or(1) <= first.day.unwrap_or(31))
}
