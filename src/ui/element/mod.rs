//! Elements of one type, for what comes with the first list.
//!
//! `view!` gives every element a type of its own, with code of its own. What comes after the first
//! list may have it; these are values, and the program has their code once (`cargo xtask size`).
//! A value says what an element is made of; [`Built`] is what stands in the document.

mod built;
mod picture;

use std::cell::OnceCell;

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Position, PositionState};
use send_wrapper::SendWrapper;
use web_sys::Event;

use super::{Maybe, Part, Text, message};
use crate::i18n::{Key, Locale};
use built::Built;
use picture::Drawing;

/// An element with all that belongs to it.
#[must_use = "an element is not shown until it stands in another"]
pub struct Element(SendWrapper<Inner>);

struct Inner {
    kind: Kind,
    /// What it is in the document, if that was asked for before it is shown.
    node: OnceCell<web_sys::Element>,
    /// Whether one that stands in its place may take on what it says.
    is_steady: bool,
    traits: Vec<Trait>,
    children: Vec<Child>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// By its tag.
    Html(&'static str),
    /// A part of a drawing, by its tag.
    Svg(&'static str),
}

impl Kind {
    fn create(self) -> web_sys::Element {
        let created = match self {
            Self::Html(tag) => document().create_element(tag),
            Self::Svg(tag) => document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag),
        };
        created.expect("a tag is a name")
    }
}

/// What is done when an event happens.
type Action = Box<dyn FnMut(Event)>;

enum Trait {
    Fixed(&'static str, String),
    Live(Slot, Maybe),
    On(&'static str, Action),
    /// A picture's address, and what stands in for it if it does not come.
    Picture(String, Drawing),
}

/// Where a value is written that follows what it is made of.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Slot {
    Attribute(&'static str),
    /// Whether a box is ticked: while there is a value.
    Checked,
}

enum Child {
    Text(String),
    LiveText(Maybe),
    Element(Element),
    View(AnyView),
}

/// An element of the document.
pub fn element(tag: &'static str) -> Element {
    Element::new(Kind::Html(tag))
}

/// A button that sends no form.
pub fn button(class: &str) -> Element {
    element("button").attr("type", "button").class(class)
}

/// An element of a drawing.
pub fn drawn(tag: &'static str) -> Element {
    Element::new(Kind::Svg(tag))
}

impl Element {
    fn new(kind: Kind) -> Self {
        let (traits, children) = (Vec::new(), Vec::new());
        let node = OnceCell::new();
        Self(SendWrapper::new(Inner { kind, node, is_steady: false, traits, children }))
    }

    /// What it is in the document.
    pub fn node(&self) -> &web_sys::Element {
        self.0.node.get_or_init(|| self.0.kind.create())
    }

    /// One that does not make way for the next of its shape, but takes on what that says: to
    /// change what differs is quicker than to make another.
    pub fn steady(mut self) -> Self {
        self.0.is_steady = true;
        self
    }

    /// Of a class.
    pub fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    /// With an attribute.
    pub fn attr(self, name: &'static str, value: &str) -> Self {
        self.has(Trait::Fixed(name, value.to_owned()))
    }

    /// With an attribute that follows what it is made of.
    pub fn live(self, name: &'static str, value: Text) -> Self {
        self.maybe(name, always(value))
    }

    /// With an attribute that is there, or not.
    pub fn maybe(self, name: &'static str, value: Maybe) -> Self {
        self.has(Trait::Live(Slot::Attribute(name), value))
    }

    /// With something that is done when an event happens to it.
    pub fn on(self, event: &'static str, action: Box<dyn FnMut(Event)>) -> Self {
        self.has(Trait::On(event, action))
    }

    /// The picture of an `<img>`; if it does not come, a drawing in its place.
    pub fn picture(self, address: &str, drawing: Box<dyn Fn() -> Self>) -> Self {
        self.has(Trait::Picture(address.to_owned(), drawing))
    }

    /// With a text in it.
    pub fn say(self, text: &str) -> Self {
        self.holds(Child::Text(text.to_owned()))
    }

    /// With a message in it, in the language of the page.
    pub fn tell(self, locale: Locale, key: Key) -> Self {
        self.live_text(message(locale, key))
    }

    /// A checkbox that is ticked while something holds.
    pub fn checked(self, mut holds: Box<dyn FnMut() -> bool + Send>) -> Self {
        self.has(Trait::Live(Slot::Checked, Box::new(move || holds().then(String::new))))
    }

    /// With a text in it that follows what it is made of.
    pub fn live_text(self, text: Text) -> Self {
        self.holds(Child::LiveText(always(text)))
    }

    /// With another element in it.
    pub fn with(self, child: Self) -> Self {
        self.holds(Child::Element(child))
    }

    /// With other elements in it.
    pub fn with_all(self, children: impl IntoIterator<Item = Self>) -> Self {
        children.into_iter().fold(self, Self::with)
    }

    /// With any view in it.
    pub fn view(self, view: AnyView) -> Self {
        self.holds(Child::View(view))
    }

    /// With any views in it.
    pub fn view_all(self, views: impl IntoIterator<Item = AnyView>) -> Self {
        views.into_iter().fold(self, Self::view)
    }

    /// With a part in it that is there, or not.
    pub fn part(self, part: Part) -> Self {
        self.view(part.into_any())
    }

    fn has(mut self, one: Trait) -> Self {
        self.0.traits.push(one);
        self
    }

    fn holds(mut self, child: Child) -> Self {
        self.0.children.push(child);
        self
    }
}

impl Render for Element {
    type State = Built;

    fn build(self) -> Built {
        Built::new(self)
    }

    fn rebuild(self, state: &mut Built) {
        state.give_way_to(self);
    }
}

fn always(mut text: Text) -> Maybe {
    Box::new(move || Some(text()))
}

/// Whoever makes it gives it its attributes.
impl AddAnyAttr for Element {
    type Output<NewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self {
        self
    }
}

/// Only in a browser: there is no server that writes it, and nothing to take over.
impl RenderHtml for Element {
    type AsyncOutput = Self;
    type Owned = Self;

    const MIN_LENGTH: usize = 0;

    fn dry_resolve(&mut self) {}

    async fn resolve(self) -> Self {
        self
    }

    fn to_html_with_buf(
        self,
        _: &mut String,
        _: &mut Position,
        _: bool,
        _: bool,
        _: Vec<AnyAttribute>,
    ) {
    }

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Built {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
