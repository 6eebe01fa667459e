//! The visitor's language: messages from the catalogues in `locales/`, and numbers as it writes
//! them.

mod format;

use autengo_api::credentials::Language as ApiLanguage;
use leptos::prelude::*;

use crate::lasting::Lasting;

/// The messages, by key.
pub mod key {
    /// A message of the catalogues, in every [`Language`](super::Language).
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub struct Key(pub(super) &'static [&'static str; super::COUNT]);

    include!(concat!(env!("OUT_DIR"), "/messages.rs"));

    /// The message of a name that is only known at run time, such as `field.kilometers`.
    pub(crate) fn named(name: &str) -> Option<Key> {
        find(NAMED, name).or_else(|| on_card(name))
    }

    /// The same for what cards say, which comes with the first list.
    pub(crate) fn on_card(name: &str) -> Option<Key> {
        find(ON_CARDS, name)
    }

    fn find(known: &[(&str, Key)], name: &str) -> Option<Key> {
        known.iter().find(|(known, _)| *known == name).map(|(_, key)| *key)
    }
}

pub use key::Key;

include!(concat!(env!("OUT_DIR"), "/languages.rs"));

impl Language {
    /// Reads a language tag; another language than these is the default.
    pub fn parse(tag: &str) -> Self {
        let primary = tag.split(['-', '_']).next().unwrap_or_default();
        let spoken = Self::ALL.into_iter().find(|it| it.code().eq_ignore_ascii_case(primary));
        spoken.unwrap_or_default()
    }

    /// The message of a key.
    pub fn message(self, key: Key) -> &'static str {
        key.0[self as usize]
    }
}

/// The language that is shown, and everything that depends on it.
#[derive(Clone, Copy, Debug)]
pub struct Locale {
    language: RwSignal<Language>,
}

impl Locale {
    /// Starts in a language.
    pub fn new(language: Language) -> Self {
        Self { language: RwSignal::new(language) }
    }

    /// The language, tracked.
    pub fn language(self) -> Language {
        self.language.lasting().get()
    }

    /// The language as it is now.
    pub fn current(self) -> Language {
        self.language.get_untracked()
    }

    /// Changes the language at once.
    pub fn set_language(self, language: Language) {
        if self.language.get_untracked() != language {
            self.language.set(language);
        }
    }

    /// A message, tracked.
    pub fn message(self, key: Key) -> &'static str {
        self.language().message(key)
    }

    /// A message with its `{placeholders}` filled in, tracked.
    pub fn fill(self, key: Key, values: &[(&str, &str)]) -> String {
        fill(self.message(key), values)
    }

    /// The message for one or for several, with `{count}` filled in.
    pub fn count(self, count: u32, one: Key, other: Key) -> String {
        let number = self.number(f64::from(count), 0);
        self.fill(if count == 1 { one } else { other }, &[("count", &number)])
    }

    /// A label that the catalogues have by name: `field.kilometers`, `value.fuelType.diesel`.
    pub fn label(self, name: &str) -> Option<&'static str> {
        let language = self.language();
        key::named(name).map(|key| language.message(key))
    }

    /// The same for the values that cards show: `value.fuelType.diesel`.
    pub fn card_label(self, name: &str) -> Option<&'static str> {
        let language = self.language();
        key::on_card(name).map(|key| language.message(key))
    }
}

fn fill(message: &str, values: &[(&str, &str)]) -> String {
    values
        .iter()
        .fold(message.to_owned(), |text, (name, value)| text.replace(&format!("{{{name}}}"), value))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_the_same_in_all_languages() {
        let names = |message: &str| {
            let mut names: Vec<_> = message
                .split('{')
                .skip(1)
                .filter_map(|part| part.split_once('}'))
                .map(|(name, _)| name.to_owned())
                .collect();
            names.sort_unstable();
            names
        };
        for texts in key::ALL {
            for text in texts {
                assert_eq!(names(text), names(texts[0]), "{texts:?}");
                assert!(!text.trim().is_empty(), "{texts:?}");
            }
        }
    }

    #[test]
    fn names_are_found_and_others_are_not() {
        let key = key::named("field.kilometers").expect("a field's label");
        assert_eq!(Language::De.message(key), "Kilometerstand");
        assert_eq!(key::named("field.dealerPrice"), None);
        let fuel = "value.fuelType.diesel";
        assert!(key::on_card(fuel).is_some() && key::named(fuel) == key::on_card(fuel));
    }

    #[test]
    fn every_column_that_can_be_filtered_by_has_a_name() {
        for column in autengo_api::column::Column::ALL {
            let name = column.name();
            assert!(key::named(&format!("field.{name}")).is_some(), "locales/: field.{name}");
        }
    }

    #[test]
    fn language_tags_fall_back_to_the_default() {
        assert_eq!(Language::parse("en-US"), Language::En);
        assert_eq!(Language::parse("de-AT"), Language::De);
        assert_eq!(Language::parse("english"), Language::De);
        assert_eq!(Language::parse("xx"), Language::De);
    }

    #[test]
    fn placeholders_are_filled() {
        assert_eq!(fill("{a} von {b}", &[("a", "1"), ("b", "2")]), "1 von 2");
    }
}
