//! The LHS-bracket query format of npm `qs`, which the API and the page's URL share
//! (reference, "Introduction" and "Filter and Search").
//!
//! [`encode`] writes, through `serde_qs`, as `qs.stringify` does with `arrayFormat: 'brackets'`;
//! [`decode`] reads as `qs.parse` does with its default options. Both are held against `qs` 6.17.1
//! itself; what differs, and why, is this:
//!
//! | | `qs` | here |
//! |---|---|---|
//! | half of a surrogate pair in a text | stays; written as `%EF%BF%BD` | a Rust text has none: U+FFFD from the start |
//! | an index above 2^53 - 1, such as `a[9007199254740993]` | the nearest double, if it prints the same | a key like any other |
//!
//! ```
//! use autengo_api::qs::{self, Tree};
//!
//! let tree = qs::decode("and[kilometers][]=>=|25000&search=titanium");
//! assert_eq!(tree.get("search").and_then(Tree::as_text), Some("titanium"));
//! assert_eq!(qs::encode(&tree), "and%5Bkilometers%5D%5B%5D=%3E%3D%7C25000&search=titanium");
//! ```

mod decode;
mod json;
mod node;

use serde::{Serialize, Serializer};

pub use decode::{ARRAY_LIMIT, decode, first_key, is_below};

/// The keys of an object with their values, in the order of their first appearance. Objects of a
/// query have few keys: looking through them costs less than a map, in time and in code.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entries<T>(Vec<(String, T)>);

impl<T> Default for Entries<T> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<T> Entries<T> {
    /// The value of a key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&T> {
        self.iter().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// The keys with their values.
    pub fn iter(&self) -> std::slice::Iter<'_, (String, T)> {
        self.0.iter()
    }

    /// The keys.
    pub fn keys(&self) -> impl Iterator<Item = &String> {
        self.iter().map(|(key, _)| key)
    }

    /// The values.
    pub fn values(&self) -> impl Iterator<Item = &T> {
        self.iter().map(|(_, value)| value)
    }

    fn get_mut(&mut self, key: &str) -> Option<&mut T> {
        self.0.iter_mut().find(|(known, _)| known == key).map(|(_, value)| value)
    }

    /// Gives a key its value, in the place of the one it had.
    fn set(&mut self, key: String, value: T) {
        match self.get_mut(&key) {
            Some(known) => *known = value,
            None => self.0.push((key, value)),
        }
    }
}

impl<'a, T> IntoIterator for &'a Entries<T> {
    type Item = &'a (String, T);
    type IntoIter = std::slice::Iter<'a, (String, T)>;

    fn into_iter(self) -> Self::IntoIter {
        self.iter()
    }
}

impl<T> IntoIterator for Entries<T> {
    type Item = (String, T);
    type IntoIter = std::vec::IntoIter<(String, T)>;

    fn into_iter(self) -> Self::IntoIter {
        self.0.into_iter()
    }
}

impl<T> FromIterator<(String, T)> for Entries<T> {
    fn from_iter<I: IntoIterator<Item = (String, T)>>(entries: I) -> Self {
        Self(entries.into_iter().collect())
    }
}

/// A value of the query language: what `qs.parse` gives.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Tree {
    /// A value; every value of a query string is text.
    Text(String),
    /// `a[]=1&a[]=2`
    List(Vec<Tree>),
    /// `a[b]=1`, in the order of the keys' first appearance.
    Map(Entries<Tree>),
}

impl Tree {
    /// The value below `key`, if this is an object that has it.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        match self {
            Self::Map(map) => map.get(key),
            Self::Text(_) | Self::List(_) => None,
        }
    }

    /// The text, if this is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::List(_) | Self::Map(_) => None,
        }
    }

    /// The texts of a value or of an array; `qs` turns arrays with large indexes into objects, so
    /// an object whose keys are all numbers counts as an array too.
    ///
    /// Elements that are no texts are left out.
    pub fn texts(&self) -> impl Iterator<Item = &str> {
        let (one, many): (_, Vec<&Self>) = match self {
            Self::Text(_) => (Some(self), Vec::new()),
            Self::List(list) => (None, list.iter().collect()),
            Self::Map(map) if map.keys().all(|key| index(key).is_some()) => {
                (None, map.values().collect())
            }
            Self::Map(_) => (None, Vec::new()),
        };
        one.into_iter().chain(many).filter_map(Self::as_text)
    }
}

impl Tree {
    /// Whether nothing is written of it: no text stands anywhere in it.
    fn is_blank(&self) -> bool {
        match self {
            Self::Text(_) => false,
            Self::List(list) => list.iter().all(Self::is_blank),
            Self::Map(map) => map.values().all(Self::is_blank),
        }
    }

    /// Whether [`Tree::texts`] has all of it.
    #[must_use]
    pub fn is_texts(&self) -> bool {
        let is_text = |tree: &Self| tree.as_text().is_some();
        match self {
            Self::Text(_) => true,
            Self::List(list) => list.iter().all(is_text),
            Self::Map(map) => map.iter().all(|(key, tree)| index(key).is_some() && is_text(tree)),
        }
    }
}

impl From<&str> for Tree {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl<'a> FromIterator<(&'a str, Tree)> for Tree {
    fn from_iter<I: IntoIterator<Item = (&'a str, Tree)>>(entries: I) -> Self {
        let entries = entries.into_iter();
        Self::Map(entries.map(|(key, value)| (key.to_owned(), value)).collect())
    }
}

impl Serialize for Tree {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        match self {
            Self::Text(text) => serializer.serialize_str(text),
            Self::List(list) => serializer.collect_seq(list),
            Self::Map(map) => serializer.collect_map(map.iter().map(|(key, value)| (key, value))),
        }
    }
}

/// Writes a tree as `qs.stringify` does with `arrayFormat: 'brackets'`: brackets percent-encoded,
/// keys in order, empty arrays and objects left out. A text has no keys and is written as nothing.
#[must_use]
pub fn encode(tree: &Tree) -> String {
    if tree.is_blank() || tree.as_text().is_some() {
        return String::new();
    }
    // How deep a tree is, is for whoever made it to limit.
    let config = serde_qs::Config::new().use_form_encoding(true).max_depth(usize::MAX);
    let query = config.serialize_string(&Written { tree, is_root: true });
    // Forms and RFC 3986 disagree on two characters. Objects of texts, which is all that is written
    // here, are what `serde_qs` cannot refuse.
    query.unwrap_or_default().replace("%7E", "~").replace('*', "%2A")
}

/// A tree as `serde_qs` is to write it: an array is an object whose keys are all empty, as
/// `a[]=1&a[]=2` has it, or, at the root, its indexes.
struct Written<'a> {
    tree: &'a Tree,
    is_root: bool,
}

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let below = |tree| Written { tree, is_root: false };
        match self.tree {
            Tree::Text(text) => serializer.serialize_str(text),
            Tree::List(list) => {
                let items = list.iter().enumerate().filter(|(_, item)| !item.is_blank());
                serializer.collect_map(items.map(|(at, item)| {
                    (if self.is_root { at.to_string() } else { String::new() }, below(item))
                }))
            }
            Tree::Map(map) => {
                let entries = map.iter().filter(|(_, value)| !value.is_blank());
                serializer.collect_map(entries.map(|(key, value)| (key, below(value))))
            }
        }
    }
}

/// The number that an index is, if it is written as one: no sign, no leading zero.
fn index(key: &str) -> Option<u64> {
    /// The largest whole number up to which a double, JavaScript's number, has them all.
    const MAX_SAFE: u64 = (1 << 53) - 1;
    let canonical = key == "0" || key.starts_with(|first| ('1'..='9').contains(&first));
    key.parse().ok().filter(|index| canonical && *index <= MAX_SAFE)
}
