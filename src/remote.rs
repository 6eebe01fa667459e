//! Something that is asked for over the network: its state, and the hook that keeps it to what is
//! asked for now.

use std::pin::Pin;

use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use crate::device::Connection;
use crate::lasting::Lasting;

/// The state of a value that is fetched. The value that came before stays at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remote<T, E> {
    /// The value has been asked for.
    Loading {
        /// The value before.
        previous: Option<T>,
    },
    /// The value is there.
    Ready(T),
    /// The value did not come.
    Failed {
        /// The reason.
        error: E,
        /// The value before.
        previous: Option<T>,
    },
}

impl<T, E> Remote<T, E> {
    /// The value, be it old.
    pub const fn latest(&self) -> Option<&T> {
        match self {
            Self::Ready(value) => Some(value),
            Self::Loading { previous } | Self::Failed { previous, .. } => previous.as_ref(),
        }
    }

    /// Whether the value is on its way.
    pub const fn is_loading(&self) -> bool {
        matches!(self, Self::Loading { .. })
    }

    /// The reason why the value did not come.
    pub const fn error(&self) -> Option<&E> {
        match self {
            Self::Failed { error, .. } => Some(error),
            Self::Loading { .. } | Self::Ready(_) => None,
        }
    }

    /// The same value, asked for anew.
    #[must_use]
    pub fn reload(self) -> Self {
        Self::Loading { previous: self.into_latest() }
    }

    /// The state after an answer.
    #[must_use]
    pub fn settle(self, result: Result<T, E>) -> Self {
        match result {
            Ok(value) => Self::Ready(value),
            Err(error) => Self::Failed { error, previous: self.into_latest() },
        }
    }

    fn into_latest(self) -> Option<T> {
        match self {
            Self::Ready(value) => Some(value),
            Self::Loading { previous } | Self::Failed { previous, .. } => previous,
        }
    }
}

impl<T, E> Default for Remote<T, E> {
    fn default() -> Self {
        Self::Loading { previous: None }
    }
}

/// A task that ends when it is dropped.
pub type Task<T = ()> = Pin<Box<dyn Future<Output = T>>>;

/// Runs `ask` now and whenever a value that it read has changed. The task that it gave before is
/// dropped then, which aborts its requests, and when the current owner is cleaned up.
pub fn spawn_latest(ask: impl FnMut() -> Option<Task> + 'static) {
    let mut ask: Box<dyn FnMut() -> Option<Task>> = Box::new(ask);
    Effect::new(move |_| {
        if let Some(task) = ask() {
            spawn_local_scoped_with_cancellation(task);
        }
    });
}

/// The next step of a [`Fetch`].
pub enum Step<T, E> {
    /// No question; the value stays as it is.
    Rest,
    /// The value is on its way by other means.
    Wait,
    /// The answer is known without a request.
    Settle(Result<T, E>),
    /// The answer is what a task gives.
    Send(Task<Result<T, E>>),
}

impl<T, E> Step<T, E> {
    /// The step that waits for a task's answer.
    pub fn send(task: impl Future<Output = Result<T, E>> + 'static) -> Self {
        Self::Send(Box::pin(task))
    }
}

/// A value that is fetched, and fetched anew when what it depends on changes. An answer that nobody
/// asks for any more never arrives; the last one stays until the next has come.
pub struct Fetch<T: 'static, E: 'static> {
    value: RwSignal<Remote<T, E>>,
    tries: RwSignal<u32>,
}

impl<T, E> Clone for Fetch<T, E> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T, E> Copy for Fetch<T, E> {}

impl<T: Send + Sync, E: Send + Sync> Fetch<T, E> {
    /// A value that nobody has asked for yet; `previous` is shown until it comes.
    pub fn new(previous: Option<T>) -> Self {
        Self { value: RwSignal::new(Remote::Loading { previous }), tries: RwSignal::new(0) }
    }

    /// Takes the step that `next` says, now, whenever a value that it read has changed, when
    /// [`Self::retry`] is called, and when the device is back online after a failure. Lives as long
    /// as the current owner.
    pub fn start(self, mut next: impl FnMut() -> Step<T, E> + 'static) {
        spawn_latest(move || {
            self.tries.track();
            let send = match next() {
                Step::Rest => return None,
                Step::Settle(answer) => {
                    self.settle(answer);
                    return None;
                }
                Step::Wait => None,
                Step::Send(task) => Some(task),
            };
            self.value.update(|value| *value = std::mem::take(value).reload());
            send.map(|task| -> Task { Box::pin(async move { self.settle(task.await) }) })
        });
        Connection::here().when_back(move || {
            if self.value.with_untracked(|value| value.error().is_some()) {
                self.retry();
            }
        });
    }

    /// Asks again.
    pub fn retry(self) {
        self.tries.update(|tries| *tries += 1);
    }

    /// The number of times that [`Self::retry`] was called, tracked.
    pub fn tries(self) -> u32 {
        self.tries.get()
    }

    /// A part of the value, tracked.
    pub fn with<P>(self, part: impl FnOnce(&Remote<T, E>) -> P) -> P {
        self.value.lasting().with(part)
    }

    /// A part of the value.
    pub fn with_untracked<P>(self, part: impl FnOnce(&Remote<T, E>) -> P) -> P {
        self.value.with_untracked(part)
    }

    /// Puts a value in place of the one that was fetched.
    pub fn set(self, value: T) {
        self.value.set(Remote::Ready(value));
    }

    fn settle(self, answer: Result<T, E>) {
        self.value.update(|value| *value = std::mem::take(value).settle(answer));
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_value_stays_while_the_next_loads_and_when_that_fails() {
        let ready: Remote<_, &str> = Remote::default().settle(Ok(1));
        let again = ready.reload();
        assert!(again.is_loading());
        assert_eq!(again.latest(), Some(&1));
        let failed = again.settle(Err("cut"));
        assert_eq!((failed.latest(), failed.error()), (Some(&1), Some(&"cut")));
    }
}
