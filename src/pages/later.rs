//! A page whose code is fetched apart from the list's.

use leptos::prelude::*;

use super::words;
use crate::chunk::Chunk;
use crate::i18n::{Locale, key};
use crate::remote::Remote;
use crate::search::Search;
use crate::ui::{Contact, Message, Retry, Skeleton, part};

/// A page, as soon as its code is there.
#[component]
pub(super) fn Later(
    /// The code.
    chunk: Chunk,
    /// The search, whose embedder can be reached where the code does not come.
    search: Search,
    /// The page.
    page: Callback<(), Option<AnyView>>,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    chunk.load();
    part(move || match chunk.state() {
        Remote::Ready(()) => page.run(()),
        Remote::Loading { .. } => Some(view! { <Skeleton count=1 /> }.into_any()),
        Remote::Failed { .. } => {
            let config = search.config.clone();
            let level = config.heading_level;
            let (title, text) = (words(locale, key::ERROR_PAGE), words(locale, key::ERROR_NETWORK));
            Some(
                view! {
                    <Message level is_alert=true title text>
                        <Retry on_retry=move |()| chunk.load() />
                        <Contact phone=config.phone.clone() email=config.email.clone() />
                    </Message>
                }
                .into_any(),
            )
        }
    })
}
