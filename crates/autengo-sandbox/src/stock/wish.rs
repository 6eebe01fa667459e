//! Rarities: what must occur in every stock of 1,000 vehicles, though chance may not bring it.

use super::drive::Drive;

/// The demands on a car; where it says nothing, chance decides.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Wish {
    pub(super) drive: Option<Drive>,
    pub(super) body: Option<u32>,
    pub(super) years: Option<(u32, u32)>,
    pub(super) fuel: Option<&'static str>,
    pub(super) gearbox: Option<&'static str>,
    pub(super) wheels: Option<&'static str>,
    pub(super) classic: bool,
}

/// Chance decides everything.
pub(super) const NO_WISH: Wish = Wish {
    drive: None,
    body: None,
    years: None,
    fuel: None,
    gearbox: None,
    wheels: None,
    classic: false,
};

const fn drive(drive: Drive) -> Wish {
    Wish { drive: Some(drive), ..NO_WISH }
}

const fn fuel(drive: Drive, fuel: &'static str, from: u32, to: u32) -> Wish {
    Wish { drive: Some(drive), fuel: Some(fuel), years: Some((from, to)), ..NO_WISH }
}

const fn body(body: u32) -> Wish {
    Wish { body: Some(body), ..NO_WISH }
}

/// They take turns on every 25th vehicle.
const WISHES: [Wish; 26] = [
    drive(Drive::Hydrogen),
    fuel(Drive::Cng, "cngH", 2013, 2022),
    body(9),
    fuel(Drive::Gasoline, "normalGasoline91", 1994, 2005),
    drive(Drive::Lpg),
    body(2),
    fuel(Drive::Diesel, "diesel", 1994, 1996),
    drive(Drive::DieselPlugin),
    body(10),
    fuel(Drive::Cng, "cngL", 2013, 2021),
    drive(Drive::Ethanol),
    body(4),
    fuel(Drive::Diesel, "biodiesel", 1999, 2008),
    drive(Drive::DieselHybrid),
    body(8),
    fuel(Drive::Diesel, "vegetableOil", 1998, 2000),
    Wish { gearbox: Some("semiAutomatic"), ..NO_WISH },
    fuel(Drive::Gasoline, "normalGasolineE1091", 2004, 2010),
    Wish { classic: true, ..NO_WISH },
    fuel(Drive::Cng, "bioCng", 2013, 2022),
    Wish { body: Some(8), wheels: Some("other"), ..NO_WISH },
    fuel(Drive::Gasoline, "superPlusE1098", 2012, 2025),
    fuel(Drive::Diesel, "diesel", 2002, 2004),
    body(7),
    fuel(Drive::Gasoline, "super95", 1994, 1996),
    Wish { years: Some((2016, 2017)), ..NO_WISH },
];

impl Wish {
    /// The demands on the vehicle with that number.
    pub(super) fn of(number: u32) -> Self {
        if number % 25 != 12 {
            return NO_WISH;
        }
        let turn = number as usize / 25;
        WISHES[turn % WISHES.len()]
    }
}
