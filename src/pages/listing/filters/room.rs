//! Whether there is room for the filters beside the list.

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{HtmlDialogElement, ResizeObserver};

use crate::schedule::effect;

/// Whether the styles have the filters beside the list, tracked: a phone may be turned, a window
/// made smaller. A drawer that is open then is closed.
pub(super) fn follow_room(dialog: SendWrapper<HtmlDialogElement>) -> Signal<bool> {
    let is_column = RwSignal::new(false);
    let look = move |dialog: &HtmlDialogElement| {
        let place = dialog.parent_element()?;
        let style = window().get_computed_style(&place).ok()??;
        let has_two = style.get_property_value("grid-template-columns").ok()?.contains(' ');
        if is_column.get_untracked() != has_two {
            is_column.set(has_two);
            dialog.close();
        }
        Some(place)
    };
    let followed = dialog.clone();
    let follow = Closure::<dyn Fn()>::new(move || {
        look(&followed);
    });
    // Every browser that runs WebAssembly has observers.
    let observer = ResizeObserver::new(follow.as_ref().unchecked_ref()).ok();
    let kept = StoredValue::new_local((follow, observer));
    // Once it is in the document.
    effect(move || {
        let place = look(&dialog);
        kept.with_value(|(_, observer)| {
            if let (Some(place), Some(observer)) = (&place, observer) {
                observer.observe(place);
            }
        });
    });
    on_cleanup(move || {
        kept.with_value(|(_, observer)| {
            if let Some(observer) = observer {
                observer.disconnect();
            }
        });
    });
    is_column.into()
}
