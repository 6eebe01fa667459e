//! Colours, by the words for them: the API has no table of its numbers.

use super::dom::{self, Element};

/// The paint of the words for colours.
pub(super) fn paint(name: &str) -> &'static str {
    const PAINTS: [(&[&str], &str); 14] = [
        (&["schwarz", "black"], "#2b2f36"),
        (&["weiß", "weiss", "white"], "#e9ecef"),
        (&["silber", "silver"], "#b9c0c8"),
        (&["grau", "grey", "gray", "anthra"], "#6f7884"),
        (&["hellblau", "light blue"], "#6ea8d8"),
        (&["blau", "blue"], "#2f5fa8"),
        (&["rot", "red", "bordeaux"], "#b3282d"),
        (&["grün", "green"], "#3b7a57"),
        (&["gelb", "yellow"], "#e3b92f"),
        (&["orange"], "#d9772b"),
        (&["braun", "brown", "bronze"], "#6f4e37"),
        (&["beige", "gold"], "#c8b48a"),
        (&["violett", "purple", "lila"], "#6b4a8c"),
        (&["pink", "rosa"], "#cf7a9c"),
    ];
    let name = name.to_ascii_lowercase();
    let found = PAINTS.iter().find(|(words, _)| words.iter().any(|word| name.contains(word)));
    found.map_or("#8a94a0", |(_, paint)| *paint)
}

/// A patch of the colour of a name.
pub(super) fn patch(name: &str) -> Element {
    dom::svg()
        .class("paint")
        .attr("viewBox", "0 0 20 20")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(
            dom::circle()
                .attr("cx", "10")
                .attr("cy", "10")
                .attr("r", "9.5")
                .attr("fill", paint(name)),
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_both_languages_choose_the_paint() {
        assert_eq!(paint("Blau"), paint("blue"));
        assert_ne!(paint("Hellblau"), paint("Blau"));
        assert_eq!(paint("?"), "#8a94a0");
    }
}
