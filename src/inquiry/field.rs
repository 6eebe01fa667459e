//! The fields of the form: each keeps what is typed, and says what is wrong with it.

use leptos::prelude::*;

use super::draft::{Draft, Input};
use crate::i18n::{Key, Locale};
use crate::ui::{Element, element, flag, maybe, part, text};

/// The id of the hint that an e-mail address or a phone number is needed.
pub(super) const REACH: &str = "reach";

/// What all fields are made with.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    pub(super) locale: Locale,
    /// What has been typed.
    pub(super) draft: RwSignal<Draft>,
    /// What is wrong with it.
    pub(super) problems: Memo<Vec<(Input, Key)>>,
    /// Something was typed.
    pub(super) on_input: Callback<(Input, String)>,
}

impl Fields {
    /// A field of one line, for what browsers fill in by itself (`autocomplete`).
    pub(super) fn line(self, input: Input, label: Key, kind: &str) -> Element {
        let type_ = match input {
            Input::Email => "email",
            Input::Phone => "tel",
            _ => "text",
        };
        let control = element("input").attr("type", type_).attr("autocomplete", kind);
        self.field(input, label, control)
    }

    /// A field of several lines.
    pub(super) fn area(self, input: Input, label: Key) -> Element {
        self.field(input, label, element("textarea").attr("rows", "5"))
    }

    fn field(self, input: Input, label: Key, control: Element) -> Element {
        let Self { locale, draft, problems, on_input } = self;
        let wrong = Memo::new(move |_| {
            let problem = |problems: &Vec<(Input, Key)>| {
                problems.iter().find(|(at, _)| *at == input).map(|(_, problem)| *problem)
            };
            problems.with(problem)
        });
        let error_id = move || format!("{}-error", id(input));
        let hint = matches!(input, Input::Email | Input::Phone).then_some(REACH);
        let described = move || wrong.get().map(|_| error_id()).or_else(|| hint.map(str::to_owned));
        let label = element("label").attr("for", id(input)).tell(locale, label);
        let control = control
            .attr("id", id(input))
            .maybe("aria-invalid", flag(move || wrong.get().is_some()))
            .maybe("aria-describedby", maybe(described))
            .value(text(move || draft.with(|draft| draft.get(input).to_owned())))
            .on("input", Box::new(move |event| on_input.run((input, event_target_value(&event)))));
        let (label, control) = if input.is_needed() {
            let star = element("span").class("field__needed").attr("aria-hidden", "true").say(" *");
            (label.with(star), control.attr("aria-required", "true"))
        } else {
            (label, control)
        };
        let problem =
            part(move || Some(error(locale, wrong.get()?).attr("id", &error_id()).into_any()));
        element("div").class("field").with(label).with(control).part(problem)
    }
}

/// A sentence on what is wrong.
pub(super) fn error(locale: Locale, problem: Key) -> Element {
    element("p").class("field__error").tell(locale, problem)
}

/// The id of a field; the shadow root keeps ids apart from the page's.
pub(super) const fn id(input: Input) -> &'static str {
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
