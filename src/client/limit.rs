//! Permits to send requests that can wait: a few at a time, so that the list is not held up by what
//! is asked for behind it.

use std::cell::RefCell;
use std::future::poll_fn;
use std::sync::Arc;
use std::task::{Poll, Waker};

use send_wrapper::SendWrapper;

/// The number of permits.
const AT_ONCE: usize = 6;

/// The permits of a client, shared by its clones.
#[derive(Clone)]
pub(super) struct Limit(Arc<SendWrapper<RefCell<Inner>>>);

#[derive(Default)]
struct Inner {
    taken: usize,
    waiting: Vec<Waker>,
}

impl Default for Limit {
    fn default() -> Self {
        Self(Arc::new(SendWrapper::new(RefCell::default())))
    }
}

impl Limit {
    /// The next permit, as soon as there is one.
    pub(super) async fn permit(&self) -> Permit {
        poll_fn(|context| {
            let mut inner = self.0.borrow_mut();
            if inner.taken == AT_ONCE {
                inner.waiting.push(context.waker().clone());
                return Poll::Pending;
            }
            inner.taken += 1;
            Poll::Ready(Permit(self.clone()))
        })
        .await
    }
}

/// The permit to send one request. Dropping it gives it back.
pub struct Permit(Limit);

impl Drop for Permit {
    fn drop(&mut self) {
        let waiting = {
            let mut inner = self.0.0.borrow_mut();
            inner.taken -= 1;
            std::mem::take(&mut inner.waiting)
        };
        // All of them, as some of those that wait may have been dropped.
        waiting.into_iter().for_each(Waker::wake);
    }
}
