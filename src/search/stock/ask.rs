//! Asks for what is wanted of the stock, each thing once until somebody wants it anew.

use autengo_api::column::Column;
use autengo_api::endpoint::{self, FilterValues};
use autengo_api::list::List;
use autengo_api::plan::Need;
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use super::Stock;
use crate::client::Failure;
use crate::config::Config;
use crate::host::{self, Host};
use crate::remote::Remote;
use crate::search::Search;

impl Stock {
    /// Asks for what is wanted, as long as the owner it is called under lives.
    pub(in crate::search) fn follow(self, search: &Search) {
        self.shown.set(shown(&search.config));
        let Some(owner) = Owner::current() else { return };
        let search = search.clone();
        Effect::new(move |tried: Option<u32>| {
            let (wanted, tries) = (self.wanted.get(), self.tries.get());
            if tried.is_some_and(|tried| tried != tries) {
                self.forget_missing();
            }
            if self.is_wanted.get() {
                let shown = self.shown.get_untracked();
                // What the API does not understand must not cost what is shown.
                self.ask_values(&search, &owner, columns(&shown));
                let has_makes = shown.contains(&Need::Values(Column::MakeId));
                if has_makes && self.makes.with_untracked(Option::is_none) {
                    self.ask_makes(&search, &owner);
                }
            }
            self.ask_values(&search, &owner, columns(&wanted));
            for need in wanted {
                if let Need::Models(make) = need {
                    self.ask_models(&search, &owner, make);
                }
            }
            tries
        });
    }

    /// Takes what did not come, or was not told, for what nobody has asked for.
    fn forget_missing(self) {
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
    fn ask_values(self, search: &Search, owner: &Owner, mut columns: Vec<Column>) {
        self.values.with_untracked(|known| {
            columns.retain(|column| known.iter().all(|(known, _)| known != column));
        });
        if columns.is_empty() {
            return;
        }
        self.values.update(|values| {
            values.extend(columns.iter().map(|column| (*column, Remote::default())));
        });
        let request = endpoint::filter_values(&columns);
        let (client, host) = (search.client.clone(), owner.with(expect_context::<Host>));
        let language = search.labels.locale().current();
        within(owner, async move {
            let answer = told(client.send(&request, language).await, &host, "values");
            if let Ok(values) = &answer {
                warn_of_untold(&columns, values);
            }
            self.values.update(|known| {
                for (column, values) in known.iter_mut().filter(|it| columns.contains(&it.0)) {
                    let of_column = |values: &FilterValues| {
                        let found = values.iter().find(|(known, _)| known == column);
                        found.map(|(_, values)| values.clone())
                    };
                    let answer = answer.as_ref().map(of_column).map_err(Clone::clone);
                    *values = std::mem::take(values).settle(answer);
                }
            });
        });
    }

    fn ask_makes(self, search: &Search, owner: &Owner) {
        self.makes.set(Some(Remote::default()));
        let (client, host) = (search.client.clone(), owner.with(expect_context::<Host>));
        let language = search.labels.locale().current();
        within(owner, async move {
            let answer = told(client.send(&endpoint::makes(), language).await, &host, "makes");
            let answer = answer.map(|List { items, .. }| items);
            self.makes.set(Some(Remote::default().settle(answer)));
        });
    }

    /// Asks for the models of a make, if nobody has yet.
    fn ask_models(self, search: &Search, owner: &Owner, make: String) {
        if self.models.with_untracked(|models| models.iter().any(|(known, _)| *known == make)) {
            return;
        }
        // What is no make's id has no models.
        let id = make.parse().ok();
        let models = id.map_or(Remote::Ready(Vec::new()), |_| Remote::default());
        self.models.update(|known| known.push((make.clone(), models)));
        let Some(id) = id else { return };
        let (client, host) = (search.client.clone(), owner.with(expect_context::<Host>));
        let language = search.labels.locale().current();
        within(owner, async move {
            let answer = told(client.send(&endpoint::models(id), language).await, &host, "models");
            let answer = answer.map(|list| list.items);
            self.models.update(|known| {
                if let Some((_, models)) = known.iter_mut().find(|(known, _)| *known == make) {
                    *models = std::mem::take(models).settle(answer);
                }
            });
        });
    }
}

/// What the filters need.
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

fn columns(needs: &[Need]) -> Vec<Column> {
    let columns = needs.iter().filter_map(|need| match need {
        Need::Values(column) => Some(*column),
        Need::Models(_) => None,
    });
    columns.collect()
}

/// Waits for an answer as long as an owner lives.
fn within(owner: &Owner, task: impl Future<Output = ()> + 'static) {
    owner.with(|| spawn_local_scoped_with_cancellation(task));
}

/// An answer whose failure has been told.
fn told<T>(answer: Result<T, Failure>, host: &Host, of: &str) -> Result<T, Failure> {
    answer.inspect_err(|failure| failure.tell(host, of))
}

/// Tells the webmaster of columns that an answer lacks, or has in another shape.
fn warn_of_untold(columns: &[Column], values: &FilterValues) {
    for column in columns {
        if values.iter().all(|(known, _)| known != column) {
            let name = column.name();
            host::warn(&format!("the API does not tell which values of {name} the stock has"));
        }
    }
}
