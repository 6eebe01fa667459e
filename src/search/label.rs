//! What values are called. Responses say it best; the catalogues know the documented texts; and
//! numbers without a table in the reference are learnt from vehicles that have them.

use std::cell::RefCell;
use std::rc::Rc;
use std::sync::Arc;

use autengo_api::column::{Column, Kind};
use autengo_api::condition::{Condition, Op};
use autengo_api::endpoint;
use autengo_api::query::VehicleQuery;
use autengo_api::vehicle::{Coded, Field, PublicVehicle};
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use super::Stock;
use crate::client::Client;
use crate::i18n::{Language, Locale};

/// How many questions about labels are under way at once.
const AT_ONCE: usize = 6;

/// What a value is called in a language.
struct Label {
    language: Language,
    column: Column,
    value: String,
    text: String,
}

impl Label {
    fn is_of(&self, language: Language, column: Column, value: &str) -> bool {
        (self.language, self.column, self.value.as_str()) == (language, column, value)
    }
}

fn find(labels: &[Label], language: Language, column: Column, value: &str) -> Option<String> {
    let found = labels.iter().find(|label| label.is_of(language, column, value));
    found.map(|label| label.text.clone())
}

fn next(values: &RefCell<Vec<(Column, String)>>) -> Option<(Column, String)> {
    values.borrow_mut().pop()
}

/// The labels of values.
#[derive(Clone, Copy)]
pub struct Labels {
    learnt: RwSignal<Vec<Label>>,
    stock: Stock,
    locale: Locale,
}

impl Labels {
    pub(super) fn new(client: &Client, stock: Stock, locale: Locale) -> Self {
        let labels = Self { learnt: RwSignal::new(Vec::new()), stock, locale };
        let client = client.clone();
        Effect::new(move |_| {
            let language = locale.language();
            let mut unknown = Vec::new();
            for column in Column::ALL.iter().filter(|column| matches!(column.kind(), Kind::Code(_)))
            {
                let values = stock.values(*column).unwrap_or_default().into_iter();
                let values =
                    values.filter(|value| labels.learnt(language, *column, value).is_none());
                unknown.extend(values.map(|value| (*column, value)));
            }
            let unknown = Rc::new(RefCell::new(unknown));
            for _ in 0..AT_ONCE.min(unknown.borrow().len()) {
                let (client, unknown) = (client.clone(), unknown.clone());
                spawn_local_scoped_with_cancellation(async move {
                    while let Some((column, value)) = next(&unknown) {
                        labels.ask(&client, language, column, value).await;
                    }
                });
            }
        });
        labels
    }

    /// Asks for any vehicle that has a value. Without an answer the value keeps its number for a
    /// name.
    async fn ask(self, client: &Client, language: Language, column: Column, value: String) {
        let query = VehicleQuery {
            and: [(column, Condition::new(Op::Eq, value))].into_iter().collect(),
            limit: Some(1),
            ..VehicleQuery::default()
        };
        let answer = client.send(&endpoint::vehicles::<Arc<PublicVehicle>>(&query), language).await;
        if let Ok(list) = answer {
            self.learn(language, &list.items);
        }
    }

    /// Learns what the values of vehicles are called.
    pub(super) fn learn(self, language: Language, vehicles: &[Arc<PublicVehicle>]) {
        let mut news: Vec<Label> = Vec::new();
        let coded = Column::ALL
            .iter()
            .filter(|column| matches!(column.kind(), Kind::Code(_) | Kind::Choice(_)));
        for column in coded {
            let Some(field) = Field::from_name(column.name()) else { continue };
            for vehicle in vehicles {
                let Some(Coded { key, text: Some(text) }) = vehicle.coded(field) else { continue };
                let is_known = self.learnt(language, *column, &key).is_some()
                    || news.iter().any(|label| label.is_of(language, *column, &key));
                if !is_known {
                    let (value, text) = (key.into_owned(), text.to_owned());
                    news.push(Label { language, column: *column, value, text });
                }
            }
        }
        if !news.is_empty() {
            self.learnt.update(|learnt| learnt.append(&mut news));
        }
    }

    fn learnt(self, language: Language, column: Column, value: &str) -> Option<String> {
        self.learnt.with_untracked(|learnt| find(learnt, language, column, value))
    }

    /// The language they are in.
    pub(super) fn locale(self) -> Locale {
        self.locale
    }

    /// What a value is called, tracked.
    pub fn value(self, column: Column, value: &str) -> String {
        let name = match column {
            Column::MakeId => self.stock.make(value),
            Column::ModelId => self.stock.model(value),
            _ => {
                let language = self.locale.language();
                self.learnt.with(|learnt| find(learnt, language, column, value))
            }
        };
        let documented =
            || self.locale.label(&format!("value.{}.{value}", column.name())).map(str::to_owned);
        name.or_else(documented).unwrap_or_else(|| match column.kind() {
            Kind::Integer | Kind::Code(_) => format!("{} {value}", self.column(column)),
            _ => value.to_owned(),
        })
    }

    /// What a column is called, tracked.
    pub fn column(self, column: Column) -> &'static str {
        self.locale.label(&format!("field.{}", column.name())).unwrap_or(column.name())
    }
}
