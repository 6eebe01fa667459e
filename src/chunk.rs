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

/// The error of a part whose file did not come, or not in time. The script that fetches it has told
/// the webmaster which file, and why.
pub use wasm_split_helpers::SplitLoaderError as ChunkError;

/// The function that fetches a part's file.
type Fetch = fn() -> Pin<Box<dyn Future<Output = Result<(), ChunkError>>>>;

/// A part of the program, and whether its code is there: `Code` is a table of its functions.
pub struct Chunk<Code: 'static> {
    file: File,
    code: fn() -> Option<Code>,
}

impl<Code> Clone for Chunk<Code> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<Code> Copy for Chunk<Code> {}

impl<Code> Chunk<Code> {
    /// A part that nobody has asked for yet. If it does not come for want of a network, it is asked
    /// for again when that is back.
    pub fn new(name: &'static str, fetch: Fetch, code: fn() -> Option<Code>) -> Self {
        Self { file: File::new(name, fetch), code }
    }

    /// The file of the part.
    pub fn file(self) -> File {
        self.file
    }

    /// Asks for the part, unless it is there or on its way.
    pub fn load(self) {
        self.file.load();
    }

    /// Asks for the part ahead of need. One that did not come is left to whoever is shown that.
    pub fn prefetch(self) {
        if self.file.state.with_untracked(Option::is_none) {
            self.load();
        }
    }

    /// The state of the part, tracked.
    pub fn state(self) -> Remote<(), ()> {
        self.file.state()
    }

    /// The code, once it is there, tracked.
    pub fn code(self) -> Option<Code> {
        if matches!(self.state(), Remote::Ready(())) { (self.code)() } else { None }
    }

    /// Whether the part is still to come, and soon, tracked.
    pub fn is_awaited(self) -> bool {
        self.state().is_loading() && !self.file.is_late.get()
    }

    /// Whether the code is not there yet.
    pub fn is_to_come(self) -> bool {
        !matches!(untrack(|| self.state()), Remote::Ready(()))
    }

    /// Runs `start` once, as soon as the code is there and before any view is made of it. Lives as
    /// long as the current owner, which is current when it runs.
    pub fn when_ready(self, start: impl FnOnce(Code) + 'static) {
        let Some(owner) = Owner::current() else { return };
        self.file.when_ready(Box::new(move || {
            if let Some(code) = (self.code)() {
                owner.with(|| untrack(|| start(code)));
            }
        }));
    }
}

/// A task for when a file is there.
type Start = Box<dyn FnOnce()>;

/// The file of a part, of one type for all.
#[derive(Clone, Copy)]
pub struct File {
    fetch: Fetch,
    /// `None` until somebody asks for it.
    state: RwSignal<Option<Remote<(), ()>>>,
    is_late: RwSignal<bool>,
    on_missing: Callback<()>,
    starts: StoredValue<Vec<Start>, LocalStorage>,
}

impl File {
    fn new(name: &'static str, fetch: Fetch) -> Self {
        let host = expect_context::<Host>();
        let file = Self {
            fetch,
            state: RwSignal::new(None),
            is_late: RwSignal::new(false),
            on_missing: Callback::new(move |()| host.fail(name, "load", None)),
            starts: StoredValue::new_local(Vec::new()),
        };
        Connection::here().when_back(move || {
            if file.state.with(|state| state.as_ref().is_some_and(|it| it.error().is_some())) {
                file.load();
            }
        });
        file
    }

    /// Asks for the file, unless it is there or on its way.
    pub fn load(self) {
        let is_coming = |state: &Remote<(), ()>| state.error().is_none();
        if self.state.with_untracked(|state| state.as_ref().is_some_and(is_coming)) {
            return;
        }
        self.state.set(Some(Remote::default()));
        spawn_local(async move {
            let result = (self.fetch)().await.map_err(drop);
            if result.is_ok() {
                self.start();
            } else {
                self.on_missing.try_run(());
            }
            self.state.try_set(Some(Remote::default().settle(result)));
        });
        spawn_local(async move {
            TimeoutFuture::new(PATIENCE).await;
            self.is_late.try_set(true);
        });
    }

    /// The state of the file, tracked.
    pub fn state(self) -> Remote<(), ()> {
        self.state.lasting().get().unwrap_or_default()
    }

    fn when_ready(self, start: Start) {
        let is_ready = |state: &Option<Remote<(), ()>>| matches!(state, Some(Remote::Ready(())));
        if self.state.with_untracked(is_ready) {
            start();
        } else {
            self.starts.update_value(|starts| starts.push(start));
        }
    }

    fn start(self) {
        let starts = self.starts.try_update_value(std::mem::take).unwrap_or_default();
        for start in starts {
            start();
        }
    }
}

/// The result of a part that is there.
pub fn poll_ready<T>(result: impl Future<Output = Result<T, ChunkError>>) -> Option<T> {
    result.now_or_never()?.ok()
}

/// Defines the function that gives a part of the program. The code of its table, and all that only
/// it needs, becomes a file of its own, named `$file`. One to a module.
macro_rules! chunk {
    (
        $(#[$doc:meta])*
        $vis:vis fn $part:ident() -> Chunk<$code:ty>, in $file:ident: $table:expr
    ) => {
        $(#[$doc])*
        $vis fn $part() -> $crate::chunk::Chunk<$code> {
            use $crate::chunk::{Chunk, poll_ready};
            Chunk::new(stringify!($file), || Box::pin(fetch()), || poll_ready(code()))
        }

        #[cfg(not(debug_assertions))]
        #[wasm_split_helpers::wasm_split($file, fallible, preload(#[doc = "Fetches the file."] fetch))]
        fn code() -> Result<$code, $crate::chunk::ChunkError> {
            Ok($table)
        }

        #[cfg(debug_assertions)]
        async fn code() -> Result<$code, $crate::chunk::ChunkError> {
            Ok($table)
        }

        #[cfg(debug_assertions)]
        async fn fetch() -> Result<(), $crate::chunk::ChunkError> {
            Ok(())
        }
    };
}

pub(crate) use chunk;
