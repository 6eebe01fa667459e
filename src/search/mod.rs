//! Searching, without a single element: what is asked, what came, and what can be chosen. The
//! state itself lives in the page's URL.

mod chip;
mod count;
mod facet;
mod form;
mod label;
mod page;
mod range;
mod results;
mod stock;

pub use chip::{Chip, chips, summary};
pub use count::Counts;
pub use facet::{Choice, Facet};
pub use form::Form;
pub use label::Labels;
pub use page::{Link, page_links};
pub use range::{Problem as RangeProblem, Range, bound};
pub use results::{Problem, Results, Vehicles};
pub use stock::Stock;

use std::sync::Arc;

use autengo_api::query::Order;
use autengo_api::state::State;

use crate::client::Client;
use crate::config::Config;
use crate::host::Host;
use crate::i18n::Locale;
use crate::nav::Nav;

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
        let stock = Stock::new(&config, client, locale);
        let labels = Labels::new(client, stock, locale);
        let results = Results::new(&config, client, nav, locale, stock, labels, host);
        labels.follow(nav, results);
        Self { nav, results, stock, labels, config, client: client.clone() }
    }

    /// The state in which only the embedder's own search is left.
    pub fn reset(&self) -> State {
        let mut state = self.nav.state();
        state.search.text.clear();
        state.search.all = autengo_api::query::Filter::default();
        state.search.any = autengo_api::query::Filter::default();
        state.search.offset = 0;
        state
    }

    /// The orders to choose from, the embedder's own first.
    pub fn orders(&self) -> Vec<Order> {
        const OFFERED: [&str; 7] = [
            "created desc",
            "price asc",
            "price desc",
            "kilometers asc",
            "firstRegistration desc",
            "powerKw desc",
            "makeName asc",
        ];
        let own = self.config.preset.order;
        let offered =
            OFFERED.iter().filter_map(|order| Order::parse(order)).filter(|order| *order != own);
        std::iter::once(own).chain(offered).collect()
    }

    /// The order that holds, tracked.
    pub fn order(&self) -> Order {
        self.nav.with(|state| state.search.order).unwrap_or(self.config.preset.order)
    }

    /// Chooses an order.
    pub fn set_order(&self, order: Order) {
        let mut state = self.nav.current();
        state.search.order = Some(order).filter(|order| *order != self.config.preset.order);
        state.search.offset = 0;
        self.nav.push(state);
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
        text.trim().clone_into(&mut state.search.text);
        state.search.offset = 0;
        self.nav.replace_soon(state);
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
