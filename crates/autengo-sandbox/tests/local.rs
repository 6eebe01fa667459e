//! The local search of `autengo-search` against the sandbox: whatever it answers, page, total, order
//! and counts, is what the server answers to the planned query, under every reading.

use std::sync::Arc;

use autengo_api::column::{Column, Kind};
use autengo_api::condition::{Condition, Op};
use autengo_api::endpoint::{Make, Model};
use autengo_api::id::MakeId;
use autengo_api::json::FromJson;
use autengo_api::list::List;
use autengo_api::query::{Dir, Order};
use autengo_api::vehicle::PublicVehicle;
use autengo_sandbox::config::{Config, NeNull, OrReading};
use autengo_sandbox::server::App;
use autengo_sandbox::store::Reading;
use autengo_search::local::LocalIndex;
use autengo_search::params::SearchParams;
use autengo_search::plan::{Domains, PlanError, Preset, plan};
use serde_json::Value;

use crate::chance::Chance;
use crate::client::Client;

type Vehicles = List<Arc<PublicVehicle>>;

/// A stock as the widget loads it, and the server that it came from.
struct Pair {
    local: LocalIndex,
    domains: Domains,
    makes: Vec<Make>,
    models: Vec<(MakeId, Vec<Model>)>,
    /// What vehicles have, by column, to choose from.
    values: Vec<(Column, Vec<String>)>,
    servers: Vec<Client>,
}

async fn read<T: FromJson>(client: &Client, path: &str) -> T {
    T::from_json(&client.get(path).await.json()).unwrap()
}

impl Pair {
    async fn new(config: &Config, preset: &Preset) -> Self {
        let app = App::new(config).unwrap();
        let client = Client::of(app.clone());
        let query = plan(&SearchParams::default(), preset, &Domains::default()).unwrap();
        let vehicles: Vehicles = read(&client, &format!("/v3/vehicle?{query}")).await;
        assert_eq!((vehicles.items.len(), vehicles.lost), (vehicles.total as usize, 0));

        let makes = read::<List<Make>>(&client, "/v3/vehicle/reference/make").await.items;
        let mut models = Vec::new();
        for make in &makes {
            let path = format!("/v3/vehicle/reference/make/{}/model", make.make_id);
            models.push((make.make_id, read::<List<Model>>(&client, &path).await.items));
        }
        let lists = models.iter().map(|(make, models)| (*make, models.as_slice()));
        let local = LocalIndex::new(vehicles.items, preset.order).with_makes(&makes, lists);

        let named = Column::ALL.iter().filter(|column| column.has_values());
        let named: Vec<_> = named.map(|column| format!("fields[]={}", column.name())).collect();
        let answer = client.get(&format!("/v3/vehicle/filter/values?{}", named.join("&"))).await;
        let mut domains = Domains::default();
        for (name, values) in answer.json().as_object().unwrap() {
            let texts = values.as_array().unwrap().iter().map(text).collect();
            domains.values.push((name.parse().unwrap(), texts));
        }
        for (make, models) in &models {
            let ids = models.iter().map(|model| model.model_id).collect();
            domains.models.push((*make, ids));
        }

        let told = Column::ALL.iter().filter_map(|column| {
            let counts = local.counts(&SearchParams::default(), *column)?;
            Some((*column, counts.into_iter().map(|(value, _)| value).collect::<Vec<_>>()))
        });
        let values = told.filter(|(_, values)| !values.is_empty()).collect();
        let mut servers = Vec::new();
        for or in [OrReading::Flat, OrReading::PerField] {
            for ne_null in [NeNull::Exclude, NeNull::Include] {
                servers.push(Client::of(app.clone().read_as(Reading { or, ne_null })));
            }
        }
        Self { local, domains, makes, models, values, servers }
    }

    /// One to four columns with one to three values, ranges on others, any order and page.
    fn search(&self, chance: &mut Chance) -> SearchParams {
        let mut search = SearchParams::default();
        for _ in 0..=chance.below(4) {
            let (column, values) = &self.values[chance.below(self.values.len())];
            for _ in 0..=chance.below(3) {
                let value = &values[chance.below(values.len())];
                search.allow(*column, Condition::new(Op::Eq, value.as_str()));
            }
        }
        for _ in 0..chance.below(3) {
            let (column, values) = &self.values[chance.below(self.values.len())];
            let op = chance.of(&[Op::Lt, Op::Le, Op::Gt, Op::Ge]);
            let value = &values[chance.below(values.len())];
            search.require(*column, Condition::new(op, value.as_str()));
        }
        let field = chance.of(Column::ALL);
        search.set_order(Some(Order { field, dir: chance.of(&[Dir::Asc, Dir::Desc]) }));
        let offset = u32::try_from(chance.below(3) * 7).unwrap();
        search.set_limit(Some(u32::try_from(1 + chance.below(30)).unwrap()));
        search.set_offset(offset);
        search
    }

    fn plan(&self, search: &SearchParams, preset: &Preset) -> Option<String> {
        match plan(search, preset, &self.domains) {
            Ok(query) => Some(query.to_string()),
            Err(PlanError::TooMany(_) | PlanError::TextTooLong) => None,
            Err(error) => panic!("{error}: everything is known"),
        }
    }
}

fn text(value: &Value) -> String {
    value.to_string().trim_matches('"').to_owned()
}

fn ids(list: &Vehicles) -> Vec<&str> {
    list.items.iter().map(|vehicle| vehicle.selling_id().as_str()).collect()
}

#[tokio::test]
async fn a_local_stock_answers_like_the_server() {
    let mut preset = Preset { limit: 1000, ..Preset::default() };
    let mut chance = Chance(4);
    let (mut answered, mut found, mut counted) = (0, 0, 0);
    for seed in 1..=3 {
        // The last stock is one that a preset narrows.
        if seed == 3 {
            preset.and.add(Column::Kilometers, Condition::new(Op::Le, "90000"));
        }
        let pair = Pair::new(&Config { vehicles: 500, seed, ..Config::default() }, &preset).await;
        assert!(pair.values.iter().any(|(column, _)| *column == Column::ModelId));
        for _ in 0..120 {
            let search = pair.search(&mut chance);
            let (order, limit) = (search.order().unwrap(), search.limit().unwrap());
            let Some(query) = pair.plan(&search, &preset) else { continue };
            if let Some(list) = pair.local.find(&search, order, limit) {
                answered += 1;
                found += usize::from(!list.items.is_empty());
                for server in &pair.servers {
                    let sent: Vehicles = read(server, &format!("/v3/vehicle?{query}")).await;
                    assert_eq!((list.total, ids(&list)), (sent.total, ids(&sent)), "{query}");
                }
            }
            let (column, _) = pair.values[chance.below(pair.values.len())];
            let Some(counts) = pair.local.counts(&search, column) else { continue };
            for (value, count) in counts.into_iter().take(6) {
                let mut one = search.without_column(column);
                one.allow(column, Condition::new(Op::Eq, value.as_str()));
                let Some(query) = pair.plan(&one, &preset) else { continue };
                counted += 1;
                for server in &pair.servers {
                    let sent: Vehicles = read(server, &format!("/v3/vehicle?{query}")).await;
                    assert_eq!(count, sent.total, "{} {value}: {query}", column.name());
                }
            }
        }
    }
    assert!(answered >= 150, "only {answered} searches were answered");
    assert!(found >= 60, "only {found} searches found anything");
    assert!(counted >= 500, "only {counted} values were counted");
}

#[tokio::test]
async fn columns_that_vehicles_do_not_tell_are_left_to_the_server() {
    let preset = Preset { limit: 1000, ..Preset::default() };
    let pair = Pair::new(&Config { vehicles: 60, ..Config::default() }, &preset).await;
    let find = |query: &str| {
        let search = autengo_search::state::State::parse(query, "").0.params;
        pair.local.find(&search, search.order().unwrap_or(preset.order), 10)
    };
    for query in [
        "search=golf",
        "and[price]=>=|1000",
        "or[modelName][]=Golf",
        "and[fuelType]=<>|diesel",
        "order[field]=price&order[dir]=asc",
        "order[field]=makeName&order[dir]=asc",
        "order[field]=created&order[dir]=asc",
        "and[created]=>=|2026-01-01 00:00:00",
    ] {
        assert_eq!(find(query), None, "{query}");
    }
    assert!(find("and[kilometers]=>=|1000&order[field]=kilometers&order[dir]=asc").is_some());

    // A make of any model beside one that is narrowed: servers differ over cars without a model.
    let (first, models) = &pair.models[0];
    let (other, model) = (pair.makes[1].make_id, models[0].model_id);
    assert_eq!(
        find(&format!("or[makeId][]={first}&or[makeId][]={other}&or[modelId][]={model}")),
        None
    );
    assert!(find(&format!("or[makeId][]={first}&or[modelId][]={model}")).is_some());

    // Makes that share a name cannot be told apart.
    let mut twins = pair.makes.clone();
    for make in &mut twins {
        make.make_name = "Twin".to_owned();
    }
    let local = pair.local.clone().with_makes(&twins, std::iter::empty());
    assert_eq!(local.counts(&SearchParams::default(), Column::MakeId), None);
    assert_eq!(pair.values.iter().filter(|(column, _)| column.kind() == Kind::Text).count(), 0);

    // Nor can models be counted where one vehicle does not tell its own.
    let counts = |models: &[Model]| {
        let lists = std::iter::once((*first, models));
        let local = pair.local.clone().with_makes(&pair.makes, lists);
        local.counts(&SearchParams::default(), Column::ModelId)
    };
    let told = counts(models).unwrap();
    assert_eq!(told.len(), models.len());
    let (sold, _) = told.iter().find(|(_, count)| *count > 0).unwrap();
    let mut fewer = models.clone();
    fewer.retain(|model| model.model_id.to_string() != *sold);
    assert_eq!(counts(&fewer), None);
}
