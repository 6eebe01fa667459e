//! The planner of `autengo-api` against the sandbox: whatever is chosen, the planned query gives
//! exactly the vehicles for which all facets hold, under every reading that a server may have.
//!
//! What is exact is worked out from queries with a single condition each, which every reading
//! answers alike.

use std::collections::{BTreeMap, BTreeSet};

use autengo_api::column::Column;
use autengo_api::condition::{Condition, Op};
use autengo_api::plan::{Domains, PlanError, Preset, plan};
use autengo_api::state::Search;
use autengo_sandbox::config::{NeNull, OrReading};

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

/// A generator whose choices are the same on every machine (`SplitMix64`).
struct Chance(u64);

impl Chance {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((mixed ^ (mixed >> 31)) % bound as u64).unwrap()
    }
}

/// The stock as single conditions show it.
struct Oracle {
    client: Client,
    domains: Domains,
    known: BTreeMap<String, Ids>,
}

impl Oracle {
    async fn new() -> Self {
        let client = Client::new();
        let listed = FACETS.iter().filter(|column| column.has_values());
        let fields: Vec<_> = listed.map(|column| format!("fields[]={}", column.name())).collect();
        let answer = client.get(&format!("/v3/vehicle/filter/values?{}", fields.join("&"))).await;
        let mut domains = Domains::default();
        for (name, values) in answer.json().as_object().unwrap() {
            let texts = values.as_array().unwrap().iter();
            let texts = texts.map(|value| value.to_string().trim_matches('"').to_owned()).collect();
            domains.values.push((Column::from_name(name).unwrap(), texts));
        }
        let makes = values(&domains, Column::MakeId).to_vec();
        for make in makes {
            let path = format!("/v3/vehicle/reference/make/{make}/model");
            let answer = client.get(&path).await.json();
            let models = answer["list"].as_array().unwrap().iter();
            domains.models.push((make, models.map(|model| model["modelId"].to_string()).collect()));
        }
        Self { client, domains, known: BTreeMap::new() }
    }

    async fn holds(&mut self, column: Column, condition: &Condition) -> Ids {
        let key = format!("and[{}]", column.name());
        let text = condition.to_string();
        let name = format!("{key}={text}");
        if !self.known.contains_key(&name) {
            let found = self.client.vehicles(&[("limit", "1000"), (&key, &text)]).await;
            self.known.insert(name.clone(), ids(&found).into_iter().collect());
        }
        self.known[&name].clone()
    }

    async fn any(&mut self, column: Column, values: &[&str]) -> Ids {
        let mut all = Ids::new();
        for value in values {
            all.extend(self.holds(column, &Condition::new(Op::Eq, *value)).await);
        }
        all
    }

    /// All facets hold, each by any of its values; a model narrows its own make only.
    async fn expected(&mut self, search: &Search) -> Ids {
        let mut result = self.holds(Column::VehicleState, &Condition::new(Op::Ne, "sold")).await;
        let makes: Vec<_> = search.any.equal(Column::MakeId).collect();
        let models: Vec<_> = search.any.equal(Column::ModelId).collect();
        for (column, _) in search.any.iter() {
            let values: Vec<_> = search.any.equal(column).collect();
            let hits = match column {
                Column::MakeId if !models.is_empty() => self.narrowed(&makes, &models).await,
                Column::ModelId if !makes.is_empty() => continue,
                _ => self.any(column, &values).await,
            };
            result.retain(|id| hits.contains(id));
        }
        for (column, conditions) in search.all.iter() {
            for condition in conditions {
                let hits = self.holds(column, condition).await;
                result.retain(|id| hits.contains(id));
            }
        }
        result
    }

    async fn narrowed(&mut self, makes: &[&str], models: &[&str]) -> Ids {
        let mut all = Ids::new();
        for make in makes {
            let of_make = self.domains.models.iter().find(|(known, _)| known == make);
            let of_make = of_make.map(|(_, models)| models.clone()).unwrap_or_default();
            let chosen: Vec<_> =
                models.iter().copied().filter(|model| of_make.iter().any(|m| m == model)).collect();
            all.extend(if chosen.is_empty() {
                self.any(Column::MakeId, &[make]).await
            } else {
                self.any(Column::ModelId, &chosen).await
            });
        }
        all
    }
}

fn values(domains: &Domains, column: Column) -> &[String] {
    let found = domains.values.iter().find(|(known, _)| *known == column);
    found.map(|(_, values)| values.as_slice()).unwrap_or_default()
}

/// One to four facets with one to four values each, and perhaps a range.
fn search(chance: &mut Chance, domains: &Domains) -> Search {
    let mut search = Search::default();
    for _ in 0..=chance.below(4) {
        let column = FACETS[chance.below(FACETS.len())];
        for _ in 0..=chance.below(4) {
            let known = values(domains, column);
            let value = match column {
                Column::ColorId => (1 + chance.below(14)).to_string(),
                Column::DoorCount => (2 + chance.below(4)).to_string(),
                _ => known[chance.below(known.len())].clone(),
            };
            search.any.add(column, Condition::new(Op::Eq, value));
        }
    }
    if chance.below(3) == 0 {
        let most = (10_000 + 10_000 * chance.below(9)).to_string();
        search.all.add(Column::Kilometers, Condition::new(Op::Le, most));
    }
    search
}

#[tokio::test]
async fn planned_queries_are_exact_under_every_reading() {
    let mut oracle = Oracle::new().await;
    let mut chance = Chance(1);
    let mut readings = Vec::new();
    for or in [OrReading::Flat, OrReading::PerField] {
        for ne_null in [NeNull::Exclude, NeNull::Include] {
            readings.push((or, ne_null, Client::reading(or, ne_null)));
        }
    }
    let preset = Preset { limit: 1000, ..Preset::default() };
    let (mut planned, mut found) = (0, 0);
    for _ in 0..150 {
        let search = search(&mut chance, &oracle.domains);
        let query = match plan(&search, &preset, &oracle.domains) {
            Ok(query) => query.to_string(),
            Err(PlanError::TooMany(_)) => continue,
            Err(error) => panic!("{error}: everything is known"),
        };
        planned += 1;
        let expected = oracle.expected(&search).await;
        found += usize::from(!expected.is_empty());
        for (or, ne_null, client) in &readings {
            let answer = client.get(&format!("/v3/vehicle?{query}")).await.json();
            let list = answer["list"].as_array().unwrap_or_else(|| panic!("{query}: {answer}"));
            let shown: Ids = ids(list).into_iter().collect();
            assert_eq!(shown, expected, "{search:?} as {query} under {or:?}, {ne_null:?}");
        }
    }
    // The choices above are worth something: most can be planned, and many find vehicles.
    assert!(planned >= 125, "only {planned} of 150 searches were planned");
    assert!(found >= 50, "only {found} searches found anything");
}
