//! Small drawings beside words.

use leptos::prelude::*;

use super::{Element, drawn};

/// What is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Symbol {
    /// Sliders.
    Filter,
    /// A magnifying glass.
    Search,
    /// A cross.
    Close,
    /// An arrow to the left.
    Back,
    /// A tick.
    Done,
    /// A heart.
    Heart,
}

impl Symbol {
    const fn path(self) -> &'static str {
        match self {
            Self::Filter => "M4 7h9m5 0h2M4 17h2m5 0h9M13 4.5v5M6 14.5v5",
            Self::Search => "M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13Zm4.8-1.7L20 20",
            Self::Close => "M6 6l12 12M18 6 6 18",
            Self::Back => "M19 12H5m6-6-6 6 6 6",
            Self::Done => "m5 13 4.5 4.5L19 7",
            Self::Heart => {
                "M12 20S4 15.2 4 9.4A4.4 4.4 0 0 1 12 6.8a4.4 4.4 0 0 1 8 2.6C20 15.2 12 20 12 20Z"
            }
        }
    }
}

/// A drawing that says nothing that the words beside it do not say.
#[component]
pub fn Icon(
    /// What is drawn.
    symbol: Symbol,
) -> AnyView {
    icon(symbol).into_any()
}

/// The same among elements.
pub(super) fn icon(symbol: Symbol) -> Element {
    drawn("svg")
        .class("icon")
        .attr("viewBox", "0 0 24 24")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .with(drawn("path").attr("d", symbol.path()))
}
