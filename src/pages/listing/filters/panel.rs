//! What the filters are: their fields, and how many vehicles they leave.

use leptos::html::Dialog;
use leptos::prelude::*;

use super::field::Fields;
use super::room::follow_room;
use crate::i18n::{Locale, key};
use crate::pages::listing::controls::reset;
use crate::search::Search;
use crate::ui::{Link, part, text};

/// The filters' fields, and how many vehicles they leave.
#[component]
pub(super) fn Panel(
    /// The search.
    search: Search,
    /// The dialog that they stand in.
    drawer: NodeRef<Dialog>,
    /// Called when the list is to be seen.
    on_close: Callback<()>,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let reset = reset(search);
    let total = Memo::new(move |_| search.results.total().unwrap_or_default());
    let values = search.values;
    let missing = part(move || {
        values.have_failed().then(|| {
            view! {
                <p class="notice" role="alert">
                    {locale.t(key::FACET_FAILED)}
                    <button type="button" class="button" on:click=move |_| values.retry()>{locale.t(key::ERROR_RETRY)}</button>
                </p>
            }
            .into_any()
        })
    });
    let fields = Fields::new(search, follow_room(drawer));
    let config = search.config();
    // All at once, so that nothing moves when the values come.
    let is_known =
        Memo::new(move |was: Option<&bool>| was.copied().unwrap_or(false) || !values.are_loading());
    let body = part(move || {
        is_known.get().then(|| {
            let facets = config.facets.iter().map(|column| fields.field(*column)).collect_view();
            view! {
                <form class="filters__body" on:submit=move |event| event.prevent_default()>
                    {facets}
                    <Link class="filters__reset" href=reset.href on_follow=reset.on_follow>{locale.t(key::FILTERS_RESET)}</Link>
                </form>
            }
            .into_any()
        })
    });
    let vehicles = move || locale.count(total.get(), key::COUNT_ONE, key::COUNT_OTHER);
    let show = move || locale.fill(key::FILTERS_SHOW, &[("vehicles", &vehicles())]);
    view! {
        {missing}
        {body}
        <div class="filters__foot">
            // What is said of the list behind is not heard while the filters lie over it.
            <p class="visually-hidden" role="status">{text(vehicles)}</p>
            <button type="button" class="button button--primary" on:click=move |_| on_close.run(())>
                {text(show)}
            </button>
        </div>
    }
}
