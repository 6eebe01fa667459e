//! The address of the page, without our part of it.

use web_sys::{Location, window};

/// The parts of an address around its query.
#[derive(Clone, Default, PartialEq, Eq)]
pub(super) struct Page {
    pub(super) before: String,
    after: String,
}

impl Page {
    /// The parts of the page's address as it is now.
    pub(super) fn now() -> Self {
        let Some(location) = location() else { return Self::default() };
        Self::of(&location.href().unwrap_or_default())
    }

    /// The parts of an address.
    pub(super) fn of(address: &str) -> Self {
        let (before, hash) =
            address.split_once('#').map_or((address, None), |(url, hash)| (url, Some(hash)));
        Self {
            before: before.split('?').next().unwrap_or_default().to_owned(),
            after: hash
                .filter(|hash| !hash.is_empty())
                .map(|hash| format!("#{hash}"))
                .unwrap_or_default(),
        }
    }

    /// The whole address with another query. Built from the location, as a `<base>` of the host bends
    /// relative links.
    pub(super) fn at(&self, query: &str) -> String {
        let mark = if query.is_empty() { "" } else { "?" };
        format!("{}{mark}{query}{}", self.before, self.after)
    }
}

/// The query of the page's address, with its `?`.
pub(super) fn query() -> String {
    location().and_then(|location| location.search().ok()).unwrap_or_default()
}

fn location() -> Option<Location> {
    window().map(|window| window.location())
}
