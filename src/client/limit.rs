//! Permits to send requests that can wait: a few at a time, and none while they are held back, so
//! that the list is not held up by what is asked for behind it.

use std::cell::RefCell;
use std::future::poll_fn;
use std::sync::Arc;
use std::task::{Poll, Waker};

use send_wrapper::SendWrapper;

/// The number of permits: browsers have six connections to a server of HTTP/1.1, of which the list and
/// a vehicle need one each.
const AT_ONCE: usize = 4;

/// The permits of a client, shared by its clones.
#[derive(Clone)]
pub(super) struct Limit(Arc<SendWrapper<RefCell<Inner>>>);

#[derive(Default)]
struct Inner {
    taken: usize,
    is_held: bool,
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
            if inner.is_held || inner.taken >= AT_ONCE {
                inner.waiting.push(context.waker().clone());
                return Poll::Pending;
            }
            inner.taken += 1;
            Poll::Ready(Permit(self.clone()))
        })
        .await
    }

    /// Gives no permits, or gives them again.
    pub(super) fn hold(&self, is_held: bool) {
        self.0.borrow_mut().is_held = is_held;
        if !is_held {
            self.wake();
        }
    }

    /// Has those that wait look again: all of them, as some may have been dropped.
    fn wake(&self) {
        let waiting = std::mem::take(&mut self.0.borrow_mut().waiting);
        waiting.into_iter().for_each(Waker::wake);
    }
}

/// The permit to send one request. Dropping it gives it back.
pub struct Permit(Limit);

impl Drop for Permit {
    fn drop(&mut self) {
        self.0.0.borrow_mut().taken -= 1;
        self.0.wake();
    }
}
