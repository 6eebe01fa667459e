//! What is seen: elements that are given what they show and say what was done. Nothing here asks
//! the API or knows the URL.

mod card;
mod chips;
mod dynamic;
mod element;
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
mod typing;
mod words;

pub use card::{Card, CardContent};
pub use chips::{ChipContent, Chips};
pub use dynamic::{
    Entry, Maybe, Part, Text, always, effect, entries, flag, maybe, message, part, places, state,
    text,
};
pub use element::{Element, button, drawn, element};
pub use energy::{EnergyLines, energy, energy_lines};
pub use facet::{CountOf, FacetList, FacetOption, Switch};
pub use fold::Fold;
pub use gallery::Gallery;
pub use heart::Heart;
pub use icon::{Icon, Symbol, icon};
pub use items::Items;
pub use label::EnergyLabel;
pub use language::LanguageSwitch;
pub use link::{Link, link};
pub use message::{Contact, Message, Notice, Retry};
pub use pager::{Pager, PagerEntry};
pub use paint::Paint;
pub use range::{RangeFields, RangeStep};
pub use seen::seen;
pub use share::Share;
pub use skeleton::Skeleton;
pub use typing::Era;
pub use words::WordField;

use leptos::children::Children;
use leptos::component;
use leptos::prelude::{AnyView, IntoAny};

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
    heading(level).class(class).view(children()).into_any()
}

/// An empty one.
pub fn heading(level: u8) -> Element {
    let tag = ["h1", "h2", "h3", "h4", "h5", "h6"][usize::from(level.clamp(1, 6)) - 1];
    let heading = element(tag);
    // The title of a page takes the focus when the page is opened.
    if level < 3 { heading.attr("tabindex", "-1") } else { heading }
}
