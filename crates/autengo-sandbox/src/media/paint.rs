//! What the colours of the reference look like.

/// A paint under studio light.
#[derive(Clone, Copy, Debug)]
pub(super) struct Paint {
    pub(super) colour: &'static str,
    /// Of the gaps between panels.
    pub(super) seam: &'static str,
    /// How much light lies on the roof, 0 to 1.
    pub(super) gloss: &'static str,
    /// How dark it is at the sill, 0 to 1.
    pub(super) depth: &'static str,
}

const fn paint(colour: &'static str, seam: &'static str) -> Paint {
    Paint { colour, seam, gloss: ".34", depth: ".34" }
}

/// The paint of that `colorId`; of an unknown one a light grey.
pub(super) fn of(colour: Option<u8>) -> Paint {
    match colour {
        Some(1) => paint("#24272c", "#0b0d0f"),
        Some(2) => paint("#5a4032", "#2f2019"),
        Some(3) => paint("#cdbb9c", "#8d7d62"),
        Some(4) => paint("#b8954a", "#77602d"),
        Some(5) => paint("#6d747b", "#3d4348"),
        Some(6) => paint("#2f5a45", "#173325"),
        Some(7) => paint("#1f4e8c", "#0f2c54"),
        Some(8) => paint("#d9661f", "#8a3d0d"),
        Some(9) => paint("#b21e27", "#6a0d13"),
        Some(10) => paint("#b9c0c6", "#7d858b"),
        Some(11) => paint("#5b3a78", "#331d47"),
        Some(12) => Paint { gloss: ".3", depth: ".24", ..paint("#f0f2f3", "#a4abb0") },
        Some(13) => paint("#e3b81c", "#95770b"),
        _ => paint("#7f9a9e", "#4c6063"),
    }
}
