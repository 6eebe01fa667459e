//! Whether there is room for the filters beside the list.

use leptos::prelude::*;
use send_wrapper::SendWrapper;
use web_sys::HtmlDialogElement;

use crate::observe::on_resize;
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
    let resizes = on_resize(move || {
        look(&followed);
    });
    // Once it is in the document.
    effect(move || {
        if let Some(place) = look(&dialog) {
            resizes.of(&place);
        }
    });
    is_column.into()
}
