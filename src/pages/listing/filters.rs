//! The filters: a column beside the list where there is room, a modal dialog where there is not.

use autengo_api::column::{Column, Kind};
use autengo_api::condition::Op;
use autengo_api::state::State;
use leptos::html::Dialog;
use leptos::prelude::*;

use crate::chunk::{Chunk, Missing, chunk, now};
use crate::config::is_range;
use crate::i18n::{Key, Locale, key};
use crate::nav::Nav;
use crate::remote::Remote;
use crate::search::{Choice, Facet, Range, RangeProblem, Search};
use crate::ui::{FacetBox, FacetOption, Heading, Icon, Link, RangeFields, Symbol, part, text};

chunk! {
    mod filters, fetched by fetch_filters;
    /// What the filters are: their fields, and what is below them.
    pub(in crate::pages) fn panel(
        search: Search,
        reset_href: Signal<String>,
        on_reset: Callback<()>,
        on_close: Callback<()>,
    ) -> Result<AnyView, Missing> {
        Ok(view! { <Panel search reset_href on_reset on_close /> }.into_any())
    }
}

/// All filters.
#[component]
pub(super) fn Filters(
    /// The search.
    search: Search,
    /// The code of their fields.
    chunk: Chunk,
    /// The address without filters.
    reset_href: Signal<String>,
    /// All filters are to go.
    on_reset: Callback<()>,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let nav = search.nav;
    let drawer = NodeRef::<Dialog>::new();
    follow_address(nav, drawer);
    // What was chosen stays, and Back leads to where the filters were opened.
    let close = move || nav.replace(State { has_filters_open: false, ..nav.current() });
    let on_close = Callback::new(move |()| close());
    let level = search.config.heading_level + 1;
    let panel = part(move || {
        match chunk.state() {
        Remote::Ready(()) => now(panel(search.clone(), reset_href, on_reset, on_close)),
        Remote::Loading { .. } => None,
        Remote::Failed { .. } => Some(
            view! {
                <p class="notice" role="alert">
                    {locale.t(key::FACET_FAILED)}
                    <button type="button" class="button" on:click=move |_| chunk.load()>{locale.t(key::ERROR_RETRY)}</button>
                </p>
            }
            .into_any(),
        ),
    }
    });
    view! {
        <dialog
            class="filters"
            node_ref=drawer
            aria-label=locale.t(key::FILTERS_TITLE)
            on:close=move |_| {
                nav.set_covered(false);
                close();
            }
            on:click=move |event| {
                // The backdrop belongs to the dialog itself.
                if event.target() == event.current_target() {
                    close();
                }
            }
        >
            <div class="filters__head">
                <Heading level=level class="filters__title">{locale.t(key::FILTERS_TITLE)}</Heading>
                <button type="button" class="button button--icon" aria-label=locale.t(key::FILTERS_CLOSE) on:click=move |_| close()>
                    <Icon symbol=Symbol::Close />
                </button>
            </div>
            {panel}
        </dialog>
    }
}

/// Opens and closes the dialog as the address says. Where the filters are a column, there is nothing
/// to open.
fn follow_address(nav: Nav, drawer: NodeRef<Dialog>) {
    let is_open = Memo::new(move |_| nav.with(|state| state.has_filters_open));
    Effect::new(move |_| {
        let (is_open, Some(dialog)) = (is_open.get(), drawer.get()) else { return };
        if !is_open {
            dialog.close();
        } else if dialog.client_width() == 0 {
            nav.set_covered(dialog.show_modal().is_ok());
        }
    });
}

/// The filters' fields, and how many vehicles they leave.
#[component]
fn Panel(
    /// The search.
    search: Search,
    /// The address without filters.
    reset_href: Signal<String>,
    /// All filters are to go.
    on_reset: Callback<()>,
    /// The list is to be seen.
    on_close: Callback<()>,
) -> impl IntoView {
    let locale = expect_context::<Locale>();
    let results = search.results;
    let total =
        Memo::new(move |_| results.with(|remote| remote.latest().map_or(0, |list| list.total)));
    let stock = search.stock;
    let missing = part(move || {
        stock.is_missing().then(|| {
            view! {
                <p class="notice" role="alert">
                    {locale.t(key::FACET_FAILED)}
                    <button type="button" class="button" on:click=move |_| stock.retry()>{locale.t(key::ERROR_RETRY)}</button>
                </p>
            }
            .into_any()
        })
    });
    let facets = search.config.facets.clone();
    let facets = facets.into_iter().map(|column| facet(&search, locale, column)).collect_view();
    view! {
        <form class="filters__body" on:submit=move |event| event.prevent_default()>
            {missing}
            {facets}
            <Link class="filters__reset" href=reset_href on_follow=on_reset>{locale.t(key::FILTERS_RESET)}</Link>
        </form>
        <div class="filters__foot">
            <button type="button" class="button button--primary" on:click=move |_| on_close.run(())>
                {text(move || {
                    let vehicles = locale.count(total.get(), key::COUNT_ONE, key::COUNT_OTHER);
                    locale.fill(key::FILTERS_SHOW, &[("vehicles", &vehicles)])
                })}
            </button>
        </div>
    }
}

fn facet(search: &Search, locale: Locale, column: Column) -> AnyView {
    if is_range(column) {
        return range(Range::new(search, column), locale);
    }
    let facet = Facet::new(search, column);
    let below = (column == Column::MakeId).then(|| {
        let search = search.clone();
        Callback::new(move |make: String| models(&search, locale, make))
    });
    // Room for the values that are not known yet, so that nothing below them moves later.
    let expected = match column.kind() {
        Kind::Code(most) => most,
        _ => 0,
    };
    let (title, options) = (facet.clone(), facet.clone());
    let title = Signal::derive(move || title.label().to_owned());
    let options = Signal::derive(move || options.choices().map(offered));
    let (asked, toggled) = (facet.clone(), facet);
    let is_chosen = Callback::new(move |value: String| asked.is_chosen(&value));
    let on_toggle = Callback::new(move |value: String| toggled.toggle(&value));
    match below {
        Some(below) => {
            view! { <FacetBox column=column.name() title options expected is_chosen on_toggle below is_long=true /> }.into_any()
        }
        None => view! { <FacetBox column=column.name() title options expected is_chosen on_toggle /> }.into_any(),
    }
}

fn offered(choices: Vec<Choice>) -> Vec<FacetOption> {
    let option = |choice: Choice| FacetOption {
        value: choice.value,
        label: choice.label,
        is_enabled: choice.is_available,
    };
    choices.into_iter().map(option).collect()
}

/// The models of a make, while it is chosen.
fn models(search: &Search, locale: Locale, make: String) -> AnyView {
    let (makes, facet) = (Facet::new(search, Column::MakeId), Facet::new(search, Column::ModelId));
    let (stock, labels) = (search.stock, search.labels);
    let is_open = {
        let make = make.clone();
        Memo::new(move |_| makes.is_chosen(&make))
    };
    let view = part(move || {
        is_open.get().then(|| {
            stock.load_models_of(&make);
            let (options, name) = (facet.clone(), make.clone());
            let of = make.clone();
            let options = Signal::derive(move || Some(offered(options.models_of(&of))));
            let title = Signal::derive(move || {
                locale.fill(key::FACET_MODELS_OF, &[("make", &labels.value(Column::MakeId, &name))])
            });
            let (asked, toggled) = (facet.clone(), facet.clone());
            let is_chosen = Callback::new(move |value: String| asked.is_chosen(&value));
            let on_toggle = Callback::new(move |value: String| toggled.toggle(&value));
            view! { <crate::ui::FacetList column=Column::ModelId.name() title options is_chosen on_toggle below=None /> }.into_any()
        })
    });
    view.into_any()
}

fn range(range: Range, locale: Locale) -> AnyView {
    let column = range.column;
    let unit = match column {
        Column::Price => "€",
        Column::Kilometers => "km",
        Column::PowerKw => "kW",
        Column::CubicCapacity => "cm³",
        _ => "",
    };
    let (title, end, set, swapped) = (range.clone(), range.clone(), range.clone(), range);
    let title = Signal::derive(move || title.label().to_owned());
    let end = Callback::new(move |op: Op| {
        let end = end.end(op).unwrap_or_default();
        // Years and small numbers stay plain; amounts are grouped as they are read.
        match end.parse::<u32>() {
            Ok(number) if column.kind() != Kind::Date => locale.number(f64::from(number), 0),
            _ => end,
        }
    });
    let on_change =
        Callback::new(move |(op, typed): (Op, String)| set.set(op, &typed).err().map(sentence));
    let problem = Signal::derive(move || swapped.is_swapped().then_some(key::RANGE_SWAPPED));
    view! { <RangeFields column title unit end on_change problem /> }.into_any()
}

fn sentence(problem: RangeProblem) -> Key {
    match problem {
        RangeProblem::NoNumber => key::RANGE_INVALID,
        RangeProblem::NoYear => key::RANGE_YEAR,
    }
}
