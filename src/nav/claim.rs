//! Who reads and writes a key of the URL. Several instances may use the same one: a copy for phones
//! and one for larger screens, or the old and the new page while one fades into the other. The
//! oldest that can be seen has the key; when that changes, it passes on.

use std::cell::RefCell;
use std::rc::Rc;

use leptos::prelude::*;

use crate::host::{self, Host};

thread_local! {
    /// The instances of the page, the oldest first.
    static CLAIMS: RefCell<Vec<Rc<Inner>>> = const { RefCell::new(Vec::new()) };
}

/// An instance's claim to a key.
pub(super) struct Claim(Rc<Inner>);

struct Inner {
    root: String,
    host: Host,
    /// Whether it had the key when that was last looked at.
    has_key: RwSignal<bool>,
}

impl Claim {
    /// The youngest claim to a key; `has_key` says whether it has it.
    pub(super) fn new(root: &str, host: &Host, has_key: RwSignal<bool>) -> Self {
        let inner = Rc::new(Inner { root: root.to_owned(), host: host.clone(), has_key });
        CLAIMS.with_borrow_mut(|claims| claims.push(inner.clone()));
        has_key.set(inner.holds());
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

    /// Whether it may write: what is being taken out of the page may not, even where it has the key.
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

    /// Leaves the key to the next.
    pub(super) fn give_up(&self) {
        CLAIMS.with_borrow_mut(|claims| claims.retain(|claim| !Rc::ptr_eq(claim, &self.0)));
        settle();
    }
}

impl Inner {
    fn holds(&self) -> bool {
        CLAIMS.with_borrow(|claims| {
            let rivals = || claims.iter().filter(|claim| claim.root == self.root);
            // Where there is no other, nobody has to look.
            let seen = rivals().find(|claim| rivals().nth(1).is_none() || claim.host.is_visible());
            seen.or(rivals().next()).is_some_and(|holder| std::ptr::eq(Rc::as_ptr(holder), self))
        })
    }
}

/// Looks who has each key now, and tells those for whom that has changed.
pub(super) fn settle() {
    let claims = CLAIMS.with_borrow(Clone::clone);
    for claim in claims {
        let holds = claim.holds();
        if claim.has_key.get_untracked() != holds {
            claim.has_key.set(holds);
        }
    }
}
