//! What values are called. Responses say it best; the catalogues know the documented texts; and
//! numbers without a table in the reference are learnt from vehicles that have them.

use std::collections::BTreeMap;

use autengo_api::column::{Column, Kind};
use autengo_api::condition::{Condition, Op};
use autengo_api::endpoint;
use autengo_api::query::VehicleQuery;
use autengo_api::vehicle::{Field, PublicVehicle};
use futures_util::StreamExt;
use futures_util::stream;
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use super::Stock;
use crate::client::Client;
use crate::i18n::{Language, Locale};

/// How many questions about labels are under way at once.
const AT_ONCE: usize = 6;

/// The labels of values.
#[derive(Clone, Copy)]
pub struct Labels {
    learnt: RwSignal<BTreeMap<(Language, Column, String), String>>,
    stock: Stock,
    locale: Locale,
}

impl Labels {
    pub(super) fn new(client: &Client, stock: Stock, locale: Locale) -> Self {
        let labels = Self {
            learnt: RwSignal::new(BTreeMap::new()),
            stock,
            locale,
        };
        let client = client.clone();
        Effect::new(move |_| {
            let language = locale.language();
            let codes = Column::ALL
                .iter()
                .filter(|column| matches!(column.kind(), Kind::Code(_)));
            let values = codes.flat_map(|column| {
                stock
                    .values(*column)
                    .unwrap_or_default()
                    .into_iter()
                    .map(|value| (*column, value))
            });
            let unknown: Vec<_> = values
                .filter(|(column, value)| labels.learnt(language, *column, value).is_none())
                .collect();
            if unknown.is_empty() {
                return;
            }
            let client = client.clone();
            spawn_local_scoped_with_cancellation(async move {
                let client = &client;
                let questions = unknown.into_iter().map(|(column, value)| async move {
                    let query = VehicleQuery {
                        and: [(column, Condition::new(Op::Eq, value))]
                            .into_iter()
                            .collect(),
                        limit: Some(1),
                        ..VehicleQuery::default()
                    };
                    // Without an answer the value keeps its number for a name.
                    client
                        .send(&endpoint::vehicles::<PublicVehicle>(&query), language)
                        .await
                        .ok()
                });
                let answers: Vec<_> = stream::iter(questions)
                    .buffer_unordered(AT_ONCE)
                    .collect()
                    .await;
                let lists: Vec<_> = answers.into_iter().flatten().collect();
                labels.learn(language, lists.iter().flat_map(|list| &list.items));
            });
        });
        labels
    }

    /// Learns what the values of vehicles are called.
    pub(super) fn learn<'a>(
        self,
        language: Language,
        vehicles: impl Iterator<Item = &'a PublicVehicle>,
    ) {
        let mut news = Vec::new();
        self.learnt.with_untracked(|learnt| {
            for vehicle in vehicles {
                for column in Column::ALL
                    .iter()
                    .filter(|column| matches!(column.kind(), Kind::Code(_) | Kind::Choice(_)))
                {
                    let coded =
                        Field::from_name(column.name()).and_then(|field| vehicle.coded(field));
                    let Some((key, text)) = coded
                        .and_then(|coded| Some((coded.key.into_owned(), coded.text?.to_owned())))
                    else {
                        continue;
                    };
                    let key = (language, *column, key);
                    if learnt.get(&key) != Some(&text) {
                        news.push((key, text));
                    }
                }
            }
        });
        if !news.is_empty() {
            self.learnt.update(|learnt| learnt.extend(news));
        }
    }

    fn learnt(self, language: Language, column: Column, value: &str) -> Option<String> {
        self.learnt
            .with_untracked(|learnt| learnt.get(&(language, column, value.to_owned())).cloned())
    }

    /// What a value is called, tracked.
    pub fn value(self, column: Column, value: &str) -> String {
        let name = match column {
            Column::MakeId => self.stock.make(value),
            Column::ModelId => self.stock.model(value),
            _ => {
                let key = (self.locale.language(), column, value.to_owned());
                self.learnt.with(|learnt| learnt.get(&key).cloned())
            }
        };
        let documented = || {
            self.locale
                .label(&format!("value.{}.{value}", column.name()))
                .map(str::to_owned)
        };
        name.or_else(documented)
            .unwrap_or_else(|| match column.kind() {
                Kind::Integer | Kind::Code(_) => format!("{} {value}", self.column(column)),
                _ => value.to_owned(),
            })
    }

    /// What a column is called, tracked.
    pub fn column(self, column: Column) -> &'static str {
        self.locale
            .label(&format!("field.{}", column.name()))
            .unwrap_or(column.name())
    }
}
