//! The inquiry: a form whose text survives everything but being sent.

mod draft;
mod field;

use std::sync::Arc;

use autengo_api::endpoint::{self, ApiError};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::client::{Client, Failure};
use crate::config::Config;
use crate::host::{self, Host};
use crate::i18n::{Key, Language, Locale, key};
use crate::ui::{
    Contact, Element, Symbol, button, effect, element, heading, icon, maybe, message, part, state,
    text,
};
use draft::{Draft, Input};
use field::{Fields, REACH, error, id};

/// What is asked about.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Subject {
    /// The vehicle's id in the API.
    pub selling_id: String,
    /// What it is called.
    pub title: String,
    /// The dealer's number for it.
    pub number: String,
    /// The address of its page.
    pub link: String,
    /// Whether its data is still to be sent, as the page may not show it.
    pub is_masked: bool,
}

/// How far an inquiry has come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Progress {
    Writing,
    Sending,
    Sent(u64),
    Failed(Key),
}

/// Ready-made openings: a button, and the text it writes.
const OPENINGS: [(Key, Key); 4] = [
    (key::INQUIRY_OPENING_QUESTION, key::INQUIRY_TEXT_QUESTION),
    (key::INQUIRY_OPENING_DRIVE, key::INQUIRY_TEXT_DRIVE),
    (key::INQUIRY_OPENING_TRADE, key::INQUIRY_TEXT_TRADE),
    (key::INQUIRY_OPENING_CALL, key::INQUIRY_TEXT_CALL),
];

/// The form.
#[component]
pub fn Inquiry(
    /// What is asked about.
    subject: Subject,
    /// The embedder's settings.
    config: Arc<Config>,
    /// The level of its heading.
    level: u8,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let (host, client) = (expect_context::<Host>(), expect_context::<Client>());
    let first = if subject.is_masked { key::INQUIRY_TEXT_DATA } else { key::INQUIRY_TEXT_QUESTION };
    let draft = RwSignal::new(restored(&host, locale.current().message(first)));
    let progress = RwSignal::new(Progress::Writing);
    // Problems are named once sending has been tried, and then kept up with what is typed.
    let is_checked = RwSignal::new(false);
    let problems =
        Memo::new(move |_| if is_checked.get() { draft.with(Draft::problems) } else { Vec::new() });

    let keeper = host.clone();
    let on_input = Callback::new(move |(input, typed): (Input, String)| {
        draft.update(|draft| draft.set(input, typed));
        keeper.set_draft(&draft.with_untracked(Draft::keep));
    });
    follow_language(draft, locale);

    let sending = host.clone();
    let send = move || {
        if progress.get_untracked() == Progress::Sending {
            return;
        }
        is_checked.set(true);
        if let Some((input, _)) = draft.with_untracked(Draft::problems).first() {
            sending.focus(&format!("#{}", id(*input)));
            return;
        }
        let line = untrack(|| {
            locale.fill(
                key::INQUIRY_VEHICLE,
                &[("vehicle", &subject.title), ("number", &subject.number)],
            )
        });
        let opportunity = draft.with_untracked(|draft| draft.opportunity(&subject, &line));
        let Ok(request) = endpoint::opportunity(&opportunity) else {
            return progress.set(Progress::Failed(key::INQUIRY_TOO_LONG));
        };
        progress.set(Progress::Sending);
        let sent = draft.with_untracked(|draft| draft.get(Input::Text).to_owned());
        let (client, host, selling_id) =
            (client.clone(), sending.clone(), subject.selling_id.clone());
        // Not bound to this view: who goes back to the list while it is under way has still asked.
        spawn_local(async move {
            match client.send(&request, locale.current()).await {
                Ok(number) => {
                    let detail =
                        [("sellingId", selling_id.into()), ("opportunityId", number_value(number))];
                    host.emit("inquiry", &detail);
                    draft.try_update(Draft::sent);
                    // The form may be gone; its element keeps the text, or that of another inquiry.
                    let mut kept = Draft::restore(&host.draft().unwrap_or_default());
                    if kept.get(Input::Text) == sent {
                        kept.sent();
                        host.set_draft(&kept.keep());
                    }
                    progress.try_set(Progress::Sent(number));
                    is_checked.try_set(false);
                    host.focus(".inquiry__done");
                }
                Err(failure) => {
                    host::error(&format!("the inquiry was not sent: {failure}"));
                    host.emit("error", &[("kind", failure.kind().into())]);
                    let is_gone = failure == Failure::Api(ApiError::NotFound);
                    let sentence = if is_gone { key::INQUIRY_GONE } else { key::INQUIRY_FAILED };
                    progress.try_set(Progress::Failed(sentence));
                }
            }
        });
    };

    let again = Callback::new(move |()| {
        draft.update(|draft| draft.set(Input::Text, locale.current().message(first).to_owned()));
        progress.set(Progress::Writing);
    });
    let done = part(move || match progress.get() {
        Progress::Sent(number) => Some(thanks(locale, number, again).into_any()),
        _ => None,
    });
    let is_sent = Memo::new(move |_| matches!(progress.get(), Progress::Sent(_)));
    let privacy = privacy(locale, privacy_url(&config));
    let failed = part(move || match progress.get() {
        Progress::Failed(sentence) => {
            let (phone, email) = (config.phone.clone(), config.email.clone());
            let failed = element("div").class("inquiry__failed").attr("role", "alert");
            let sentence = element("p").tell(locale, sentence);
            Some(
                failed.with(sentence).view(view! { <Contact phone email /> }.into_any()).into_any(),
            )
        }
        _ => None,
    });
    let has_problems = part(move || {
        let problem = || error(locale, key::INQUIRY_PROBLEMS).attr("role", "alert");
        (!problems.with(Vec::is_empty)).then(|| problem().into_any())
    });
    let is_sending = move || progress.get() == Progress::Sending;
    let send_label = move || {
        let label = if is_sending() { key::INQUIRY_SENDING } else { key::INQUIRY_SEND };
        locale.message(label).to_owned()
    };
    let fields = Fields { locale, draft, problems, on_input };
    let line = |input, label, kind| fields.line(input, label, kind);
    let row = || element("div").class("inquiry__row");
    let names = row()
        .with(line(Input::FirstName, key::INQUIRY_FIRST_NAME, "given-name"))
        .with(line(Input::LastName, key::INQUIRY_LAST_NAME, "family-name"));
    let place = row().with(line(Input::Zip, key::INQUIRY_ZIP, "postal-code")).with(line(
        Input::City,
        key::INQUIRY_CITY,
        "address-level2",
    ));
    let hint = |text| element("p").class("field__hint").tell(locale, text);
    let form = element("form")
        .class("inquiry")
        .attr("data-inquiry", "")
        .attr("novalidate", "")
        .maybe("hidden", maybe(move || is_sent.get().then(String::new)))
        .on(
            "submit",
            Box::new(move |event| {
                event.prevent_default();
                send();
            }),
        )
        .with(heading(level).class("inquiry__title").tell(locale, key::INQUIRY_TITLE))
        .with(openings(fields))
        .with(fields.area(Input::Text, key::INQUIRY_TEXT))
        .with(names)
        .with(hint(key::INQUIRY_REACH).attr("id", REACH))
        .with(line(Input::Email, key::INQUIRY_EMAIL, "email"))
        .with(line(Input::Phone, key::INQUIRY_PHONE, "tel"))
        .with(
            element("details")
                .class("inquiry__address")
                .with(element("summary").tell(locale, key::INQUIRY_ADDRESS))
                .with(line(Input::Street, key::INQUIRY_STREET, "street-address"))
                .with(place),
        )
        .with(hint(key::INQUIRY_NEEDED))
        .with(privacy)
        .part(has_problems)
        .part(failed)
        .with(
            element("button")
                .attr("type", "submit")
                .class("button button--primary")
                .live("aria-disabled", state(is_sending))
                .live_text(text(send_label)),
        );
    element("section").class("inquiry-box").part(done).with(form).into_any()
}

/// What stands in the form's place when it has been sent.
fn thanks(locale: Locale, number: u64, again: Callback<()>) -> Element {
    let words = move || locale.fill(key::INQUIRY_DONE_TEXT, &[("number", &number.to_string())]);
    element("div")
        .class("inquiry__done")
        .attr("role", "status")
        .attr("tabindex", "-1")
        .with(icon(Symbol::Done))
        .with(element("p").class("inquiry__thanks").tell(locale, key::INQUIRY_DONE_TITLE))
        .with(element("p").live_text(text(words)))
        .with(
            button("button")
                .on("click", Box::new(move |_| again.run(())))
                .tell(locale, key::INQUIRY_AGAIN),
        )
}

/// The ready-made openings.
fn openings(fields: Fields) -> Element {
    let Fields { locale, draft, on_input, .. } = fields;
    let opening = |(label, text): (Key, Key)| {
        let is_chosen = move || {
            let is_it = |language: &Language| {
                draft.with(|draft| draft.get(Input::Text) == language.message(text))
            };
            Language::ALL.iter().any(is_it)
        };
        let write = move |_| on_input.run((Input::Text, locale.current().message(text).to_owned()));
        button("inquiry__opening")
            .live("aria-pressed", state(is_chosen))
            .on("click", Box::new(write))
            .tell(locale, label)
    };
    element("div")
        .class("inquiry__openings")
        .attr("role", "group")
        .live("aria-label", message(locale, key::INQUIRY_OPENINGS))
        .with_all(OPENINGS.map(opening))
}

/// What the element kept of an unsent inquiry, with an opening where nothing was written yet.
fn restored(host: &Host, opening: &str) -> Draft {
    let mut draft = Draft::restore(&host.draft().unwrap_or_default());
    if draft.get(Input::Text).trim().is_empty() {
        draft.set(Input::Text, opening.to_owned());
    }
    draft
}

/// An opening that nobody has changed speaks the language of the page.
fn follow_language(draft: RwSignal<Draft>, locale: Locale) {
    effect(move || {
        let language = locale.language();
        let written = draft.with_untracked(|draft| draft.get(Input::Text).to_owned());
        let texts = OPENINGS.iter().map(|(_, text)| *text).chain([key::INQUIRY_TEXT_DATA]);
        let unchanged =
            |text: &Key| Language::ALL.iter().any(|other| written == other.message(*text));
        if let Some(text) = texts.into_iter().find(unchanged) {
            draft.update(|draft| draft.set(Input::Text, language.message(text).to_owned()));
        }
    });
}

/// What becomes of the visitor's data, with the link to more.
fn privacy(locale: Locale, url: Option<String>) -> Element {
    let notice = element("p").class("inquiry__privacy");
    let Some(url) = url else {
        host::warn(
            "without a privacy-url, or a link[rel=privacy-policy] in the page, the inquiry form cannot link the privacy policy",
        );
        return notice.tell(locale, key::INQUIRY_PRIVACY_PLAIN);
    };
    let around = move || {
        let message = locale.message(key::INQUIRY_PRIVACY);
        message.split_once("{link}").unwrap_or((message, ""))
    };
    let link = element("a")
        .attr("href", &url)
        .attr("target", "_blank")
        .attr("rel", "noopener")
        .tell(locale, key::INQUIRY_PRIVACY_LINK);
    notice
        .live_text(text(move || around().0.to_owned()))
        .with(link)
        .live_text(text(move || around().1.to_owned()))
}

fn privacy_url(config: &Config) -> Option<String> {
    config.privacy_url.clone().or_else(|| {
        let link = document().query_selector("link[rel=privacy-policy][href]").ok().flatten()?;
        link.get_attribute("href")
    })
}

/// A JavaScript number; the API's numbers are far below where those lose precision.
fn number_value(number: u64) -> wasm_bindgen::JsValue {
    u32::try_from(number).map_or_else(|_| number.to_string().into(), Into::into)
}
