//! What the stock has to filter by: values, makes and models. Asked for once in a page's life,
//! after the first list, or before it where that depends on them.

mod ask;

use autengo_api::column::Column;
use autengo_api::endpoint::{Make, Model};
use autengo_api::local::Stock as Whole;
use autengo_api::plan::{Domains, Need};
use leptos::prelude::*;

use crate::client::Failure;
use crate::lasting::Lasting;
use crate::remote::Remote;

/// The values of each column that has been asked for; `None` if they are not told.
type ValuesByColumn = Vec<(Column, Remote<Option<Vec<String>>, Failure>)>;

/// The models of each make that has been asked for.
type ModelsByMake = Vec<(String, Remote<Vec<Model>, Failure>)>;

/// The values, makes and models to choose from.
#[derive(Clone, Copy)]
pub struct Stock {
    values: RwSignal<ValuesByColumn>,
    /// `None` until they have been asked for.
    makes: RwSignal<Option<Remote<Vec<Make>, Failure>>>,
    models: RwSignal<ModelsByMake>,
    domains: Memo<Domains>,
    /// What is wanted for the filters that are shown.
    shown: RwSignal<Vec<Need>>,
    /// Whether what is wanted for them may be asked for.
    is_wanted: RwSignal<bool>,
    /// What else is wanted.
    wanted: RwSignal<Vec<Need>>,
    tries: RwSignal<u32>,
}

impl Stock {
    /// Nothing known yet.
    pub(super) fn new() -> Self {
        let values = RwSignal::new(ValuesByColumn::new());
        let models = RwSignal::new(ModelsByMake::new());
        let domains = Memo::new(move |_| {
            let mut domains = Domains::default();
            values.with(|values| {
                for (column, values) in values {
                    match values.latest() {
                        Some(Some(values)) => domains.values.push((*column, values.clone())),
                        Some(None) => domains.untold.push(*column),
                        None => {}
                    }
                }
            });
            models.with(|models| {
                for (make, models) in models {
                    if let Some(models) = models.latest() {
                        let ids = models.iter().map(|model| model.model_id.to_string()).collect();
                        domains.models.push((make.clone(), ids));
                    }
                }
            });
            domains
        });
        Self {
            values,
            makes: RwSignal::new(None),
            models,
            domains,
            shown: RwSignal::new(Vec::new()),
            is_wanted: RwSignal::new(false),
            wanted: RwSignal::new(Vec::new()),
            tries: RwSignal::new(0),
        }
    }

    /// Asks for values and makes, if nobody has yet.
    pub fn load(self) {
        if !self.is_wanted.get_untracked() {
            self.is_wanted.set(true);
        }
    }

    /// Asks for the models of a make, unless they are there or on their way.
    pub fn load_models_of(self, make: &str) {
        let has_failed = |(known, models): &(String, Remote<Vec<Model>, Failure>)| {
            known == make && models.error().is_some()
        };
        if self.models.with_untracked(|models| models.iter().any(has_failed)) {
            self.models.update(|models| models.retain(|it| !has_failed(it)));
        }
        self.want(Need::Models(make.to_owned()));
    }

    /// Lets what is wanted be looked through.
    fn want(self, need: Need) {
        self.wanted.update(|wanted| {
            if !wanted.contains(&need) {
                wanted.push(need);
            }
        });
    }

    /// Asks for what a plan needs.
    ///
    /// # Errors
    /// If some of it has been asked for and did not come.
    pub(super) fn require(self, needs: &[Need]) -> Result<(), Failure> {
        for need in needs {
            if self.wanted.with_untracked(|wanted| !wanted.contains(need)) {
                self.want(need.clone());
            }
            let failure = match need {
                Need::Values(column) => self.values.lasting().with(|values| {
                    let found = values.iter().find(|(known, _)| known == column);
                    found.and_then(|(_, values)| values.error().cloned())
                }),
                Need::Models(make) => self.models.lasting().with(|models| {
                    let found = models.iter().find(|(known, _)| known == make);
                    found.and_then(|(_, models)| models.error().cloned())
                }),
            };
            if let Some(failure) = failure {
                return Err(failure);
            }
        }
        Ok(())
    }

    /// Asks again for all that did not come, or was not told.
    pub fn retry(self) {
        self.tries.update(|tries| *tries += 1);
    }

    /// What is known of the values, for planning.
    pub(super) fn domains(self) -> Memo<Domains> {
        self.domains
    }

    /// The values of a column that the stock has, tracked; `None` until they are known.
    pub fn values(self, column: Column) -> Option<Vec<String>> {
        self.values.lasting().with(|values| {
            let (_, values) = values.iter().find(|(known, _)| *known == column)?;
            values.latest()?.clone()
        })
    }

    /// Whether values, or the names of makes, that filters show may still come, tracked.
    pub fn is_coming(self) -> bool {
        self.any_shown(|values| values.is_none_or(Remote::is_loading), Remote::is_loading, true)
    }

    /// Whether values, or the names of makes, that filters show did not come, tracked.
    pub fn is_missing(self) -> bool {
        let is_error =
            |values: Option<&Remote<_, _>>| values.is_some_and(|it| it.error().is_some());
        self.any_shown(is_error, |makes| makes.error().is_some(), false)
    }

    /// Whether something is so of the values of any filter or of the makes; `unasked` where nobody
    /// has asked for these.
    fn any_shown(
        self,
        values_are: impl Fn(Option<&Remote<Option<Vec<String>>, Failure>>) -> bool,
        makes_are: impl Fn(&Remote<Vec<Make>, Failure>) -> bool,
        unasked: bool,
    ) -> bool {
        let shown = self.shown.lasting().get();
        let has_makes = shown.contains(&Need::Values(Column::MakeId));
        let values = self.values.lasting().with(|values| {
            let of = |need: &Need| {
                let found = values.iter().find(|(column, _)| *need == Need::Values(*column));
                found.map(|(_, values)| values)
            };
            shown.iter().any(|need| values_are(of(need)))
        });
        let makes = || self.makes.lasting().with(|makes| makes.as_ref().map_or(unasked, makes_are));
        values || has_makes && makes()
    }

    /// Whether the models of any make did not come, tracked.
    pub fn lacks_models(self) -> bool {
        self.models
            .lasting()
            .with(|models| models.iter().any(|(_, models)| models.error().is_some()))
    }

    /// Whether the models of a make did not come, tracked.
    pub fn lacks_models_of(self, make: &str) -> bool {
        self.models.lasting().with(|models| {
            models.iter().any(|(known, models)| known == make && models.error().is_some())
        })
    }

    /// A whole stock that knows the makes and models that are known, tracked.
    pub(super) fn tell(self, whole: Whole) -> Whole {
        let makes = self
            .makes
            .lasting()
            .with(|makes| makes.as_ref()?.latest().cloned())
            .unwrap_or_default();
        self.models.lasting().with(|models| {
            let known = models.iter().filter_map(|(make, models)| {
                Some((make.parse().ok()?, models.latest()?.as_slice()))
            });
            whole.with_makes(&makes, known)
        })
    }

    /// The name of a make, tracked.
    pub fn make(self, id: &str) -> Option<String> {
        self.makes.lasting().with(|makes| {
            let makes = makes.as_ref()?.latest()?;
            let make = makes.iter().find(|make| make.make_id.to_string() == id)?;
            Some(make.make_name.clone())
        })
    }

    /// The models of a make as id and name, tracked; empty until they are known.
    pub fn models(self, make: &str) -> Vec<(String, String)> {
        self.models.lasting().with(|models| {
            let models = models.iter().find(|(known, _)| known == make);
            let models = models.and_then(|(_, models)| models.latest());
            let models = models.into_iter().flatten();
            models.map(|model| (model.model_id.to_string(), model.model_name.clone())).collect()
        })
    }

    /// The name of a model, tracked.
    pub fn model(self, id: &str) -> Option<String> {
        self.models.lasting().with(|models| {
            let mut known = models.iter().filter_map(|(_, models)| models.latest()).flatten();
            let model = known.find(|model| model.model_id.to_string() == id)?;
            Some(model.model_name.clone())
        })
    }
}
