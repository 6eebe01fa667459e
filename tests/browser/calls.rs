//! What a component reported through its callbacks.

use std::sync::{Arc, Mutex};

use leptos::prelude::Callback;

/// The values that a callback was called with, in order.
#[derive(Clone)]
pub(crate) struct Calls<T>(Arc<Mutex<Vec<T>>>);

impl<T: Clone + Send + 'static> Calls<T> {
    pub(crate) fn new() -> Self {
        Self(Arc::default())
    }

    /// A callback that is recorded here.
    pub(crate) fn callback(&self) -> Callback<T> {
        self.answering(|_| ())
    }

    /// A callback that is recorded here and answers.
    pub(crate) fn answering<A: 'static>(
        &self,
        answer: impl Fn(&T) -> A + Send + Sync + 'static,
    ) -> Callback<T, A> {
        let calls = self.0.clone();
        Callback::new(move |value| {
            let answer = answer(&value);
            calls.lock().unwrap().push(value);
            answer
        })
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.0.lock().unwrap().is_empty()
    }

    pub(crate) fn all(&self) -> Vec<T> {
        self.0.lock().unwrap().clone()
    }
}
