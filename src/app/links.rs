//! Reading what the embedder's preset and the page's URL say. Few pages say anything that has to be
//! read before the first list, so that the code is a part of its own.

use crate::chunk::chunk;
use crate::host;
use crate::search::Search;

/// The code that reads links.
#[derive(Clone, Copy)]
pub(super) struct Links {
    /// Reads the preset and the URL, and keeps to the URL as long as the current owner lives.
    pub(super) read: fn(Search),
}

chunk! {
    /// The part of the program that reads links.
    pub(super) fn links() -> Chunk<Links>, in links:
    Links { read }
}

fn read(search: Search) {
    let mut config = (*search.config()).clone();
    for problem in config.read_filter() {
        host::warn(&problem);
    }
    search.set_config(config);
    search.sync_with_url();
}
