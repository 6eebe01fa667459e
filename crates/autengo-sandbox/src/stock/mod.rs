//! The stock: vehicles that fit together, the same ones for the same seed.
//!
//! Each vehicle is decided in steps that follow from each other: which car it is (`car`), what that
//! car costs and uses (`price`, `energy`, `cost`), how it looks (`look`), what its papers say
//! (`papers`), what the dealer writes (`words`), and at last what has gone wrong with its data
//! (`oddity`).

mod calendar;
mod car;
mod catalogue;
mod chance;
mod cost;
mod drive;
mod energy;
mod equipment;
pub mod fields;
mod look;
mod oddity;
mod papers;
mod price;
mod round;
mod vehicle;
mod wish;
mod words;

use std::collections::BTreeMap;

pub use calendar::{Day, TODAY};
pub use vehicle::{Hidden, Vehicle};

use catalogue::CATALOGUE;

/// The vehicles of that seed, the newest first.
///
/// The same seed and count give the same vehicles, byte for byte, on every machine and day; "now"
/// is [`TODAY`].
pub fn vehicles(seed: u64, count: u32) -> impl Iterator<Item = Vehicle> {
    // They came in over the last year, evenly.
    let gap = (340 * 86_400 / count.max(1)).max(1);
    (0..count).map(move |number| Vehicle::generate(seed, number, gap))
}

/// A make of the reference data.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Make {
    /// `makeId`
    pub id: u32,
    /// `makeName`
    pub name: &'static str,
    /// Its models: `modelId` and `modelName`.
    pub models: BTreeMap<u32, &'static str>,
}

/// Every make there is, whether or not the yard has one of its cars.
pub fn makes() -> impl Iterator<Item = Make> {
    CATALOGUE.makes.iter().map(|make| Make {
        id: make.id,
        name: make.name,
        models: CATALOGUE
            .models
            .iter()
            .filter(|model| model.make == make.id)
            .map(|model| (model.id, model.name))
            .collect(),
    })
}
