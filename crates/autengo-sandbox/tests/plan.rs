//! The planner of `autengo-search` against the sandbox: whatever is chosen in whatever stock, the
//! planned query gives exactly the vehicles for which the text, all facets, all ranges and the
//! embedder's presets hold, under every reading that a server may have.
//!
//! What is exact is worked out from queries with a single condition each, which every reading
//! answers alike.

use std::collections::{BTreeMap, BTreeSet};

use autengo_api::column::Column;
use autengo_api::condition::{Condition, Op};
use autengo_sandbox::config::{Config, NeNull, OrReading};
use autengo_sandbox::server::App;
use autengo_sandbox::store::Reading;
use autengo_search::params::SearchParams;
use autengo_search::plan::{Domains, PlanError, Preset, plan};

use crate::chance::Chance;
use crate::client::{Client, ids};

type Ids = BTreeSet<String>;

/// The facets that are combined: makes and models, texts, codes and plain numbers, with and
/// without values that the API can list.
const FACETS: [Column; 10] = [
    Column::MakeId,
    Column::ModelId,
    Column::FuelType,
    Column::TransmissionType,
    Column::ConditionType,
    Column::DriveType,
    Column::ClimatisationType,
    Column::VehicleTypeId,
    Column::ColorId,
    Column::DoorCount,
];

/// The stock as single conditions show it.
struct Oracle {
    client: Client,
    domains: Domains,
    /// Words that are found in it.
    words: Vec<String>,
    known: BTreeMap<String, Ids>,
}

impl Oracle {
    async fn new(app: App) -> Self {
        let client = Client::of(app);
        let listed = FACETS.iter().filter(|column| column.has_values());
        let fields: Vec<_> = listed.map(|column| format!("fields[]={}", column.name())).collect();
        let answer = client.get(&format!("/v3/vehicle/filter/values?{}", fields.join("&"))).await;
        let mut domains = Domains::default();
        for (name, values) in answer.json().as_object().unwrap() {
            let texts = values.as_array().unwrap().iter();
            let texts = texts.map(|value| value.to_string().trim_matches('"').to_owned()).collect();
            domains.values.push((name.parse().unwrap(), texts));
        }
        let makes = values(&domains, Column::MakeId).to_vec();
        for make in makes {
            let path = format!("/v3/vehicle/reference/make/{make}/model");
            let answer = client.get(&path).await.json();
            let models = answer["list"].as_array().unwrap().iter();
            let models = models.map(|model| model["modelId"].to_string().parse().unwrap());
            domains.models.push((make.parse().unwrap(), models.collect()));
        }
        let some = client.vehicles(&[("limit", "40")]).await;
        let names = some.iter().filter_map(|car| car["modelName"].as_str());
        let words = names.flat_map(str::split_whitespace).map(str::to_lowercase).collect();
        Self { client, domains, words, known: BTreeMap::new() }
    }

    /// What a query of a single parameter finds.
    async fn found(&mut self, key: &str, text: &str) -> Ids {
        let name = format!("{key}={text}");
        if !self.known.contains_key(&name) {
            let found = self.client.vehicles(&[("limit", "1000"), (key, text)]).await;
            self.known.insert(name.clone(), ids(&found).into_iter().collect());
        }
        self.known[&name].clone()
    }

    async fn holds(&mut self, column: Column, condition: &Condition) -> Ids {
        self.found(&format!("and[{}]", column.name()), &condition.to_string()).await
    }

    async fn any(&mut self, column: Column, conditions: &[Condition]) -> Ids {
        let mut all = Ids::new();
        for condition in conditions {
            all.extend(self.holds(column, condition).await);
        }
        all
    }

    /// All facets hold, each by any of its values; a model narrows its own make only.
    async fn expected(&mut self, search: &SearchParams, preset: &Preset) -> Ids {
        let mut result = self.found("offset", "0").await;
        let mut hold = Vec::new();
        if preset.or.get(Column::VehicleState).is_empty() {
            hold.push(self.holds(Column::VehicleState, &Condition::new(Op::Ne, "sold")).await);
        }
        if !search.text().is_empty() {
            hold.push(self.found("search", search.text()).await);
        }
        for (column, conditions) in search.and().iter().chain(preset.and.iter()) {
            for condition in conditions {
                hold.push(self.holds(column, condition).await);
            }
        }
        for (column, conditions) in preset.or.iter() {
            hold.push(self.any(column, conditions).await);
        }
        let makes: Vec<_> = search.or().equal(Column::MakeId).collect();
        let models: Vec<_> = search.or().equal(Column::ModelId).collect();
        for (column, conditions) in search.or().iter() {
            hold.push(match column {
                Column::MakeId if !models.is_empty() => self.narrowed(&makes, &models).await,
                Column::ModelId if !makes.is_empty() => continue,
                _ => self.any(column, conditions).await,
            });
        }
        result.retain(|id| hold.iter().all(|ids| ids.contains(id)));
        result
    }

    async fn narrowed(&mut self, makes: &[&str], models: &[&str]) -> Ids {
        let mut all = Ids::new();
        for make in makes {
            let of_make = self.domains.models.iter().find(|(known, _)| known.to_string() == *make);
            let of_make = of_make.map(|(_, models)| models.clone()).unwrap_or_default();
            let chosen: Vec<_> = models
                .iter()
                .copied()
                .filter(|model| of_make.iter().any(|m| m.to_string() == *model))
                .collect();
            all.extend(if chosen.is_empty() {
                self.any(Column::MakeId, &equal(&[make])).await
            } else {
                self.any(Column::ModelId, &equal(&chosen)).await
            });
        }
        all
    }
}

fn values(domains: &Domains, column: Column) -> &[String] {
    let found = domains.values.iter().find(|(known, _)| *known == column);
    found.map(|(_, values)| values.as_slice()).unwrap_or_default()
}

fn equal(values: &[&str]) -> Vec<Condition> {
    values.iter().map(|value| Condition::new(Op::Eq, *value)).collect()
}

/// One of the values of a facet.
fn value(chance: &mut Chance, domains: &Domains, column: Column) -> Condition {
    let known = values(domains, column);
    let value = match column {
        Column::ColorId => (1 + chance.below(14)).to_string(),
        Column::DoorCount => (2 + chance.below(4)).to_string(),
        _ => known[chance.below(known.len())].clone(),
    };
    Condition::new(Op::Eq, value)
}

/// A comparison of a column of numbers or dates.
fn range(chance: &mut Chance) -> (Column, Condition) {
    let (column, value) = match chance.below(4) {
        0 => (Column::Kilometers, (10_000 * chance.below(15)).to_string()),
        1 => (Column::Price, format!("{}.5", 2_000 * chance.below(25))),
        2 => (Column::PowerKw, (40 + 20 * chance.below(10)).to_string()),
        _ => (Column::FirstRegistration, format!("{}-06-01", 2012 + chance.below(15))),
    };
    let op = [Op::Lt, Op::Le, Op::Gt, Op::Ge][chance.below(4)];
    (column, Condition::new(op, value))
}

/// One to four facets with one to four values each, and perhaps a text, ranges, and a column with
/// ranges as alternatives.
fn search(chance: &mut Chance, oracle: &Oracle) -> SearchParams {
    let mut search = SearchParams::default();
    for _ in 0..=chance.below(4) {
        let column = FACETS[chance.below(FACETS.len())];
        for _ in 0..=chance.below(4) {
            search.allow(column, value(chance, &oracle.domains, column));
        }
    }
    for _ in 0..chance.below(3) {
        let (column, condition) = range(chance);
        search.require(column, condition);
    }
    if chance.below(6) == 0 {
        search.allow(Column::Kilometers, Condition::new(Op::Lt, "30000"));
        search.allow(Column::Kilometers, Condition::new(Op::Ge, "90000"));
    }
    if chance.below(4) == 0 {
        search.set_text(&oracle.words[chance.below(oracle.words.len())]);
    }
    search
}

/// Half of the time nothing; otherwise a range, or values of one column, perhaps the state.
fn preset(chance: &mut Chance, oracle: &Oracle) -> Preset {
    let mut preset = Preset { limit: 1000, ..Preset::default() };
    match chance.below(8) {
        0 | 1 => {
            let (column, condition) = range(chance);
            preset.and.add(column, condition);
        }
        2 => {
            for _ in 0..=chance.below(3) {
                let column = Column::ConditionType;
                preset.or.add(column, value(chance, &oracle.domains, column));
            }
        }
        3 => preset.or.add(Column::VehicleState, Condition::new(Op::Eq, "sold")),
        _ => {}
    }
    preset
}

#[tokio::test]
async fn planned_queries_are_exact_under_every_reading() {
    let mut chance = Chance(1);
    let (mut planned, mut found) = (0, 0);
    for seed in 1..=3 {
        let app = App::new(&Config { vehicles: 700, seed, ..Config::default() }).unwrap();
        let mut readings = Vec::new();
        for or in [OrReading::Flat, OrReading::PerField] {
            for ne_null in [NeNull::Exclude, NeNull::Include] {
                let client = Client::of(app.clone().read_as(Reading { or, ne_null }));
                readings.push((or, ne_null, client));
            }
        }
        let mut oracle = Oracle::new(app).await;
        for _ in 0..60 {
            let (search, preset) = (search(&mut chance, &oracle), preset(&mut chance, &oracle));
            let query = match plan(&search, &preset, &oracle.domains) {
                Ok(query) => query.to_string(),
                Err(PlanError::TooMany(_) | PlanError::TextTooLong) => continue,
                Err(error) => panic!("{error}: everything is known"),
            };
            planned += 1;
            let expected = oracle.expected(&search, &preset).await;
            found += usize::from(!expected.is_empty());
            for (or, ne_null, client) in &readings {
                let answer = client.get(&format!("/v3/vehicle?{query}")).await.json();
                let list = answer["list"].as_array().unwrap_or_else(|| panic!("{query}: {answer}"));
                let shown: Ids = ids(list).into_iter().collect();
                let asked =
                    format!("{search:?} in {preset:?} as {query} under {or:?}, {ne_null:?}");
                assert_eq!(shown, expected, "{asked}");
            }
        }
    }
    // The choices above are worth something: most can be planned, and many find vehicles.
    assert!(planned >= 145, "only {planned} of 180 searches were planned");
    assert!(found >= 45, "only {found} searches found anything");
}
