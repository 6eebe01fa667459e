//! A fresh place in the page where a component is shown, found and used.

use std::any::Any;
use std::cell::{Cell, RefCell};
use std::rc::Rc;
use std::time::Duration;

use autengo_widget::host::Host;
use autengo_widget::i18n::{Language, Locale};
use futures_util::future::{Either, select};
use js_sys::Promise;
use leptos::mount::mount_to;
use leptos::prelude::*;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{
    AddEventListenerOptions, CustomEvent, Element, Event, EventInit, EventTarget, HtmlElement,
    HtmlInputElement, HtmlTextAreaElement, KeyboardEvent, KeyboardEventInit, MouseEvent,
    MouseEventInit, MutationObserver, MutationObserverInit, Node, ShadowRoot, ShadowRootInit,
    ShadowRootMode,
};

use crate::clock::really;

/// How long something may take to appear before its test fails.
const PATIENCE: Duration = Duration::from_secs(10);

/// A `<section>` with a shadow root, in which a component stands until the stage is dropped.
pub(crate) struct Stage {
    /// The section: the widget's host element.
    pub(crate) host: HtmlElement,
    /// The language of what is shown.
    pub(crate) locale: Locale,
    root: ShadowRoot,
    /// By what it is found among the mounted.
    id: u32,
}

/// Something that is mounted, until it is dropped.
struct Mounted {
    owner: Owner,
    handle: Option<Box<dyn Any>>,
}

impl Drop for Mounted {
    fn drop(&mut self) {
        drop(self.handle.take());
        // The handle's own owner goes with the last task that holds it: too late for the next test.
        self.owner.cleanup();
    }
}

thread_local! {
    /// What is mounted. A test that fails never drops its stage: the next one must not stand on it.
    static MOUNTED: RefCell<Vec<(u32, Mounted)>> = const { RefCell::new(Vec::new()) };
    static NEXT: Cell<u32> = const { Cell::new(0) };
}

/// Takes away what a failed test left.
pub(crate) fn sweep() {
    drop(MOUNTED.take());
}

/// Who follows a click on a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Followed {
    Widget,
    Browser,
}

impl Stage {
    /// Shows a component, in German.
    pub(crate) fn show<N: IntoView + 'static>(component: impl FnOnce() -> N + 'static) -> Self {
        Self::show_with(|| ((), component())).0
    }

    /// Shows a component, and hands on what was made with it.
    pub(crate) fn show_with<T: 'static, N: IntoView + 'static>(
        component: impl FnOnce() -> (T, N) + 'static,
    ) -> (Self, T) {
        Self::show_in(section(), component)
    }

    /// The same in a section that was there before, as when the host page takes the widget out and
    /// puts it in again.
    pub(crate) fn show_in<T: 'static, N: IntoView + 'static>(
        host: HtmlElement,
        component: impl FnOnce() -> (T, N) + 'static,
    ) -> (Self, T) {
        let root = host.shadow_root().unwrap();
        let container = document().create_element("div").unwrap();
        root.append_child(&container).unwrap();
        let locale = Locale::new(Language::De);
        let made = Rc::new(Cell::new(None));
        let (maker, element) = (made.clone(), Host::new(host.clone()));
        let owner = Owner::new();
        let handle = owner.with(|| {
            mount_to(container.unchecked_into(), move || {
                provide_context(locale);
                provide_context(element);
                let (with, view) = component();
                maker.set(Some(with));
                view
            })
        });
        let mounted = Mounted { owner, handle: Some(Box::new(handle)) };
        let id = NEXT.replace(NEXT.get() + 1);
        MOUNTED.with_borrow_mut(|all| all.push((id, mounted)));
        (Self { host, locale, root, id }, made.take().unwrap())
    }

    /// Takes the component away and leaves the section.
    pub(crate) fn clear(self) -> HtmlElement {
        self.unmount();
        self.root.set_text_content(None);
        self.host.clone()
    }

    fn unmount(&self) -> bool {
        let mounted = MOUNTED.with_borrow_mut(|all| {
            let at = all.iter().position(|(id, _)| *id == self.id)?;
            Some(all.swap_remove(at))
        });
        mounted.is_some()
    }

    /// What a visitor reads, in one line.
    pub(crate) fn text(&self) -> String {
        text(&self.root)
    }

    /// Every element of a CSS selector.
    pub(crate) fn all(&self, selector: &str) -> Vec<HtmlElement> {
        let found = self.root.query_selector_all(selector).unwrap();
        (0..found.length()).map(|at| found.get(at).unwrap().unchecked_into()).collect()
    }

    /// The one element of a CSS selector, such as one of the documented hooks.
    pub(crate) fn one(&self, selector: &str) -> HtmlElement {
        let mut found = self.all(selector);
        assert_eq!(found.len(), 1, "`{selector}` in: {}", self.root.inner_html());
        found.remove(0)
    }

    /// Whether a CSS selector finds anything.
    pub(crate) fn has(&self, selector: &str) -> bool {
        !self.all(selector).is_empty()
    }

    /// The one element of a role and an accessible name.
    pub(crate) fn role(&self, role: &str, name: &str) -> HtmlElement {
        let mut found = self.roles(role);
        found.retain(|element| self.name(element) == name);
        assert_eq!(found.len(), 1, "{role} “{name}” in: {}", self.root.inner_html());
        found.remove(0)
    }

    /// Every element of a role that is not hidden.
    pub(crate) fn roles(&self, role: &str) -> Vec<HtmlElement> {
        let any = format!("[role={role}]");
        let mut found = self.all(match role {
            "button" => "button",
            "checkbox" => "input[type=checkbox]",
            "group" => "fieldset, [role=group]",
            "heading" => "h1, h2, h3, h4, h5, h6",
            "link" => "a[href]",
            "list" => "ul",
            "navigation" => "nav",
            "textbox" => "textarea, input:not([type=checkbox])",
            _ => &any,
        });
        found.retain(|element| element.closest("[hidden]").unwrap().is_none());
        found
    }

    /// The accessible name: a label, or what the element says.
    fn name(&self, element: &HtmlElement) -> String {
        if let Some(name) = element.get_attribute("aria-label") {
            return name;
        }
        let label = self.root.query_selector(&format!("label[for='{}']", element.id())).unwrap();
        let label = label.or_else(|| element.closest("label").unwrap());
        text(label.as_ref().unwrap_or(element))
    }

    /// What a field is described by, such as its error.
    pub(crate) fn description(&self, field: &HtmlElement) -> Option<String> {
        let id = field.get_attribute("aria-describedby")?;
        Some(text(&self.root.get_element_by_id(&id).unwrap()))
    }

    /// The element that has the focus.
    pub(crate) fn focused(&self) -> Option<Element> {
        self.root.active_element()
    }

    /// The element that a finger at a point of the window meets.
    pub(crate) fn at_point(&self, x: f64, y: f64) -> Option<Element> {
        #[expect(clippy::cast_possible_truncation, reason = "a window is no million pixels wide")]
        self.root.element_from_point(x as f32, y as f32)
    }

    /// Waits for an element that depends on the network.
    pub(crate) async fn appears(&self, selector: &str) -> HtmlElement {
        appears(&self.root, selector).await
    }
}

impl Drop for Stage {
    fn drop(&mut self) {
        // What `clear` took away leaves its section to the next stage.
        if self.unmount() {
            self.host.remove();
        }
    }
}

/// A section with a shadow root, at the end of the page.
pub(crate) fn section() -> HtmlElement {
    let section = document().create_element("section").unwrap();
    section.attach_shadow(&ShadowRootInit::new(ShadowRootMode::Open)).unwrap();
    document().body().unwrap().append_child(&section).unwrap();
    section.unchecked_into()
}

/// What is read out of a node: its text, without what is there for the eye only.
pub(crate) fn text(node: &Node) -> String {
    let copy = document().create_element("div").unwrap();
    let children = node.child_nodes();
    for child in (0..children.length()).filter_map(|at| children.get(at)) {
        copy.append_child(&child.clone_node_with_deep(true).unwrap()).unwrap();
    }
    let unread = copy.query_selector_all("[aria-hidden=true], [hidden], svg, style").unwrap();
    for element in (0..unread.length()).filter_map(|at| unread.get(at)) {
        element.unchecked_into::<Element>().remove();
    }
    let mut words = Vec::new();
    collect(&copy, &mut words);
    words.join(" ")
}

/// The texts of elements are words apart, as most of them stand apart on the page.
fn collect(node: &Node, words: &mut Vec<String>) {
    let children = node.child_nodes();
    for child in (0..children.length()).filter_map(|at| children.get(at)) {
        if child.node_type() == Node::TEXT_NODE {
            let text = child.text_content().unwrap_or_default();
            // No-break spaces stay: they are meant.
            words.extend(text.split_ascii_whitespace().map(str::to_owned));
        }
        collect(&child, words);
    }
}

/// Waits for the next picture: what follows from what was done is on the screen by then.
pub(crate) async fn next_frame() {
    let frame = Promise::new(&mut |resolve, _| {
        window().request_animation_frame(&resolve).unwrap();
    });
    within(frame, "the next frame").await;
}

/// Clicks a link, and says who follows it. The page stays.
pub(crate) fn follow(link: &HtmlElement, with: impl FnOnce(&MouseEventInit)) -> Followed {
    let init = MouseEventInit::new();
    init.set_bubbles(true);
    init.set_composed(true);
    init.set_cancelable(true);
    with(&init);
    let followed = Rc::new(Cell::new(Followed::Browser));
    let seen = followed.clone();
    let guard = Closure::<dyn Fn(Event)>::new(move |event: Event| {
        if event.default_prevented() {
            seen.set(Followed::Widget);
        }
        event.prevent_default();
    });
    let function = guard.as_ref().unchecked_ref();
    document().add_event_listener_with_callback("click", function).unwrap();
    let event = MouseEvent::new_with_mouse_event_init_dict("click", &init).unwrap();
    link.dispatch_event(&event).unwrap();
    document().remove_event_listener_with_callback("click", function).unwrap();
    followed.get()
}

/// Types into a field, in place of what was there.
pub(crate) fn type_into(field: &HtmlElement, typed: &str) {
    fill(field, typed);
    dispatch(field, "input");
}

/// Types into a field and leaves it.
pub(crate) fn change(field: &HtmlElement, typed: &str) {
    type_into(field, typed);
    dispatch(field, "change");
}

/// Presses a key while the field has the focus; answers whether the browser would act on it too.
pub(crate) fn press(field: &HtmlElement, key: &str) -> bool {
    let init = KeyboardEventInit::new();
    init.set_bubbles(true);
    init.set_cancelable(true);
    init.set_key(key);
    let event = KeyboardEvent::new_with_keyboard_event_init_dict("keydown", &init).unwrap();
    field.dispatch_event(&event).unwrap()
}

/// What stands in a field.
pub(crate) fn value(field: &HtmlElement) -> String {
    match field.dyn_ref::<HtmlInputElement>() {
        Some(input) => input.value(),
        None => field.unchecked_ref::<HtmlTextAreaElement>().value(),
    }
}

fn fill(field: &HtmlElement, typed: &str) {
    match field.dyn_ref::<HtmlInputElement>() {
        Some(input) => input.set_value(typed),
        None => field.unchecked_ref::<HtmlTextAreaElement>().set_value(typed),
    }
}

/// Dispatches a bubbling event.
pub(crate) fn dispatch(element: &HtmlElement, name: &str) {
    let init = EventInit::new();
    init.set_bubbles(true);
    element.dispatch_event(&Event::new_with_event_init_dict(name, &init).unwrap()).unwrap();
}

/// The next event of a name that reaches the window; it is listened for from now on.
pub(crate) fn heard(name: &'static str) -> impl Future<Output = CustomEvent> {
    let event = Promise::new(&mut |resolve, _| {
        let options = AddEventListenerOptions::new();
        options.set_once(true);
        let listen = EventTarget::add_event_listener_with_callback_and_add_event_listener_options;
        listen(&window(), name, &resolve, &options).unwrap();
    });
    async move { within(event, name).await.unchecked_into() }
}

async fn within(promise: Promise, what: &str) -> JsValue {
    let patience = JsFuture::from(really(PATIENCE));
    match select(JsFuture::from(promise), patience).await {
        Either::Left((value, _)) => value.unwrap(),
        Either::Right(_) => panic!("`{what}` does not come"),
    }
}

/// Waits for an element below `root` that comes later.
pub(crate) async fn appears(root: &Node, selector: &str) -> HtmlElement {
    // A shadow root has the methods of an element that are needed here.
    let inside: &Element = root.unchecked_ref();
    loop {
        if let Some(element) = inside.query_selector(selector).unwrap() {
            return element.unchecked_into();
        }
        within(next_change(root), selector).await;
    }
}

fn next_change(root: &Node) -> Promise {
    Promise::new(&mut |resolve, _| {
        let options = MutationObserverInit::new();
        options.set_subtree(true);
        options.set_child_list(true);
        options.set_attributes(true);
        let observer = MutationObserver::new(&resolve).unwrap();
        observer.observe_with_options(root, &options).unwrap();
    })
}
