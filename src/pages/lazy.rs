//! A page whose code is fetched apart from the list's.

use std::sync::Arc;

use leptos::prelude::*;

use super::{contact, words};
use crate::chunk::{Chunk, File};
use crate::config::Config;
use crate::i18n::{Locale, key};
use crate::remote::Remote;
use crate::ui::dom::dynamic;
use crate::ui::{Message, Retry, Skeleton};

/// The page that `page` makes of a part's code, as soon as that is there.
pub fn lazy_page<Code: 'static>(
    chunk: Chunk<Code>,
    config: Arc<Config>,
    page: impl Fn(Code) -> AnyView + Send + Sync + 'static,
) -> AnyView {
    let page = Callback::new(move |()| chunk.code().map(&page));
    view! { <LazyPage file=chunk.file() config page /> }.into_any()
}

/// A page, as soon as its code is there.
#[component]
fn LazyPage(
    /// The file of the code.
    file: File,
    /// The settings: where the code does not come, the embedder can be reached.
    config: Arc<Config>,
    /// Makes the page.
    page: Callback<(), Option<AnyView>>,
) -> AnyView {
    let locale = expect_context::<Locale>();
    file.load();
    let page = dynamic(move || match file.state() {
        Remote::Ready(()) => page.run(()),
        Remote::Loading { .. } => Some(view! { <Skeleton count=1 /> }.into_any()),
        Remote::Failed { .. } => {
            let level = config.heading_level;
            let (title, text) = (words(locale, key::ERROR_PAGE), words(locale, key::ERROR_NETWORK));
            let contact = contact(&config);
            Some(
                view! {
                    <Message level is_alert=true title text>
                        <Retry on_retry=move |()| file.load() />
                        {contact}
                    </Message>
                }
                .into_any(),
            )
        }
    });
    page.into_any()
}
