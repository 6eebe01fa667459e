//! Signals that outlive those who read them.
//!
//! Leptos leaves a reader that is gone among a signal's subscribers for as long as the signal lives:
//! a visitor who goes through a thousand lists would leave tens of thousands of them behind.

use leptos::prelude::*;
use leptos::reactive::computed::ArcMemo;
use leptos::reactive::graph::{AnySource, Observer, Source, ToAnySource};

/// A signal, or a memo, that is read by what comes and goes.
pub trait Lasting: Copy {
    /// The source that is read.
    fn source(self) -> AnySource;

    /// The same, for a reader that leaves no trace when its owner is cleaned up.
    #[must_use]
    fn lasting(self) -> Self {
        if let Some(reader) = Observer::get() {
            let source = self.source();
            on_cleanup(move || source.remove_subscriber(&reader));
        }
        self
    }
}

impl<T: Send + Sync + 'static> Lasting for RwSignal<T> {
    fn source(self) -> AnySource {
        ArcRwSignal::from(self).to_any_source()
    }
}

impl<T: Send + Sync + 'static> Lasting for Memo<T> {
    fn source(self) -> AnySource {
        ArcMemo::from(self).to_any_source()
    }
}
