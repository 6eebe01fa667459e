//! What values are called. Responses say it best; the catalogues know the documented texts; and
//! numbers without a table in the reference are learnt from vehicles that have them.

use std::sync::Arc;

use autengo_api::column::{Column, Kind};
use autengo_api::condition::{Condition, Op};
use autengo_api::endpoint;
use autengo_api::query::VehicleQuery;
use autengo_api::vehicle::{Coded, PublicVehicle};
use leptos::prelude::*;

use super::{FacetValues, Results};
use crate::client::Client;
use crate::i18n::{Language, Locale, key};
use crate::lasting::Lasting;
use crate::nav::Nav;
use crate::remote::{Task, spawn_latest};

/// The name of a value in a language.
struct Label {
    language: Language,
    column: Column,
    value: String,
    /// `None` if no vehicle tells.
    text: Option<String>,
}

fn find<'a>(
    labels: &'a [Label],
    language: Language,
    column: Column,
    value: &str,
) -> Option<&'a Label> {
    labels.iter().find(|label| {
        (label.language, label.column, label.value.as_str()) == (language, column, value)
    })
}

/// The labels of values.
#[derive(Clone, Copy)]
pub struct Labels {
    learnt: RwSignal<Vec<Label>>,
    shared: StoredValue<Shared>,
}

/// Parts of the labels that cannot be copied, or are many.
struct Shared {
    client: Client,
    values: FacetValues,
    locale: Locale,
}

impl Labels {
    pub(super) fn new(client: &Client, values: FacetValues, locale: Locale) -> Self {
        let shared = StoredValue::new(Shared { client: client.clone(), values, locale });
        Self { learnt: RwSignal::new(Vec::new()), shared }
    }

    /// Asks for the names of chosen values that the list does not tell, as it may be empty.
    pub(super) fn start(self, nav: Nav, results: Results) {
        let is_settled = Memo::new(move |_| !results.is_loading());
        let chosen = Memo::new(move |_| {
            let codes = Column::ALL.iter().filter(|column| matches!(column.kind(), Kind::Code(_)));
            let values = |column: &Column| {
                nav.with(|state| {
                    let chosen = state.params.chosen(*column);
                    chosen.map(|value| (*column, value.to_owned())).collect::<Vec<_>>()
                })
            };
            codes.flat_map(values).collect::<Vec<_>>()
        });
        spawn_latest(move || {
            let language = self.locale().language();
            let chosen = is_settled.get().then(|| chosen.get())?;
            let task: Task = Box::pin(async move {
                for (column, value) in chosen {
                    self.require(language, column, value).await;
                }
            });
            Some(task)
        });
    }

    fn locale(self) -> Locale {
        self.shared.with_value(|shared| shared.locale)
    }

    fn values(self) -> FacetValues {
        self.shared.with_value(|shared| shared.values)
    }

    /// Whether no vehicle has a value that only vehicles could name, tracked.
    pub(super) fn is_nameless(self, column: Column, value: &str) -> bool {
        let language = self.locale().language();
        self.learnt.lasting().with(|learnt| {
            find(learnt, language, column, value).is_some_and(|label| label.text.is_none())
        })
    }

    /// Whether there is nothing more to learn of a value.
    pub(super) fn is_known(self, language: Language, column: Column, value: &str) -> bool {
        let is_learnt = |learnt: &Vec<Label>| find(learnt, language, column, value).is_some();
        !matches!(column.kind(), Kind::Code(_)) || self.learnt.with_untracked(is_learnt)
    }

    /// Sees to it that a number's name is known, if any vehicle tells: asks for one that has it,
    /// once in the page's life.
    pub(super) async fn require(self, language: Language, column: Column, value: String) {
        if self.is_known(language, column, &value) {
            return;
        }
        let query = VehicleQuery {
            and: [(column, Condition::new(Op::Eq, value.as_str()))].into_iter().collect(),
            limit: Some(1),
            ..VehicleQuery::default()
        };
        let request = endpoint::vehicles::<Arc<PublicVehicle>>(&query);
        let client = self.shared.with_value(|shared| shared.client.clone());
        // Without an answer the value keeps its number for a name.
        if let Ok(list) = client.send_limited(&request, language).await {
            self.learn(language, &list.items);
            self.add(vec![Label { language, column, value, text: None }]);
        }
    }

    /// Learns what the values of vehicles are called.
    pub(super) fn learn(self, language: Language, vehicles: &[Arc<PublicVehicle>]) {
        let mut news = Vec::<Label>::new();
        for column in Column::ALL {
            let is_coded = matches!(column.kind(), Kind::Code(_) | Kind::Choice(_));
            let Some(field) = column.field().filter(|_| is_coded) else { continue };
            for vehicle in vehicles {
                let Some(Coded { key, text: Some(text) }) = vehicle.coded(field) else { continue };
                let is_learnt =
                    |learnt: &Vec<Label>| find(learnt, language, *column, &key).is_some();
                if !is_learnt(&news) && !self.learnt.with_untracked(is_learnt) {
                    let (value, text) = (key.into_owned(), Some(text.to_owned()));
                    news.push(Label { language, column: *column, value, text });
                }
            }
        }
        if !news.is_empty() {
            self.add(news);
        }
    }

    fn add(self, news: Vec<Label>) {
        let mut learnt = self.learnt.write();
        let before = learnt.len();
        for label in news {
            if find(&learnt, label.language, label.column, &label.value).is_none() {
                learnt.push(label);
            }
        }
        if learnt.len() == before {
            learnt.untrack();
        }
    }

    /// The name of a value, tracked.
    pub fn value(self, column: Column, value: &str) -> String {
        let name = match column {
            Column::MakeId => value.parse().ok().and_then(|id| self.values().make(id)),
            Column::ModelId => value.parse().ok().and_then(|id| self.values().model(id)),
            _ => {
                let language = self.locale().language();
                self.learnt
                    .lasting()
                    .with(|learnt| find(learnt, language, column, value)?.text.clone())
            }
        };
        let documented =
            || self.locale().label(&format!("value.{}.{value}", column.name())).map(str::to_owned);
        name.or_else(documented).unwrap_or_else(|| match (column.kind(), value) {
            (Kind::Bool, "true") => self.column(column).to_owned(),
            (Kind::Bool, _) => {
                format!("{}: {}", self.column(column), self.locale().message(key::NO))
            }
            (Kind::Integer | Kind::Code(_), _) => format!("{} {value}", self.column(column)),
            _ => value.to_owned(),
        })
    }

    /// The name of a column, tracked.
    pub fn column(self, column: Column) -> &'static str {
        self.locale().label(&format!("field.{}", column.name())).unwrap_or(column.name())
    }
}
