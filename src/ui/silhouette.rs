//! A drawing in the place of a picture: the body of the car in its colour.

use leptos::prelude::*;

/// The outline of a body, seen from the side.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Body {
    Hatchback,
    Saloon,
    Estate,
    Suv,
    Coupe,
    Van,
}

impl Body {
    /// By the words for body types, as the API has no table of its numbers.
    fn of(name: &str) -> Self {
        let name = name.to_lowercase();
        let has = |words: &[&str]| words.iter().any(|word| name.contains(word));
        if has(&["kombi", "estate", "wagon"]) {
            Self::Estate
        } else if has(&["suv", "gelände", "off-road", "pickup"]) {
            Self::Suv
        } else if has(&["cabrio", "roadster", "coup", "sport", "convertible"]) {
            Self::Coupe
        } else if has(&["van", "bus", "transporter", "wohn", "kasten", "motorhome", "camper"]) {
            Self::Van
        } else if has(&["klein", "small", "kompakt", "compact", "hatch"]) {
            Self::Hatchback
        } else {
            Self::Saloon
        }
    }

    const fn path(self) -> &'static str {
        match self {
            Self::Hatchback => {
                "M30 118c-8 0-12-4-12-14 0-18 6-24 26-27l22-4 34-32c6-5 12-7 22-7h66c12 0 19 3 26 11l24 28 26 5c14 3 18 12 18 26 0 10-4 14-12 14Z"
            }
            Self::Saloon => {
                "M24 118c-8 0-12-4-12-14 0-16 6-22 24-24l34-5 38-30c6-5 12-7 22-7h54c12 0 20 3 28 10l30 27 40 5c14 2 20 10 20 24 0 10-4 14-12 14Z"
            }
            Self::Estate => {
                "M24 118c-8 0-12-4-12-14 0-16 6-22 24-24l30-5 36-32c6-5 12-7 22-7h112c12 0 20 4 26 14l20 34c8 4 10 10 10 20 0 10-4 14-12 14Z"
            }
            Self::Suv => {
                "M26 118c-8 0-12-4-12-16 0-22 6-28 24-31l26-4 34-36c6-6 12-8 22-8h96c14 0 22 4 28 13l24 34c14 3 20 12 20 32 0 12-4 16-12 16Z"
            }
            Self::Coupe => {
                "M22 118c-8 0-12-4-12-13 0-14 6-20 24-22l44-6 40-24c8-5 14-7 24-7h24c14 0 26 3 40 11l36 20 32 6c12 2 16 10 16 22 0 9-4 13-12 13Z"
            }
            Self::Van => {
                "M26 118c-8 0-12-4-12-18 0-24 8-34 20-44l30-30c6-6 12-8 22-8h168c14 0 20 8 20 22v64c0 10-4 14-12 14Z"
            }
        }
    }
}

/// The paint of the words for colours.
fn paint(name: &str) -> &'static str {
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
    let name = name.to_lowercase();
    let found = PAINTS.iter().find(|(words, _)| words.iter().any(|word| name.contains(word)));
    found.map_or("#8a94a0", |(_, paint)| *paint)
}

/// A car that is not pictured.
#[component]
pub fn Silhouette(
    /// What its body type is called.
    body: String,
    /// What its colour is called.
    colour: String,
) -> impl IntoView {
    view! {
        <svg class="silhouette" viewBox="-20 -30 360 210" aria-hidden="true" focusable="false">
            <ellipse class="silhouette__ground" cx="158" cy="137" rx="160" ry="9" data-colour=paint(&colour) />
            <path fill=paint(&colour) d=Body::of(&body).path() />
            <circle class="silhouette__tyre" cx="76" cy="116" r="25" data-colour=paint(&colour) />
            <circle class="silhouette__rim" cx="76" cy="116" r="13" data-colour=paint(&colour) />
            <circle class="silhouette__tyre" cx="236" cy="116" r="25" data-colour=paint(&colour) />
            <circle class="silhouette__rim" cx="236" cy="116" r="13" data-colour=paint(&colour) />
        </svg>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_both_languages_choose_body_and_paint() {
        assert_eq!(Body::of("SUV/Geländewagen"), Body::Suv);
        assert_eq!(Body::of("Estate car"), Body::Estate);
        assert_eq!(Body::of("Limousine"), Body::Saloon);
        assert_eq!(Body::of(""), Body::Saloon);
        assert_eq!(paint("Blau"), paint("blue"));
        assert_ne!(paint("Hellblau"), paint("Blau"));
        assert_eq!(paint("?"), "#8a94a0");
    }
}
