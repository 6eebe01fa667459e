//! `app::Stages`: what starts once, whatever becomes of the views.

use autengo_search::state::State;
use autengo_widget::app::Stages;
use autengo_widget::client::Client;
use autengo_widget::config::Config;
use autengo_widget::host::Host;
use autengo_widget::i18n::Locale;
use autengo_widget::nav::Nav;
use autengo_widget::pages::{Chunks, Listing};
use autengo_widget::parked::Parked;
use autengo_widget::search::Search;
use leptos::prelude::*;
use leptos::task::tick;
use wasm_bindgen::JsCast;
use wasm_bindgen_test::wasm_bindgen_test;
use web_sys::HtmlInputElement;

use crate::page::Page;
use crate::stage::Stage;

/// A list whose API refuses at once, the way to change its state, and the way to make it anew.
async fn show() -> (Stage, Nav, Trigger) {
    let (stage, (nav, again)) = Stage::show_with(|| {
        let (locale, host) = (expect_context::<Locale>(), expect_context::<Host>());
        let attributes = vec![("api-base".to_owned(), "http://127.0.0.1:1".to_owned())];
        let (config, _) = Config::read(&attributes);
        let client = Client::new(&config, &host, None);
        provide_context(client.clone());
        provide_context(Parked::new());
        let nav = Nav::new("cars", &host);
        let search = Search::new(config, &client, &host, nav, locale);
        let chunks = Chunks::new();
        Stages { search, chunks }.start();
        let again = Trigger::new();
        let view = move || {
            again.track();
            view! { <Listing search chunks /> }
        };
        ((nav, again), view)
    });
    stage.appears("[data-search]").await;
    (stage, nav, again)
}

fn searched(stage: &Stage) -> String {
    stage.one("[data-search]").unchecked_into::<HtmlInputElement>().value()
}

#[wasm_bindgen_test]
async fn back_works_after_the_toolbar_was_made_anew() {
    let _page = Page::at("");
    let (stage, nav, again) = show().await;
    let before = stage.one("[data-search]");
    again.notify();
    tick().await;
    assert_ne!(stage.appears("[data-search]").await, before);
    for text in ["ford", "opel"] {
        nav.change(|state: &mut State| state.params.set_text(text));
        tick().await;
    }
    Page::back().await;
    assert_eq!(searched(&stage), "ford");
    Page::back().await;
    assert_eq!(searched(&stage), "");
}
