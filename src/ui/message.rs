//! What is said in the place of a list: nothing found, not available, failed.

use autengo_offer::reach::dialable;
use leptos::prelude::*;

use super::dom::{self, Element};
use crate::i18n::{Key, Locale, key};

/// A title, a sentence, and what can be done.
#[component]
pub fn Message(
    /// The matter.
    #[prop(into)]
    title: Signal<String>,
    /// The meaning, and what helps.
    #[prop(into)]
    text: Signal<String>,
    /// The level of the title.
    level: u8,
    /// Whether it is read out at once.
    #[prop(default = false)]
    is_alert: bool,
    /// The links and buttons that help.
    children: Children,
) -> AnyView {
    let message = dom::div()
        .class("message")
        .child(dom::heading(level).class("message__title").bind_text(move || title.get()))
        .child(dom::p().class("message__text").bind_text(move || text.get()))
        .child(dom::div().class("message__actions").child(children().into_any()));
    let message = if is_alert { message.attr("role", "alert") } else { message };
    message.into_any()
}

/// The ways to reach the dealer, if the embedder named any.
#[component]
pub fn Contact(
    /// The phone number.
    phone: Option<String>,
    /// The e-mail address.
    email: Option<String>,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let way = |href: String, key, name, value: String| {
        let words = move || locale.fill(key, &[(name, &value)]);
        dom::a().class("button").attr("href", &href).bind_text(words)
    };
    let phone = phone.map(|phone| {
        let number = dialable(&phone);
        way(format!("tel:{number}"), key::ERROR_CALL, "phone", phone)
    });
    let email = email.map(|email| way(format!("mailto:{email}"), key::ERROR_MAIL, "email", email));
    dom::span().class("message__ways").children(phone).children(email).into_any()
}

/// A sentence on what did not come, with a button that asks for it again.
#[component]
pub fn Notice(
    /// The sentence on what did not come.
    text: Key,
    /// Called when it is to be asked for again.
    #[prop(into)]
    on_retry: Callback<()>,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let notice = dom::p().class("notice").attr("role", "alert").message(locale, text);
    notice.child(retry("button", on_retry)).into_any()
}

/// A button that asks again, among what can be done.
#[component]
pub fn Retry(
    /// Called when it is to be asked for again.
    #[prop(into)]
    on_retry: Callback<()>,
) -> AnyView {
    retry("button button--primary", on_retry).into_any()
}

fn retry(class: &str, on_retry: Callback<()>) -> Element {
    let locale = expect_context::<Locale>();
    dom::button()
        .class(class)
        .message(locale, key::ERROR_RETRY)
        .on("click", move |_| on_retry.run(()))
}
