//! The vehicles that the visitor parked on this device.

use std::sync::Arc;
use std::time::Duration;

use autengo_api::id::SellingId;
use autengo_api::vehicle::PublicVehicle;
use autengo_search::state::View;
use futures_util::future::join_all;
use leptos::prelude::*;

use crate::client::{Client, Failure};
use crate::device::{Connection, today};
use crate::i18n::{Key, Language, Locale, key};
use crate::inquiry::news;
use crate::pages::listing::card_in_list;
use crate::pages::{contact, sentence, words};
use crate::parked::{Parked, id};
use crate::remote::{Fetch, Step};
use crate::schedule::effect;
use crate::search::{Lookup, Search};
use crate::ui::dom::{self, dynamic, indexed};
use crate::ui::{Message, Notice, Retry, Skeleton, Symbol, icon, link};

type Vehicles = Vec<Arc<PublicVehicle>>;

/// How long a vehicle has to be missing until it is taken to be gone, in seconds: an API that lost
/// its vehicles for a moment has them again after a day.
const DAY: u64 = 24 * 60 * 60;

/// The API's answers on the parked vehicles.
#[derive(Default)]
struct Told {
    there: Vehicles,
    sold: Vec<SellingId>,
    missing: Vec<SellingId>,
    /// Why some did not come.
    failure: Option<Failure>,
}

impl Told {
    /// Notes in the parked lines what was told, `now` in seconds; how many lines are gone.
    fn note(&self, lines: &mut Vec<String>, now: u64) -> usize {
        let before = lines.len();
        lines.retain_mut(|line| {
            let selling_id = SellingId::from(id(line));
            if self.there.iter().any(|vehicle| *vehicle.selling_id() == selling_id) {
                *line = selling_id.into();
            } else if self.sold.contains(&selling_id) {
                return false;
            } else if self.missing.contains(&selling_id) {
                let noted = line.split('\t').nth(1).and_then(|since| since.parse().ok());
                let since = noted.unwrap_or(now).min(now);
                if now - since >= DAY {
                    return false;
                }
                *line = format!("{selling_id}\t{since}");
            }
            true
        });
        before - lines.len()
    }
}

/// The parked vehicles. One that is no longer parked stays until the visitor leaves: a slip of the
/// finger loses nothing.
#[component]
pub(super) fn ParkedList(
    /// The search, to go back to.
    search: Search,
) -> AnyView {
    let client = expect_context::<Client>();
    let (locale, parked) = (expect_context::<Locale>(), expect_context::<Parked>());
    let vehicles = Fetch::<Vehicles, Failure>::new(None);
    // How many were no longer on offer, and how many cannot be told of now.
    let gone = RwSignal::new(0_usize);
    let missing = RwSignal::new(0_usize);
    let is_partial = RwSignal::new(false);
    let known = RwSignal::new(untrack(|| parked.ids()));
    let expected = u32::try_from(known.with_untracked(Vec::len)).unwrap_or(1);
    // What another tab parks comes here, too.
    effect(move || {
        let mut news = parked.ids();
        known.with_untracked(|known| news.retain(|id| !known.contains(id)));
        if !news.is_empty() {
            known.update(|known| *known = [news, std::mem::take(known)].concat());
        }
    });
    Connection::here().when_back(move || {
        if is_partial.get() {
            vehicles.retry();
        }
    });
    vehicles.start(move || {
        let known = known.get();
        let language = locale.language();
        let client = client.clone();
        Step::send(async move {
            let answers = join_all(known.iter().map(|id| look_up(&client, search, id, language)));
            let mut told = Told::default();
            for (id, answer) in known.iter().zip(answers.await) {
                match answer {
                    Ok(Lookup::Available(vehicle)) => told.there.push(vehicle),
                    Ok(Lookup::Unavailable(Some(_))) => told.sold.push(id.clone()),
                    Ok(Lookup::Unavailable(None)) => told.missing.push(id.clone()),
                    Err(failure) => told.failure = Some(failure),
                }
            }
            let seconds = Duration::from_secs_f64(js_sys::Date::now() / 1000.0).as_secs();
            let mut left = 0;
            parked.change(|lines| {
                gone.update(|gone| *gone += told.note(lines, seconds));
                let is_missing =
                    |line: &&String| told.missing.iter().any(|it| it.as_str() == id(line));
                left = lines.iter().filter(is_missing).count();
            });
            missing.set(left);
            is_partial.set(told.failure.is_some());
            if let Some(failure) = &told.failure {
                client.report("parked", failure);
            }
            // Those that came are shown.
            match told.failure {
                Some(failure) if told.there.is_empty() => Err(failure),
                _ => Ok(told.there),
            }
        })
    });

    let nav = search.nav;
    let back = nav.link(|state| state.show(View::Search));
    let level = search.config().heading_level;
    let body = dynamic(move || {
        let (list, error) = vehicles.with(|it| (it.latest().cloned(), it.error().cloned()));
        match (list, error) {
            (Some(list), _) if !list.is_empty() => cards(search, list),
            (_, Some(failure)) => view! {
                <Message level=level + 1 is_alert=true title=words(locale, key::ERROR_TITLE) text=words(locale, sentence(&failure))>
                    <Retry on_retry=move |()| vehicles.retry() />
                    {contact(&search.config())}
                </Message>
            }
            .into_any(),
            (None, None) => view! { <Skeleton count=expected.min(6) /> }.into_any(),
            // A sentence above says what is parked.
            (Some(_), None) if missing.get() > 0 => ().into_any(),
            (Some(_), None) => view! {
                <Message level=level + 1 title=words(locale, key::PARKED_NONE) text=words(locale, key::PARKED_HINT)>
                    {link(back.href, back.on_follow)
                        .class("button button--primary")
                        .message(locale, key::PARKED_BACK)}
                </Message>
            }
            .into_any(),
        }
    });
    let notice = move |count: RwSignal<usize>, one: Key, other: Key| {
        dynamic(move || {
            let number = u32::try_from(count.get()).unwrap_or(u32::MAX);
            let words = move || locale.count(number, one, other);
            let notice = || dom::p().class("notice").attr("role", "status").bind_text(words);
            (number > 0).then(|| notice().into_any())
        })
    };
    let gone_notice = notice(gone, key::PARKED_GONE_ONE, key::PARKED_GONE_OTHER);
    let missing_notice = notice(missing, key::PARKED_MISSING_ONE, key::PARKED_MISSING_OTHER);
    let partial_notice = dynamic(move || {
        // Where none came, the place of the list says so.
        let is_list = vehicles.with(|it| it.latest().is_some_and(|list| !list.is_empty()));
        (is_partial.get() && is_list).then(|| {
            let retry = move |()| vehicles.retry();
            view! { <Notice text=key::PARKED_FAILED on_retry=retry /> }.into_any()
        })
    });
    let clear = dynamic(move || {
        let clear = move |_| {
            parked.clear();
            missing.set(0);
            is_partial.set(false);
            vehicles.set(Vehicles::new());
        };
        let note = move || {
            let is_unkept = parked.is_unkept();
            locale.message(if is_unkept { key::PARKED_UNKEPT } else { key::PARKED_NOTE })
        };
        (parked.count() > 0).then(|| {
            let button = dom::button().class("button").on("click", clear);
            let button = button.message(locale, key::PARKED_CLEAR);
            dom::p().class("parked__foot").bind_text(note).child(button).into_any()
        })
    });
    let back = link(back.href, back.on_follow).class("back").child(icon(Symbol::Back));
    dom::section()
        .class("parked")
        .child(back.message(locale, key::PARKED_BACK))
        .child(dom::heading(level).class("parked__title").message(locale, key::PARKED_TITLE))
        .child(news(nav))
        .child(gone_notice)
        .child(missing_notice)
        .child(partial_notice)
        .child(body)
        .child(clear)
        .into_any()
}

fn cards(search: Search, list: Vehicles) -> AnyView {
    let cards = indexed(move || {
        let day = today();
        let vehicles = list.iter().cloned().enumerate();
        vehicles.map(|(at, vehicle)| card_in_list(search, vehicle, day, at == 0)).collect()
    });
    dom::ul().class("grid").child(cards).into_any()
}

/// The API's word on a vehicle; a few are asked for at a time.
async fn look_up(
    client: &Client,
    search: Search,
    selling_id: &SellingId,
    language: Language,
) -> Result<Lookup, Failure> {
    let _permit = client.permit().await;
    search.look_up(selling_id, language).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn noted(told: &Told, lines: &[&str]) -> (usize, Vec<String>) {
        let mut lines = lines.iter().map(|line| (*line).to_owned()).collect();
        (told.note(&mut lines, 1_000_000), lines)
    }

    #[test]
    fn a_vehicle_goes_when_it_is_sold_or_missing_for_a_day() {
        let texts = |texts: &[&str]| texts.iter().map(|text| (*text).into()).collect();
        let told =
            Told { sold: texts(&["S"]), missing: texts(&["M", "N", "O"]), ..Told::default() };
        let (gone, lines) = noted(&told, &["S", "M", "N\t990000", "O\t900000", "unasked\t1"]);
        assert_eq!(lines, ["M\t1000000", "N\t990000", "unasked\t1"]);
        assert_eq!(gone, 2);
    }

    #[test]
    fn a_device_whose_clock_was_ahead_waits_a_day_from_now() {
        let told = Told { missing: vec!["M".into()], ..Told::default() };
        assert_eq!(noted(&told, &["M\t9000000"]), (0, vec!["M\t1000000".to_owned()]));
        assert_eq!(noted(&told, &["M\tyesterday"]), (0, vec!["M\t1000000".to_owned()]));
    }
}
