//! The scale of CO₂ classes: an arrow for each, and a black one opposite that of the car.

use autengo_offer::energy::{Class, Label};

use crate::i18n::{Locale, key};
use crate::ui::dom::{self, Element};

/// A table of the classes; a plug-in hybrid has a second column for its empty battery.
pub(super) fn scale(locale: Locale, label: &Label) -> Element {
    let discharged = label.discharged_class();
    let basis =
        if discharged.is_some() { key::LABEL_CLASS_BASIS_PLUG_IN } else { key::LABEL_CLASS_BASIS };
    let head =
        [Some(key::LABEL_CLASS), Some(basis), discharged.map(|_| key::LABEL_CLASS_DISCHARGED)];
    let head = head
        .into_iter()
        .flatten()
        .map(|name| dom::th().attr("scope", "col").text(locale.message(name)));
    let stated: Vec<_> = std::iter::once(label.consumption.class()).chain(discharged).collect();
    let letter = |class: &str, of: Class| dom::span().class(class).text(of.letter());
    let rows = Class::ALL.map(|class| {
        let cells = stated.iter().map(|stated| {
            let arrow = (*stated == class).then(|| letter("scale__arrow", class));
            dom::td().children(arrow)
        });
        dom::tr()
            .attr("data-class", class.letter())
            .child(dom::th().attr("scope", "row").child(letter("scale__class", class)))
            .children(cells)
    });
    dom::table()
        .class("scale")
        .child(dom::thead().child(dom::tr().children(head)))
        .child(dom::tbody().children(rows))
}
