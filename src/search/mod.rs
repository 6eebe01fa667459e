//! Searching, without a single element: what is asked, what came, and what can be chosen. The
//! state itself lives in the page's URL.

mod bound;
mod chip;
mod count;
mod facet;
mod form;
mod label;
mod local;
mod order;
mod page;
mod range;
mod report;
mod results;
mod stock;
mod vehicle;
mod whole;

pub use bound::Problem as RangeProblem;
pub use chip::{Chip, chips, summary};
pub use count::{ColumnCounts, Counts};
pub use facet::{Choice, Facet};
pub use form::Form;
pub use label::Labels;
pub use page::{Link, page_links};
pub use range::Range;
pub use results::{Problem, Results, Vehicles};
pub use stock::Stock;
pub use vehicle::Known;
pub use whole::load_whole_stock;

use std::sync::Arc;

use autengo_api::link::neat;
use autengo_api::query::Filter;
use autengo_api::state::State;
use leptos::prelude::untrack;

use crate::client::Client;
use crate::config::Config;
use crate::device::Connection;
use crate::host::Host;
use crate::i18n::Locale;
use crate::nav::Nav;
use local::Local;
use report::report;

/// The search of one instance.
#[derive(Clone)]
pub struct Search {
    /// The page's state.
    pub nav: Nav,
    /// The list.
    pub results: Results,
    /// What can be filtered by.
    pub stock: Stock,
    /// What values are called.
    pub labels: Labels,
    /// The embedder's settings.
    pub config: Arc<Config>,
    client: Client,
    local: Local,
}

impl Search {
    /// Starts the search of an instance; lives as long as the owner it is called under.
    pub fn new(
        config: Arc<Config>,
        client: &Client,
        nav: Nav,
        locale: Locale,
        host: &Host,
    ) -> Self {
        let stock = Stock::new();
        let labels = Labels::new(client, stock, locale);
        let local = Local::new();
        let results = Results::new(&config);
        let search = Self { nav, results, stock, labels, config, client: client.clone(), local };
        results.follow(&search, host);
        Connection::here().when_back(move || {
            stock.retry();
            if results.has_failed() {
                results.retry();
            }
        });
        search
    }

    /// Does what the first list can do without: learns what can be chosen and what it is called, and
    /// looks at what the API sends. Once for an instance, under the owner that it is called under.
    pub fn follow(&self) {
        self.follow_links();
        self.labels.follow(self.nav, self.results);
        report(self);
    }

    /// Keeps to what the page's URL says, and to the embedder's preset. What the API is asked until
    /// then is right where both say nothing.
    pub fn follow_links(&self) {
        if !self.nav.is_following() {
            self.nav.follow();
            self.stock.follow(self);
            self.results.plan(self);
        }
    }

    /// Asks again for the list, and for all that it or its filters need and that did not come.
    pub fn retry(&self) {
        self.stock.retry();
        self.results.retry();
    }

    /// How many vehicles there are without filters, if the list shows it.
    fn total_of_stock(&self) -> Option<u32> {
        let has_filters = self.nav.current().search.has_filters();
        let total = || untrack(|| self.results.with(|remote| Some(remote.latest()?.total)));
        if has_filters { None } else { total() }
    }

    /// The state in which only the embedder's own search is left.
    pub fn reset(&self) -> State {
        let mut state = self.nav.state();
        state.search.text.clear();
        state.search.all = Filter::default();
        state.search.any = Filter::default();
        state.search.offset = 0;
        state
    }

    /// The size of a page, tracked.
    pub fn page_size(&self) -> u32 {
        self.nav.with(|state| state.search.limit).unwrap_or(self.config.preset.limit)
    }

    /// Chooses a page size.
    pub fn set_page_size(&self, size: u32) {
        let mut state = self.nav.current();
        state.search.limit = Some(size).filter(|size| *size != self.config.preset.limit);
        state.search.offset = 0;
        self.nav.push(state);
    }

    /// Searches for a text while it is being typed.
    pub fn type_text(&self, text: &str) {
        let mut state = self.nav.current();
        neat(text).clone_into(&mut state.search.text);
        state.search.offset = 0;
        self.nav.replace_soon(state);
    }

    /// The state in which the parked vehicles are shown, or the list again, tracked.
    pub fn with_parked(&self, is_parked: bool) -> State {
        State { vehicle: None, has_filters_open: false, is_parked, ..self.nav.state() }
    }

    /// The state in which a vehicle is open, tracked.
    pub fn with_vehicle(&self, selling_id: Option<&str>) -> State {
        State {
            vehicle: selling_id.map(str::to_owned),
            has_filters_open: false,
            ..self.nav.state()
        }
    }
}
