//! The scale of CO₂ classes: an arrow for each, and a black one opposite that of the car.

use autengo_offer::energy::{Class, Label};

use crate::i18n::{Locale, key};
use crate::ui::{Element, element};

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
        .map(|name| element("th").attr("scope", "col").say(locale.message(name)));
    let stated: Vec<_> = std::iter::once(label.consumption.class()).chain(discharged).collect();
    let letter = |class: &str, of: Class| element("span").class(class).say(of.letter());
    let rows = Class::ALL.map(|class| {
        let cells = stated.iter().map(|stated| {
            let arrow = (*stated == class).then(|| letter("scale__arrow", class));
            element("td").with_all(arrow)
        });
        element("tr")
            .attr("data-class", class.letter())
            .with(element("th").attr("scope", "row").with(letter("scale__class", class)))
            .with_all(cells)
    });
    element("table")
        .class("scale")
        .with(element("thead").with(element("tr").with_all(head)))
        .with(element("tbody").with_all(rows))
}
