//! The list that the state asks for. A newer question aborts an older one, and an answer that
//! nobody asks for any more is never shown.

use std::sync::Arc;

use autengo_api::column::Column;
use autengo_api::endpoint;
use autengo_api::list::List;
use autengo_api::plan::{PlanError, plan};
use autengo_api::query::VehicleQuery;
use autengo_api::vehicle::PublicVehicle;
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use super::Search;
use crate::client::Failure;
use crate::config::Config;
use crate::host::Host;
use crate::lasting::Lasting;
use crate::remote::Remote;

/// A page of the list.
pub type Vehicles = Arc<List<Arc<PublicVehicle>>>;

/// Why there is no list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The API did not answer with one.
    Failure(Failure),
    /// The API cannot be asked for so many values of a column at once.
    TooMany(Column),
    /// The API does not tell the values of a column, on which it depends what to ask.
    Unknown(Column),
    /// The API cannot be asked for so long a text.
    TextTooLong,
}

/// The list, and the way to ask for it again.
#[derive(Clone, Copy)]
pub struct Results {
    vehicles: RwSignal<Remote<Vehicles, Problem>>,
    tries: RwSignal<u32>,
    /// Changes when there may be other vehicles than those that are shown.
    news: RwSignal<u32>,
    /// What the API is to be asked.
    planned: RwSignal<Signal<Planned>>,
}

/// A query, or why there is none.
type Planned = Result<VehicleQuery, PlanError>;

impl Results {
    pub(super) fn new(config: &Config) -> Self {
        let first = VehicleQuery::of_stock(config.preset.order, config.preset.limit);
        Self {
            vehicles: RwSignal::new(Remote::default()),
            tries: RwSignal::new(0),
            news: RwSignal::new(0),
            planned: RwSignal::new(Signal::stored(Ok(first))),
        }
    }

    /// Asks what `search` says from now on, rather than for the stock as it comes.
    pub(super) fn plan(self, search: &Search) {
        let (nav, stock) = (search.nav, search.stock);
        let preset = search.config.preset.clone();
        let choices = nav.choices();
        let planned = Memo::new(move |_| {
            stock.domains().with(|domains| plan(&choices.get(), &preset, domains))
        });
        self.planned.set(planned.into());
    }

    /// Keeps the list to what the state asks for.
    pub(super) fn follow(self, search: &Search, host: &Host) {
        let results = self;
        let Search { nav, stock, labels, local, .. } = *search;
        let Search { config, client, .. } = search.clone();
        let (locale, host) = (labels.locale(), host.clone());
        let search = nav.choices();
        let planned = Memo::new(move |_| results.planned.get().get());
        // A visitor who opens a link to a vehicle needs no list until they go to it.
        let is_needed = Memo::new(move |was: Option<&bool>| {
            was.copied().unwrap_or(false)
                || nav.with(|state| state.vehicle.is_none() && !state.is_parked)
        });
        Effect::new(move |_| {
            results.tries.track();
            results.news.track();
            let language = locale.language();
            if !is_needed.get() {
                return;
            }
            let found = search.with(|choices| {
                let order = choices.order.unwrap_or(config.preset.order);
                let limit = choices.limit.unwrap_or(config.preset.limit);
                // What has come by now is not asked for anew when the stock comes.
                untrack(|| local.ask(language, |stock| stock.find(choices, order, limit)))
            });
            if let Some(list) = found {
                let query = planned.get_untracked().map(|query| query.to_string());
                tell(&host, query.unwrap_or_default(), list.total);
                return results.settle(Ok(Arc::new(list)));
            }
            let query = match planned.get() {
                Ok(query) => query,
                Err(error) => {
                    // What is chosen can be changed all the same.
                    stock.load();
                    let problem = match error {
                        PlanError::TooMany(column) => Problem::TooMany(column),
                        PlanError::Unknown(column) => Problem::Unknown(column),
                        PlanError::TextTooLong => Problem::TextTooLong,
                        PlanError::Needs(needs) => match stock.require(&needs) {
                            Ok(()) => return results.reload(),
                            Err(failure) => Problem::Failure(failure),
                        },
                    };
                    return results.settle(Err(problem));
                }
            };
            results.reload();
            let (client, host) = (client.clone(), host.clone());
            spawn_local_scoped_with_cancellation(async move {
                let request = endpoint::vehicles::<Arc<PublicVehicle>>(&query);
                let answer = client.send(&request, language).await;
                match &answer {
                    Ok(list) => tell(&host, query.to_string(), list.total),
                    Err(failure) => failure.tell(&host, "list"),
                }
                results.settle(answer.map(Arc::new).map_err(Problem::Failure));
                stock.load();
            });
        });
    }

    /// A part of the list, tracked.
    pub fn with<T>(self, part: impl FnOnce(&Remote<Vehicles, Problem>) -> T) -> T {
        self.vehicles.lasting().with(part)
    }

    /// A vehicle of the list, if it is there now.
    pub fn find(self, selling_id: &str) -> Option<Arc<PublicVehicle>> {
        self.vehicles.with_untracked(|remote| {
            let list = remote.latest()?;
            list.items.iter().find(|vehicle| vehicle.selling_id() == selling_id).cloned()
        })
    }

    /// Whether the API did not answer.
    pub(super) fn has_failed(self) -> bool {
        let is_failure = |remote: &Remote<Vehicles, Problem>| {
            matches!(remote.error(), Some(Problem::Failure(_)))
        };
        self.vehicles.with_untracked(is_failure)
    }

    /// How often it was asked for again, tracked.
    pub(super) fn tries(self) -> u32 {
        self.tries.get()
    }

    /// Looks again, as other vehicles may be there by now.
    pub(super) fn refresh(self) {
        self.news.update(|news| *news += 1);
    }

    /// Asks again.
    pub(super) fn retry(self) {
        self.tries.update(|tries| *tries += 1);
    }

    fn reload(self) {
        self.vehicles.update(|remote| *remote = std::mem::take(remote).reload());
    }

    fn settle(self, result: Result<Vehicles, Problem>) {
        self.vehicles.update(|remote| *remote = std::mem::take(remote).settle(result));
    }
}

fn tell(host: &Host, query: String, total: u32) {
    host.emit("search", &[("query", query.into()), ("total", total.into())]);
}
