//! Asking for values, makes and models, each once until somebody wants them anew.

use autengo_api::column::Column;
use autengo_api::endpoint::{self, FilterValues};
use autengo_api::id::MakeId;
use autengo_search::plan::Need;
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use super::{FacetValues, get};
use crate::client::Client;
use crate::config::Config;
use crate::device::Connection;
use crate::host;
use crate::i18n::Language;
use crate::remote::Remote;
use crate::search::Search;

/// The way to ask: requests live as long as the owner, whatever wanted them.
struct Asking {
    owner: Owner,
    client: Client,
    language: Language,
}

impl Asking {
    fn spawn(&self, task: impl Future<Output = ()> + 'static) {
        self.owner.with(|| spawn_local_scoped_with_cancellation(task));
    }
}

impl FacetValues {
    /// Asks for the needs of filters and plans as they come, as long as the current owner lives.
    pub(in crate::search) fn start(self, search: Search) {
        self.shown.set(shown(&search.config()));
        Connection::here().when_back(move || self.retry());
        let Some(owner) = Owner::current() else { return };
        let client = search.client();
        Effect::new(move |tried: Option<u32>| {
            let (wanted, tries) = (self.wanted.get(), self.tries.get());
            let language = search.locale.current();
            let asking = Asking { owner: owner.clone(), client: client.clone(), language };
            if tried.is_some_and(|tried| tried != tries) {
                self.forget_failed();
            }
            if wanted.shown {
                let shown = self.shown.get_untracked();
                // Columns that the API does not understand must not cost those that are shown.
                self.ask_values(&asking, columns(&shown));
                let has_makes = shown.contains(&Need::Values(Column::MakeId));
                if has_makes && self.makes.with_untracked(Option::is_none) {
                    self.ask_makes(&asking);
                }
            }
            self.ask_values(&asking, columns(&wanted.needs));
            for need in wanted.needs {
                if let Need::Models(make) = need {
                    self.ask_models(&asking, make);
                }
            }
            tries
        });
    }

    /// Takes values that did not come, or were not told, for those that nobody has asked for.
    fn forget_failed(self) {
        self.values.update(|values| {
            values.retain(|(_, values)| {
                values.is_loading() || values.latest().is_some_and(Option::is_some)
            });
        });
        self.models.update(|models| models.retain(|(_, models)| models.error().is_none()));
        let have_failed = |makes: &Option<Remote<_, _>>| {
            makes.as_ref().is_some_and(|makes| makes.error().is_some())
        };
        if self.makes.with_untracked(have_failed) {
            self.makes.set(None);
        }
    }

    /// Asks for the values of those columns for which nobody has yet.
    fn ask_values(self, asking: &Asking, mut columns: Vec<Column>) {
        self.values.with_untracked(|known| columns.retain(|it| get(known, it).is_none()));
        if columns.is_empty() {
            return;
        }
        self.values.update(|values| {
            values.extend(columns.iter().map(|column| (*column, Remote::default())));
        });
        let request = endpoint::filter_values(&columns);
        let (client, language) = (asking.client.clone(), asking.language);
        asking.spawn(async move {
            let answer = client.load("values", &request, language).await;
            if let Ok(values) = &answer {
                warn_of_untold(&columns, values);
            }
            self.values.update(|known| {
                for (column, values) in known.iter_mut().filter(|it| columns.contains(&it.0)) {
                    let of_column = |values: &FilterValues| get(values, column).cloned();
                    let answer = answer.as_ref().map(of_column).map_err(Clone::clone);
                    *values = std::mem::take(values).settle(answer);
                }
            });
        });
    }

    fn ask_makes(self, asking: &Asking) {
        self.makes.set(Some(Remote::default()));
        let (client, language) = (asking.client.clone(), asking.language);
        asking.spawn(async move {
            let answer = client.load("makes", &endpoint::makes(), language).await;
            let answer = answer.map(|list| list.items);
            self.makes.set(Some(Remote::default().settle(answer)));
        });
    }

    /// Asks for the models of a make, if nobody has yet.
    fn ask_models(self, asking: &Asking, make: MakeId) {
        if self.models.with_untracked(|models| get(models, &make).is_some()) {
            return;
        }
        self.models.update(|known| known.push((make, Remote::default())));
        let (client, language) = (asking.client.clone(), asking.language);
        asking.spawn(async move {
            let answer = client.load("models", &endpoint::models(make), language).await;
            let answer = answer.map(|list| list.items);
            self.models.update(|known| {
                if let Some((_, models)) = known.iter_mut().find(|(known, _)| *known == make) {
                    *models = std::mem::take(models).settle(answer);
                }
            });
        });
    }
}

/// The needs of the filters.
fn shown(config: &Config) -> Vec<Need> {
    let mut columns: Vec<Column> =
        config.facets.iter().copied().filter(|column| column.has_values()).collect();
    // Makes and models are told apart by each other.
    let has_makes = columns.contains(&Column::MakeId) || columns.contains(&Column::ModelId);
    for column in [Column::MakeId, Column::ModelId] {
        if has_makes && !columns.contains(&column) {
            columns.push(column);
        }
    }
    columns.into_iter().map(Need::Values).collect()
}

/// The columns among some needs.
pub(super) fn columns(needs: &[Need]) -> Vec<Column> {
    let columns = needs.iter().filter_map(|need| match need {
        Need::Values(column) => Some(*column),
        Need::Models(_) => None,
    });
    columns.collect()
}

/// Tells the webmaster of columns that an answer lacks, or has in another shape.
fn warn_of_untold(columns: &[Column], values: &FilterValues) {
    for column in columns {
        if get(values, column).is_none() {
            let name = column.name();
            host::warn(&format!("the API does not tell which values of {name} the stock has"));
        }
    }
}
