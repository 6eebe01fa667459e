//! What is said in the place of a list: nothing found, not available, failed.

use leptos::prelude::*;

use super::Heading;
use crate::i18n::{Locale, key};

/// A title, a sentence, and what can be done.
#[component]
pub fn Message(
    /// What is the matter.
    #[prop(into)]
    title: Signal<String>,
    /// What it means, and what helps.
    #[prop(into)]
    text: Signal<String>,
    /// The level of the title.
    level: u8,
    /// Whether it is read out at once.
    #[prop(default = false)]
    is_alert: bool,
    /// What can be done: links and buttons.
    children: Children,
) -> impl IntoView {
    view! {
        <div class="message" role=is_alert.then_some("alert")>
            <Heading level=level class="message__title">{title}</Heading>
            <p class="message__text">{text}</p>
            <div class="message__actions">{children()}</div>
        </div>
    }
}

/// The ways to reach the dealer, if the embedder named any.
#[component]
pub fn Contact(
    /// The phone number.
    phone: Option<String>,
    /// The e-mail address.
    email: Option<String>,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let phone = phone.map(|phone| {
        let number: String = phone.chars().filter(|c| c.is_ascii_digit() || *c == '+').collect();
        view! {
            <a class="button" href=format!("tel:{number}")>
                {super::text(move || locale.fill(key::ERROR_CALL, &[("phone", &phone)]))}
            </a>
        }
    });
    let email = email.map(|email| {
        view! {
            <a class="button" href=format!("mailto:{email}")>
                {let email = email.clone(); move || locale.fill(key::ERROR_MAIL, &[("email", &email)])}
            </a>
        }
    });
    (phone, email)
}
