//! Parts of the program whose code is fetched apart from the rest: what the first list does not
//! need, or needs on few pages. Development builds and tests have all code in one file.

use std::pin::Pin;

use futures_util::FutureExt;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::device::Connection;
use crate::host::Host;
use crate::lasting::Lasting;
use crate::remote::Remote;

/// How long a list waits for a part that belongs to it, in milliseconds.
const PATIENCE: u32 = 4000;

/// Says that a part's file did not come, or not in time. The script that fetches it has told the
/// webmaster which file, and why.
pub use wasm_split_helpers::SplitLoaderError as Missing;

/// What fetches a part's file.
type Fetch = fn() -> Pin<Box<dyn Future<Output = Result<(), Missing>>>>;

/// A part of the program, and whether it is there.
#[derive(Clone, Copy)]
pub struct Chunk {
    fetch: Fetch,
    /// `None` until somebody asks for it.
    state: RwSignal<Option<Remote<(), ()>>>,
    is_late: RwSignal<bool>,
    on_missing: Callback<()>,
}

impl Chunk {
    /// A part that nobody has asked for yet. If it does not come for want of a network, it is asked
    /// for again when that is back.
    pub fn new(name: &'static str, fetch: Fetch) -> Self {
        let host = expect_context::<Host>();
        let chunk = Self {
            fetch,
            state: RwSignal::new(None),
            is_late: RwSignal::new(false),
            on_missing: Callback::new(move |()| {
                host.emit("error", &[("kind", "load".into()), ("of", name.into())]);
            }),
        };
        Connection::here().when_back(move || {
            if chunk.state.with(|state| state.as_ref().is_some_and(|it| it.error().is_some())) {
                chunk.load();
            }
        });
        chunk
    }

    /// Asks for it, unless it is there or on its way.
    pub fn load(self) {
        let is_coming = |state: &Remote<(), ()>| state.error().is_none();
        if self.state.with_untracked(|state| state.as_ref().is_some_and(is_coming)) {
            return;
        }
        self.state.set(Some(Remote::default()));
        spawn_local(async move {
            let result = (self.fetch)().await.map_err(drop);
            if result.is_err() {
                self.on_missing.try_run(());
            }
            self.state.try_set(Some(Remote::default().settle(result)));
        });
        spawn_local(async move {
            TimeoutFuture::new(PATIENCE).await;
            self.is_late.try_set(true);
        });
    }

    /// Whether it is there, tracked.
    pub fn state(self) -> Remote<(), ()> {
        self.state.lasting().get().unwrap_or_default()
    }

    /// Whether it is still to come, and soon, tracked.
    pub fn is_awaited(self) -> bool {
        self.state().is_loading() && !self.is_late.get()
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
