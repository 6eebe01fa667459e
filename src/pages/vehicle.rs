//! The way to the page of a vehicle, whose code is fetched apart from the list's.

use leptos::prelude::*;

use super::{Chunks, Detail, words};
use crate::chunk::{Missing, chunk, now};
use crate::i18n::{Locale, key};
use crate::remote::Remote;
use crate::search::Search;
use crate::ui::{Contact, Message, Skeleton, part};

chunk! {
    mod vehicle, fetched by fetch_detail;
    /// The page of a vehicle.
    pub(super) fn detail(search: Search, selling_id: String) -> Result<AnyView, Missing> {
        Ok(view! { <Detail search selling_id /> }.into_any())
    }
}

/// The page of a vehicle, as soon as its code is there.
#[component]
pub fn Vehicle(
    /// The search, to go back to.
    search: Search,
    /// The vehicle.
    selling_id: String,
    /// What is fetched after the first list.
    chunks: Chunks,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let chunk = chunks.vehicle;
    chunk.load();
    part(move || match chunk.state() {
        Remote::Ready(()) => now(detail(search.clone(), selling_id.clone())),
        Remote::Loading { .. } => Some(view! { <Skeleton count=1 /> }.into_any()),
        Remote::Failed { .. } => {
            let config = search.config.clone();
            let level = config.heading_level;
            let (title, text) =
                (words(locale, key::DETAIL_ERROR), words(locale, key::ERROR_NETWORK));
            Some(
                view! {
                    <Message level is_alert=true title text>
                        <button type="button" class="button button--primary" on:click=move |_| chunk.load()>
                            {locale.t(key::ERROR_RETRY)}
                        </button>
                        <Contact phone=config.phone.clone() email=config.email.clone() />
                    </Message>
                }
                .into_any(),
            )
        }
    })
}
