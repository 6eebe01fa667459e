//! What became of inquiries whose form the visitor has left meanwhile.

use leptos::prelude::*;

use super::sending::{Sending, Sendings};
use crate::host::Host;
use crate::i18n::{Locale, key};
use crate::nav::Nav;
use crate::ui::dom::{self, indexed};
use crate::ui::link;

/// Says of each inquiry about a vehicle that is not open that it arrived, or that it did not, with
/// the way back to its text.
pub fn news(nav: Nav) -> AnyView {
    let locale = expect_context::<Locale>();
    let sendings = Sendings::of(&expect_context::<Host>());
    let told = sendings.clone();
    // What stands is read out: it is not made anew for what it does not say.
    let turns = Memo::new(move |_| {
        let news = nav.with(|state| told.news(state.vehicle.as_ref()));
        news.iter().map(|it| it.turn.to_string()).collect::<Vec<_>>().join(" ")
    });
    indexed(move || {
        turns.get();
        let news = untrack(|| nav.with(|state| sendings.news(state.vehicle.as_ref())));
        news.into_iter().map(|sending| notice(sending, &sendings, nav, locale)).collect()
    })
}

fn notice(sending: Sending, sendings: &Sendings, nav: Nav, locale: Locale) -> AnyView {
    let id = sending.selling_id.clone();
    let number = sending.number();
    let sentence = match number {
        Some(_) => key::INQUIRY_NEWS_ARRIVED,
        None if sending.is_doubtful() => key::INQUIRY_NEWS_DOUBT,
        None => key::INQUIRY_NEWS_UNSENT,
    };
    let words = move || {
        let number = number.map(|number| number.to_string()).unwrap_or_default();
        locale.fill(sentence, &[("vehicle", &sending.title), ("number", &number)])
    };
    let notice = dom::p().class("notice").bind_text(words);
    if number.is_some() {
        let sendings = sendings.clone();
        let close = dom::button().class("button").message(locale, key::FILTERS_CLOSE);
        let close = close.on("click", move |_| sendings.know(&id));
        return notice.attr("role", "status").child(close).into_any();
    }
    let way = nav.link_to_vehicle(id);
    let way = link(way.href, way.on_follow).class("button").message(locale, key::INQUIRY_NEWS_WAY);
    notice.attr("role", "alert").child(way).into_any()
}
