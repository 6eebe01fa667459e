//! A page whose code is fetched apart from the list's.

use std::sync::Arc;

use leptos::prelude::*;

use super::words;
use crate::chunk::Chunk;
use crate::config::Config;
use crate::i18n::{Locale, key};
use crate::remote::Remote;
use crate::ui::{Contact, Message, Retry, Skeleton, part};

/// A page, as soon as its code is there.
#[component]
pub fn Later(
    /// The code.
    chunk: Chunk,
    /// The settings: where the code does not come, the embedder can be reached.
    config: Arc<Config>,
    /// The page.
    page: Callback<(), Option<AnyView>>,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    chunk.load();
    part(move || match chunk.state() {
        Remote::Ready(()) => page.run(()),
        Remote::Loading { .. } => Some(view! { <Skeleton count=1 /> }.into_any()),
        Remote::Failed { .. } => {
            let config = config.clone();
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
