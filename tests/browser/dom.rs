//! `ui::dom`: elements of one type.

use std::cell::Cell;
use std::rc::Rc;

use autengo_widget::ui::dom::{self, Element, dynamic, indexed};
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen::JsCast;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::{Event, HtmlElement, Node, Text};

use crate::calls::Calls;
use crate::stage::Stage;

#[wasm_bindgen_test]
async fn text_and_attributes_of_an_element_follow_their_signals() {
    let name = RwSignal::new("Ford");
    let stage = Stage::show(move || {
        dom::a()
            .bind_attr("title", move || name.get().to_owned())
            .bind_attr("href", move || Some(format!("/{}", name.get())).filter(|it| it != "/"))
            .text("Zu ")
            .bind_text(move || name.get().to_owned())
            .into_any()
    });
    assert_eq!(stage.role("link", "Zu Ford").get_attribute("href").unwrap(), "/Ford");
    name.set("");
    tick().await;
    assert_eq!(stage.roles("link").len(), 0);
    assert_eq!(stage.one("a").get_attribute("title").unwrap(), "");
}

#[wasm_bindgen_test]
async fn one_that_takes_the_place_of_another_stands_where_that_stood() {
    let at = RwSignal::new(1);
    let stage = Stage::show(move || {
        dom::p()
            .child(dom::b().text("vorn"))
            .child(dynamic(move || Some(dom::i().text(&at.get().to_string()).into_any())))
            .child(dom::b().text("hinten"))
            .into_any()
    });
    at.set(2);
    tick().await;
    assert_eq!(stage.one("p").inner_html(), "<b>vorn</b><i>2</i><b>hinten</b>");
}

/// What stands in a list whose only entry says `number`, and after it says `next`.
async fn change(
    entry: impl Fn(u32) -> Element + Send + 'static,
    number: u32,
    next: u32,
) -> (Stage, Vec<HtmlElement>) {
    let at = RwSignal::new(number);
    let stage = Stage::show(move || {
        dom::ul().child(indexed(move || vec![entry(at.get()).into_any()])).into_any()
    });
    let before = stage.all("ul *");
    at.set(next);
    tick().await;
    (stage, before)
}

#[wasm_bindgen_test]
async fn a_reusable_element_is_patched_to_the_next_of_its_shape() {
    let entry = |number: u32| {
        let name = number.to_string();
        dom::li().reusable().attr("title", &name).text(&name).text("!").child(
            dom::b()
                .bind_attr("lang", move || format!("l{number}"))
                .bind_text(move || format!("[{number}]"))
                .child(dom::i().reusable().text(&name).into_any()),
        )
    };
    let (stage, before) = change(entry, 1, 2).await;
    assert_eq!(stage.all("ul *"), before);
    assert_eq!(
        stage.one("ul").inner_html(),
        "<li title=\"2\">2!<b lang=\"l2\">[2]<i>2</i></b></li><!---->"
    );
}

#[wasm_bindgen_test]
async fn children_of_an_element_may_become_more_or_fewer_or_others() {
    let entry = |number: u32| {
        let held = (0..number).map(|at| if at == 1 { dom::b() } else { dom::i() });
        dom::li().reusable().children(held).text(if number == 1 { "one" } else { "more" })
    };
    let (stage, before) = change(entry, 3, 1).await;
    assert_eq!(stage.one("li").inner_html(), "<i></i>one");
    assert_eq!(stage.all("ul *"), before[..2]);
    let (stage, before) = change(entry, 1, 3).await;
    assert_eq!(stage.one("li").inner_html(), "<i></i><b></b><i></i>more");
    assert_eq!(stage.all("ul *")[..2], before[..]);
}

#[wasm_bindgen_test]
async fn a_patched_element_calls_its_latest_listener() {
    let pressed = Calls::new();
    let on_press = pressed.callback();
    let entry = move |number: u32| {
        let press = Box::new(move |_| on_press.run(number));
        dom::li().reusable().child(dom::button().text("Los").on("click", press))
    };
    let (stage, before) = change(entry, 1, 2).await;
    assert_eq!(stage.all("ul *"), before);
    stage.role("button", "Los").click();
    assert_eq!(pressed.all(), [2]);
}

#[wasm_bindgen_test]
async fn one_of_another_shape_makes_way() {
    let shapes: [fn(u32) -> Element; 4] = [
        |number| if number == 1 { dom::li() } else { dom::dd() }.reusable(),
        |number| dom::li().reusable().attr(if number == 1 { "lang" } else { "title" }, "de"),
        |number| {
            let entry = dom::li().reusable();
            if number == 1 { entry } else { entry.attr("title", "2") }
        },
        // What it is in the document is known elsewhere.
        |_| {
            let entry = dom::li().reusable();
            entry.node();
            entry
        },
    ];
    for shape in shapes {
        let (stage, before) = change(shape, 1, 2).await;
        let after = stage.all("ul *");
        assert_eq!(after.len(), 1);
        assert_ne!(after, before, "{}", stage.one("ul").inner_html());
    }
}

#[wasm_bindgen_test]
async fn an_element_that_is_not_reusable_is_replaced() {
    let (stage, before) = change(|number| dom::li().text(&number.to_string()), 1, 2).await;
    assert_eq!(stage.one("ul").inner_html(), "<li>2</li><!---->");
    assert_ne!(stage.all("ul *"), before);
}

/// A picture that comes, or does not, by its number.
fn picture(number: u32) -> Element {
    let comes = "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg'/>";
    let address = if number == 0 { "data:,".to_owned() } else { format!("{comes}#{number}") };
    let drawing = Box::new(move || dom::b().text(&number.to_string()));
    dom::li().reusable().child(dom::img().attr("alt", "").image(&address, drawing))
}

#[wasm_bindgen_test]
async fn a_picture_is_hidden_when_its_place_is_anothers_and_the_next_is_asked_for_later() {
    let (stage, before) = change(picture, 1, 2).await;
    let shown = stage.one("img");
    assert_eq!(stage.all("ul *"), before);
    assert!(shown.has_attribute("data-old"));
    assert!(shown.get_attribute("src").unwrap().ends_with("#1"));
    let shown = stage.appears("img:not([data-old])").await;
    assert!(shown.get_attribute("src").unwrap().ends_with("#2"));
}

#[wasm_bindgen_test]
async fn the_same_picture_stays() {
    let (stage, _) = change(|_| picture(1), 1, 2).await;
    assert!(!stage.has("[data-old]"));
}

#[wasm_bindgen_test]
async fn a_drawing_in_the_place_of_a_picture_makes_way_for_the_next() {
    let at = RwSignal::new(0);
    let stage = Stage::show(move || {
        dom::ul().child(indexed(move || vec![picture(at.get()).into_any()])).into_any()
    });
    assert_eq!(stage.appears("b").await.inner_text(), "0");
    assert!(!stage.has("img"));
    at.set(1);
    let shown = stage.appears("img:not([data-old])").await;
    assert!(shown.get_attribute("src").unwrap().ends_with("#1"));
    assert!(!stage.has("b"));
}

#[wasm_bindgen_test]
fn listeners_of_nested_elements_are_called() {
    let pressed = Calls::new();
    let on_press = pressed.callback();
    let stage = Stage::show(move || {
        let press = Box::new(move |_| on_press.run(()));
        dom::p().child(dom::button().text("Los").on("click", press)).into_any()
    });
    stage.role("button", "Los").click();
    assert_eq!(pressed.all().len(), 1);
}

#[wasm_bindgen_test]
async fn listeners_of_removed_elements_are_not_called() {
    let is_there = RwSignal::new(true);
    let stage = Stage::show(move || {
        let picture = || dom::img().on("error", |_| {}).into_any();
        dynamic(move || is_there.get().then(picture)).into_any()
    });
    let picture = stage.one("img");
    is_there.set(false);
    tick().await;
    // A function of the program that is gone throws when it is called, where nobody catches it.
    let uncaught = Rc::new(Cell::new(0));
    let count = uncaught.clone();
    let listener = Closure::<dyn Fn()>::new(move || count.set(count.get() + 1));
    let function = listener.as_ref().unchecked_ref();
    window().add_event_listener_with_callback("error", function).unwrap();
    picture.dispatch_event(&Event::new("error").unwrap()).unwrap();
    window().remove_event_listener_with_callback("error", function).unwrap();
    assert_eq!(uncaught.get(), 0);
}

#[wasm_bindgen_test]
async fn events_of_a_field_that_is_being_removed_are_not_heard() {
    let is_there = RwSignal::new(true);
    let heard = Calls::new();
    let on_gone = heard.callback();
    let stage = Stage::show(move || {
        let field = move || dom::input().on("blur", move |_| on_gone.run(())).into_any();
        dynamic(move || is_there.get().then(field)).into_any()
    });
    let field: HtmlElement = stage.one("input").unchecked_into();
    field.focus().unwrap();
    let is_told = Rc::new(Cell::new(0));
    let count = is_told.clone();
    let listener = Closure::<dyn Fn()>::new(move || count.set(count.get() + 1));
    field.add_event_listener_with_callback("blur", listener.as_ref().unchecked_ref()).unwrap();
    is_there.set(false);
    tick().await;
    assert_eq!((is_told.get(), heard.all().len()), (1, 0));
}

/// What a program that translates a page makes of its texts.
#[derive(Clone, Copy)]
enum Translator {
    /// Elements in their place.
    Replaces,
    /// Elements around them.
    Wraps,
    /// Elements beside them.
    Adds,
}

impl Translator {
    const ALL: [Self; 3] = [Self::Replaces, Self::Wraps, Self::Adds];

    fn translate(self, node: &Node) {
        if let Some(text) = node.dyn_ref::<Text>() {
            let parent = text.parent_node().unwrap();
            let font = || window().document().unwrap().create_element("font").unwrap();
            let (outer, inner) = (font(), font());
            let after = text.next_sibling();
            outer.append_child(&inner).unwrap();
            match self {
                Self::Replaces => {
                    inner.set_text_content(Some(&text.data()));
                    parent.replace_child(&outer, text).unwrap();
                }
                Self::Wraps => {
                    inner.append_child(text).unwrap();
                    parent.insert_before(&outer, after.as_ref()).unwrap();
                }
                Self::Adds => {
                    inner.set_text_content(Some(&text.data()));
                    parent.insert_before(&outer, after.as_ref()).unwrap();
                }
            }
            return;
        }
        let mut next = node.first_child();
        while let Some(child) = next {
            next = child.next_sibling();
            self.translate(&child);
        }
    }
}

#[wasm_bindgen_test]
async fn nothing_of_a_translated_text_stays_with_the_next_text() {
    for translator in Translator::ALL {
        let at = RwSignal::new(1);
        let stage = Stage::show(move || {
            let entry = |number: u32| {
                let name = number.to_string();
                let inner = dom::b().text(&name).child(dom::i().text(&name).into_any());
                dom::li().reusable().child(dom::a().text(&name)).text(&name).child(inner)
            };
            dom::ul().child(indexed(move || vec![entry(at.get()).into_any()])).into_any()
        });
        translator.translate(&stage.one("ul"));
        at.set(2);
        tick().await;
        let inside = "<li><a>2</a>2<b>2<i>2</i></b></li><!---->";
        assert_eq!(stage.one("ul").inner_html(), inside);
    }
}

#[wasm_bindgen_test]
async fn a_translated_text_that_follows_something_follows_it_still() {
    for translator in Translator::ALL {
        let at = RwSignal::new(1);
        let stage = Stage::show(move || {
            let said = move || move || at.get().to_string();
            let several = dom::i().bind_text(said()).child(dom::b()).bind_text(said());
            dom::p().child(dom::b().bind_text(said())).child(several).into_any()
        });
        translator.translate(&stage.one("p"));
        at.set(2);
        tick().await;
        assert_eq!(stage.one("p").inner_html(), "<b>2</b><i>2<b></b>2</i>");
    }
}

#[wasm_bindgen_test]
async fn a_translated_text_stays_translated_while_it_says_the_same() {
    let at = RwSignal::new(1);
    let stage = Stage::show(move || {
        let said = move || (at.get() / 2).to_string();
        dom::p().bind_text(said).into_any()
    });
    at.set(2);
    tick().await;
    Translator::Replaces.translate(&stage.one("p"));
    at.set(3);
    tick().await;
    assert_eq!(stage.one("p").inner_html(), "<font><font>1</font></font>");
}
