//! What the stock has to filter by: values, makes and models. Asked for once in a page's life,
//! after the first list.

use std::sync::Arc;

use autengo_api::column::Column;
use autengo_api::endpoint::{self, FilterValues, Make, Model};
use autengo_api::list::List;
use autengo_api::local::Stock as Whole;
use autengo_api::plan::{Domains, Need};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::client::{Client, Failure};
use crate::config::Config;
use crate::host;
use crate::i18n::Locale;
use crate::remote::Remote;

/// The models of each make that has been asked for.
type ModelsByMake = Vec<(String, Remote<Vec<Model>, Failure>)>;

/// The values, makes and models to choose from.
#[derive(Clone, Copy)]
pub struct Stock {
    values: RwSignal<Remote<FilterValues, Failure>>,
    makes: RwSignal<Remote<Vec<Make>, Failure>>,
    models: RwSignal<ModelsByMake>,
    domains: Memo<Domains>,
    is_wanted: RwSignal<bool>,
    wanted_models: RwSignal<Vec<String>>,
    tries: RwSignal<u32>,
}

impl Stock {
    /// Nothing known yet.
    pub(super) fn new() -> Self {
        let values = RwSignal::new(Remote::<FilterValues, Failure>::default());
        let models = RwSignal::new(ModelsByMake::new());
        let domains = Memo::new(move |_| Domains {
            values: values.with(|values| values.latest().cloned().unwrap_or_default()),
            models: models.with(|models| {
                let loaded =
                    models.iter().filter_map(|(make, models)| Some((make, models.latest()?)));
                loaded
                    .map(|(make, models)| {
                        (
                            make.clone(),
                            models.iter().map(|model| model.model_id.to_string()).collect(),
                        )
                    })
                    .collect()
            }),
        });
        Self {
            values,
            makes: RwSignal::new(Remote::default()),
            models,
            domains,
            is_wanted: RwSignal::new(false),
            wanted_models: RwSignal::new(Vec::new()),
            tries: RwSignal::new(0),
        }
    }

    /// Asks for what is wanted, as long as the owner it is called under lives.
    pub(super) fn follow(self, config: &Arc<Config>, client: &Client, locale: Locale) {
        self.load_values(config, client, locale);
        self.load_models(client, locale);
    }

    fn load_values(self, config: &Arc<Config>, client: &Client, locale: Locale) {
        let mut columns: Vec<Column> =
            config.facets.iter().copied().filter(|column| column.has_values()).collect();
        // Makes and models are told apart by each other.
        let has_makes = columns.contains(&Column::MakeId) || columns.contains(&Column::ModelId);
        for column in [Column::MakeId, Column::ModelId] {
            if has_makes && !columns.contains(&column) {
                columns.push(column);
            }
        }
        if !has_makes {
            self.makes.set(Remote::Ready(Vec::new()));
        }
        if columns.is_empty() {
            return self.values.set(Remote::Ready(FilterValues::new()));
        }
        let client = client.clone();
        let is_wanted = Memo::new(move |_| self.is_wanted.get().then(|| self.tries.get()));
        Effect::new(move |_| {
            if is_wanted.get().is_none() {
                return;
            }
            let language = locale.current();
            let request = endpoint::filter_values(&columns);
            let asking = client.clone();
            spawn_local(async move {
                let answer = asking.send(&request, language).await;
                log(&answer);
                self.values.try_update(|values| *values = std::mem::take(values).settle(answer));
            });
            let asking = client.clone();
            if has_makes && self.makes.with_untracked(|makes| makes.latest().is_none()) {
                spawn_local(async move {
                    let answer = asking.send(&endpoint::makes(), language).await;
                    log(&answer);
                    let answer = answer.map(|List { items, .. }| items);
                    self.makes.try_update(|makes| *makes = std::mem::take(makes).settle(answer));
                });
            }
        });
    }

    fn load_models(self, client: &Client, locale: Locale) {
        let client = client.clone();
        Effect::new(move |asked: Option<usize>| {
            let wanted = self.wanted_models.get();
            for make in &wanted[asked.unwrap_or_default()..] {
                let Ok(id) = make.parse() else { continue };
                let (client, make) = (client.clone(), make.clone());
                let language = locale.current();
                let asked_for = make.clone();
                self.models.update(|models| models.push((asked_for, Remote::default())));
                spawn_local(async move {
                    let answer = client.send(&endpoint::models(id), language).await;
                    log(&answer);
                    let answer = answer.map(|list| list.items);
                    self.models.try_update(|models| {
                        let place = models.iter_mut().find(|(known, _)| *known == make);
                        if let Some((_, models)) = place {
                            *models = std::mem::take(models).settle(answer);
                        }
                    });
                });
            }
            wanted.len()
        });
    }

    /// Asks for values and makes, if nobody has yet.
    pub fn load(self) {
        if !self.is_wanted.get_untracked() {
            self.is_wanted.set(true);
        }
    }

    /// Asks for the models of a make, if nobody has yet.
    pub fn load_models_of(self, make: &str) {
        if !self.wanted_models.with_untracked(|wanted| wanted.iter().any(|known| known == make)) {
            self.wanted_models.update(|wanted| wanted.push(make.to_owned()));
        }
    }

    /// Asks for what a plan needs.
    ///
    /// # Errors
    /// If it has been asked for and did not come.
    pub(super) fn require(self, needs: &[Need]) -> Result<(), Failure> {
        for need in needs {
            match need {
                Need::Values(_) => self.load(),
                Need::Models(make) => self.load_models_of(make),
            }
        }
        let values = self.values.with(|values| values.error().cloned());
        let models = self
            .models
            .with(|models| models.iter().find_map(|(_, models)| models.error().cloned()));
        values.or(models).map_or(Ok(()), Err)
    }

    /// Asks again for what did not come.
    pub fn retry(self) {
        self.tries.update(|tries| *tries += 1);
    }

    /// What is known of the values, for planning.
    pub(super) fn domains(self) -> Memo<Domains> {
        self.domains
    }

    /// The values of a column that the stock has, tracked; `None` until they are known.
    pub fn values(self, column: Column) -> Option<Vec<String>> {
        self.values.with(|values| {
            let found = values.latest()?.iter().find(|(known, _)| *known == column);
            found.map(|(_, values)| values.clone())
        })
    }

    /// Whether values, or the names of makes, may still come, tracked.
    pub fn is_coming(self) -> bool {
        self.values.with(Remote::is_loading) || self.makes.with(Remote::is_loading)
    }

    /// Whether values, or the names of makes, did not come, tracked.
    pub fn is_missing(self) -> bool {
        self.values.with(|values| values.error().is_some())
            || self.makes.with(|makes| makes.error().is_some())
    }

    /// A whole stock that knows the makes and models that are known, tracked.
    pub(super) fn tell(self, whole: Whole) -> Whole {
        let makes = self.makes.with(|makes| makes.latest().cloned()).unwrap_or_default();
        self.models.with(|models| {
            let known = models.iter().filter_map(|(make, models)| {
                Some((make.parse().ok()?, models.latest()?.as_slice()))
            });
            whole.with_makes(&makes, known)
        })
    }

    /// The name of a make, tracked.
    pub fn make(self, id: &str) -> Option<String> {
        self.makes.with(|makes| {
            let make = makes.latest()?.iter().find(|make| make.make_id.to_string() == id)?;
            Some(make.make_name.clone())
        })
    }

    /// The models of a make as id and name, tracked; empty until they are known.
    pub fn models(self, make: &str) -> Vec<(String, String)> {
        self.models.with(|models| {
            let models = models.iter().find(|(known, _)| known == make);
            let models = models.and_then(|(_, models)| models.latest());
            let models = models.into_iter().flatten();
            models.map(|model| (model.model_id.to_string(), model.model_name.clone())).collect()
        })
    }

    /// The name of a model, tracked.
    pub fn model(self, id: &str) -> Option<String> {
        self.models.with(|models| {
            let mut known = models.iter().filter_map(|(_, models)| models.latest()).flatten();
            let model = known.find(|model| model.model_id.to_string() == id)?;
            Some(model.model_name.clone())
        })
    }
}

fn log<T>(answer: &Result<T, Failure>) {
    if let Err(failure) = answer {
        host::error(&failure.to_string());
    }
}
