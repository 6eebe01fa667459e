//! What the form says of the visitor's data.

use leptos::prelude::*;

use crate::config::Config;
use crate::host;
use crate::i18n::{Locale, key};
use crate::ui::dom::{self, Element};

/// The sentence on the visitor's data, with the link to more.
pub(super) fn privacy(config: &Config, locale: Locale) -> Element {
    let notice = dom::p().class("inquiry__privacy");
    let Some(url) = url(config) else {
        host::warn(
            "without a privacy-url, or a link[rel=privacy-policy] in the page, the inquiry form cannot link the privacy policy",
        );
        return notice.message(locale, key::INQUIRY_PRIVACY_PLAIN);
    };
    let around = move || {
        let message = locale.message(key::INQUIRY_PRIVACY);
        message.split_once("{link}").unwrap_or((message, ""))
    };
    let link = dom::a()
        .attr("href", &url)
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .message(locale, key::INQUIRY_PRIVACY_LINK);
    notice
        .bind_text(move || around().0.to_owned())
        .child(link)
        .bind_text(move || around().1.to_owned())
}

fn url(config: &Config) -> Option<String> {
    config.privacy_url.clone().or_else(|| {
        let link = document().query_selector("link[rel=privacy-policy][href]").ok().flatten()?;
        link.get_attribute("href")
    })
}
