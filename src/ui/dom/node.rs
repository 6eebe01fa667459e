//! Elements of the document, and how they take on what the next one says.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::Function;
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::Event;

use super::lazy_image::LazyImage;
use super::{Action, ChildKind, Element, Inner, Slot, Tag, Trait, Value};

use crate::js;

/// An element of the document, and all that lives as long as it does.
pub struct Node {
    tag: Tag,
    element: web_sys::Element,
    /// Whether somebody asked for the element before it was shown, and may know it.
    is_known: bool,
    is_reusable: bool,
    traits: Vec<NodeTrait>,
    children: Vec<NodeChild>,
}

enum NodeTrait {
    Fixed(&'static str, String),
    Bound(Slot, Bound),
    On(Listener),
    Image(LazyImage),
}

enum NodeChild {
    Text(web_sys::Text, String),
    BoundText(web_sys::Text, Bound),
    Element(Node),
    View(AnyViewState),
}

// What the DOM refuses below, it refuses for names that no element has: none are used here.
impl Node {
    pub(super) fn new(element: Element) -> Self {
        let Inner { tag, node, is_reusable, traits, children } = element.0.take();
        let is_known = node.get().is_some();
        let element = node.into_inner().unwrap_or_else(|| tag.create());
        let traits = traits.into_iter().map(|one| NodeTrait::new(&element, one)).collect();
        let is_alone = children.len() == 1;
        let new = |child| NodeChild::new(&element, child, is_alone);
        let children = children.into_iter().map(new).collect();
        Self { tag, element, is_known, is_reusable, traits, children }
    }

    /// Takes on what another says, or makes way for it.
    pub(super) fn patch_or_replace(&mut self, element: Element) {
        if self.is_reusable && element.0.is_reusable {
            self.patch(element);
        } else {
            self.replace(element);
        }
    }

    fn patch(&mut self, element: Element) {
        if !self.has_shape_of(&element.0) {
            return self.replace(element);
        }
        let Inner { traits, children, .. } = element.0.take();
        for (old, new) in self.traits.iter_mut().zip(traits) {
            old.patch(&self.element, new);
        }
        let mut old = std::mem::take(&mut self.children).into_iter();
        let is_alone = children.len() == 1;
        let changed = children.into_iter().map(|new| match old.next() {
            Some(old) => old.patched(&self.element, new, is_alone),
            None => NodeChild::new(&self.element, new, is_alone),
        });
        self.children = changed.collect();
        old.for_each(|mut surplus| surplus.mountable().unmount());
    }

    fn replace(&mut self, element: Element) {
        let mut old = std::mem::replace(self, Self::new(element));
        old.insert_before_this(self);
        old.unmount();
    }

    fn has_shape_of(&self, inner: &Inner) -> bool {
        let is_known = self.is_known || inner.node.get().is_some();
        self.tag == inner.tag
            && !is_known
            && self.is_untouched()
            && self.traits.len() == inner.traits.len()
            && self.traits.iter().zip(&inner.traits).all(|(old, new)| old.can_be(new))
    }

    /// Whether what it holds is what we put there. Programs that translate a page put elements of
    /// their own around texts, in their place or beside them, and these would stay with what is said
    /// next.
    fn is_untouched(&self) -> bool {
        // Where the next one stands, as far as that is known: not after a view.
        let mut place = Some(self.element.first_child());
        for child in &self.children {
            let node: web_sys::Node = match child {
                NodeChild::Text(text, _) | NodeChild::BoundText(text, _) => text.clone().into(),
                NodeChild::Element(element) => element.standing().into(),
                NodeChild::View(_) => {
                    place = None;
                    continue;
                }
            };
            let is_in_place = match place {
                Some(place) => place.as_ref() == Some(&node),
                None => node.parent_node().as_ref() == Some(&self.element),
            };
            if !is_in_place {
                return false;
            }
            place = Some(node.next_sibling());
        }
        place.flatten().is_none()
    }

    pub(super) fn element(&self) -> &web_sys::Element {
        &self.element
    }

    /// The element in the document: this one, or the one that took its place.
    fn standing(&self) -> web_sys::Element {
        let stand_in = self.traits.iter().find_map(|one| match one {
            NodeTrait::Image(picture) => picture.stand_in(),
            _ => None,
        });
        stand_in.unwrap_or_else(|| self.element.clone())
    }
}

impl Mountable for Node {
    fn unmount(&mut self) {
        self.standing().unmount();
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&web_sys::Node>) {
        self.standing().mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.standing().insert_before_this(child)
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        vec![self.standing()]
    }
}

impl NodeTrait {
    fn new(node: &web_sys::Element, one: Trait) -> Self {
        match one {
            Trait::Fixed(name, value) => {
                let _ = node.set_attribute(name, &value);
                Self::Fixed(name, value)
            }
            Trait::Bound(slot, value) => Self::Bound(slot, follow(node, slot, value, None)),
            Trait::On(event, action) => Self::On(Listener::new(node, event, action)),
            Trait::Image(address, drawing) => Self::Image(LazyImage::new(node, address, drawing)),
        }
    }

    fn can_be(&self, one: &Trait) -> bool {
        match (self, one) {
            (Self::Fixed(old, _), Trait::Fixed(new, _)) => old == new,
            (Self::Bound(old, _), Trait::Bound(new, _)) => old == new,
            (Self::On(old), Trait::On(new, _)) => old.event == *new,
            (Self::Image(_), Trait::Image(..)) => true,
            _ => false,
        }
    }

    fn patch(&mut self, node: &web_sys::Element, one: Trait) {
        match (self, one) {
            (Self::Fixed(name, old), Trait::Fixed(_, new)) if *old != new => {
                let _ = node.set_attribute(name, &new);
                *old = new;
            }
            (Self::Bound(slot, live), Trait::Bound(_, value)) => {
                *live = follow(node, *slot, value, Some(live));
            }
            (Self::On(listener), Trait::On(_, action)) => {
                *listener.action.borrow_mut() = while_owned(action);
            }
            (Self::Image(picture), Trait::Image(address, drawing)) => {
                picture.change(address, drawing);
            }
            _ => (),
        }
    }
}

impl NodeChild {
    /// At the end of its parent.
    fn new(parent: &web_sys::Element, child: ChildKind, is_alone: bool) -> Self {
        let mut built = match child {
            ChildKind::Text(text) => Self::Text(document().create_text_node(&text), text),
            ChildKind::BoundText(text) => {
                let node = document().create_text_node("");
                let live = follow_text(parent, &node, text, is_alone, None);
                return Self::BoundText(node, live);
            }
            ChildKind::Element(element) => Self::Element(element.build()),
            ChildKind::View(view) => Self::View(view.build()),
        };
        built.mountable().mount(parent, None);
        built
    }

    fn patched(mut self, parent: &web_sys::Element, child: ChildKind, is_alone: bool) -> Self {
        match (&mut self, child) {
            (Self::Text(node, old), ChildKind::Text(new)) => {
                if *old != new {
                    node.set_data(&new);
                    *old = new;
                }
            }
            (Self::BoundText(node, live), ChildKind::BoundText(text)) => {
                *live = follow_text(parent, node, text, is_alone, Some(live));
            }
            (Self::Element(old), ChildKind::Element(new)) => old.patch(new),
            (Self::View(old), ChildKind::View(new)) => new.rebuild(old),
            (_, child) => {
                let mut new = Self::new(parent, child, is_alone);
                self.mountable().insert_before_this(new.mountable());
                self.mountable().unmount();
                return new;
            }
        }
        self
    }

    fn mountable(&mut self) -> &mut dyn Mountable {
        match self {
            Self::Text(node, _) | Self::BoundText(node, _) => node,
            Self::Element(element) => element,
            Self::View(view) => view,
        }
    }
}

/// Keeps a value written; it holds what was written last.
type Bound = RenderEffect<Option<String>>;

/// `old` followed something else, and knows what is written.
fn follow(node: &web_sys::Node, slot: Slot, value: Value, old: Option<&Bound>) -> Bound {
    let node = node.clone();
    keep(value, slot.is_visitors(), Box::new(move |value| slot.write(&node, value)), old)
}

/// Keeps a text written, where it belongs.
fn follow_text(
    parent: &web_sys::Element,
    text: &web_sys::Text,
    value: Value,
    is_alone: bool,
    old: Option<&Bound>,
) -> Bound {
    let (parent, text) = (parent.clone(), text.clone());
    let write = move |value: Option<&str>| {
        put(&text, &parent, is_alone);
        text.set_data(value.unwrap_or_default());
    };
    keep(value, false, Box::new(write), old)
}

/// Writes a value, or that there is none.
type Write = Box<dyn Fn(Option<&str>)>;

fn keep(mut value: Value, is_visitors: bool, write: Write, old: Option<&Bound>) -> Bound {
    let known = old.and_then(RenderEffect::take_value);
    RenderEffect::new_with_value(
        move |written| {
            let value = value();
            if is_visitors || written.is_none_or(|written| written != value) {
                write(value.as_deref());
            }
            value
        },
        known,
    )
}

/// Puts a text into its parent, in the place of what a program that translates the page has put
/// there: elements of a tag that we have none of.
fn put(text: &web_sys::Text, parent: &web_sys::Element, is_alone: bool) {
    let mut is_there = text.parent_node().as_ref() == Some(parent);
    if is_alone {
        if !is_there || text.next_sibling().or_else(|| text.previous_sibling()).is_some() {
            parent.set_text_content(None);
            let _ = parent.append_child(text);
        }
        return;
    }
    while let Ok(Some(foreign)) = parent.query_selector(":scope > font") {
        if !is_there {
            let _ = parent.insert_before(text, Some(&foreign));
            is_there = true;
        }
        foreign.remove();
    }
    if !is_there {
        let _ = parent.append_child(text);
    }
}

impl Slot {
    /// Whether the visitor may have changed what was written.
    fn is_visitors(self) -> bool {
        !matches!(self, Self::Attribute(_))
    }

    fn write(self, node: &web_sys::Node, value: Option<&str>) {
        let element: &web_sys::Element = node.unchecked_ref();
        match (self, value) {
            // Refuses only what is no name.
            (Self::Attribute(name), Some(value)) => drop(element.set_attribute(name, value)),
            (Self::Attribute(name), None) => drop(element.remove_attribute(name)),
            (Self::Checked, value) => js::set(node, "checked", &value.is_some().into()),
            (Self::Value, value) => js::set(node, "value", &value.unwrap_or_default().into()),
        }
    }
}

/// Does nothing any more when the owner is cleaned up that it is made under: browsers tell a field
/// that it has changed, or lost the focus, while it is taken away.
fn while_owned(mut action: Action) -> Action {
    let owned = StoredValue::new(());
    Box::new(move |event| {
        if !owned.is_disposed() {
            action(event);
        }
    })
}

/// Listens until it is dropped: a picture that is taken away may still say that it did not come.
pub(super) struct Listener {
    node: web_sys::Element,
    event: &'static str,
    action: Rc<RefCell<Action>>,
    closure: Closure<dyn FnMut(Event)>,
}

impl Listener {
    pub(super) fn new(node: &web_sys::Element, event: &'static str, action: Action) -> Self {
        let action = Rc::new(RefCell::new(while_owned(action)));
        let closure = Closure::new({
            let action = action.clone();
            move |event| (action.borrow_mut())(event)
        });
        let listener = Self { node: node.clone(), event, action, closure };
        let _ = node.add_event_listener_with_callback(event, listener.function());
        listener
    }

    fn function(&self) -> &Function {
        self.closure.as_ref().unchecked_ref()
    }
}

impl Drop for Listener {
    fn drop(&mut self) {
        let _ = self.node.remove_event_listener_with_callback(self.event, self.function());
    }
}
