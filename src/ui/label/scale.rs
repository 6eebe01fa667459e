//! The scale of CO₂ classes: an arrow for each, and a black one opposite that of the car.

use autengo_api::energy::{Class, Label};
use leptos::prelude::*;

use crate::i18n::{Locale, key};

/// A table of the classes; a plug-in hybrid has a second column for its empty battery.
pub(super) fn scale(locale: Locale, label: &Label) -> AnyView {
    let discharged = label.discharged_class();
    let basis =
        if discharged.is_some() { key::LABEL_CLASS_BASIS_PLUG_IN } else { key::LABEL_CLASS_BASIS };
    let head =
        [Some(key::LABEL_CLASS), Some(basis), discharged.map(|_| key::LABEL_CLASS_DISCHARGED)];
    let head = head
        .into_iter()
        .flatten()
        .map(|name| view! { <th scope="col">{locale.message(name)}</th> }.into_any());
    let stated: Vec<_> = std::iter::once(label.consumption.class()).chain(discharged).collect();
    let rows = Class::ALL.map(|class| {
        let cells = stated.iter().map(|stated| {
            let arrow = (*stated == class)
                .then(|| view! { <span class="scale__arrow">{class.letter()}</span> }.into_any());
            view! { <td>{arrow}</td> }.into_any()
        });
        view! {
            <tr data-class=class.letter()>
                <th scope="row"><span class="scale__class">{class.letter()}</span></th>
                {cells.collect::<Vec<_>>()}
            </tr>
        }
        .into_any()
    });
    view! {
        <table class="scale">
            <thead><tr>{head.collect::<Vec<_>>()}</tr></thead>
            <tbody>{rows.into_iter().collect::<Vec<_>>()}</tbody>
        </table>
    }
    .into_any()
}
