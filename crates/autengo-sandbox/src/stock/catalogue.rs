//! What has been built: makes, models and engines, read from three tables of text.
//!
//! Tables, because a car in a row can be read and corrected by anyone who knows cars.

use std::collections::BTreeMap;
use std::ops::RangeInclusive;
use std::sync::LazyLock;

use super::drive::Drive;

/// A make, with its habits.
#[derive(Debug)]
pub(super) struct Make {
    pub(super) id: u32,
    pub(super) name: &'static str,
    /// The first three characters of its VINs.
    pub(super) wmi: &'static str,
    pub(super) hsn: u32,
    /// How often it stands in the yard, in relation to the others.
    pub(super) share: u32,
    /// What it calls all-wheel drive.
    pub(super) all_wheel: &'static str,
    /// What it calls its automatic gearbox.
    pub(super) automatic: &'static str,
    pub(super) trims: Vec<&'static str>,
}

/// One generation of a model.
#[derive(Debug)]
pub(super) struct Model {
    pub(super) make: u32,
    pub(super) id: u32,
    pub(super) name: &'static str,
    pub(super) generation: &'static str,
    /// `vehicleTypeId`
    pub(super) body: u32,
    pub(super) years: RangeInclusive<u32>,
    pub(super) list_price: u32,
    pub(super) power: RangeInclusive<u32>,
    pub(super) weight: u32,
    pub(super) doors: u32,
    pub(super) seats: u32,
    /// `f`, `r` or `a`, or two of them: the second in some of the cars.
    pub(super) drive: &'static str,
    engines: &'static str,
    pub(super) badge: &'static str,
}

/// One engine of a family that several models share.
#[derive(Debug)]
pub(super) struct Engine {
    pub(super) label: &'static str,
    pub(super) drive: Drive,
    pub(super) power: u32,
    pub(super) displacement: u32,
    pub(super) cylinders: u32,
    pub(super) years: RangeInclusive<u32>,
    /// Litres, kilograms or kilowatt-hours per 100 km in a car of 1,400 kg.
    pub(super) consumption: f64,
    /// Any of `m`, `a` and `s`.
    pub(super) gearboxes: &'static str,
    /// kWh per 100 km of a plug-in hybrid that drives electrically.
    pub(super) electric: Option<f64>,
    /// Electric range in km.
    pub(super) range: Option<u32>,
}

/// All tables.
#[derive(Debug)]
pub(super) struct Catalogue {
    pub(super) makes: Vec<Make>,
    pub(super) models: Vec<Model>,
    engines: BTreeMap<&'static str, Vec<Engine>>,
}

/// The tables, read once.
pub(super) static CATALOGUE: LazyLock<Catalogue> = LazyLock::new(Catalogue::read);

/// A generation that was sold in some year, with the engines there were.
#[derive(Debug)]
pub(super) struct Offer {
    pub(super) model: &'static Model,
    pub(super) engines: Vec<&'static Engine>,
}

/// The cars sold in each year.
static OFFERS: LazyLock<BTreeMap<u32, Vec<Offer>>> = LazyLock::new(|| {
    let mut offers: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for model in &CATALOGUE.models {
        for year in model.years.clone() {
            let engines = CATALOGUE.engines(model, year).collect();
            offers.entry(year).or_default().push(Offer { model, engines });
        }
    }
    offers
});

/// The cars sold in that year.
pub(super) fn offers(year: u32) -> &'static [Offer] {
    OFFERS.get(&year).map_or(&[], Vec::as_slice)
}

impl Catalogue {
    fn read() -> Self {
        let mut engines: BTreeMap<_, Vec<_>> = BTreeMap::new();
        for cells in rows(include_str!("catalogue/engines.txt")) {
            engines.entry(cells[0]).or_default().push(engine(&cells));
        }
        Self {
            makes: rows(include_str!("catalogue/makes.txt")).map(|cells| make(&cells)).collect(),
            models: rows(include_str!("catalogue/models.txt")).map(|cells| model(&cells)).collect(),
            engines,
        }
    }

    fn engines(&self, model: &Model, year: u32) -> impl Iterator<Item = &Engine> {
        self.engines.get(model.engines).into_iter().flatten().filter(move |engine| {
            engine.years.contains(&year) && model.power.contains(&engine.power)
        })
    }
}

/// The rows of a table: cells between `|`, without comments.
fn rows(table: &'static str) -> impl Iterator<Item = Vec<&'static str>> {
    table
        .lines()
        .filter(|line| !line.starts_with('#') && !line.trim().is_empty())
        .map(|line| line.split('|').map(str::trim).collect())
}

fn number(cell: &str) -> u32 {
    cell.parse().expect("the tables are part of the program, and a test reads them")
}

fn decimal(cell: &str) -> f64 {
    cell.parse().expect("the tables are part of the program, and a test reads them")
}

fn make(cells: &[&'static str]) -> Make {
    Make {
        id: number(cells[0]),
        name: cells[1],
        wmi: cells[2],
        hsn: number(cells[3]),
        share: number(cells[4]),
        all_wheel: cells[5],
        automatic: cells[6],
        trims: cells[7].split(',').map(str::trim).collect(),
    }
}

fn model(cells: &[&'static str]) -> Model {
    Model {
        make: number(cells[0]),
        id: number(cells[1]),
        name: cells[2],
        generation: cells[3],
        body: number(cells[4]),
        years: number(cells[5])..=number(cells[6]),
        list_price: number(cells[7]),
        power: number(cells[8])..=number(cells[9]),
        weight: number(cells[10]),
        doors: number(cells[11]),
        seats: number(cells[12]),
        drive: cells[13],
        engines: cells[14],
        badge: cells[15],
    }
}

fn engine(cells: &[&'static str]) -> Engine {
    let optional = |index: usize| cells.get(index).copied().filter(|cell| !cell.is_empty());
    Engine {
        label: cells[1],
        drive: Drive::from_code(cells[2])
            .expect("the tables are part of the program, and a test reads them"),
        power: number(cells[3]),
        displacement: number(cells[4]),
        cylinders: number(cells[5]),
        years: number(cells[6])..=number(cells[7]),
        consumption: decimal(cells[8]),
        gearboxes: cells[9],
        electric: optional(10).map(decimal),
        range: optional(11).map(number),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::{BTreeSet, HashMap};

    #[test]
    fn every_generation_has_a_make_and_an_engine_in_each_of_its_years() {
        for year in 1960..=2026 {
            for Offer { model, engines } in offers(year) {
                let (name, generation) = (model.name, model.generation);
                assert!(!engines.is_empty(), "{name} {generation} {year}");
                assert!(CATALOGUE.makes.iter().any(|make| make.id == model.make));
            }
        }
    }

    #[test]
    fn a_model_number_means_one_name_of_one_make() {
        let mut known = HashMap::new();
        for model in &CATALOGUE.models {
            let name = (model.make, model.name);
            assert_eq!(*known.entry(model.id).or_insert(name), name);
        }
        let makes: BTreeSet<_> = CATALOGUE.makes.iter().map(|make| make.id).collect();
        assert_eq!(makes.len(), CATALOGUE.makes.len());
    }
}
