//! A column's values, each with a checkbox.

use leptos::prelude::*;

use super::{Entry, entries, flag};

/// A value to choose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FacetOption {
    /// The value, which names the option for tests and analytics.
    pub value: String,
    /// What it is called.
    pub label: String,
    /// Whether it can be chosen.
    pub is_enabled: bool,
}

/// A titled list of checkboxes that can be folded away.
#[component]
pub fn FacetBox(
    /// The column's name, for tests and analytics.
    column: &'static str,
    /// What the column is called.
    #[prop(into)]
    title: Signal<String>,
    /// The values; `None` until they are known.
    #[prop(into)]
    options: Signal<Option<Vec<FacetOption>>>,
    /// How many values to keep room for until they are known.
    #[prop(default = 0)]
    expected: u8,
    /// Whether a value is chosen, tracked.
    is_chosen: Callback<String, bool>,
    /// A value was chosen, or no longer is.
    on_toggle: Callback<String>,
    /// What stands below a value, such as the models of a make.
    #[prop(optional)]
    below: Option<Callback<String, AnyView>>,
    /// Whether there may be so many values that they scroll within a room of their own.
    #[prop(default = false)]
    is_long: bool,
) -> impl IntoView {
    view! {
        <details class="facet" class:facet--long=is_long open=true>
            <summary class="facet__title">{title}</summary>
            <FacetList column title options expected is_chosen on_toggle below />
        </details>
    }
}

/// The checkboxes alone.
#[component]
pub fn FacetList(
    /// The column's name, for tests and analytics.
    column: &'static str,
    /// What the column is called.
    #[prop(into)]
    title: Signal<String>,
    /// The values; `None` until they are known.
    #[prop(into)]
    options: Signal<Option<Vec<FacetOption>>>,
    /// How many values to keep room for until they are known.
    #[prop(default = 0)]
    expected: u8,
    /// Whether a value is chosen, tracked.
    is_chosen: Callback<String, bool>,
    /// A value was chosen, or no longer is.
    on_toggle: Callback<String>,
    /// What stands below a value.
    below: Option<Callback<String, AnyView>>,
) -> impl IntoView {
    let is_known = Memo::new(move |_| options.with(Option::is_some));
    let rows = entries(move || {
        if !is_known.get() {
            let room = (0..expected).map(|row| Entry::new(row.to_string(), move || room(row)));
            return room.collect();
        }
        let options = options.get().unwrap_or_default().into_iter();
        let rows = options.map(|option| {
            let FacetOption { value, label, is_enabled } = &option;
            let key = format!("{value} {label} {is_enabled}");
            Entry::new(key, move || row(column, option, is_chosen, on_toggle, below))
        });
        rows.collect()
    });
    view! {
        <ul class="facet__list" aria-label=title aria-busy=flag(move || !is_known.get())>
            {rows}
        </ul>
    }
}

fn room(at: u8) -> AnyView {
    view! { <li class="facet__room" aria-hidden="true" data-at=at></li> }.into_any()
}

fn row(
    column: &'static str,
    FacetOption { value, label, is_enabled }: FacetOption,
    is_chosen: Callback<String, bool>,
    on_toggle: Callback<String>,
    below: Option<Callback<String, AnyView>>,
) -> AnyView {
    let (asked, toggled, parent) = (value.clone(), value.clone(), value.clone());
    view! {
        <li>
            <label class="facet__option">
                <input
                    type="checkbox"
                    data-facet=format!("{column}:{value}")
                    disabled=!is_enabled
                    prop:checked=move || is_chosen.run(asked.clone())
                    on:change=move |_| on_toggle.run(toggled.clone())
                />
                <span class="facet__label">{label}</span>
            </label>
            {below.map(|below| below.run(parent))}
        </li>
    }
    .into_any()
}
