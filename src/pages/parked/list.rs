//! The vehicles that the visitor parked on this device.

use std::sync::Arc;

use autengo_api::vehicle::PublicVehicle;
use futures_util::future::join_all;
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;

use crate::client::{Client, Failure};
use crate::host::{self, Host};
use crate::i18n::{Language, Locale, key};
use crate::offer::today;
use crate::pages::listing::card;
use crate::pages::{sentence, words};
use crate::parked::Parked;
use crate::remote::Remote;
use crate::search::Search;
use crate::ui::{
    Contact, Heading, Icon, Link, Message, Skeleton, Symbol, always, message, part, places, text,
};

type Vehicles = Vec<Arc<PublicVehicle>>;

/// The parked vehicles. One that is no longer parked stays until the visitor leaves: a slip of the
/// finger loses nothing.
#[component]
pub(super) fn ParkedList(
    /// The search, to go back to.
    search: Search,
) -> impl IntoView {
    let (host, client) = (expect_context::<Host>(), expect_context::<Client>());
    let (locale, parked) = (expect_context::<Locale>(), expect_context::<Parked>());
    let tries = RwSignal::new(0);
    let vehicles = RwSignal::new(Remote::<Vehicles, Failure>::default());
    // How many were no longer on offer.
    let gone = RwSignal::new(0_u32);
    let asking = search.clone();
    let known = untrack(|| parked.ids());
    let expected = u32::try_from(known.len()).unwrap_or(1);
    Effect::new(move |_| {
        tries.track();
        let language = locale.language();
        vehicles.update(|vehicles| *vehicles = std::mem::take(vehicles).reload());
        let (client, search, host) = (client.clone(), asking.clone(), host.clone());
        let known = known.clone();
        spawn_local_scoped_with_cancellation(async move {
            let answers = join_all(known.iter().map(|id| fetch(&client, &search, id, language)));
            let (mut there, mut missing, mut failed) = (Vehicles::new(), Vec::new(), None);
            for (id, answer) in known.iter().zip(answers.await) {
                match answer {
                    Ok(Some(vehicle)) => there.push(vehicle),
                    Ok(None) => missing.push(id.clone()),
                    Err(failure) => failed = Some(failure),
                }
            }
            if !missing.is_empty() {
                gone.set(u32::try_from(missing.len()).unwrap_or(u32::MAX));
                parked.remove(&missing);
            }
            if let Some(failure) = &failed {
                host::error(&failure.to_string());
                host.emit("error", &[("kind", failure.kind().into())]);
            }
            let result = failed.map_or(Ok(there), Err);
            vehicles.update(|vehicles| *vehicles = std::mem::take(vehicles).settle(result));
        });
    });

    let nav = search.nav;
    let (linked, followed) = (search.clone(), search.clone());
    let back_href = Signal::derive(move || nav.href(&linked.with_parked(false)));
    let on_back = Callback::new(move |()| nav.push(untrack(|| followed.with_parked(false))));
    let level = search.config.heading_level;
    let contact = search.config.clone();
    let body = always(move || {
        let (list, contact) = (vehicles.get(), contact.clone());
        match (list.latest().cloned(), list.error().cloned()) {
            (_, Some(failure)) => view! {
                <Message level=level + 1 is_alert=true title=words(locale, key::ERROR_TITLE) text=words(locale, sentence(&failure))>
                    <button type="button" class="button button--primary" on:click=move |_| tries.update(|tries| *tries += 1)>
                        {locale.t(key::ERROR_RETRY)}
                    </button>
                    <Contact phone=contact.phone.clone() email=contact.email.clone() />
                </Message>
            }
            .into_any(),
            (None, None) => view! { <Skeleton count=expected.min(6) /> }.into_any(),
            (Some(list), None) if list.is_empty() => view! {
                <Message level=level + 1 title=words(locale, key::PARKED_NONE) text=words(locale, key::PARKED_HINT)>
                    <Link class="button button--primary" href=back_href on_follow=on_back>{locale.t(key::PARKED_BACK)}</Link>
                </Message>
            }
            .into_any(),
            (Some(list), None) => cards(&search, list),
        }
    });
    let notice = part(move || {
        let words = move || locale.count(gone.get(), key::PARKED_GONE_ONE, key::PARKED_GONE_OTHER);
        (gone.get() > 0)
            .then(|| view! { <p class="notice" role="status">{text(words)}</p> }.into_any())
    });
    let clear = part(move || {
        let clear = move |_| {
            parked.clear();
            vehicles.set(Remote::Ready(Vehicles::new()));
        };
        (parked.count() > 0).then(|| {
            view! {
                <p class="parked__foot">
                    {message(locale, key::PARKED_NOTE)}
                    <button type="button" class="button" on:click=clear>{locale.t(key::PARKED_CLEAR)}</button>
                </p>
            }
            .into_any()
        })
    });
    view! {
        <section class="parked">
            <Link class="back" href=back_href on_follow=on_back>
                <Icon symbol=Symbol::Back />
                {locale.t(key::PARKED_BACK)}
            </Link>
            <Heading level=level class="parked__title">{locale.t(key::PARKED_TITLE)}</Heading>
            {notice}
            {body}
            {clear}
        </section>
    }
}

fn cards(search: &Search, list: Vehicles) -> AnyView {
    let search = search.clone();
    let cards = places(move || {
        let day = today();
        let vehicles = list.iter().cloned().enumerate();
        vehicles.map(|(at, vehicle)| card(&search, vehicle, day, at == 0)).collect()
    });
    view! { <ul class="grid">{cards}</ul> }.into_any()
}

/// A vehicle, a few at once.
async fn fetch(
    client: &Client,
    search: &Search,
    selling_id: &str,
    language: Language,
) -> Result<Option<Arc<PublicVehicle>>, Failure> {
    let _turn = client.turn().await;
    search.fetch(selling_id, language).await
}
