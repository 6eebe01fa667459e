//! What became of inquiries whose form the visitor has left meanwhile.

use autengo_api::state::State;
use leptos::prelude::*;

use super::sending::{Progress, Sending, Sendings};
use crate::host::Host;
use crate::i18n::{Locale, key};
use crate::nav::Nav;
use crate::ui::{button, element, link, places, text};

/// Says of each inquiry about a vehicle that is not open that it arrived, or that it did not, with
/// the way back to its text.
pub fn news(nav: Nav) -> AnyView {
    let locale = expect_context::<Locale>();
    let sendings = Sendings::of(&expect_context::<Host>());
    let told = sendings.clone();
    let news = Memo::new(move |_| {
        let open = nav.with(|state| state.vehicle.clone());
        told.news(open.as_deref())
    });
    places(move || {
        news.get().into_iter().map(|sending| notice(sending, &sendings, nav, locale)).collect()
    })
}

fn notice(sending: Sending, sendings: &Sendings, nav: Nav, locale: Locale) -> AnyView {
    let id = sending.selling_id.clone();
    let has_arrived = matches!(sending.progress, Progress::Arrived(_));
    let is_doubtful = sending.is_doubtful();
    let words = move || {
        let about = ("vehicle", sending.title.as_str());
        match &sending.progress {
            Progress::Arrived(number) => {
                locale.fill(key::INQUIRY_NEWS_ARRIVED, &[about, ("number", &number.to_string())])
            }
            _ if is_doubtful => locale.fill(key::INQUIRY_NEWS_DOUBT, &[about]),
            _ => locale.fill(key::INQUIRY_NEWS_UNSENT, &[about]),
        }
    };
    let notice = element("p").class("notice").live_text(text(words));
    if has_arrived {
        let sendings = sendings.clone();
        let close = button("button").tell(locale, key::FILTERS_CLOSE);
        let close = close.on("click", Box::new(move |_| sendings.know(&id)));
        return notice.attr("role", "status").with(close).into_any();
    }
    let href = {
        let id = id.clone();
        text(move || nav.vehicle_href(&id))
    };
    let on_follow = Callback::new(move |()| {
        let vehicle = Some(id.clone());
        nav.push(State { vehicle, has_filters_open: false, ..nav.current() });
    });
    let way = link(href, on_follow).class("button").tell(locale, key::INQUIRY_NEWS_WAY);
    notice.attr("role", "alert").with(way).into_any()
}
