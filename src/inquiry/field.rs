//! The fields of the form: each keeps what is typed, and says what is wrong with it. Nothing is
//! written into a field but what the visitor asks for: browsers change what is written while they
//! are typed into.

use std::cell::RefCell;
use std::sync::Arc;

use autengo_api::id::SellingId;
use js_sys::Object;
use leptos::prelude::*;
use send_wrapper::SendWrapper;

use super::draft::{Draft, Input};
use super::kept::Kept;
use crate::host::Host;
use crate::i18n::{Key, Locale};
use crate::js;
use crate::ui::dom::{self, Element, dynamic};

/// The id of the hint that an e-mail address or a phone number is needed.
pub(super) const REACH: &str = "reach";

/// The fields of a form about a vehicle, and what has been typed into them.
#[derive(Clone)]
pub(super) struct Fields {
    pub(super) locale: Locale,
    /// The typed texts.
    pub(super) draft: RwSignal<Draft>,
    /// The problems of the typed texts.
    problems: Memo<Vec<(Input, Key)>>,
    /// The element, which keeps what is typed.
    host: Host,
    selling_id: SellingId,
    controls: Controls,
}

/// The fields in the document.
type Controls = Arc<SendWrapper<RefCell<Vec<(Input, web_sys::Element)>>>>;

impl Fields {
    /// Fields that hold a draft.
    pub(super) fn new(
        locale: Locale,
        draft: RwSignal<Draft>,
        problems: Memo<Vec<(Input, Key)>>,
        host: Host,
        selling_id: SellingId,
    ) -> Self {
        let controls = Controls::new(SendWrapper::new(RefCell::default()));
        Self { locale, draft, problems, host, selling_id, controls }
    }

    /// A field of one line, for what browsers fill in by itself (`autocomplete`).
    pub(super) fn line(&self, input: Input, label: Key, kind: &str) -> Element {
        let control = dom::input().attr("autocomplete", kind);
        let control = match input {
            // Of a field of type `email`, browsers give another text than the one that is seen:
            // trimmed, or with its domain in ASCII.
            Input::Email => control
                .attr("type", "text")
                .attr("inputmode", "email")
                .attr("autocapitalize", "off")
                .attr("spellcheck", "false"),
            Input::Phone => control.attr("type", "tel"),
            _ => control.attr("type", "text"),
        };
        self.field(input, label, control)
    }

    /// A field of several lines.
    pub(super) fn area(&self, input: Input, label: Key) -> Element {
        self.field(input, label, dom::textarea().attr("rows", "5"))
    }

    fn field(&self, input: Input, label: Key, control: Element) -> Element {
        let (locale, problems) = (self.locale, self.problems);
        let wrong = Memo::new(move |_| {
            let problem = |problems: &Vec<(Input, Key)>| {
                problems.iter().find(|(at, _)| *at == input).map(|(_, problem)| *problem)
            };
            problems.with(problem)
        });
        let error_id = move || format!("{}-error", id(input));
        let hint = matches!(input, Input::Email | Input::Phone).then_some(REACH);
        let described = move || wrong.get().map(|_| error_id()).or_else(|| hint.map(str::to_owned));
        let label = dom::label().attr("for", id(input)).message(locale, label);
        write(control.node(), self.draft.with_untracked(|draft| draft.get(input).to_owned()));
        self.controls.borrow_mut().push((input, control.node().clone()));
        // Some that fill in forms fire one event, some the other.
        let (typed, changed) = (self.clone(), self.clone());
        let control = control
            .attr("id", id(input))
            .bind_true("aria-invalid", move || wrong.get().is_some())
            .bind_attr("aria-describedby", described)
            .on("input", move |_| typed.read())
            .on("change", move |_| changed.read());
        let (label, control) = if input.is_needed() {
            let star = dom::span().class("field__needed").attr("aria-hidden", "true").text(" *");
            (label.child(star), control.attr("aria-required", "true"))
        } else {
            (label, control)
        };
        let problem =
            dynamic(move || Some(error(locale, wrong.get()?).attr("id", &error_id()).into_any()));
        dom::div().class("field").child(label).child(control).child(problem)
    }

    /// Takes note of what stands in the fields: what is seen is what is sent. Also while the form is
    /// being taken away, when browsers say once more what was typed.
    pub(super) fn read(&self) {
        let mut seen = Draft::default();
        for (input, control) in self.controls.borrow().iter() {
            seen.set(*input, content(control));
        }
        self.save(seen);
    }

    /// Writes into a field, as the visitor asked for it.
    pub(super) fn put(&self, input: Input, text: &str) {
        if let Some((_, control)) = self.controls.borrow().iter().find(|(at, _)| *at == input) {
            write(control, text.to_owned());
        }
        let Some(mut draft) = self.draft.try_get_untracked() else { return };
        draft.set(input, text.to_owned());
        self.save(draft);
    }

    /// Whether a field is being typed into.
    pub(super) fn has_focus(&self, input: Input) -> bool {
        self.controls.borrow().iter().any(|(at, control)| {
            let root = control.get_root_node();
            let active = js::get(&root, "activeElement");
            *at == input && active.is_some_and(|active| Object::is(&active, control))
        })
    }

    fn save(&self, draft: Draft) {
        Kept::change(&self.host, |kept| kept.set_draft(&self.selling_id, &draft));
        // The form may be on its way out.
        self.draft.try_set(draft);
    }
}

/// The text in a field.
fn content(control: &web_sys::Element) -> String {
    js::text(control, "value").unwrap_or_default()
}

fn write(control: &web_sys::Element, text: String) {
    js::set(control, "value", &text.into());
}

/// A sentence on what is wrong.
pub(super) fn error(locale: Locale, problem: Key) -> Element {
    dom::p().class("field__error").message(locale, problem)
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
