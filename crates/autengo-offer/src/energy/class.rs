//! The CO₂ classes of § 3a.

/// A CO₂ class, the best first. There is no A+.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// 0 g/km
    A,
    /// 1 to 95 g/km
    B,
    /// 96 to 115 g/km
    C,
    /// 116 to 135 g/km
    D,
    /// 136 to 155 g/km
    E,
    /// 156 to 175 g/km
    F,
    /// 176 g/km and more
    G,
}

impl Class {
    /// The classes, from A to G.
    pub const ALL: [Self; 7] = [Self::A, Self::B, Self::C, Self::D, Self::E, Self::F, Self::G];

    /// The most grams for a kilometre in each class but the last.
    const LIMITS: [f64; 6] = [0.0, 95.0, 115.0, 135.0, 155.0, 175.0];

    /// The class of so many grams of CO₂ for a kilometre.
    #[must_use]
    pub fn of_co2(grams: f64) -> Self {
        let above = Self::LIMITS.iter().filter(|limit| grams.round() > **limit).count();
        Self::ALL[above]
    }

    /// Reads a letter; `A+` and its like are no classes of this law.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|class| class.letter().eq_ignore_ascii_case(text))
    }

    /// `A` to `G`
    #[must_use]
    pub const fn letter(self) -> &'static str {
        ["A", "B", "C", "D", "E", "F", "G"][self as usize]
    }
}
