//! The vehicles that the visitor parked on this device. Nothing is stored before the first one is,
//! or after the last one is gone.

use leptos::prelude::*;

use crate::device;

/// The name under which the device keeps their ids.
const NAME: &str = "autengo-parked";

/// The parked vehicles' ids, the last one first.
#[derive(Clone, Copy)]
pub struct Parked(RwSignal<Vec<String>>);

impl Parked {
    /// What the device has kept.
    pub fn new() -> Self {
        Self(RwSignal::new(kept()))
    }

    /// The ids, tracked.
    pub fn ids(self) -> Vec<String> {
        self.0.get()
    }

    /// How many there are, tracked.
    pub fn count(self) -> usize {
        self.0.with(Vec::len)
    }

    /// Whether a vehicle is parked, tracked.
    pub fn has(self, selling_id: &str) -> bool {
        self.0.with(|ids| ids.iter().any(|id| id == selling_id))
    }

    /// Parks a vehicle, or no longer does.
    pub fn toggle(self, selling_id: &str) {
        let is_parked = untrack(|| self.has(selling_id));
        self.change(|ids| {
            ids.retain(|id| id != selling_id);
            if !is_parked {
                ids.insert(0, selling_id.to_owned());
            }
        });
    }

    /// No longer parks these.
    pub fn remove(self, gone: &[String]) {
        self.change(|ids| ids.retain(|id| !gone.contains(id)));
    }

    /// Parks nothing any more, and leaves nothing on the device.
    pub fn clear(self) {
        self.change(Vec::clear);
    }

    fn change(self, change: impl FnOnce(&mut Vec<String>)) {
        // Another tab, or another instance, may have changed it meanwhile. Where the device keeps
        // nothing, they are parked until the page goes.
        let mut ids = if device::can_keep() { kept() } else { self.0.get_untracked() };
        change(&mut ids);
        if ids.is_empty() {
            device::forget(NAME);
        } else {
            device::keep(NAME, &ids.join("\n"));
        }
        self.0.set(ids);
    }
}

impl Default for Parked {
    fn default() -> Self {
        Self::new()
    }
}

fn kept() -> Vec<String> {
    let text = device::kept(NAME).unwrap_or_default();
    text.lines().filter(|id| !id.is_empty()).map(str::to_owned).collect()
}
