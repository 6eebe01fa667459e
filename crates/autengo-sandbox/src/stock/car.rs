//! Which car a vehicle of the stock is: model, engine, age and state, so that they fit together.

use super::calendar::{Day, Moment, TODAY};
use super::catalogue::{CATALOGUE, Engine, Make, Model, Offer, offers};
use super::chance::Chance;
use super::drive::Drive;
use super::round::whole;
use super::wish::{NO_WISH, Wish};

/// The choices from which all other fields of a vehicle follow.
#[derive(Debug)]
pub(super) struct Car {
    /// Its place in the stock, the newest first.
    pub(super) number: u32,
    /// Whether it is here for a value that must occur.
    pub(super) rare: bool,
    pub(super) make: &'static Make,
    pub(super) model: &'static Model,
    pub(super) engine: &'static Engine,
    /// `conditionType`
    pub(super) condition: &'static str,
    /// `vehicleState`
    pub(super) state: &'static str,
    pub(super) registered: Option<Day>,
    pub(super) built: Day,
    pub(super) created: Moment,
    pub(super) kilometers: u32,
    /// `transmissionType`
    pub(super) gearbox: &'static str,
    /// `driveType`
    pub(super) wheels: &'static str,
    /// `fuelDetailType`
    pub(super) fuel: &'static str,
    pub(super) trim: &'static str,
    /// Kerb weight in kg.
    pub(super) weight: u32,
}

impl Car {
    /// The car with that number in a stock that comes in every `gap` seconds.
    pub(super) fn choose(chance: &mut Chance, number: u32, gap: u32) -> Self {
        let wish = Wish::of(number);
        let created = Moment::before_tonight(
            number.saturating_mul(gap).saturating_add(chance.between(0, gap - 1)),
        );
        let condition = condition(chance, wish);
        let shelf = TODAY.since(created.day());
        let (make, model, engine, registered) = loop {
            let registered = registration(chance, condition, wish, shelf);
            let year = registered.unwrap_or(TODAY).year();
            if let Some((make, model, engine)) = choose_model(chance, year, wish) {
                break (make, model, engine, registered);
            }
        };
        let wheels = wish.wheels.unwrap_or_else(|| wheels(chance, model, engine));
        let built = match registered {
            Some(day) => day.before(chance.between(20, 140)),
            None => created.day().before(chance.between(5, 120)),
        };
        Self {
            number,
            rare: wish != NO_WISH,
            make,
            model,
            engine,
            condition,
            state: chance.weighted(&[("inventory", 85), ("incoming", 8), ("sold", 7)]),
            registered,
            built,
            created,
            kilometers: kilometers(chance, condition, engine, registered),
            gearbox: wish.gearbox.unwrap_or_else(|| gearbox(chance, engine, built.year())),
            wheels,
            fuel: wish.fuel.unwrap_or_else(|| fuel_detail(chance, engine, built.year())),
            trim: chance.pick(&make.trims),
            weight: model.weight
                + (engine.power - model.power.start()) / 2
                + if wheels == "all" { 60 } else { 0 },
        }
    }

    /// Years since the first registration.
    pub(super) fn age(&self) -> f64 {
        let days = self.registered.map_or(0, |day| TODAY.since(day));
        f64::from(days) / 365.25
    }

    /// Whether the Pkw-EnVKV presumes it new: not yet registered for anything but resale, or at
    /// most eight months or 1,000 km old (Pkw-EnVKV § 2).
    pub(super) fn is_legally_new(&self) -> bool {
        let eight_months = 243;
        matches!(self.condition, "new" | "dayRegistration")
            || self.kilometers <= 1000
            || self.registered.is_some_and(|day| TODAY.since(day) <= eight_months)
    }

    /// `1.5 TSI ACT DSG Style`, without extras.
    pub(super) fn version(&self) -> String {
        let mut words = vec![self.engine.label.replace("{}", self.model.badge)];
        let named = ["xDrive", "AWD", "4MATIC", "ALL4", "Twin", "Hybrid4", "M50"];
        if self.wheels == "all"
            && self.model.drive != "a"
            && !named.iter().any(|name| words[0].contains(name))
        {
            words.push(self.make.all_wheel.to_owned());
        }
        if self.gearbox == "automatic" && !self.engine.drive.is_electric() {
            words.push(self.make.automatic.to_owned());
        }
        if self.condition != "classic" {
            words.push(self.trim.to_owned());
        }
        words.join(" ")
    }
}

fn condition(chance: &mut Chance, wish: Wish) -> &'static str {
    if wish.classic {
        "classic"
    } else if wish != NO_WISH {
        // A used car can be of any year, so that there is one for each wish.
        "used"
    } else {
        chance.weighted(&[
            ("used", 780),
            ("new", 85),
            ("dayRegistration", 50),
            ("demonstration", 40),
            ("employeesCar", 30),
            ("classic", 15),
        ])
    }
}

/// The day of the first registration, before the car came into the stock `shelf` days ago.
fn registration(chance: &mut Chance, condition: &str, wish: Wish, shelf: u32) -> Option<Day> {
    let days = match condition {
        "new" => return None,
        "dayRegistration" => shelf + chance.between(1, 40),
        "demonstration" => shelf + chance.between(30, 200),
        "employeesCar" => shelf + chance.between(150, 360),
        "classic" => chance.between(36 * 365, 62 * 365),
        _ => match wish.years {
            Some((from, to)) => {
                let year = chance.between(from, to);
                let start = Day::new(i32::try_from(year).unwrap_or(2000), 1, 1);
                TODAY.since(start.after(chance.between(0, 364)))
            }
            None if wish.drive.is_some() || chance.percent(4.0) => chance.between(400, 26 * 365),
            None => shelf + 260 + whole(chance.unit().powf(1.8) * 15.0 * 365.0),
        },
    };
    Some(TODAY.before(days.max(shelf + 1)))
}

fn choose_model(
    chance: &mut Chance,
    year: u32,
    wish: Wish,
) -> Option<(&'static Make, &'static Model, &'static Engine)> {
    let fits = |engine: &Engine| {
        wish.drive.is_none_or(|drive| drive == engine.drive)
            && (wish.gearbox.is_none() || engine.gearboxes.contains('s'))
    };
    let offers: Vec<&Offer> = offers(year)
        .iter()
        .filter(|offer| wish.body.is_none_or(|body| body == offer.model.body))
        .filter(|offer| offer.engines.iter().any(|engine| fits(engine)))
        .collect();
    let makes: Vec<(&Make, u32)> = CATALOGUE
        .makes
        .iter()
        .filter(|make| offers.iter().any(|offer| offer.model.make == make.id))
        .map(|make| (make, make.share))
        .collect();
    if makes.is_empty() {
        return None;
    }
    let make = chance.weighted(&makes);
    let offers: Vec<_> = offers.into_iter().filter(|offer| offer.model.make == make.id).collect();
    let offer = chance.pick(&offers);
    let engines: Vec<_> = offer.engines.iter().copied().filter(|engine| fits(engine)).collect();
    Some((make, offer.model, chance.pick(&engines)))
}

fn wheels(chance: &mut Chance, model: &Model, engine: &Engine) -> &'static str {
    let all = ["xDrive30", "AWD", "4MATIC", "ALL4", "Twin", "Hybrid4", "M50"];
    let optional = model.drive.len() > 1
        && !engine.label.contains("RWD")
        && engine.power >= 100
        && chance.percent(35.0);
    if model.drive == "a" || optional || all.iter().any(|name| engine.label.contains(name)) {
        "all"
    } else if model.drive.starts_with('r') {
        "rear"
    } else {
        "front"
    }
}

fn gearbox(chance: &mut Chance, engine: &Engine, year: u32) -> &'static str {
    let share = f64::from(year.saturating_sub(1996)) * 1.5 + f64::from(engine.power) / 6.0;
    match engine.gearboxes {
        "a" => "automatic",
        "s" => "semiAutomatic",
        "ma" if chance.percent(share.clamp(8.0, 90.0)) => "automatic",
        "ms" if chance.percent(30.0) => "semiAutomatic",
        _ => "manual",
    }
}

fn kilometers(
    chance: &mut Chance,
    condition: &str,
    engine: &Engine,
    registered: Option<Day>,
) -> u32 {
    let years = registered.map_or(0.0, |day| f64::from(TODAY.since(day)) / 365.25);
    let a_year = if engine.drive.is_diesel() {
        18_500.0
    } else if engine.drive.is_electric() {
        13_500.0
    } else {
        12_000.0
    };
    match condition {
        "new" => chance.between(0, 25),
        "dayRegistration" => chance.between(5, 150),
        "demonstration" => chance.between(120, 1200) * 10,
        "employeesCar" => chance.between(300, 1900) * 10,
        "classic" => chance.between(900, 18_000) * 10,
        _ => {
            // Old cars are driven less.
            let driven = a_year * years.powf(0.88) * chance.within(0.45, 1.5);
            whole(driven.min(389_000.0) / 10.0) * 10 + chance.between(0, 9)
        }
    }
}

fn fuel_detail(chance: &mut Chance, engine: &Engine, year: u32) -> &'static str {
    match engine.drive {
        Drive::Gasoline | Drive::GasolineHybrid | Drive::GasolinePlugin => {
            if engine.power > 190 {
                chance.weighted(&[("superPlus98", 60), ("superPlusE1098", 15), ("super95", 25)])
            } else if year >= 2011 {
                chance.weighted(&[("super95", 40), ("superE1095", 55), ("superPlus98", 5)])
            } else {
                chance.weighted(&[("super95", 88), ("superPlus98", 6), ("superE1095", 6)])
            }
        }
        Drive::Diesel | Drive::DieselHybrid | Drive::DieselPlugin => "diesel",
        Drive::Battery => "electric",
        Drive::Cng => chance.weighted(&[("cngH", 6), ("cngL", 2), ("bioCng", 2)]),
        Drive::Lpg => "lpg",
        Drive::Ethanol => "ethanol85",
        Drive::Hydrogen => "hydrogen",
    }
}
