//! Searching, without a single element: the query, the list, and the values to choose from. The
//! state itself lives in the page's URL.

mod chip;
mod count;
mod facet;
mod facet_values;
mod label;
mod local;
mod lookup;
mod order;
mod pace;
mod page;
mod range;
mod report;
mod results;
mod whole;

pub use chip::{Chip, chips, summary};
pub use count::{ColumnCounts, Counts};
pub use facet::{Choice, Facet};
pub use facet_values::FacetValues;
pub use label::Labels;
pub use lookup::Lookup;
pub use page::{Link, page_links};
pub use range::Range;
pub use results::{Problem, Results, Vehicles};

use std::sync::Arc;

use autengo_search::plan::plan;
use leptos::prelude::*;

use crate::client::Client;
use crate::config::{Config, attribute};
use crate::host::{self, Host};
use crate::i18n::Locale;
use crate::lasting::Lasting;
use crate::nav::Nav;
use local::Local;

/// The search of one instance. A handle: copies are the same search.
#[derive(Clone, Copy)]
pub struct Search {
    /// The state of the page.
    pub nav: Nav,
    /// The list.
    pub results: Results,
    /// The values to choose from.
    pub values: FacetValues,
    /// The names of values.
    pub labels: Labels,
    /// The language.
    pub locale: Locale,
    local: Local,
    /// Whether somebody uses the widget: what only they need waits for that.
    is_used: RwSignal<bool>,
    shared: StoredValue<Shared>,
}

/// Parts of the search that cannot be copied.
struct Shared {
    config: Arc<Config>,
    client: Client,
    host: Host,
}

impl Search {
    /// A search that asks for nothing yet; lives as long as the current owner.
    pub fn new(config: Config, client: &Client, host: &Host, nav: Nav, locale: Locale) -> Self {
        let values = FacetValues::new();
        let config = Arc::new(config);
        let shared = Shared { config, client: client.clone(), host: host.clone() };
        Self {
            nav,
            results: Results::new(),
            values,
            labels: Labels::new(client, values, locale),
            locale,
            local: Local::new(),
            is_used: RwSignal::new(false),
            shared: StoredValue::new(shared),
        }
    }

    /// The embedder's settings.
    pub fn config(self) -> Arc<Config> {
        self.shared.with_value(|shared| shared.config.clone())
    }

    /// Puts settings in place of those that were there; before anything is asked for.
    pub fn set_config(self, config: Config) {
        self.shared.update_value(|shared| shared.config = Arc::new(config));
    }

    fn client(self) -> Client {
        self.shared.with_value(|shared| shared.client.clone())
    }

    /// Tells the page that a list has arrived.
    fn announce(self, query: &str, total: u32) {
        let detail = [("query", query.into()), ("total", total.into())];
        self.shared.with_value(|shared| shared.host.emit("search", &detail));
    }

    /// Keeps the list to the query from now on.
    pub fn start_list(self) {
        self.results.start(self);
    }

    /// Keeps the query to what the page's URL and the embedder's preset say. The one until then is
    /// right where both say nothing.
    pub fn sync_with_url(self) {
        self.nav.sync_with_url();
        self.values.start(self);
        self.results.set_planner(plan);
    }

    /// Looks at what the API sends: learns the names of values, and reports what is odd, be it with the
    /// element.
    pub fn start_learning(self) {
        for name in self.shared.with_value(|shared| shared.host.settings()) {
            if let Some(meant) = attribute::meant(&name) {
                host::warn(&format!("there is no attribute {name}: is {meant} meant?"));
            }
        }
        let host = self.shared.with_value(|shared| shared.host.clone());
        host.when_used(move || {
            self.is_used.try_set(true);
        });
        pace::start(self);
        self.labels.start(self.nav, self.results);
        report::start(self);
    }

    /// Loads the whole stock where it is small, and answers from it.
    pub fn start_local(self) {
        whole::start(self);
    }

    /// Whether somebody uses the widget, tracked.
    pub fn is_used(self) -> bool {
        self.is_used.lasting().get()
    }

    /// Asks again for the list, and for all that it or its filters need and that did not come.
    pub fn retry(self) {
        self.values.retry();
        self.results.retry();
    }

    /// The number of vehicles without filters, if the list shows it.
    fn total_of_stock(self) -> Option<u32> {
        let has_filters = self.nav.current().params.has_filters();
        let total = || untrack(|| self.results.with(|remote| Some(remote.latest()?.total)));
        if has_filters { None } else { total() }
    }

    /// The size of a page, tracked.
    pub fn page_size(self) -> u32 {
        self.nav.with(|state| state.params.limit()).unwrap_or(self.config().preset.limit)
    }

    /// Chooses a page size.
    pub fn set_page_size(self, size: u32) {
        let chosen = Some(size).filter(|size| *size != self.config().preset.limit);
        self.nav.change(|state| state.params.set_limit(chosen));
    }

    /// Searches for a text while it is being typed.
    pub fn type_text(self, text: &str) {
        let mut state = self.nav.current();
        state.params.set_text(text);
        self.nav.replace_soon(state);
    }
}
