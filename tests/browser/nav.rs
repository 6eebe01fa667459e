//! `nav::Nav`: the page's URL and history belong to its host.

use autengo_search::state::State;
use autengo_widget::host::Host;
use autengo_widget::nav::Nav;
use js_sys::JSON;
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen::JsValue;
use wasm_bindgen_test::wasm_bindgen_test;

use crate::clock::Clock;
use crate::page::{Page, Write};
use crate::stage::{Stage, heard};

/// A page that says what is searched for.
fn show(root: &'static str) -> (Stage, Nav) {
    Stage::show_with(move || {
        let nav = Nav::new(root, &expect_context::<Host>());
        nav.sync_with_url();
        (nav, view! { <p>{move || nav.with(|state| state.params.text().to_owned())}</p> })
    })
}

fn searching(text: &str) -> State {
    let mut state = State::default();
    state.params.set_text(text);
    state
}

async fn type_text(nav: Nav, text: &str) {
    nav.replace_soon(searching(text));
    tick().await;
}

async fn choose(nav: Nav, text: &str) {
    nav.push(searching(text));
    tick().await;
}

#[wasm_bindgen_test]
async fn parameters_and_hash_of_the_host_stay_byte_for_byte() {
    let _page = Page::at("?b=%7e+~&a[]=1&utm_source&b=%C3%A4#nach/unten?x=1");
    let (_stage, nav) = show("cars");
    choose(nav, "ford").await;
    let foreign = "?b=%7e+~&a[]=1&utm_source&b=%C3%A4";
    assert_eq!(Page::tail(), format!("{foreign}&cars%5Bsearch%5D=ford#nach/unten?x=1"));
    choose(nav, "").await;
    assert_eq!(Page::tail(), format!("{foreign}#nach/unten?x=1"));
}

#[wasm_bindgen_test]
async fn parameters_that_the_host_adds_later_stay_too() {
    let _page = Page::at("");
    let (_stage, nav) = show("cars");
    choose(nav, "ford").await;
    let url = format!("{}&consent=yes#faq", Page::tail());
    window().history().unwrap().replace_state_with_url(&JsValue::NULL, "", Some(&url)).unwrap();
    choose(nav, "opel").await;
    assert_eq!(Page::tail(), "?consent=yes&cars%5Bsearch%5D=opel#faq");
}

#[wasm_bindgen_test]
fn a_search_of_the_host_is_not_ours() {
    let _page = Page::at("?search=wordpress&s=1&carsearch=2");
    let (stage, nav) = show("cars");
    assert_eq!((nav.current(), stage.text().as_str()), (State::default(), ""));
}

#[wasm_bindgen_test]
async fn nothing_is_written_on_creation_nor_on_removal() {
    let tail = "?cars[search]=ford&cars[limit]=none&x#y";
    let page = Page::at(tail);
    let (stage, _) = show("cars");
    tick().await;
    assert_eq!(stage.text(), "ford");
    drop(stage);
    tick().await;
    assert_eq!((page.writes(), Page::tail().as_str()), (vec![], tail));
}

#[wasm_bindgen_test]
async fn typed_text_is_not_written_after_removal() {
    let (page, clock) = (Page::at(""), Clock::stopped());
    let (stage, nav) = show("cars");
    type_text(nav, "ford").await;
    drop(stage);
    clock.elapse();
    assert_eq!((page.writes(), Page::tail().as_str()), (vec![], ""));
}

#[wasm_bindgen_test]
async fn back_and_forward_restore_and_write_nothing() {
    let page = Page::at("?x=1");
    let (stage, nav) = show("cars");
    choose(nav, "ford").await;
    choose(nav, "opel").await;
    assert_eq!(page.writes(), [Write::Push, Write::Push]);
    Page::back().await;
    assert_eq!((stage.text(), Page::tail()), ("ford".into(), "?x=1&cars%5Bsearch%5D=ford".into()));
    Page::back().await;
    assert_eq!((stage.text(), Page::tail()), (String::new(), "?x=1".into()));
    // Had Back written, there would be nothing to go forward to.
    Page::forward().await;
    assert_eq!(stage.text(), "ford");
    assert_eq!(page.writes(), []);
}

#[wasm_bindgen_test]
async fn choosing_the_state_that_holds_is_no_step() {
    let page = Page::at("?cars[search]=ford");
    let (_stage, nav) = show("cars");
    choose(nav, "ford").await;
    type_text(nav, "ford").await;
    assert_eq!(page.writes(), []);
}

#[wasm_bindgen_test]
async fn back_drops_text_that_is_still_being_typed() {
    let (page, clock) = (Page::at(""), Clock::stopped());
    let (stage, nav) = show("cars");
    choose(nav, "ford").await;
    choose(nav, "opel").await;
    type_text(nav, "opel ast").await;
    page.writes();
    Page::back().await;
    clock.elapse();
    tick().await;
    assert_eq!((stage.text(), Page::tail()), ("ford".into(), "?cars%5Bsearch%5D=ford".into()));
    assert_eq!(page.writes(), []);
}

#[wasm_bindgen_test]
async fn a_link_to_a_place_on_the_page_takes_nothing_from_those_who_type() {
    let (page, clock) = (Page::at("?x=1"), Clock::stopped());
    let (stage, nav) = show("cars");
    choose(nav, "ford").await;
    type_text(nav, "ford focus").await;
    page.writes();
    let (era, told) = (nav.era(), heard("popstate"));
    window().location().set_hash("kontakt").unwrap();
    told.await;
    tick().await;
    assert_eq!((stage.text().as_str(), nav.era()), ("ford focus", era));
    clock.elapse();
    assert_eq!(Page::tail(), "?x=1&cars%5Bsearch%5D=ford%20focus#kontakt");
    assert_eq!(page.writes(), [Write::Replace]);
    Page::back().await;
    assert_eq!((stage.text().as_str(), nav.era()), ("ford", era + 1));
}

#[wasm_bindgen_test]
fn an_address_for_others_says_nothing_of_who_shares_it() {
    let _page = Page::at("?page_id=7&fbclid=x&utm_source=y&cars[search]=ford&gclid=z#top");
    let (_stage, nav) = show("cars");
    let tail = |href: String| href[href.find('?').unwrap()..].to_owned();
    assert_eq!(tail(nav.share_href(&searching("ka"))), "?page_id=7&cars%5Bsearch%5D=ka#top");
    let own = "?page_id=7&fbclid=x&utm_source=y&gclid=z&cars%5Bsearch%5D=ka#top";
    assert_eq!(tail(nav.href(&searching("ka"))), own);
}

#[wasm_bindgen_test]
async fn a_history_that_refuses_breaks_nothing() {
    let _page = Page::at("?x=1");
    let (stage, nav) = show("cars");
    Page::refuse_writes();
    choose(nav, "ford").await;
    assert_eq!((stage.text(), Page::tail()), ("ford".into(), "?x=1".into()));
    Page::allow_writes();
    choose(nav, "opel").await;
    assert_eq!(Page::tail(), "?x=1&cars%5Bsearch%5D=opel");
}

#[wasm_bindgen_test]
async fn the_state_of_the_hosts_router_is_handed_on() {
    let state = JSON::parse(r#"{"key":"a1","scroll":[0,7]}"#).unwrap();
    let (_page, clock) = (Page::with_state("", &state), Clock::stopped());
    let (_stage, nav) = show("cars");
    let held = || {
        let held = window().history().unwrap().state().unwrap();
        JSON::stringify(&held).unwrap().as_string().unwrap()
    };
    choose(nav, "ford").await;
    assert_eq!(held(), r#"{"key":"a1","scroll":[0,7]}"#);
    type_text(nav, "ford focus").await;
    clock.elapse();
    assert_eq!(held(), r#"{"key":"a1","scroll":[0,7]}"#);
}

#[wasm_bindgen_test]
fn addresses_are_escaped_and_read_either_way() {
    let _page = Page::at("?cars%5bsearch%5D=ford+focus");
    let (stage, nav) = show("cars");
    assert_eq!(stage.text(), "ford focus");
    let href = nav.href(&searching("ka"));
    assert!(href.ends_with("?cars%5Bsearch%5D=ka"), "{href}");
}

#[wasm_bindgen_test]
async fn typing_is_shown_at_once_and_written_once_when_it_rests() {
    let (page, clock) = (Page::at(""), Clock::stopped());
    let (stage, nav) = show("cars");
    for typed in ["f", "fo", "for", "ford"] {
        type_text(nav, typed).await;
        assert_eq!(stage.text(), typed);
    }
    assert_eq!(page.writes(), []);
    clock.elapse();
    assert_eq!(page.writes(), [Write::Replace]);
    assert_eq!(Page::tail(), "?cars%5Bsearch%5D=ford");
}

#[wasm_bindgen_test]
async fn a_choice_right_after_typing_leaves_the_text_to_come_back_to() {
    let (page, clock) = (Page::at(""), Clock::stopped());
    let (stage, nav) = show("cars");
    type_text(nav, "ford").await;
    nav.push(State { vehicle: Some("AIQWXW".into()), ..nav.current() });
    clock.elapse();
    assert_eq!(page.writes(), [Write::Replace, Write::Push]);
    Page::back().await;
    assert_eq!((stage.text(), nav.current().vehicle), ("ford".to_owned(), None));
}

#[wasm_bindgen_test]
async fn a_second_instance_with_the_same_key_keeps_to_itself() {
    let page = Page::at("?cars[search]=ford");
    let (first, nav) = show("cars");
    let (second, other) = show("cars");
    assert_eq!((first.text().as_str(), second.text().as_str()), ("ford", ""));
    choose(other, "opel").await;
    assert_eq!((first.text().as_str(), second.text().as_str()), ("ford", "opel"));
    assert_eq!(page.writes(), []);
    choose(nav, "audi").await;
    Page::back().await;
    assert_eq!((first.text().as_str(), second.text().as_str()), ("ford", "opel"));
}

#[wasm_bindgen_test]
async fn instances_with_keys_of_their_own_share_the_page() {
    let _page = Page::at("");
    let (first, nav) = show("new");
    let (second, other) = show("used");
    choose(nav, "ford").await;
    choose(other, "opel").await;
    assert_eq!(Page::tail(), "?new%5Bsearch%5D=ford&used%5Bsearch%5D=opel");
    Page::back().await;
    assert_eq!((first.text().as_str(), second.text().as_str()), ("ford", ""));
}

#[wasm_bindgen_test]
async fn a_key_is_free_again_when_its_instance_has_gone() {
    let _page = Page::at("");
    drop(show("cars"));
    let (_stage, nav) = show("cars");
    choose(nav, "ford").await;
    assert_eq!(Page::tail(), "?cars%5Bsearch%5D=ford");
}

#[wasm_bindgen_test]
async fn a_base_of_the_host_bends_no_address() {
    let _page = Page::at("?x=1");
    let base = document().create_element("base").unwrap();
    base.set_attribute("href", "https://elsewhere.example/deep/").unwrap();
    document().head().unwrap().append_child(&base).unwrap();
    let (stage, nav) = show("cars");
    let href = nav.href(&searching("ford"));
    choose(nav, "ford").await;
    base.remove();
    assert_eq!(stage.text(), "ford");
    assert_eq!(Page::tail(), "?x=1&cars%5Bsearch%5D=ford");
    assert_eq!(Page::href(), href);
}

#[wasm_bindgen_test]
fn an_address_is_where_the_page_then_is() {
    let page = Page::at("?x=1#y");
    let (_stage, nav) = show("cars");
    let href = nav.href(&searching("ford"));
    nav.push(searching("ford"));
    assert_eq!((Page::href(), page.writes()), (href, vec![Write::Push]));
}

/// Bare keys (`url-key=""`) leave all others alone.
#[wasm_bindgen_test]
async fn without_a_key_the_hosts_parameters_stay_as_well() {
    let _page = Page::at("?search=ford&id=7");
    let (stage, nav) = show("");
    assert_eq!(stage.text(), "ford");
    choose(nav, "opel").await;
    assert_eq!(Page::tail(), "?id=7&search=opel");
}
