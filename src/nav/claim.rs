//! Who reads and writes a key of the URL. Several instances may use the same one: a copy for phones
//! and one for larger screens, or the old and the new page while one fades into the other. The
//! oldest that can be seen has the key; when that changes, it passes on.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use crate::host::{self, Host};

thread_local! {
    /// All instances of the page, the oldest first.
    static CLAIMS: RefCell<Vec<Rc<Inner>>> = const { RefCell::new(Vec::new()) };
}

/// An instance's claim to a key.
pub(super) struct Claim(Rc<Inner>);

struct Inner {
    root: String,
    host: Host,
    /// Whether it had the key when that was last looked at.
    held: Cell<bool>,
    on_held: RefCell<Option<Rc<dyn Fn()>>>,
}

impl Claim {
    /// The youngest claim to a key.
    pub(super) fn new(root: &str, host: &Host) -> Self {
        let inner = Rc::new(Inner {
            root: root.to_owned(),
            host: host.clone(),
            held: Cell::new(false),
            on_held: RefCell::default(),
        });
        CLAIMS.with_borrow_mut(|claims| claims.push(inner.clone()));
        inner.held.set(inner.holds());
        Self(inner)
    }

    /// The element of the instance.
    pub(super) fn host(&self) -> &Host {
        &self.0.host
    }

    /// Whether the key is this instance's now.
    pub(super) fn holds(&self) -> bool {
        self.0.holds()
    }

    /// Whether it may write: also one that has the key writes nothing while it is taken away.
    pub(super) fn may_write(&self) -> bool {
        let holds = self.holds();
        if !holds {
            host::warn(&format!(
                "another instance on this page uses url-key=\"{}\": this one does not write to the URL",
                self.0.root
            ));
        }
        holds && self.0.host.is_connected()
    }

    /// What is done when the key passes on to it.
    pub(super) fn on_held(&self, run: impl Fn() + 'static) {
        self.0.held.set(self.holds());
        self.0.on_held.replace(Some(Rc::new(run)));
    }

    /// Leaves the key to the next.
    pub(super) fn give_up(&self) {
        self.0.on_held.take();
        CLAIMS.with_borrow_mut(|claims| claims.retain(|claim| !Rc::ptr_eq(claim, &self.0)));
        settle();
    }
}

impl Inner {
    fn holds(&self) -> bool {
        CLAIMS.with_borrow(|claims| {
            let mut rivals = claims.iter().filter(|claim| claim.root == self.root);
            let eldest = rivals.next();
            // Where there is no other, nobody has to look.
            let holder = match rivals.next() {
                None => eldest,
                Some(_) => {
                    let mut all = claims.iter().filter(|claim| claim.root == self.root);
                    all.find(|claim| claim.host.is_visible()).or(eldest)
                }
            };
            holder.is_some_and(|holder| std::ptr::eq(Rc::as_ptr(holder), self))
        })
    }
}

/// Looks who has each key now, and tells those to whom one has passed.
pub(super) fn settle() {
    let claims = CLAIMS.with_borrow(Clone::clone);
    for claim in claims {
        let holds = claim.holds();
        let is_new = holds && !claim.held.replace(holds);
        claim.held.set(holds);
        let on_held = claim.on_held.borrow().clone();
        if let Some(run) = on_held.filter(|_| is_new) {
            run();
        }
    }
}
