//! The LHS-bracket query format of npm `qs`, which the API and the page's URL share
//! (reference, "Introduction" and "Filter and Search").
//!
//! [`encode`] writes through `serde_qs`. [`decode`] follows `qs.parse` with its default options
//! itself: `serde_qs` reads what well-behaved programs write, but answers a link that somebody
//! shortened, re-encoded or typed with an error for the whole query, and a visitor's link must
//! never fail.

use percent_encoding::percent_decode_str;
use serde::{Serialize, Serializer};

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

    fn push(&mut self, key: String, value: T) {
        self.0.push((key, value));
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
            Self::Map(map) if map.keys().all(|key| is_index(key)) => (None, map.values().collect()),
            Self::Map(_) => (None, Vec::new()),
        };
        one.into_iter().chain(many).filter_map(Self::as_text)
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

/// Writes a value as `qs.stringify` does with `arrayFormat: 'brackets'`: brackets percent-encoded,
/// keys in order, empty arrays and absent values left out.
///
/// # Errors
/// Only if a value has no place in a query string, such as bytes or an array inside an array.
pub fn encode<T: Serialize>(value: &T) -> Result<String, serde_qs::Error> {
    let text = serde_qs::Config::new()
        .use_form_encoding(true)
        .array_format(serde_qs::ArrayFormat::EmptyIndexed)
        .serialize_string(value)?;
    if text == "=" {
        return Ok(String::new()); // an object without keys
    }
    // The one character that `encodeURIComponent` leaves alone and `serde_qs` does not.
    Ok(text.replace("%7E", "~"))
}

/// Reads a query as `qs.parse` does with its default options. Never fails: what makes no sense
/// stays in the tree as text. A leading `?` belongs to the first key, as it does in `qs`.
#[must_use]
pub fn decode(query: &str) -> Tree {
    let mut root = Node::Map(Entries::default());
    for (key, value) in pairs(query) {
        let Some(mut path) = segments(&key) else {
            continue;
        };
        // More values than an array holds are an object already: `[]` adds nothing to it.
        if matches!(value, Node::Map(_)) && path.last() == Some(&Segment::Append) {
            path.pop();
        }
        root.merge(path.iter().rev().fold(value, |leaf, segment| segment.wrap(leaf)));
    }
    root.into_tree()
}

/// How many values `qs` keeps in an array (its option `arrayLimit`); more become an object.
pub const ARRAY_LIMIT: usize = 20;
/// How many brackets `qs` follows below the first key (its option `depth`).
const DEPTH: usize = 5;
/// How many pairs `qs` reads (its option `parameterLimit`).
const PARAMETER_LIMIT: usize = 1000;

/// The decoded pairs of a query; values of the same key stand together at its first place.
fn pairs(query: &str) -> Entries<Node> {
    let clean =
        query.replace("%5B", "[").replace("%5b", "[").replace("%5D", "]").replace("%5d", "]");
    let mut pairs = Entries::default();
    for part in clean.split('&').take(PARAMETER_LIMIT) {
        let split = part.find("]=").map(|at| at + 1).or_else(|| part.find('='));
        let (key, value) = split.map_or((part, ""), |at| (&part[..at], &part[at + 1..]));
        let value = Node::Text(unescape(value));
        let key = unescape(key);
        match pairs.get_mut(&key) {
            Some(known) => Node::append(known, value),
            None => pairs.push(key, value),
        }
    }
    pairs
}

/// The key of a raw pair up to its first bracket: `cars` of `cars%5Bsearch%5D=x`.
#[must_use]
pub fn first_key(pair: &str) -> String {
    let key = unescape(pair.split('=').next().unwrap_or_default());
    let end = key.find('[').unwrap_or(key.len());
    key[..end].to_owned()
}

/// `decodeURIComponent` with `+` for a space; a text that is no valid encoding stays as it is.
fn unescape(text: &str) -> String {
    let text = text.replace('+', " ");
    let valid = text
        .split('%')
        .skip(1)
        .all(|after| after.len() >= 2 && after.as_bytes()[..2].iter().all(u8::is_ascii_hexdigit));
    let decoded = percent_decode_str(&text).decode_utf8();
    match decoded {
        Ok(decoded) if valid => decoded.into_owned(),
        _ => text,
    }
}

/// One step of a key such as `and[price][]`.
#[derive(Debug, PartialEq, Eq)]
enum Segment {
    /// `[]`
    Append,
    /// `[3]`, below the limit of an array
    Index(usize),
    /// anything else
    Key(String),
}

impl Segment {
    fn bracketed(content: &str) -> Self {
        if content.is_empty() {
            return Self::Append;
        }
        match content.parse::<usize>() {
            Ok(index) if index < ARRAY_LIMIT && index.to_string() == content => Self::Index(index),
            _ => Self::Key(content.to_owned()),
        }
    }

    fn wrap(&self, leaf: Node) -> Node {
        match self {
            Self::Append => match leaf {
                list @ Node::List(_) => list,
                one => Node::List(vec![Some(one)]),
            },
            Self::Index(index) => {
                let mut list: Vec<Option<Node>> = (0..*index).map(|_| None).collect();
                list.push(Some(leaf));
                Node::List(list)
            }
            Self::Key(key) => Node::Map(Entries(vec![(key.clone(), leaf)])),
        }
    }
}

/// Splits a key at its brackets; `None` for a key that would reach a JavaScript object's own
/// methods, which `qs` drops.
fn segments(key: &str) -> Option<Vec<Segment>> {
    const RESERVED: [&str; 12] = [
        "__defineGetter__",
        "__defineSetter__",
        "__lookupGetter__",
        "__lookupSetter__",
        "__proto__",
        "constructor",
        "hasOwnProperty",
        "isPrototypeOf",
        "propertyIsEnumerable",
        "toLocaleString",
        "toString",
        "valueOf",
    ];
    if key.is_empty() {
        return None;
    }
    let mut rest = key.find('[').map_or("", |at| &key[at..]);
    let parent = &key[..key.len() - rest.len()];
    let mut segments = Vec::new();
    if !parent.is_empty() {
        if RESERVED.contains(&parent) {
            return None;
        }
        segments.push(Segment::Key(parent.to_owned()));
    }
    for _ in 0..DEPTH {
        if rest.is_empty() {
            return Some(segments);
        }
        let Some(close) = closing_bracket(rest) else {
            break;
        };
        let content = &rest[1..close];
        if RESERVED.contains(&content) {
            return None;
        }
        segments.push(Segment::bracketed(content));
        let after = &rest[close + 1..];
        rest = after.find('[').map_or("", |at| &after[at..]);
    }
    if !rest.is_empty() {
        segments.push(Segment::Key(rest.to_owned()));
    }
    Some(segments)
}

/// The place of the bracket that closes the one `text` starts with.
fn closing_bracket(text: &str) -> Option<usize> {
    let mut open = 0_usize;
    text.bytes().position(|byte| {
        match byte {
            b'[' => open += 1,
            b']' => open -= 1,
            _ => {}
        }
        open == 0
    })
}

/// A tree under construction: its arrays may have holes until every pair is read.
enum Node {
    Text(String),
    List(Vec<Option<Node>>),
    Map(Entries<Node>),
}

impl Node {
    /// Adds a value to the values of the same key.
    fn append(&mut self, value: Self) {
        match self {
            Self::List(list) => list.push(Some(value)),
            Self::Map(map) => {
                let next = next_index(map);
                map.push(next.to_string(), value);
            }
            Self::Text(_) => {
                let first = std::mem::replace(self, Self::List(Vec::new()));
                *self = Self::List(vec![Some(first), Some(value)]);
            }
        }
        self.limit();
    }

    /// `qs`' way of joining what two keys say of the same place.
    fn merge(&mut self, other: Self) {
        match other {
            Self::Text(text) if text.is_empty() => {}
            text @ Self::Text(_) => match self {
                // An object met by a value: both are kept, side by side.
                Self::Map(map) if !map.keys().all(|key| is_index(key)) => {
                    let object = std::mem::replace(self, Self::List(Vec::new()));
                    *self = Self::List(vec![Some(object), Some(text)]);
                }
                _ => self.append(text),
            },
            Self::List(items) => match self {
                Self::Text(_) => {
                    let first = std::mem::replace(self, Self::List(Vec::new()));
                    *self = Self::List(std::iter::once(Some(first)).chain(items).collect());
                    self.limit();
                }
                Self::List(list) => {
                    for (at, item) in items.into_iter().enumerate() {
                        let Some(item) = item else { continue };
                        Self::put(list, at, item);
                    }
                    self.limit();
                }
                Self::Map(map) => {
                    for (at, item) in items.into_iter().enumerate() {
                        let Some(item) = item else { continue };
                        Self::set(map, at.to_string(), item);
                    }
                }
            },
            Self::Map(entries) => {
                match self {
                    Self::Text(_) => {
                        let first = std::mem::replace(self, Self::List(Vec::new()));
                        *self = Self::List(vec![Some(first), Some(Self::Map(entries))]);
                        return;
                    }
                    Self::List(_) => self.turn_into_map(),
                    Self::Map(_) => {}
                }
                if let Self::Map(map) = self {
                    for (key, value) in entries {
                        Self::set(map, key, value);
                    }
                }
            }
        }
    }

    fn put(list: &mut Vec<Option<Self>>, at: usize, item: Self) {
        while list.len() <= at {
            list.push(None);
        }
        match &mut list[at] {
            hole @ None => *hole = Some(item),
            Some(known) if !known.is_text() && !item.is_text() => known.merge(item),
            Some(_) => list.push(Some(item)),
        }
    }

    fn set(map: &mut Entries<Self>, key: String, value: Self) {
        match map.get_mut(&key) {
            Some(known) => known.merge(value),
            None => map.push(key, value),
        }
    }

    /// Past its limit an array becomes an object with the indexes as keys.
    fn limit(&mut self) {
        if let Self::List(list) = self
            && list.iter().flatten().count() > ARRAY_LIMIT
        {
            self.turn_into_map();
        }
    }

    fn turn_into_map(&mut self) {
        if let Self::List(list) = self {
            let entries = std::mem::take(list).into_iter().enumerate();
            *self =
                Self::Map(entries.filter_map(|(at, item)| Some((at.to_string(), item?))).collect());
        }
    }

    fn is_text(&self) -> bool {
        matches!(self, Self::Text(_))
    }

    fn into_tree(self) -> Tree {
        match self {
            Self::Text(text) => Tree::Text(text),
            Self::List(list) => {
                Tree::List(list.into_iter().flatten().map(Self::into_tree).collect())
            }
            Self::Map(map) => {
                Tree::Map(map.into_iter().map(|(key, node)| (key, node.into_tree())).collect())
            }
        }
    }
}

fn is_index(key: &str) -> bool {
    key.parse::<u32>().is_ok_and(|index| index.to_string() == key)
}

fn next_index(map: &Entries<Node>) -> u32 {
    let last = map.keys().filter_map(|key| key.parse::<u32>().ok()).max();
    last.map_or(0, |last| last.saturating_add(1))
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use serde_json::{Value, json};

    fn cases(group: &str) -> Vec<Value> {
        let cases: Vec<Value> =
            serde_json::from_str(include_str!("../tests/data/qs-cases.json")).expect("valid JSON");
        cases.into_iter().filter(|case| case["group"] == group).collect()
    }

    fn decoded(query: &str) -> Value {
        serde_json::to_value(decode(query)).expect("a tree is JSON")
    }

    #[test]
    fn decodes_like_qs() {
        for case in cases("decode") {
            let input = case["input"].as_str().expect("a string");
            assert_eq!(decoded(input), case["expected"], "{input}");
        }
    }

    #[test]
    fn encodes_like_qs() {
        for case in cases("encode") {
            let text = encode(&case["input"]).expect("encodable");
            assert_eq!(text, case["expected"], "{}", case["input"]);
        }
    }

    #[test]
    fn round_trips_like_qs() {
        for case in cases("roundtrip") {
            let text = encode(&case["input"]).expect("encodable");
            assert_eq!(text, case["expected"]["string"], "{}", case["input"]);
            assert_eq!(decoded(&text), case["expected"]["value"], "{text}");
        }
    }

    #[test]
    fn more_than_twenty_values_become_an_object_and_stay_readable() {
        let query: Vec<_> = (0..21).map(|n| format!("a[]={n}")).collect();
        let tree = decode(&query.join("&"));
        let a = tree.get("a").expect("the key");
        assert!(matches!(a, Tree::Map(_)));
        assert_eq!(a.texts().count(), 21);
    }

    #[test]
    fn an_index_past_the_limit_is_a_key() {
        assert_eq!(decoded("a[21]=x"), json!({"a": {"21": "x"}}));
        assert_eq!(decode("a[21]=x").get("a").expect("the key").texts().collect::<Vec<_>>(), ["x"]);
    }

    proptest! {
        #[test]
        fn decoding_never_fails(query in r"[a-c\[\]=&%0-9+?é]{0,60}") {
            let _ = decode(&query);
        }

        #[test]
        fn values_survive_the_way_there_and_back(texts in prop::collection::vec(".{0,8}", 1..20)) {
            let tree = Tree::Map(Entries(vec![(
                "a".to_owned(),
                Tree::List(texts.iter().map(|text| Tree::from(text.as_str())).collect()),
            )]));
            prop_assert_eq!(decode(&encode(&tree).expect("encodable")), tree);
        }
    }
}
