//! What the page around the widget says of a vehicle while it is open: its title, and in its head
//! a description for machines. Both go when the vehicle does.

use leptos::prelude::*;
use web_sys::Element;

use super::structured::structured;
use crate::config::Config;
use crate::i18n::Locale;
use crate::offer::Offer;
use crate::ui::effect;

/// Names and describes the page for a vehicle, as far as the embedder wants it.
pub(super) fn head(offer: &Offer, config: &Config, title: Signal<String>, link: &str) {
    if config.page_title {
        name(title);
    }
    // What may not be shown is not described either.
    if config.structured_data && !offer.is_masked {
        describe(offer, config, link);
    }
}

fn name(title: Signal<String>) {
    let before = document().title();
    let own = before.clone();
    effect(move || document().set_title(&format!("{} – {own}", title.get())));
    on_cleanup(move || document().set_title(&before));
}

fn describe(offer: &Offer, config: &Config, link: &str) {
    let locale = expect_context::<Locale>();
    let (offer, link) = (offer.clone(), link.to_owned());
    let photo = offer.photo(config, 1);
    let Some(head) = document().head() else { return };
    let Ok(script) = document().create_element("script") else { return };
    // A plain element of a page takes every attribute and child.
    let _ = script.set_attribute("type", "application/ld+json");
    let text = document().create_text_node("");
    // As a node: a script's text is not to be set where Trusted Types are required.
    let _ = script.append_child(&text);
    let described = script.clone();
    effect(move || {
        text.set_data(&structured(&offer, photo.as_deref(), &link, locale));
        let _ = head.append_child(&described);
    });
    let script = StoredValue::new_local(script);
    on_cleanup(move || script.with_value(Element::remove));
}
