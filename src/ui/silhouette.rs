//! A drawing in the place of a picture: the body of the car in its colour.

use super::dom::{self, Element};
use super::paint::paint;

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
        let name = name.to_ascii_lowercase();
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
                "M30 120c-8 0-13-4-13-12 0-14 3-21 13-24 14-4 30-6 46-8 14-13 27-23 39-29 9-5 20-7 37-7h38c20 0 34 3 45 10 14 9 25 20 33 31 10 3 17 8 19 16 2 6 2 7 2 12 0 7-4 11-11 11Z M97 77l60-1-3-27c-15 0-24 2-31 6-9 5-18 12-26 22Z M166 49l3 27 68-1c-7-9-14-15-22-20-8-4-17-6-30-6Z"
            }
            Self::Saloon => {
                "M24 120c-8 0-12-4-12-12 0-14 2-20 12-23 18-5 40-7 62-9 18-13 33-22 46-28 9-4 21-6 37-6h16c22 0 37 4 51 13 11 7 20 14 27 20 22 1 36 5 41 12 4 6 5 13 5 22 0 7-4 11-11 11Z M107 76l56-1-3-25c-14 0-22 2-29 5-8 4-16 11-24 21Z M172 50l3 25 66-2c-8-7-15-12-22-16-9-5-18-7-31-7Z"
            }
            Self::Estate => {
                "M24 120c-8 0-12-4-12-12 0-14 2-20 12-23 18-5 40-7 62-9 18-13 32-22 45-28 9-4 21-6 37-6h76c16 0 27 3 34 11 8 10 14 20 18 32 6 4 8 9 8 16v7c0 8-4 12-11 12Z M107 76l50-1-3-25c-11 0-18 2-25 5-8 4-15 11-22 21Z M166 50l3 25 48-1-3-24Z M224 50l3 24 45-1c-4-8-7-13-11-17-4-5-9-6-17-6Z"
            }
            Self::Suv => {
                "M26 120c-8 0-13-4-13-12 0-17 2-28 12-32 16-6 36-8 56-10 16-14 29-24 41-30 8-4 18-5 34-5h76c16 0 28 3 36 11 9 9 16 19 21 30 10 4 15 11 15 20v16c0 8-4 12-12 12Z M104 67l52-1-3-27c-12 0-20 2-27 6-8 4-15 12-22 22Z M166 39l3 27 50-1-3-26Z M227 39l3 26 42-1c-4-8-8-13-13-18-5-6-11-7-19-7Z"
            }
            Self::Coupe => {
                "M22 120c-8 0-12-4-12-11 0-12 3-18 13-21 20-6 46-9 74-11 18-12 34-20 48-25 10-3 20-5 34-5 22 0 40 5 54 13 12 7 20 13 26 18 24 1 38 6 44 12 4 5 5 10 5 18 0 8-4 12-11 12Z M122 77l64-1-4-19c-12 0-20 1-28 4-11 4-22 9-32 16Z M195 57l4 19 44-1c-6-5-12-9-18-12-9-4-18-6-30-6Z"
            }
            Self::Van => {
                "M26 120c-8 0-13-4-13-12 0-22 4-36 14-44 16-12 28-22 38-30 8-7 16-9 30-9h176c20 0 28 8 28 26v57c0 8-4 12-12 12Z M48 66l52-1-3-27c-10 0-16 2-22 7-8 6-17 13-27 21Z M110 38l3 27 54-1v-26Z M177 38v26h52v-26Z M239 38v26h46v-12c0-10-4-14-14-14Z"
            }
        }
    }
}

/// A car that is not pictured, by what its body type and its colour are called.
pub(super) fn silhouette(body: &str, colour: &str) -> Element {
    let circle =
        |class, cx, r| dom::circle().class(class).attr("cx", cx).attr("cy", "116").attr("r", r);
    dom::svg()
        .class("silhouette")
        .attr("viewBox", "-20 -30 360 210")
        .attr("aria-hidden", "true")
        .attr("focusable", "false")
        .child(
            dom::ellipse()
                .class("silhouette__ground")
                .attr("cx", "158")
                .attr("cy", "137")
                .attr("rx", "160")
                .attr("ry", "9"),
        )
        .child(dom::path().attr("fill", paint(colour)).attr("d", Body::of(body).path()))
        .child(circle("silhouette__tyre", "76", "25"))
        .child(circle("silhouette__rim", "76", "13"))
        .child(circle("silhouette__tyre", "236", "25"))
        .child(circle("silhouette__rim", "236", "13"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_both_languages_choose_the_body() {
        assert_eq!(Body::of("SUV/Geländewagen"), Body::Suv);
        assert_eq!(Body::of("Estate car"), Body::Estate);
        assert_eq!(Body::of("Limousine"), Body::Saloon);
        assert_eq!(Body::of(""), Body::Saloon);
    }
}
