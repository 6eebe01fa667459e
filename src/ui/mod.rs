//! What is seen: elements that are given what they show and say what was done. Nothing here asks
//! the API or knows the URL.

mod card;
mod chips;
mod dynamic;
mod energy;
mod facet;
mod fold;
mod gallery;
mod heart;
mod icon;
mod items;
mod label;
mod language;
mod link;
mod message;
mod pager;
mod paint;
mod range;
mod seen;
mod share;
mod silhouette;
mod skeleton;
mod words;

pub use card::{Card, CardContent};
pub use chips::{ChipContent, Chips};
pub use dynamic::{
    Entry, Maybe, Part, Text, always, effect, entries, flag, maybe, part, state, text,
};
pub use energy::{EnergyLines, energy, energy_lines};
pub use facet::{CountOf, FacetList, FacetOption, Switch};
pub use fold::Fold;
pub use gallery::Gallery;
pub use heart::Heart;
pub use icon::{Icon, Symbol};
pub use items::Items;
pub use label::EnergyLabel;
pub use language::LanguageSwitch;
pub use link::Link;
pub use message::{Contact, Message};
pub use pager::{Pager, PagerEntry};
pub use paint::Paint;
pub use range::{RangeFields, RangeStep};
pub use seen::seen;
pub use share::Share;
pub use silhouette::Silhouette;
pub use skeleton::Skeleton;
pub use words::WordField;

use leptos::prelude::*;

/// A heading whose level follows from the host page's outline.
#[component]
pub fn Heading(
    /// 1 to 6; more is 6.
    level: u8,
    /// The class.
    #[prop(default = "")]
    class: &'static str,
    /// What it says.
    children: Children,
) -> AnyView {
    let children = children();
    match level {
        0 | 1 => view! { <h1 class=class tabindex="-1">{children}</h1> }.into_any(),
        2 => view! { <h2 class=class tabindex="-1">{children}</h2> }.into_any(),
        3 => view! { <h3 class=class>{children}</h3> }.into_any(),
        4 => view! { <h4 class=class>{children}</h4> }.into_any(),
        5 => view! { <h5 class=class>{children}</h5> }.into_any(),
        _ => view! { <h6 class=class>{children}</h6> }.into_any(),
    }
}
