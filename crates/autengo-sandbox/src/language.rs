//! The language of an answer (reference, "Internationalization").

/// A language that the API speaks.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Language {
    /// `de`, the default.
    #[default]
    German,
    /// `en`
    English,
}

impl Language {
    /// Both.
    pub const ALL: [Self; 2] = [Self::German, Self::English];

    /// The language that an `Accept-Language` header likes best, among those there are.
    #[must_use]
    pub fn accepted(header: &str) -> Self {
        let mut best = (0.0, Self::default());
        for item in header.split(',') {
            let mut parts = item.split(';').map(str::trim);
            let tag = parts.next().unwrap_or_default();
            let primary = tag.split('-').next().unwrap_or_default();
            let language = match primary.to_ascii_lowercase().as_str() {
                "de" => Self::German,
                "en" => Self::English,
                _ => continue,
            };
            let quality = parts
                .find_map(|part| part.strip_prefix("q="))
                .map_or(Some(1.0), |quality| quality.parse().ok())
                .unwrap_or(0.0);
            if quality > best.0 {
                best = (quality, language);
            }
        }
        best.1
    }

    /// The one of two texts that is in this language.
    pub fn choose<T>(self, german: T, english: T) -> T {
        match self {
            Self::German => german,
            Self::English => english,
        }
    }

    /// `de` or `en`
    #[must_use]
    pub fn code(self) -> &'static str {
        self.choose("de", "en")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_best_liked_known_language_is_taken_and_german_without_one() {
        let cases = [
            ("", Language::German),
            ("en", Language::English),
            ("de", Language::German),
            ("en-US,en;q=0.9,de;q=0.8", Language::English),
            ("fr,de;q=0.4,en;q=0.7", Language::English),
            ("fr", Language::German),
            ("EN", Language::English),
            ("en;q=0", Language::German),
            ("en;q=nonsense,de;q=0.1", Language::German),
            (";;;,,", Language::German),
        ];
        for (header, expected) in cases {
            assert_eq!(Language::accepted(header), expected, "{header:?}");
        }
    }
}
