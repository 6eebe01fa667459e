//! The values, makes and models that filters offer. Asked for once in a page's life, after the first
//! list, or before it where that depends on them.

mod ask;

use autengo_api::column::Column;
use autengo_api::endpoint::{Make, Model};
use autengo_api::id::{MakeId, ModelId};
use autengo_search::local::LocalIndex;
use autengo_search::plan::{Domains, Need};
use leptos::prelude::*;

use crate::client::Failure;
use crate::lasting::Lasting;
use crate::remote::Remote;

/// The values of a column that has been asked for; `None` if the API does not tell them.
type Values = Remote<Option<Vec<String>>, Failure>;

/// The models of a make that has been asked for.
type Models = Remote<Vec<Model>, Failure>;

/// The values, makes and models to choose from.
#[derive(Clone, Copy)]
pub struct FacetValues {
    values: RwSignal<Vec<(Column, Values)>>,
    /// `None` until somebody asks for them.
    makes: RwSignal<Option<Remote<Vec<Make>, Failure>>>,
    models: RwSignal<Vec<(MakeId, Models)>>,
    domains: Memo<Domains>,
    /// The needs of the filters that are shown.
    shown: RwSignal<Vec<Need>>,
    wanted: RwSignal<Wanted>,
    tries: RwSignal<u32>,
}

/// The needs that may be asked for.
#[derive(Clone, Default)]
struct Wanted {
    /// Whether those of the filters may.
    shown: bool,
    /// The needs of plans, and of makes that are opened.
    needs: Vec<Need>,
}

/// The entry of a key.
fn get<'a, K: PartialEq<Q>, V, Q: ?Sized>(known: &'a [(K, V)], key: &Q) -> Option<&'a V> {
    known.iter().find(|(known, _)| known == key).map(|(_, value)| value)
}

impl FacetValues {
    /// Values of which nothing is known yet.
    pub(super) fn new() -> Self {
        let values = RwSignal::new(Vec::<(Column, Values)>::new());
        let models = RwSignal::new(Vec::<(MakeId, Models)>::new());
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
                        let ids = models.iter().map(|model| model.model_id).collect();
                        domains.models.push((*make, ids));
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
            wanted: RwSignal::new(Wanted::default()),
            tries: RwSignal::new(0),
        }
    }

    /// Asks for the values and makes of the filters, if nobody has yet.
    pub fn load(self) {
        if !self.wanted.with_untracked(|wanted| wanted.shown) {
            self.wanted.update(|wanted| wanted.shown = true);
        }
    }

    /// Asks for the models of a make, unless they are there or on their way.
    pub fn load_models_of(self, make: MakeId) {
        if untrack(|| self.have_models_failed(make)) {
            self.models.update(|models| models.retain(|(known, _)| *known != make));
        }
        self.want(Need::Models(make));
    }

    /// Adds a need, and has all of them looked through.
    fn want(self, need: Need) {
        self.wanted.update(|wanted| {
            if !wanted.needs.contains(&need) {
                wanted.needs.push(need);
            }
        });
    }

    /// Asks for the needs of a plan.
    ///
    /// # Errors
    /// If one of them has been asked for and did not come.
    pub(super) fn require(self, needs: &[Need]) -> Result<(), Failure> {
        for need in needs {
            if self.wanted.with_untracked(|wanted| !wanted.needs.contains(need)) {
                self.want(need.clone());
            }
            let failure = match need {
                Need::Values(column) => {
                    self.values.lasting().with(|all| get(all, column)?.error().cloned())
                }
                Need::Models(make) => {
                    self.models.lasting().with(|all| get(all, make)?.error().cloned())
                }
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

    /// The values as far as they are known, for planning.
    pub(super) fn domains(self) -> Memo<Domains> {
        self.domains
    }

    /// The values of a column that the stock has, tracked; `None` until they are known.
    pub fn of(self, column: Column) -> Option<Vec<String>> {
        self.values.lasting().with(|all| get(all, &column)?.latest()?.clone())
    }

    /// Whether values, or the names of makes, that filters show may still come, tracked.
    pub fn are_loading(self) -> bool {
        self.any_shown(|values| values.is_none_or(Remote::is_loading), Remote::is_loading, true)
    }

    /// Whether values, or the names of makes, that filters show did not come, tracked.
    pub fn have_failed(self) -> bool {
        let is_error = |values: Option<&Values>| values.is_some_and(|it| it.error().is_some());
        self.any_shown(is_error, |makes| makes.error().is_some(), false)
    }

    /// Whether the values of any filter, or the makes, are so; `unasked` where nobody has asked for
    /// the makes.
    fn any_shown(
        self,
        values_are: impl Fn(Option<&Values>) -> bool,
        makes_are: impl Fn(&Remote<Vec<Make>, Failure>) -> bool,
        unasked: bool,
    ) -> bool {
        let shown = self.shown.lasting().get();
        let has_makes = shown.contains(&Need::Values(Column::MakeId));
        let values = self
            .values
            .lasting()
            .with(|all| ask::columns(&shown).iter().any(|column| values_are(get(all, column))));
        let makes = || self.makes.lasting().with(|makes| makes.as_ref().map_or(unasked, makes_are));
        values || has_makes && makes()
    }

    /// Whether the models of any make did not come, tracked.
    pub fn have_any_models_failed(self) -> bool {
        let is_error = |(_, models): &(MakeId, Models)| models.error().is_some();
        self.models.lasting().with(|all| all.iter().any(is_error))
    }

    /// Whether the models of a make did not come, tracked.
    pub fn have_models_failed(self, make: MakeId) -> bool {
        self.models.lasting().with(|all| get(all, &make).is_some_and(|it| it.error().is_some()))
    }

    /// The whole stock with the makes and models that are known, tracked.
    pub(super) fn name_makes(self, whole: LocalIndex) -> LocalIndex {
        let makes = self.makes.lasting().with(|makes| makes.as_ref()?.latest().cloned());
        self.models.lasting().with(|models| {
            let known = models
                .iter()
                .filter_map(|(make, models)| Some((*make, models.latest()?.as_slice())));
            whole.with_makes(&makes.unwrap_or_default(), known)
        })
    }

    /// The name of a make, tracked.
    pub fn make(self, id: MakeId) -> Option<String> {
        self.makes.lasting().with(|makes| {
            let makes = makes.as_ref()?.latest()?;
            let make = makes.iter().find(|make| make.make_id == id)?;
            Some(make.make_name.clone())
        })
    }

    /// The models of a make, tracked; empty until they are known.
    pub fn models_of(self, make: MakeId) -> Vec<Model> {
        self.models
            .lasting()
            .with(|all| get(all, &make).and_then(Remote::latest).cloned().unwrap_or_default())
    }

    /// The name of a model, tracked.
    pub fn model(self, id: ModelId) -> Option<String> {
        self.models.lasting().with(|all| {
            let mut known = all.iter().filter_map(|(_, models)| models.latest()).flatten();
            let model = known.find(|model| model.model_id == id)?;
            Some(model.model_name.clone())
        })
    }
}
