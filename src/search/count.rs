//! How many vehicles a choice would list. Asked after the list, few at once, and not twice.

use std::sync::Arc;

use autengo_api::column::Column;
use autengo_api::condition::{Condition, Op};
use autengo_api::endpoint;
use autengo_api::plan::plan;
use autengo_api::state::Search as Choices;
use autengo_api::vehicle::PublicVehicle;
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use super::Search;
use crate::remote::Remote;
use crate::schedule;

/// How many answers are kept: some hundred states of a page of values.
const KEPT: usize = 4000;

/// The counts that are known, by what was asked.
#[derive(Clone)]
pub struct Counts {
    search: Search,
    /// What is counted under: the choices whose list has been painted.
    choices: Signal<Choices>,
    known: StoredValue<Vec<(String, u32)>>,
}

impl Counts {
    /// Nothing counted yet.
    pub fn new(search: &Search) -> Self {
        let choices = schedule::shown(search.nav.choices());
        Self { search: search.clone(), choices, known: StoredValue::new(Vec::new()) }
    }

    /// The counts of a column's values, all other columns' choices being as they are: what is
    /// chosen in the column itself does not count. Makes and models are one choice.
    pub fn of_column(&self, column: Column) -> ColumnCounts {
        let Search { labels, local, .. } = self.search;
        let choices = self.choices;
        let others = Memo::new(move |_| choices.with(|choices| choices.without(column)));
        let told = Memo::new(move |_| {
            let language = labels.locale().language();
            local.ask(language, |stock| others.with(|others| stock.counts(others, column)))
        });
        ColumnCounts { counts: self.clone(), column, others, told }
    }

    /// How many vehicles `choices` would list, tracked; while there are none to ask for, the last
    /// answer stays. On the way, a number may get its name.
    pub fn follow(
        &self,
        choices: impl Fn() -> Option<Choices> + Send + Sync + 'static,
        label: Option<(Column, String)>,
    ) -> Signal<Option<u32>> {
        let Self { search, known, .. } = self.clone();
        let count = RwSignal::new(None);
        let (results, labels) = (search.results, search.labels);
        // The list comes first, and who waits for it waits for nothing else.
        let is_settled =
            Memo::new(move |_| results.with(|remote| matches!(remote, Remote::Ready(_))));
        Effect::new(move |_| {
            let language = labels.locale().language();
            let Some(choices) = choices().map(everything_of) else { return };
            let order = search.config.preset.order;
            if let Some(list) = search.local.ask(language, |it| it.find(&choices, order, 0)) {
                return count.set(Some(list.total));
            }
            if !is_settled.get() || search.local.is_coming() {
                return;
            }
            let label = label.clone();
            let domains = search.stock.domains();
            let query = domains.with(|domains| plan(&choices, &search.config.preset, domains));
            let Ok(mut query) = query else { return count.set(None) };
            query.limit = Some(1);
            let asked = query.to_string();
            let found = known.with_value(|known| {
                known.iter().find(|(text, _)| *text == asked).map(|(_, total)| *total)
            });
            count.set(found.or(count.get_untracked()));
            let is_named = label
                .as_ref()
                .is_none_or(|(column, value)| labels.is_known(language, *column, value));
            if found.is_some() && is_named {
                return;
            }
            let client = search.client.clone();
            spawn_local_scoped_with_cancellation(async move {
                if found.is_none() {
                    let request = endpoint::vehicles::<Arc<PublicVehicle>>(&query);
                    let answer = client.send_in_turn(&request, language).await;
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
                if let Some((column, value)) = label {
                    labels.require(language, column, value).await;
                }
            });
        });
        count.into()
    }
}

/// The counts of a column's values.
#[derive(Clone)]
pub struct ColumnCounts {
    counts: Counts,
    column: Column,
    /// What is chosen elsewhere.
    others: Memo<Choices>,
    /// What the whole stock tells, if it is there.
    told: Memo<Option<Vec<(String, u32)>>>,
}

impl ColumnCounts {
    /// How many vehicles have a value, tracked. Asked for while somebody looks, and after that as
    /// it was.
    pub fn of(&self, value: String, is_seen: Signal<bool>) -> Signal<Option<u32>> {
        let Self { column, others, told, .. } = *self;
        let label = (column, value.clone());
        let wanted = Condition::new(Op::Eq, value.as_str());
        let known = Memo::new(move |_| {
            told.with(|told| {
                let found = told.as_ref()?.iter().find(|(known, _)| *known == value);
                // What no vehicle has counts 0; a model that is not told of may have some.
                let absent = (column != Column::ModelId).then_some(0);
                found.map(|(_, count)| *count).or(absent)
            })
        });
        let is_wanted = Memo::new(move |_| is_seen.get() && known.with(Option::is_none));
        let asked = self.counts.follow(
            move || {
                let mut choices = is_wanted.get().then(|| others.get())?;
                choices.any.add(column, wanted.clone());
                Some(choices)
            },
            Some(label),
        );
        Signal::derive(move || known.get().or_else(|| asked.get()))
    }
}

/// The same choices without order and pages, which change no count.
fn everything_of(choices: Choices) -> Choices {
    Choices { order: None, offset: 0, limit: None, ..choices }
}
