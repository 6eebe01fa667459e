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

/// How many answers are kept: some hundred states of a page of values.
const KEPT: usize = 4000;

/// The counts that are known, by what was asked.
#[derive(Clone)]
pub struct Counts {
    search: Search,
    known: StoredValue<Vec<(String, u32)>>,
}

impl Counts {
    /// Nothing counted yet.
    pub fn new(search: &Search) -> Self {
        Self { search: search.clone(), known: StoredValue::new(Vec::new()) }
    }

    /// How many vehicles have a value of a column, all other columns' choices being as they are:
    /// what is chosen in the column itself does not count. Known while somebody looks, and after
    /// that as it was; makes and models are one choice.
    pub fn of_value(
        &self,
        column: Column,
        value: String,
        is_seen: Signal<bool>,
    ) -> Signal<Option<u32>> {
        let nav = self.search.nav;
        let others = Memo::new(move |_| {
            let mut choices = nav.with(|state| state.search.clone());
            choices.any.remove(column);
            if matches!(column, Column::MakeId | Column::ModelId) {
                choices.any.remove(Column::MakeId);
                choices.any.remove(Column::ModelId);
            }
            everything_of(choices)
        });
        let label = (column, value.clone());
        let choices = move || {
            let mut choices = others.get();
            choices.any.add(column, Condition::new(Op::Eq, value.as_str()));
            is_seen.get().then_some(choices)
        };
        self.follow(choices, Some(label))
    }

    /// How many vehicles `choices` would list, tracked; while there are none to ask for, the last
    /// answer stays. On the way, a number may get its name.
    pub fn follow(
        &self,
        choices: impl Fn() -> Option<Choices> + Send + Sync + 'static,
        label: Option<(Column, String)>,
    ) -> Signal<Option<u32>> {
        let Self { search, known } = self.clone();
        let count = RwSignal::new(None);
        let (results, labels) = (search.results, search.labels);
        // The list comes first, and who waits for it waits for nothing else.
        let is_settled =
            Memo::new(move |_| results.with(|remote| matches!(remote, Remote::Ready(_))));
        Effect::new(move |_| {
            let language = labels.locale().language();
            let Some(choices) = choices().filter(|_| is_settled.get()) else { return };
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

/// The same choices without order and pages, which change no count.
fn everything_of(choices: Choices) -> Choices {
    Choices { order: None, offset: 0, limit: None, ..choices }
}
