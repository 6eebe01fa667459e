//! What is seen: elements that are given what they show and say what was done. Nothing here asks
//! the API or knows the URL.

mod card;
mod chips;
pub mod dom;
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
mod share;
mod silhouette;
mod skeleton;
mod typing;
mod words;

pub use card::{Card, CardContent};
pub use chips::{ChipContent, Chips};
pub use energy::{EnergyLines, energy, energy_lines};
pub use facet::{CountOf, FacetList, FacetOption, Switch};
pub use fold::Fold;
pub use gallery::Gallery;
pub use heart::Heart;
pub use icon::{Symbol, icon};
pub use items::Items;
pub use label::EnergyLabel;
pub use language::LanguageSwitch;
pub use link::link;
pub use message::{Contact, Message, Notice, Retry};
pub use pager::{Pager, PagerEntry};
pub use range::{RangeFields, RangeStep};
pub use share::Share;
pub use skeleton::Skeleton;
pub use typing::Era;
pub use words::WordField;
