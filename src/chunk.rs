//! Parts of the program whose code is fetched apart from the rest: what the first list does not
//! need, or needs on few pages. Development builds and tests have all code in one file.

use std::pin::Pin;

use futures_util::FutureExt;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::host;
use crate::remote::Remote;

/// Says that a part's file did not come; the browser's console has the reason.
pub use wasm_split_helpers::SplitLoaderError as Missing;

/// What fetches a part's file.
type Fetch = fn() -> Pin<Box<dyn Future<Output = Result<(), Missing>>>>;

/// A part of the program, and whether it is there.
#[derive(Clone, Copy)]
pub struct Chunk {
    fetch: Fetch,
    /// `None` until somebody asks for it.
    state: RwSignal<Option<Remote<(), ()>>>,
}

impl Chunk {
    /// A part that nobody has asked for yet.
    pub fn new(fetch: Fetch) -> Self {
        Self { fetch, state: RwSignal::new(None) }
    }

    /// Asks for it, unless it is there or on its way.
    pub fn load(self) {
        let is_coming = |state: &Remote<(), ()>| state.error().is_none();
        if self.state.with_untracked(|state| state.as_ref().is_some_and(is_coming)) {
            return;
        }
        self.state.set(Some(Remote::default()));
        spawn_local(async move {
            let result = (self.fetch)().await;
            let result = result.map_err(|missing| host::error(&missing.to_string()));
            self.state.try_set(Some(Remote::default().settle(result)));
        });
    }

    /// Whether it is there, tracked.
    pub fn state(self) -> Remote<(), ()> {
        self.state.get().unwrap_or_default()
    }
}

/// What a part that is there makes.
pub fn now<T>(made: impl Future<Output = Result<T, Missing>>) -> Option<T> {
    made.now_or_never()?.ok()
}

/// Defines a view, or something else, whose code, and all that only it needs, becomes a file of its
/// own, and the function that fetches the file.
macro_rules! chunk {
    (
        mod $file:ident, fetched by $fetch:ident;
        $(#[$doc:meta])*
        $vis:vis fn $view:ident($($name:ident: $type:ty),* $(,)?) -> $result:ty $body:block
    ) => {
        #[cfg(not(debug_assertions))]
        #[wasm_split_helpers::wasm_split($file, fallible, preload(#[doc = "Fetches the file."] $fetch))]
        $(#[$doc])*
        $vis fn $view($($name: $type),*) -> $result $body

        #[cfg(debug_assertions)]
        $(#[$doc])*
        $vis async fn $view($($name: $type),*) -> $result $body

        #[cfg(debug_assertions)]
        $vis async fn $fetch() -> Result<(), $crate::chunk::Missing> {
            Ok(())
        }
    };
}

pub(crate) use chunk;
