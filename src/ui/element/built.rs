//! Elements that stand in the document.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Reflect};
use leptos::prelude::*;
use leptos::tachys::view::any_view::AnyViewState;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use web_sys::{Event, Node};

use super::picture::Picture;
use super::{Action, Child, Element, Inner, Kind, Slot, Trait};
use crate::ui::Maybe;

/// An element that was built, and what lives as long as it does.
pub struct Built {
    kind: Kind,
    node: web_sys::Element,
    /// Whether it was asked for before it was built, and may be known elsewhere.
    is_known: bool,
    is_steady: bool,
    traits: Vec<BuiltTrait>,
    children: Vec<BuiltChild>,
}

enum BuiltTrait {
    Fixed(&'static str, String),
    Live(Slot, Live),
    On(Listener),
    Picture(Picture),
}

enum BuiltChild {
    Text(web_sys::Text, String),
    LiveText(web_sys::Text, Live),
    Element(Built),
    View(AnyViewState),
}

// What the DOM refuses below, it refuses for names that no element has: none are used here.
impl Built {
    pub(super) fn new(element: Element) -> Self {
        let Inner { kind, node, is_steady, traits, children } = element.0.take();
        let is_known = node.get().is_some();
        let node = node.into_inner().unwrap_or_else(|| kind.create());
        let traits = traits.into_iter().map(|one| BuiltTrait::new(&node, one)).collect();
        let is_alone = children.len() == 1;
        let new = |child| BuiltChild::new(&node, child, is_alone);
        let children = children.into_iter().map(new).collect();
        Self { kind, node, is_known, is_steady, traits, children }
    }

    /// Takes on what another says, or makes way for it.
    pub(super) fn give_way_to(&mut self, element: Element) {
        if self.is_steady && element.0.is_steady {
            self.become_like(element);
        } else {
            self.make_way_for(element);
        }
    }

    fn become_like(&mut self, element: Element) {
        if !self.has_shape_of(&element.0) {
            return self.make_way_for(element);
        }
        let Inner { traits, children, .. } = element.0.take();
        for (old, new) in self.traits.iter_mut().zip(traits) {
            old.become_like(&self.node, new);
        }
        let mut old = std::mem::take(&mut self.children).into_iter();
        let is_alone = children.len() == 1;
        let changed = children.into_iter().map(|new| match old.next() {
            Some(old) => old.changed_to(&self.node, new, is_alone),
            None => BuiltChild::new(&self.node, new, is_alone),
        });
        self.children = changed.collect();
        old.for_each(|mut surplus| surplus.mountable().unmount());
    }

    fn make_way_for(&mut self, element: Element) {
        let mut old = std::mem::replace(self, Self::new(element));
        old.insert_before_this(self);
        old.unmount();
    }

    fn has_shape_of(&self, inner: &Inner) -> bool {
        let is_known = self.is_known || inner.node.get().is_some();
        self.kind == inner.kind
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
        let mut place = Some(self.node.first_child());
        for child in &self.children {
            let node: Node = match child {
                BuiltChild::Text(text, _) | BuiltChild::LiveText(text, _) => text.clone().into(),
                BuiltChild::Element(element) => element.standing().into(),
                BuiltChild::View(_) => {
                    place = None;
                    continue;
                }
            };
            let is_in_place = match place {
                Some(place) => place.as_ref() == Some(&node),
                None => node.parent_node().as_ref() == Some(&self.node),
            };
            if !is_in_place {
                return false;
            }
            place = Some(node.next_sibling());
        }
        place.flatten().is_none()
    }

    pub(super) fn node(&self) -> &web_sys::Element {
        &self.node
    }

    /// What is in the document: it, or what took its place.
    fn standing(&self) -> web_sys::Element {
        let stand_in = self.traits.iter().find_map(|one| match one {
            BuiltTrait::Picture(picture) => picture.stand_in(),
            _ => None,
        });
        stand_in.unwrap_or_else(|| self.node.clone())
    }
}

impl Mountable for Built {
    fn unmount(&mut self) {
        self.standing().unmount();
    }

    fn mount(&mut self, parent: &web_sys::Element, marker: Option<&Node>) {
        self.standing().mount(parent, marker);
    }

    fn insert_before_this(&self, child: &mut dyn Mountable) -> bool {
        self.standing().insert_before_this(child)
    }

    fn elements(&self) -> Vec<web_sys::Element> {
        vec![self.standing()]
    }
}

impl BuiltTrait {
    fn new(node: &web_sys::Element, one: Trait) -> Self {
        match one {
            Trait::Fixed(name, value) => {
                let _ = node.set_attribute(name, &value);
                Self::Fixed(name, value)
            }
            Trait::Live(slot, value) => Self::Live(slot, follow(node, slot, value, None)),
            Trait::On(event, action) => Self::On(Listener::new(node, event, action)),
            Trait::Picture(address, drawing) => Self::Picture(Picture::new(node, address, drawing)),
        }
    }

    fn can_be(&self, one: &Trait) -> bool {
        match (self, one) {
            (Self::Fixed(old, _), Trait::Fixed(new, _)) => old == new,
            (Self::Live(old, _), Trait::Live(new, _)) => old == new,
            (Self::On(old), Trait::On(new, _)) => old.event == *new,
            (Self::Picture(_), Trait::Picture(..)) => true,
            _ => false,
        }
    }

    fn become_like(&mut self, node: &web_sys::Element, one: Trait) {
        match (self, one) {
            (Self::Fixed(name, old), Trait::Fixed(_, new)) if *old != new => {
                let _ = node.set_attribute(name, &new);
                *old = new;
            }
            (Self::Live(slot, live), Trait::Live(_, value)) => {
                *live = follow(node, *slot, value, Some(live));
            }
            (Self::On(listener), Trait::On(_, action)) => {
                *listener.action.borrow_mut() = while_owned(action);
            }
            (Self::Picture(picture), Trait::Picture(address, drawing)) => {
                picture.change(address, drawing);
            }
            _ => (),
        }
    }
}

impl BuiltChild {
    /// At the end of its parent.
    fn new(parent: &web_sys::Element, child: Child, is_alone: bool) -> Self {
        let mut built = match child {
            Child::Text(text) => Self::Text(document().create_text_node(&text), text),
            Child::LiveText(text) => {
                let node = document().create_text_node("");
                let live = follow_text(parent, &node, text, is_alone, None);
                return Self::LiveText(node, live);
            }
            Child::Element(element) => Self::Element(element.build()),
            Child::View(view) => Self::View(view.build()),
        };
        built.mountable().mount(parent, None);
        built
    }

    fn changed_to(mut self, parent: &web_sys::Element, child: Child, is_alone: bool) -> Self {
        match (&mut self, child) {
            (Self::Text(node, old), Child::Text(new)) => {
                if *old != new {
                    node.set_data(&new);
                    *old = new;
                }
            }
            (Self::LiveText(node, live), Child::LiveText(text)) => {
                *live = follow_text(parent, node, text, is_alone, Some(live));
            }
            (Self::Element(old), Child::Element(new)) => old.become_like(new),
            (Self::View(old), Child::View(new)) => new.rebuild(old),
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
            Self::Text(node, _) | Self::LiveText(node, _) => node,
            Self::Element(element) => element,
            Self::View(view) => view,
        }
    }
}

/// Keeps a value written; it holds what was written last.
type Live = RenderEffect<Option<String>>;

/// `old` followed something else, and knows what is written.
fn follow(node: &Node, slot: Slot, value: Maybe, old: Option<&Live>) -> Live {
    let node = node.clone();
    keep(value, slot.is_visitors(), Box::new(move |value| slot.write(&node, value)), old)
}

/// Keeps a text written, where it belongs.
fn follow_text(
    parent: &web_sys::Element,
    text: &web_sys::Text,
    value: Maybe,
    is_alone: bool,
    old: Option<&Live>,
) -> Live {
    let (parent, text) = (parent.clone(), text.clone());
    let write = move |value: Option<&str>| {
        put(&text, &parent, is_alone);
        text.set_data(value.unwrap_or_default());
    };
    keep(value, false, Box::new(write), old)
}

/// Writes a value, or that there is none.
type Write = Box<dyn Fn(Option<&str>)>;

fn keep(mut value: Maybe, is_visitors: bool, write: Write, old: Option<&Live>) -> Live {
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
/// there: elements of a kind that we have none of.
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
        self == Self::Checked
    }

    fn write(self, node: &Node, value: Option<&str>) {
        let element: &web_sys::Element = node.unchecked_ref();
        let _ = match (self, value) {
            (Self::Attribute(name), Some(value)) => element.set_attribute(name, value),
            (Self::Attribute(name), None) => element.remove_attribute(name),
            (Self::Checked, value) => {
                Reflect::set(node, &"checked".into(), &value.is_some().into()).map(drop)
            }
        };
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
