//! A column's values, each with a checkbox.

use leptos::prelude::*;

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
            <summary class="facet__title">{move || title.get()}</summary>
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
    let option = move |FacetOption { value, label, is_enabled }: FacetOption| {
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
    };
    let known = move || options.get().unwrap_or_default();
    let key =
        |option: &FacetOption| (option.value.clone(), option.label.clone(), option.is_enabled);
    let is_known = Memo::new(move |_| options.with(Option::is_some));
    let room = move || {
        let rows = if is_known.get() { 0 } else { expected };
        (0..rows)
            .map(|row| view! { <li class="facet__room" aria-hidden="true" data-at=row></li> })
            .collect_view()
    };
    view! {
        <ul class="facet__list" aria-label=move || title.get() aria-busy=move || (!is_known.get()).then_some("true")>
            {room}
            <For each=known key=key children=option />
        </ul>
    }
}
