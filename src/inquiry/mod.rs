//! The inquiry: a form whose text survives everything but arriving.

mod cause;
mod draft;
mod field;
mod kept;
mod mark;
mod news;
mod openings;
mod privacy;
mod sending;

pub use news::news;

use std::sync::Arc;

use autengo_api::id::SellingId;
use leptos::prelude::*;
use leptos::task::{spawn_local, tick};

use crate::client::Client;
use crate::config::Config;
use crate::host::Host;
use crate::i18n::{Locale, key};
use crate::schedule::effect;
use crate::ui::dom::{self, Element, dynamic};
use crate::ui::{Contact, Symbol, icon};
use cause::Cause;
use draft::{Draft, Input};
use field::{Fields, REACH, error, id};
use kept::Kept;
use openings::{first, is_ready_made, openings};
use sending::{Progress, Sending, Sendings};

/// The vehicle that is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The vehicle's id in the API.
    pub selling_id: SellingId,
    /// The vehicle's name.
    pub title: String,
    /// The dealer's number for it.
    pub number: String,
    /// The address of its page.
    pub link: String,
    /// Whether its data is still to be sent, as the page may not show it.
    pub is_masked: bool,
}

/// Whether the visitor has begun to ask about a vehicle, in words or by sending them.
pub fn is_begun(host: &Host, selling_id: &SellingId) -> bool {
    Sendings::of(host).about(selling_id).is_some()
        || Kept::of(host).text(selling_id).is_some_and(|text| !is_ready_made(text))
}

/// The form. It stays as long as its vehicle is open, whatever becomes known of that meanwhile.
#[component]
pub fn Inquiry(
    /// The vehicle that is asked about, as far as it is known, tracked; always the same.
    subject: Callback<(), Subject>,
    /// The embedder's settings.
    config: Arc<Config>,
    /// The level of its heading.
    level: u8,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let (host, client) = (expect_context::<Host>(), expect_context::<Client>());
    let begun = untrack(|| subject.run(()));
    let sendings = Sendings::of(&host);
    sendings.open(&begun, &host);
    let selling_id = begun.selling_id;
    let sending = Watched {
        turn: {
            let (sendings, selling_id) = (sendings.clone(), selling_id.clone());
            Memo::new(move |_| sendings.turn(&selling_id))
        },
        last: {
            let (sendings, selling_id) = (sendings.clone(), selling_id.clone());
            Callback::new(move |()| sendings.about(&selling_id))
        },
    };
    let is_doubtful = sending.is(Sending::is_doubtful);
    let is_held = sending.is(Sending::is_held);
    let is_masked = Memo::new(move |_| subject.run(()).is_masked);
    // In place of an empty text, which nobody has left on purpose.
    let opening = move || locale.current().message(first(is_masked.get_untracked())).to_owned();

    let mut begun = Kept::of(&host).draft(&selling_id);
    if begun.get(Input::Text).trim().is_empty() {
        begun.set(Input::Text, opening());
    }
    let draft = RwSignal::new(begun);
    // Problems are named once sending has been tried, and then kept up with what is typed.
    let is_checked = RwSignal::new(false);
    let problems = Memo::new(move |_| {
        let problems = || draft.with(|draft| draft.cleaned().problems());
        if is_checked.get() { problems() } else { Vec::new() }
    });
    // Who writes on while the inquiry arrives is not interrupted.
    let is_over = Memo::new(move |was: Option<&bool>| {
        let is_all = |text: &str| draft.with_untracked(|draft| draft.says(text));
        sending
            .get()
            .is_some_and(|it| it.number().is_some() && (was == Some(&true) || is_all(&it.text)))
    });
    let fields = Fields::new(locale, draft, problems, host.clone(), selling_id.clone());

    let send = {
        let (fields, sendings, host) = (fields.clone(), sendings.clone(), host.clone());
        // What may have arrived is sent again by a decision, not by a key that is pressed twice.
        move |is_decided: bool| {
            let is_open = sending
                .last
                .run(())
                .is_none_or(|it| !it.is_held() && it.is_doubtful() == is_decided);
            if !is_open {
                return;
            }
            fields.read();
            is_checked.set(true);
            let draft = draft.with_untracked(Draft::cleaned);
            if let Some((input, _)) = draft.problems().first() {
                return host.focus(&format!("#{}", id(*input)));
            }
            let subject = untrack(|| subject.run(()));
            sendings.send(draft, &subject, locale, client.clone(), host.clone());
        }
    };
    let again = {
        let (sendings, selling_id) = (sendings.clone(), selling_id.clone());
        let (fields, host) = (fields.clone(), host.clone());
        move || {
            if draft.with_untracked(|draft| draft.get(Input::Text).trim().is_empty()) {
                fields.put(Input::Text, &opening());
            }
            sendings.remove(&selling_id);
            focus_soon(&host, "#text");
        }
    };
    {
        let (fields, host) = (fields.clone(), host.clone());
        effect(move || {
            let Some(sending) = sending.get() else { return };
            if sending.number().is_some() {
                is_checked.set(false);
                if is_over.get_untracked() {
                    fields.put(Input::Text, "");
                    focus_soon(&host, ".inquiry__done");
                }
            }
            // The visitor is told here, and nowhere else.
            sendings.know(&sending.selling_id);
        });
    }

    let form = dom::form()
        .class("inquiry")
        .attr("data-inquiry", "")
        .attr("novalidate", "")
        .toggle_attr("hidden", move || is_over.get())
        .on("submit", {
            let send = send.clone();
            move |event| {
                event.prevent_default();
                send(false);
            }
        })
        .child(dom::heading(level).class("inquiry__title").message(locale, key::INQUIRY_TITLE))
        .child(openings(&fields))
        .children(questions(&fields))
        .child(privacy::privacy(&config, locale));
    openings::follow(&fields, is_masked, locale);
    let has_problems = dynamic(move || {
        let problem = || error(locale, key::INQUIRY_PROBLEMS).attr("role", "alert");
        (!problems.with(Vec::is_empty)).then(|| problem().into_any())
    });
    let failed = dynamic(move || failure(sending.get()?, &config, locale));
    let label = move || {
        locale.message(match sending.get().map(|sending| sending.progress) {
            Some(Progress::UnderWay) => key::INQUIRY_SENDING,
            Some(Progress::Failed(Cause::Doubt)) => key::INQUIRY_SEND_AGAIN,
            _ => key::INQUIRY_SEND,
        })
    };
    let button = dom::button()
        // Enter sends by a button that submits: not what may have arrived.
        .bind_attr("type", move || if is_doubtful.get() { "button" } else { "submit" })
        .class("button button--primary")
        .bind_bool("aria-disabled", move || is_held.get())
        .on("click", move |event| {
            if is_doubtful.get_untracked() {
                event.prevent_default();
                send(true);
            }
        })
        .bind_text(label);
    let done = dynamic(move || {
        let again = again.clone();
        Some(thanks(locale, sending.get()?.number()?, Box::new(again)).into_any())
    });
    let form = form.child(has_problems).child(failed).child(button);
    dom::section().class("inquiry-box").child(done).child(form).into_any()
}

/// The last inquiry about a vehicle, and when something becomes of it.
#[derive(Clone, Copy)]
struct Watched {
    turn: Memo<u32>,
    last: Callback<(), Option<Sending>>,
}

impl Watched {
    /// As it is, tracked.
    fn get(self) -> Option<Sending> {
        // Only a memo that is read hears of what it is made of.
        self.turn.get();
        self.last.run(())
    }

    /// Whether something holds of it, if there is one.
    fn is(self, holds: fn(&Sending) -> bool) -> Memo<bool> {
        Memo::new(move |_| self.get().as_ref().is_some_and(holds))
    }
}

/// Moves the focus when what was changed stands in the document.
fn focus_soon(host: &Host, selector: &'static str) {
    let host = host.clone();
    spawn_local(async move {
        tick().await;
        host.focus(selector);
    });
}

/// The fields with what is said between them.
fn questions(fields: &Fields) -> Vec<Element> {
    let locale = fields.locale;
    let line = |input, label, kind| fields.line(input, label, kind);
    let row = || dom::div().class("inquiry__row");
    let names = row()
        .child(line(Input::FirstName, key::INQUIRY_FIRST_NAME, "given-name"))
        .child(line(Input::LastName, key::INQUIRY_LAST_NAME, "family-name"));
    let place = row().child(line(Input::Zip, key::INQUIRY_ZIP, "postal-code")).child(line(
        Input::City,
        key::INQUIRY_CITY,
        "address-level2",
    ));
    let address = dom::details()
        .class("inquiry__address")
        .child(dom::summary().message(locale, key::INQUIRY_ADDRESS))
        .child(line(Input::Street, key::INQUIRY_STREET, "street-address"))
        .child(place);
    let hint = |text| dom::p().class("field__hint").message(locale, text);
    vec![
        fields.area(Input::Text, key::INQUIRY_TEXT),
        names,
        hint(key::INQUIRY_REACH).attr("id", REACH),
        line(Input::Email, key::INQUIRY_EMAIL, "email"),
        line(Input::Phone, key::INQUIRY_PHONE, "tel"),
        address,
        hint(key::INQUIRY_NEEDED),
    ]
}

/// Why nobody can say that it arrived, and how else the dealer is reached.
fn failure(sending: Sending, config: &Config, locale: Locale) -> Option<AnyView> {
    let Sending { progress: Progress::Failed(cause), reference, .. } = sending else {
        return None;
    };
    let (phone, email) = (config.phone.clone(), config.email.clone());
    let words = move || cause.words(locale, &reference);
    let failed = dom::div().class("inquiry__failed").attr("role", "alert");
    let failed = failed.child(dom::p().bind_text(words));
    Some(failed.child(view! { <Contact phone email /> }.into_any()).into_any())
}

/// The thanks in the form's place when an inquiry has arrived.
fn thanks(locale: Locale, number: u64, again: Box<dyn Fn()>) -> Element {
    let words = move || locale.fill(key::INQUIRY_DONE_TEXT, &[("number", &number.to_string())]);
    dom::div()
        .class("inquiry__done")
        .attr("role", "status")
        .attr("tabindex", "-1")
        .child(icon(Symbol::Done))
        .child(dom::p().class("inquiry__thanks").message(locale, key::INQUIRY_DONE_TITLE))
        .child(dom::p().bind_text(words))
        .child(
            dom::button()
                .class("button")
                .on("click", move |_| again())
                .message(locale, key::INQUIRY_AGAIN),
        )
}
