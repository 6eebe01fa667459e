//! The number of vehicles that a choice would list. Asked for after the list, a few at a time, and
//! not twice.

use std::sync::Arc;

use autengo_api::column::Column;
use autengo_api::endpoint;
use autengo_api::vehicle::PublicVehicle;
use autengo_search::params::SearchParams;
use autengo_search::plan::plan;
use leptos::prelude::*;

use super::Search;
use crate::remote::{Task, spawn_latest};
use crate::schedule;

/// The number of answers that are kept: some hundred states of a page of values.
const KEPT: usize = 4000;

/// The counts that are known, by the query that was asked.
#[derive(Clone, Copy)]
pub struct Counts {
    search: Search,
    /// The search that is counted under: the one that was painted.
    params: Signal<SearchParams>,
    known: StoredValue<Vec<(String, u32)>>,
}

impl Counts {
    /// Counts of which none is known yet.
    pub fn new(search: Search) -> Self {
        let nav = search.nav;
        let params = schedule::shown(Memo::new(move |_| nav.shown().params));
        Self { search, params, known: StoredValue::new(Vec::new()) }
    }

    /// The counts of a column's values, under all choices but those of the column itself. Makes and
    /// models are one choice.
    pub fn of_column(self, column: Column) -> ColumnCounts {
        let Search { locale, local, .. } = self.search;
        let params = self.params;
        let others = Memo::new(move |_| params.with(|params| params.without_column(column)));
        let told = Memo::new(move |_| {
            let language = locale.language();
            local.ask(language, |stock| others.with(|others| stock.counts(others, column)))
        });
        ColumnCounts { counts: self, column, others, told }
    }

    /// The number of vehicles that `params` would list, tracked; while there are none to ask for,
    /// the last answer stays. On the way, a value may get its name.
    pub fn of(
        self,
        params: impl Fn() -> Option<SearchParams> + Send + Sync + 'static,
        label: Option<(Column, String)>,
    ) -> Signal<Option<u32>> {
        let Self { search, known, .. } = self;
        let Search { labels, local, .. } = search;
        let (config, client) = (search.config(), search.client());
        let count = RwSignal::new(None);
        spawn_latest(move || {
            let language = search.locale.language();
            let params = params()?.without_page();
            if let Some(list) = local.page(&params, &config.preset, language) {
                count.set(Some(list.total));
                return None;
            }
            if local.is_loading() {
                return None;
            }
            let domains = search.values.domains();
            domains.track();
            let (config, client, label) = (config.clone(), client.clone(), label.clone());
            let task: Task = Box::pin(async move {
                // The list comes first, and whatever it takes to ask for this, too.
                let permit = client.permit().await;
                let query =
                    domains.with_untracked(|domains| plan(&params, &config.preset, domains));
                let Ok(mut query) = query else { return count.set(None) };
                query.limit = Some(1);
                let asked = query.to_string();
                let found = known.with_value(|known| {
                    known.iter().find(|(text, _)| *text == asked).map(|(_, total)| *total)
                });
                if found.is_some() {
                    count.set(found);
                } else {
                    let request = endpoint::vehicles::<Arc<PublicVehicle>>(&query);
                    let answer = client.send(&request, language).await;
                    if let Ok(list) = &answer {
                        labels.learn(language, &list.items);
                        known.update_value(|known| {
                            if known.len() == KEPT {
                                known.clear();
                            }
                            known.push((asked, list.total));
                        });
                    }
                    count.set(answer.ok().map(|list| list.total));
                }
                drop(permit);
                if let Some((column, value)) = label {
                    labels.require(language, column, value).await;
                }
            });
            Some(task)
        });
        count.into()
    }
}

/// The counts of a column's values.
#[derive(Clone, Copy)]
pub struct ColumnCounts {
    counts: Counts,
    column: Column,
    /// The choices in other columns.
    others: Memo<SearchParams>,
    /// The counts that the whole stock tells, if it is there.
    told: Memo<Option<Vec<(String, u32)>>>,
}

impl ColumnCounts {
    /// The number of vehicles that have a value, tracked. Asked for while the value is in view, once
    /// somebody uses the widget, and after that as it was.
    pub fn of(self, value: String, is_in_view: Signal<bool>) -> Signal<Option<u32>> {
        let Self { counts, column, others, told } = self;
        let label = (column, value.clone());
        let wanted = value.clone();
        let known = Memo::new(move |_| {
            told.with(|told| {
                let found = told.as_ref()?.iter().find(|(known, _)| *known == value);
                // A value that no vehicle has counts 0; a model that is not told of may have some.
                let absent = (column != Column::ModelId).then_some(0);
                found.map(|(_, count)| *count).or(absent)
            })
        });
        let is_wanted = Memo::new(move |_| {
            is_in_view.get() && counts.search.is_used() && known.with(Option::is_none)
        });
        let asked = counts.of(
            move || {
                let mut params = is_wanted.get().then(|| others.get())?;
                params.choose(column, &wanted);
                Some(params)
            },
            Some(label),
        );
        Signal::derive(move || known.get().or_else(|| asked.get()))
    }
}
