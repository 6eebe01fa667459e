//! The inquiry: a form whose text survives everything but being sent.

mod draft;

use std::sync::Arc;

use autengo_api::endpoint::{self, ApiError};
use leptos::prelude::*;
use leptos::task::spawn_local;

use crate::client::{Client, Failure};
use crate::config::Config;
use crate::host::{self, Host};
use crate::i18n::{Key, Language, Locale, key};
use crate::ui::{Contact, Heading, Icon, Symbol, always, effect, flag, maybe, part, state, text};
use draft::{Draft, Input};

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
) -> impl IntoView {
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

    let is_sent = Memo::new(move |_| matches!(progress.get(), Progress::Sent(_)));
    let thanks = Callback::new(move |number: u64| {
        let again = move |_| {
            draft
                .update(|draft| draft.set(Input::Text, locale.current().message(first).to_owned()));
            progress.set(Progress::Writing);
        };
        view! {
            <div class="inquiry__done" role="status" tabindex="-1">
                <Icon symbol=Symbol::Done />
                <p class="inquiry__thanks">{locale.t(key::INQUIRY_DONE_TITLE)}</p>
                <p>{text(move || locale.fill(key::INQUIRY_DONE_TEXT, &[("number", &number.to_string())]))}</p>
                <button type="button" class="button" on:click=again>{locale.t(key::INQUIRY_AGAIN)}</button>
            </div>
        }
        .into_any()
    });
    let done = part(move || match progress.get() {
        Progress::Sent(number) => Some(thanks.run(number)),
        _ => None,
    });
    let contact = config.clone();
    let failed = part(move || match progress.get() {
        Progress::Failed(sentence) => Some(
            view! {
                <div class="inquiry__failed" role="alert">
                    <p>{locale.t(sentence)}</p>
                    <Contact phone=contact.phone.clone() email=contact.email.clone() />
                </div>
            }
            .into_any(),
        ),
        _ => None,
    });
    let has_problems = part(move || {
        (!problems.with(Vec::is_empty)).then(|| {
            view! { <p class="field__error" role="alert">{locale.t(key::INQUIRY_PROBLEMS)}</p> }
                .into_any()
        })
    });
    let is_sending = move || progress.get() == Progress::Sending;
    let send_label = move || {
        locale
            .message(if is_sending() { key::INQUIRY_SENDING } else { key::INQUIRY_SEND })
            .to_owned()
    };
    let field = move |input, label, kind, is_needed| {
        view! { <TextField input label kind is_needed draft problems on_input /> }
    };
    let openings = OPENINGS.map(|(label, text)| {
        let write = move |_| on_input.run((Input::Text, untrack(|| locale.message(text).to_owned())));
        let is_chosen = move || draft.with(|draft| Language::ALL.iter().any(|language| draft.get(Input::Text) == language.message(text)));
        view! {
            <button type="button" class="inquiry__opening" aria-pressed=state(is_chosen) on:click=write>
                {locale.t(label)}
            </button>
        }
    });
    view! {
        <section class="inquiry-box">
            {done}
            <form
                class="inquiry"
                data-inquiry=""
                novalidate=true
                hidden=move || is_sent.get()
                on:submit=move |event| {
                    event.prevent_default();
                    send();
                }
            >
                <Heading level=level class="inquiry__title">{locale.t(key::INQUIRY_TITLE)}</Heading>
                <div class="inquiry__openings" role="group" aria-label=locale.t(key::INQUIRY_OPENINGS)>{openings.collect_view()}</div>
                <TextArea draft problems on_input />
                <div class="inquiry__row">
                    {field(Input::FirstName, key::INQUIRY_FIRST_NAME, "given-name", false)}
                    {field(Input::LastName, key::INQUIRY_LAST_NAME, "family-name", true)}
                </div>
                <p class="field__hint" id="reach">{locale.t(key::INQUIRY_REACH)}</p>
                {field(Input::Email, key::INQUIRY_EMAIL, "email", false)}
                {field(Input::Phone, key::INQUIRY_PHONE, "tel", false)}
                <details class="inquiry__address">
                    <summary>{locale.t(key::INQUIRY_ADDRESS)}</summary>
                    {field(Input::Street, key::INQUIRY_STREET, "street-address", false)}
                    <div class="inquiry__row">
                        {field(Input::Zip, key::INQUIRY_ZIP, "postal-code", false)}
                        {field(Input::City, key::INQUIRY_CITY, "address-level2", false)}
                    </div>
                </details>
                <p class="field__hint">{locale.t(key::INQUIRY_NEEDED)}</p>
                <Privacy url=privacy_url(&config) />
                {has_problems}
                {failed}
                <button type="submit" class="button button--primary" aria-disabled=state(is_sending)>
                    {text(send_label)}
                </button>
            </form>
        </section>
    }
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

/// The id of an element of the form; the shadow root keeps ids apart from the page's.
const fn id(input: Input) -> &'static str {
    match input {
        Input::FirstName => "first-name",
        Input::LastName => "last-name",
        Input::Email => "email",
        Input::Phone => "phone",
        Input::Text => "text",
        Input::Street => "street",
        Input::Zip => "zip",
        Input::City => "city",
    }
}

type Problems = Memo<Vec<(Input, Key)>>;

fn problem(problems: Problems, input: Input) -> Option<Key> {
    problems.with(|problems| problems.iter().find(|(at, _)| *at == input).map(|(_, key)| *key))
}

fn problem_line(locale: Locale, problem: Key, id: String) -> AnyView {
    view! { <p class="field__error" id=id>{locale.t(problem)}</p> }.into_any()
}

/// A field of one line.
#[component]
fn TextField(
    /// Which one.
    input: Input,
    /// What it asks for.
    label: Key,
    /// What browsers fill it with (`autocomplete`).
    kind: &'static str,
    /// Whether it must be filled in.
    is_needed: bool,
    /// What has been typed.
    draft: RwSignal<Draft>,
    /// What is wrong with it.
    problems: Problems,
    /// Something was typed.
    on_input: Callback<(Input, String)>,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let wrong = Memo::new(move |_| problem(problems, input));
    let error_id = format!("{}-error", id(input));
    let described = error_id.clone();
    let hint = matches!(input, Input::Email | Input::Phone).then_some("reach");
    let type_ = match input {
        Input::Email => "email",
        Input::Phone => "tel",
        _ => "text",
    };
    view! {
        <div class="field">
            <label for=id(input)>
                {locale.t(label)}
                {is_needed.then(|| view! { <span class="field__needed" aria-hidden="true">{" *"}</span> })}
            </label>
            <input
                id=id(input)
                type=type_
                autocomplete=kind
                aria-required=is_needed.then_some("true")
                aria-invalid=flag(move || wrong.get().is_some())
                aria-describedby=maybe(move || wrong.get().map(|_| described.clone()).or_else(|| hint.map(str::to_owned)))
                prop:value=text(move || draft.with(|draft| draft.get(input).to_owned()))
                on:input:target=move |event| on_input.run((input, event.target().value()))
            />
            {part(move || wrong.get().map(|wrong| problem_line(locale, wrong, error_id.clone())))}
        </div>
    }
}

/// The field for the message.
#[component]
fn TextArea(
    /// What has been typed.
    draft: RwSignal<Draft>,
    /// What is wrong with it.
    problems: Problems,
    /// Something was typed.
    on_input: Callback<(Input, String)>,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let wrong = Memo::new(move |_| problem(problems, Input::Text));
    view! {
        <div class="field">
            <label for=id(Input::Text)>
                {locale.t(key::INQUIRY_TEXT)}
                <span class="field__needed" aria-hidden="true">{" *"}</span>
            </label>
            <textarea
                id=id(Input::Text)
                rows="5"
                aria-required="true"
                aria-invalid=flag(move || wrong.get().is_some())
                aria-describedby=maybe(move || wrong.get().map(|_| "text-error".to_owned()))
                prop:value=text(move || draft.with(|draft| draft.get(Input::Text).to_owned()))
                on:input:target=move |event| on_input.run((Input::Text, event.target().value()))
            ></textarea>
            {part(move || wrong.get().map(|wrong| problem_line(locale, wrong, "text-error".to_owned())))}
        </div>
    }
}

/// What becomes of the visitor's data, with the link to more.
#[component]
fn Privacy(
    /// The address of the privacy policy.
    url: Option<String>,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let Some(url) = url else {
        host::warn(
            "without a privacy-url, or a link[rel=privacy-policy] in the page, the inquiry form cannot link the privacy policy",
        );
        return view! { <p class="inquiry__privacy">{locale.t(key::INQUIRY_PRIVACY_PLAIN)}</p> }
            .into_any();
    };
    let notice = always(move || {
        let message = locale.message(key::INQUIRY_PRIVACY);
        let (before, after) = message.split_once("{link}").unwrap_or((message, ""));
        let url = url.clone();
        view! { {before} <a href=url target="_blank" rel="noopener">{locale.message(key::INQUIRY_PRIVACY_LINK)}</a> {after} }
        .into_any()
    });
    view! { <p class="inquiry__privacy">{notice}</p> }.into_any()
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
