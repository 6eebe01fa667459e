//! Elements of one type, for all that is shown.
//!
//! `view!` and Leptos' own builder give every element a type of its own, with code of its own; these
//! are values, and the program has their code once (`cargo xtask size`). An [`Element`] says what an
//! element is made of; a `Node` is what stands in the document, and can take on what the next one
//! says. Components are composed in `view!`, elements are made here.

mod lazy_image;
mod list;
mod node;

pub use list::{Item, dynamic, indexed, keyed};

use std::cell::OnceCell;

use leptos::prelude::*;
use leptos::tachys::html::attribute::Attribute;
use leptos::tachys::html::attribute::any_attribute::AnyAttribute;
use leptos::tachys::hydration::Cursor;
use leptos::tachys::view::{Position, PositionState};
use send_wrapper::SendWrapper;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::Event;

use crate::i18n::{Key, Locale};
use lazy_image::Fallback;
use node::Node;

/// An element with all that belongs to it.
#[must_use = "an element is not shown until it stands in another"]
pub struct Element(SendWrapper<Inner>);

struct Inner {
    tag: Tag,
    /// The element of the document, if somebody asked for it before it is shown.
    node: OnceCell<web_sys::Element>,
    is_reusable: bool,
    traits: Vec<Trait>,
    children: Vec<ChildKind>,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Tag {
    Html(&'static str),
    Svg(&'static str),
}

impl Tag {
    fn create(self) -> web_sys::Element {
        let created = match self {
            Self::Html(tag) => document().create_element(tag),
            Self::Svg(tag) => document().create_element_ns(Some("http://www.w3.org/2000/svg"), tag),
        };
        created.expect("a tag is a name")
    }
}

/// A function that is called when an event happens.
type Action = Box<dyn FnMut(Event)>;

/// A function that gives the value of an attribute or of a text, or none.
type Value = Box<dyn FnMut() -> Option<String>>;

enum Trait {
    Fixed(&'static str, String),
    Bound(Slot, Value),
    On(&'static str, Action),
    /// The address of a picture, and what stands in for it if it does not come.
    Image(String, Fallback),
}

/// The place where a bound value is written.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Slot {
    Attribute(&'static str),
    /// The property of a box that is ticked while there is a value.
    Checked,
    /// The property of a field that holds what is typed.
    Value,
}

/// A child of an element.
pub struct Child(ChildKind);

enum ChildKind {
    Text(String),
    BoundText(Value),
    Element(Element),
    View(AnyView),
}

/// Something that can stand in an element.
pub trait IntoChild {
    /// The child.
    fn into_child(self) -> Child;
}

impl IntoChild for Element {
    fn into_child(self) -> Child {
        Child(ChildKind::Element(self))
    }
}

impl IntoChild for AnyView {
    fn into_child(self) -> Child {
        Child(ChildKind::View(self))
    }
}

/// The value of an attribute, or none: then the element does not have the attribute.
pub trait AttributeValue {
    /// The value.
    fn into_value(self) -> Option<String>;
}

impl AttributeValue for String {
    fn into_value(self) -> Option<String> {
        Some(self)
    }
}

impl AttributeValue for &str {
    fn into_value(self) -> Option<String> {
        Some(self.to_owned())
    }
}

impl<T: AttributeValue> AttributeValue for Option<T> {
    fn into_value(self) -> Option<String> {
        self.and_then(T::into_value)
    }
}

macro_rules! tags {
    ($($(#[$doc:meta])* $kind:ident $name:ident)*) => {
        $(
            #[doc = concat!("An element `<", stringify!($name), ">`.")]
            $(#[$doc])*
            pub fn $name() -> Element {
                Element::new(Tag::$kind(stringify!($name)))
            }
        )*
    };
}

tags! {
    Html a
    Html article
    Html aside
    Html b
    Html datalist
    Html dd
    Html details
    Html dialog
    Html div
    Html dl
    Html dt
    Html figure
    Html footer
    Html form
    Html header
    Html i
    Html img
    Html input
    Html label
    Html li
    Html nav
    Html optgroup
    Html option
    Html p
    Html section
    Html select
    Html span
    Html summary
    Html table
    Html tbody
    Html td
    Html textarea
    Html th
    Html thead
    Html tr
    Html ul
    Svg circle
    Svg ellipse
    Svg path
    Svg svg
}

/// A `<button>` that sends no form, unless its `type` is bound to another.
pub fn button() -> Element {
    Element::new(Tag::Html("button")).attr("type", "button")
}

/// A heading whose level follows from the host page's outline: 1 to 6; more is 6.
pub fn heading(level: u8) -> Element {
    let tag = ["h1", "h2", "h3", "h4", "h5", "h6"][usize::from(level.clamp(1, 6)) - 1];
    let heading = Element::new(Tag::Html(tag));
    // The title of a page takes the focus when the page is opened.
    if level < 3 { heading.attr("tabindex", "-1") } else { heading }
}

impl Element {
    fn new(tag: Tag) -> Self {
        let (traits, children) = (Vec::new(), Vec::new());
        let node = OnceCell::new();
        Self(SendWrapper::new(Inner { tag, node, is_reusable: false, traits, children }))
    }

    /// The element of the document.
    pub fn node(&self) -> &web_sys::Element {
        self.0.node.get_or_init(|| self.0.tag.create())
    }

    /// Lets the element take on what the next of its shape says, instead of making way for it: to
    /// change what differs is quicker than to make another.
    pub fn reusable(mut self) -> Self {
        self.0.is_reusable = true;
        self
    }

    /// Sets the classes.
    pub fn class(self, class: &str) -> Self {
        self.attr("class", class)
    }

    /// Sets an attribute.
    pub fn attr(self, name: &'static str, value: &str) -> Self {
        self.with_trait(Trait::Fixed(name, value.to_owned()))
    }

    /// Binds an attribute to a value that may change.
    pub fn bind_attr<V: AttributeValue>(
        self,
        name: &'static str,
        mut value: impl FnMut() -> V + 'static,
    ) -> Self {
        self.bind(Slot::Attribute(name), Box::new(move || value().into_value()))
    }

    /// Binds the classes to a value that may change.
    pub fn bind_class<V: AttributeValue>(self, class: impl FnMut() -> V + 'static) -> Self {
        self.bind_attr("class", class)
    }

    /// Gives the element an attribute without a value while something holds, such as `hidden`.
    pub fn toggle_attr(
        self,
        name: &'static str,
        mut holds: impl FnMut() -> bool + 'static,
    ) -> Self {
        self.bind(Slot::Attribute(name), Box::new(move || holds().then(String::new)))
    }

    /// Binds an attribute to `"true"` or `"false"`, such as `aria-pressed`.
    pub fn bind_bool(self, name: &'static str, mut holds: impl FnMut() -> bool + 'static) -> Self {
        self.bind(Slot::Attribute(name), Box::new(move || Some(holds().to_string())))
    }

    /// Gives the element an attribute of the value `"true"` while something holds, such as
    /// `aria-busy`.
    pub fn bind_true(self, name: &'static str, mut holds: impl FnMut() -> bool + 'static) -> Self {
        self.bind(Slot::Attribute(name), Box::new(move || holds().then(|| "true".to_owned())))
    }

    /// Binds an attribute to a message in the language of the page.
    pub fn attr_message(self, name: &'static str, locale: Locale, key: Key) -> Self {
        self.bind_attr(name, move || locale.message(key))
    }

    /// Ticks a checkbox while something holds.
    pub fn checked(self, mut holds: impl FnMut() -> bool + 'static) -> Self {
        self.bind(Slot::Checked, Box::new(move || holds().then(String::new)))
    }

    /// Binds the text in a field to a value that may change.
    pub fn value(self, mut value: impl FnMut() -> String + 'static) -> Self {
        self.bind(Slot::Value, Box::new(move || Some(value())))
    }

    /// Calls a function when an event happens to the element.
    pub fn on(self, event: &'static str, action: impl FnMut(Event) + 'static) -> Self {
        self.with_trait(Trait::On(event, Box::new(action)))
    }

    /// Sets the picture of an `<img>`; if it does not come, `fallback` stands in its place.
    pub fn image(self, address: &str, fallback: impl Fn() -> Self + 'static) -> Self {
        self.with_trait(Trait::Image(address.to_owned(), Box::new(fallback)))
    }

    /// Adds a text.
    pub fn text(self, text: &str) -> Self {
        self.with_child(ChildKind::Text(text.to_owned()))
    }

    /// Adds a text that may change.
    pub fn bind_text<V: AttributeValue>(self, mut text: impl FnMut() -> V + 'static) -> Self {
        self.with_child(ChildKind::BoundText(Box::new(move || text().into_value())))
    }

    /// Adds a message in the language of the page.
    pub fn message(self, locale: Locale, key: Key) -> Self {
        self.bind_text(move || locale.message(key))
    }

    /// Adds a child.
    pub fn child(self, child: impl IntoChild) -> Self {
        self.with_child(child.into_child().0)
    }

    /// Adds children.
    pub fn children<C: IntoChild>(self, children: impl IntoIterator<Item = C>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    fn bind(self, slot: Slot, value: Value) -> Self {
        self.with_trait(Trait::Bound(slot, value))
    }

    fn with_trait(mut self, one: Trait) -> Self {
        self.0.traits.push(one);
        self
    }

    fn with_child(mut self, child: ChildKind) -> Self {
        self.0.children.push(child);
        self
    }
}

/// The element that listens to an event, of the type that its tag has.
pub fn target<T: JsCast>(event: &Event) -> T {
    // While its listeners run, an event has one.
    event.current_target().unwrap_or_else(|| JsValue::NULL.unchecked_into()).unchecked_into()
}

impl Render for Element {
    type State = Node;

    fn build(self) -> Node {
        Node::new(self)
    }

    fn rebuild(self, state: &mut Node) {
        state.patch_or_replace(self);
    }
}

/// Attributes are given to an element where it is made.
impl AddAnyAttr for Element {
    type Output<NewAttr: Attribute> = Self;

    fn add_any_attr<NewAttr: Attribute>(self, _: NewAttr) -> Self {
        self
    }
}

/// Elements are made in a browser only: no server writes them, and none are taken over.
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

    fn hydrate<const FROM_SERVER: bool>(self, _: &Cursor, _: &PositionState) -> Node {
        self.build()
    }

    fn into_owned(self) -> Self {
        self
    }
}
