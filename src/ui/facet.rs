//! A column's values, each with a checkbox.

use leptos::prelude::*;

use super::dom::{self, Element, Item, dynamic, keyed};
use super::paint::patch;
use crate::i18n::{Locale, key};
use crate::observe::seen;

/// How many values of a longer list are shown until the rest is asked for.
const FOLDED: usize = 10;

/// A value to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetOption {
    /// The value, which names the option for tests and analytics.
    pub value: String,
    /// The value's name.
    pub label: String,
    /// Whether it can be chosen, as far as is known without counting.
    pub is_enabled: bool,
}

/// How many vehicles a value has, tracked, for a value and whether it is on screen.
pub type CountOf = Callback<(String, Signal<bool>), Signal<Option<u32>>>;

/// The needs of every row of a list.
#[derive(Clone, Copy)]
struct Row {
    column: &'static str,
    /// The values that are shown; the others are folded away, or not what was searched for.
    shown: Memo<Vec<String>>,
    has_paint: bool,
    chosen: Signal<Vec<String>>,
    on_toggle: Callback<String>,
    count: Option<CountOf>,
    below: Option<Callback<String, AnyView>>,
}

/// A list of checkboxes. A long one is folded, and can be searched.
#[component]
pub fn FacetList(
    /// The column's name, for tests and analytics.
    column: &'static str,
    /// The column's name for people.
    #[prop(into)]
    title: Signal<String>,
    /// The values.
    #[prop(into)]
    options: Signal<Vec<FacetOption>>,
    /// The chosen values.
    #[prop(into)]
    chosen: Signal<Vec<String>>,
    /// A value was chosen, or no longer is.
    on_toggle: Callback<String>,
    /// How many vehicles a value has.
    #[prop(optional_no_strip)]
    count: Option<CountOf>,
    /// The view below a value, such as the models of a make.
    #[prop(optional_no_strip)]
    below: Option<Callback<String, AnyView>>,
    /// Whether the values are colours, to be shown as such.
    #[prop(default = false)]
    has_paint: bool,
) -> AnyView {
    let locale = expect_context::<Locale>();
    let is_unfolded = RwSignal::new(false);
    let typed = RwSignal::new(String::new());
    let is_long = Memo::new(move |_| options.with(Vec::len) > FOLDED);
    let shown = Memo::new(move |_| {
        let (all, typed) = (options.get(), typed.get());
        let value = |option: FacetOption| option.value;
        if !typed.is_empty() {
            let found = locale.matching(all, &typed, |option| &option.label);
            return found.into_iter().map(value).collect();
        }
        let is_shown = |(at, value): &(usize, String)| {
            is_unfolded.get() || *at < FOLDED || holds(chosen, value)
        };
        let shown = all.into_iter().map(value).enumerate().filter(is_shown);
        shown.map(|(_, value)| value).collect::<Vec<_>>()
    });
    let row = Row { column, shown, has_paint, chosen, on_toggle, count, below };
    let rows = keyed(move || {
        let entry = |option: FacetOption| {
            let FacetOption { value, label, is_enabled } = &option;
            Item::new(format!("{value} {label} {is_enabled}"), move || view_of(row, option))
        };
        options.get().into_iter().map(entry).collect()
    });
    let search = dynamic(move || {
        let label = move || locale.fill(key::FACET_SEARCH, &[("facet", &title.get())]);
        is_long.get().then(|| search_field(column, label, typed).into_any())
    });
    let nothing = dynamic(move || {
        let is_nothing = !typed.with(String::is_empty) && shown.with(Vec::is_empty);
        is_nothing.then(|| {
            dom::p().class("facet__nothing").message(locale, key::FACET_NOTHING).into_any()
        })
    });
    let unfold = dynamic(move || {
        (is_long.get() && typed.with(String::is_empty)).then(|| {
            let more = move || options.with(Vec::len) - shown.with(Vec::len);
            unfold_button(more, is_unfolded, locale).into_any()
        })
    });
    let list = dom::ul().class("facet__list").bind_attr("aria-label", move || title.get());
    let list = list.child(rows);
    let nothing = dom::div().attr("role", "status").child(nothing);
    view! { {search} {list} {nothing} {unfold} }.into_any()
}

/// The field that searches a long list.
fn search_field(
    column: &str,
    label: impl Fn() -> String + Copy + 'static,
    typed: RwSignal<String>,
) -> Element {
    dom::input()
        .attr("type", "search")
        .class("facet__search")
        .attr("autocomplete", "off")
        .attr("data-facet-search", column)
        .bind_attr("aria-label", label)
        .bind_attr("placeholder", label)
        .on("input", move |event| typed.set(event_target_value(&event).trim().to_owned()))
}

/// The button that shows the rest of a long list, or folds it away again.
fn unfold_button(
    more: impl Fn() -> usize + 'static,
    is_unfolded: RwSignal<bool>,
    locale: Locale,
) -> Element {
    let label = move || {
        if is_unfolded.get() {
            locale.message(key::FACET_LESS).to_owned()
        } else {
            locale.fill(key::FACET_MORE, &[("count", &more().to_string())])
        }
    };
    dom::button()
        .class("facet__more")
        .bind_bool("aria-expanded", move || is_unfolded.get())
        .on("click", move |_| is_unfolded.update(|it| *it = !*it))
        .bind_text(label)
}

fn view_of(row: Row, FacetOption { value, label, is_enabled }: FacetOption) -> AnyView {
    let Row { column, shown, has_paint, chosen, on_toggle, count, below } = row;
    let item = dom::li();
    let is_seen = seen(item.node());
    let count = count.map(|count| count.run((value.clone(), is_seen)));
    let (kept, checked) = (value.clone(), value.clone());
    // What is chosen can always be taken back.
    let is_off = move || !holds(chosen, &kept) && (!is_enabled || is_none(count));
    let paint = has_paint.then(|| patch(&label));
    let below = below.map(|below| below.run(value.clone()));
    let (toggled, listed) = (value.clone(), value.clone());
    let checkbox = checkbox(column, &value)
        .bind_true("disabled", is_off)
        .checked(move || holds(chosen, &checked))
        .on("change", move |_| on_toggle.run(toggled.clone()));
    let option = dom::label()
        .class("facet__option")
        .child(checkbox)
        .children(paint)
        .child(dom::span().class("facet__label").text(&label))
        .children(number(count));
    item.bind_true("hidden", move || shown.with(|shown| !shown.contains(&listed)))
        .child(option)
        .children(below)
        .into_any()
}

fn checkbox(column: &str, value: &str) -> Element {
    let hook = format!("{column}:{value}");
    dom::input().attr("type", "checkbox").attr("data-facet", &hook)
}

fn holds(chosen: Signal<Vec<String>>, value: &str) -> bool {
    chosen.with(|chosen| chosen.iter().any(|chosen| chosen == value))
}

/// A single value, to be switched on and off.
#[component]
pub fn Switch(
    /// The column's name, for tests and analytics.
    column: &'static str,
    /// The value.
    value: &'static str,
    /// The value's name for people.
    #[prop(into)]
    label: Signal<String>,
    /// Whether it is chosen, tracked.
    #[prop(into)]
    is_chosen: Signal<bool>,
    /// Called when the value is chosen, or no longer.
    on_toggle: Callback<()>,
    /// How many vehicles it has.
    count: CountOf,
) -> AnyView {
    let option = dom::label().class("facet__option facet__option--switch");
    let count = Some(count.run((value.to_owned(), seen(option.node()))));
    let checkbox = checkbox(column, value)
        .attr("role", "switch")
        .bind_true("disabled", move || !is_chosen.get() && is_none(count))
        .checked(move || is_chosen.get())
        .on("change", move |_| on_toggle.run(()));
    option
        .child(checkbox)
        .child(dom::span().class("facet__label").bind_text(move || label.get()))
        .children(number(count))
        .into_any()
}

fn is_none(count: Option<Signal<Option<u32>>>) -> bool {
    count.is_some_and(|count| count.get() == Some(0))
}

/// How many vehicles a value has, as soon as that is known.
fn number(count: Option<Signal<Option<u32>>>) -> Option<Element> {
    let locale = expect_context::<Locale>();
    let count = count?;
    let shown = move || {
        let count = count.get().map(|count| locale.number(f64::from(count), 0));
        count.unwrap_or_default()
    };
    Some(dom::span().class("facet__count").bind_text(shown))
}
