//! The list that the state asks for. A newer question aborts an older one, and an answer that
//! nobody asks for any more is never shown.

use std::sync::Arc;
use std::time::Duration;

use autengo_api::column::Column;
use autengo_api::endpoint;
use autengo_api::id::SellingId;
use autengo_api::list::List;
use autengo_api::query::VehicleQuery;
use autengo_api::vehicle::PublicVehicle;
use autengo_search::params::SearchParams;
use autengo_search::plan::{Domains, PlanError, Preset};
use autengo_search::state::{State, View};
use gloo_timers::future::sleep;
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use super::Search;
use crate::client::Failure;
use crate::remote::{Fetch, Remote, Step};

/// How long what stands around a list waits for it, so that the page changes once.
const QUICK: Duration = Duration::from_millis(200);

/// A page of the list.
pub type Vehicles = Arc<List<Arc<PublicVehicle>>>;

/// The reason why there is no list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Problem {
    /// The API did not answer with one.
    Failure(Failure),
    /// The API cannot be asked for so many values of a column at once.
    TooMany(Column),
    /// The query depends on the values of a column, which the API does not tell.
    Unknown(Column),
    /// The API cannot be asked for so long a text.
    TextTooLong,
}

/// The list, and the way to ask for it again.
#[derive(Clone, Copy)]
pub struct Results {
    list: Fetch<Vehicles, Problem>,
    /// Changes when there may be other vehicles than those that are shown.
    refreshed: RwSignal<u32>,
    planner: RwSignal<Planner>,
    /// Whether the list has been on its way for a while.
    is_slow: RwSignal<bool>,
}

/// The function that makes the query: [`autengo_search::plan::plan`], whose code comes with what reads
/// links.
type Planner = fn(&SearchParams, &Preset, &Domains) -> Result<VehicleQuery, PlanError>;

/// The plan of a search, and of a preset, that say nothing.
#[expect(clippy::unnecessary_wraps, reason = "a planner")]
fn plan_stock(_: &SearchParams, preset: &Preset, _: &Domains) -> Result<VehicleQuery, PlanError> {
    Ok(VehicleQuery::of_stock(preset.order, preset.limit))
}

/// Whether the page shows the list.
pub(super) fn is_shown(state: &State) -> bool {
    state.vehicle.is_none() && state.view == View::Search
}

impl Results {
    pub(super) fn new() -> Self {
        Self {
            list: Fetch::new(None),
            refreshed: RwSignal::new(0),
            planner: RwSignal::new(plan_stock),
            is_slow: RwSignal::new(false),
        }
    }

    /// Plans queries with `planner` from now on.
    pub(super) fn set_planner(self, planner: Planner) {
        self.planner.set(planner);
    }

    /// Keeps the list to what the state asks for.
    pub(super) fn start(self, search: Search) {
        let Search { nav, values, locale, local, .. } = search;
        let (config, client) = (search.config(), search.client());
        let params = nav.params();
        nav.pace();
        let planned = {
            let (config, domains) = (config.clone(), values.domains());
            Memo::new(move |_| {
                let planner = self.planner.get();
                domains.with(|domains| params.with(|it| planner(it, &config.preset, domains)))
            })
        };
        // A visitor who opens a link to a vehicle needs no list until they go to it.
        let is_needed = Memo::new(move |was: Option<&bool>| {
            was.copied().unwrap_or(false) || nav.with(is_shown)
        });
        self.list.start(move || {
            self.refreshed.track();
            params.track();
            self.is_slow.set(false);
            let language = locale.language();
            if !is_needed.get() {
                nav.show();
                return Step::Rest;
            }
            let preset = &config.preset;
            // A list that has come by now is not asked for anew when the whole stock comes.
            let found = params.with(|params| untrack(|| local.page(params, preset, language)));
            if let Some(list) = found {
                let query = planned.get_untracked().map(|query| query.to_string());
                search.announce(&query.unwrap_or_default(), list.total);
                nav.show();
                return Step::Settle(Ok(Arc::new(list)));
            }
            let query = match planned.get() {
                Ok(query) => query,
                Err(error) => {
                    // The filters can be changed all the same.
                    values.load();
                    nav.show();
                    return Step::Settle(Err(match error {
                        PlanError::TooMany(column) => Problem::TooMany(column),
                        PlanError::Unknown(column) => Problem::Unknown(column),
                        PlanError::TextTooLong => Problem::TextTooLong,
                        PlanError::Needs(needs) => match values.require(&needs) {
                            Ok(()) => return Step::Wait,
                            Err(failure) => Problem::Failure(failure),
                        },
                    }));
                }
            };
            let client = client.clone();
            spawn_local_scoped_with_cancellation(async move {
                sleep(QUICK).await;
                if self.list.with_untracked(Remote::is_loading) {
                    nav.show();
                    self.is_slow.set(true);
                }
            });
            Step::send(async move {
                let request = endpoint::vehicles::<Arc<PublicVehicle>>(&query);
                let answer = client.load("list", &request, language).await;
                if let Ok(list) = &answer {
                    search.announce(&query.to_string(), list.total);
                }
                values.load();
                nav.show();
                self.is_slow.set(false);
                answer.map(Arc::new).map_err(Problem::Failure)
            })
        });
    }

    /// A part of the list, tracked.
    pub fn with<T>(self, part: impl FnOnce(&Remote<Vehicles, Problem>) -> T) -> T {
        self.list.with(part)
    }

    /// The number of vehicles that were found, tracked; `None` until they are.
    pub fn total(self) -> Option<u32> {
        self.with(|remote| remote.latest().map(|list| list.total))
    }

    /// Whether the list is on its way, tracked.
    pub fn is_loading(self) -> bool {
        self.with(Remote::is_loading)
    }

    /// Whether the list has been on its way for a while, tracked: those who wait see that they do.
    pub fn is_slow(self) -> bool {
        self.is_slow.get()
    }

    /// Whether the list that is asked for is there, tracked.
    pub fn is_ready(self) -> bool {
        self.with(|remote| matches!(remote, Remote::Ready(_)))
    }

    /// A vehicle of the list, if it is there now.
    pub fn find(self, selling_id: &SellingId) -> Option<Arc<PublicVehicle>> {
        self.list.with_untracked(|remote| {
            let list = remote.latest()?;
            list.items.iter().find(|vehicle| vehicle.selling_id() == selling_id).cloned()
        })
    }

    /// The number of times that the list was asked for again, tracked.
    pub(super) fn tries(self) -> u32 {
        self.list.tries()
    }

    /// Looks again, as other vehicles may be there by now.
    pub(super) fn refresh(self) {
        self.refreshed.update(|refreshed| *refreshed += 1);
    }

    /// Asks again.
    pub(super) fn retry(self) {
        self.list.retry();
    }
}
