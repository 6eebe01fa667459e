//! Reads a query as `qs.parse` does, down to what it makes of keys that contradict each other: a
//! visitor's link may have been shortened, re-encoded or typed, and must never fail.

use percent_encoding::percent_decode_str;

use super::node::{List, Map, Node};
use super::{Entries, Tree, index};

/// How many values `qs` keeps in an array (its option `arrayLimit`); more become an object.
pub const ARRAY_LIMIT: usize = 20;
/// How many brackets `qs` follows below the first key (its option `depth`).
const DEPTH: usize = 5;
/// How many pairs `qs` reads (its option `parameterLimit`).
const PARAMETER_LIMIT: usize = 1000;

/// Reads a query as `qs.parse` does with its default options. Never fails: what makes no sense
/// stays in the tree as text. A leading `?` belongs to the first key, as it does in `qs`.
#[must_use]
pub fn decode(query: &str) -> Tree {
    let mut root = Node::Map(Map::default());
    for (key, value) in pairs(query) {
        if let Some(path) = segments(&key) {
            root = root.merge(path.iter().rev().fold(value, |leaf, segment| segment.wrap(leaf)));
        }
    }
    root.into_tree()
}

/// The decoded pairs of a query; values of the same key stand together at its first place. Keys
/// that are numbers come first, by size: JavaScript's objects keep them so.
fn pairs(query: &str) -> Entries<Node> {
    let clean =
        query.replace("%5B", "[").replace("%5b", "[").replace("%5D", "]").replace("%5d", "]");
    let mut pairs = Entries::<Node>::default();
    for part in clean.split('&').take(PARAMETER_LIMIT) {
        let split = part.find("]=").map(|at| at + 1).or_else(|| part.find('='));
        let (key, value) = split.map_or((part, ""), |at| (&part[..at], &part[at + 1..]));
        let value = unescape(value);
        let key = unescape(key);
        if let Some(known) = pairs.get_mut(&key) {
            *known = std::mem::take(known).with_text(value);
        } else {
            let at = pairs.0.partition_point(|(known, _)| rank(known) <= rank(&key));
            pairs.0.insert(at, (key, Node::Text(value)));
        }
    }
    pairs
}

/// Where JavaScript puts a key: array indexes, which end below 2^32 - 1, before all others.
fn rank(key: &str) -> u64 {
    index(key).unwrap_or(u64::MAX).min(u64::from(u32::MAX))
}

/// The key of a raw pair up to its first bracket: `cars` of `cars%5Bsearch%5D=x`.
#[must_use]
pub fn first_key(pair: &str) -> String {
    let key = unescape(pair.split('=').next().unwrap_or_default());
    let end = key.find('[').unwrap_or(key.len());
    key[..end].to_owned()
}

/// Whether the key of a raw pair has a bracket right behind `root`: `cars[search]` is below `cars`.
#[must_use]
pub fn is_below(pair: &str, root: &str) -> bool {
    let key = unescape(pair.split('=').next().unwrap_or_default());
    key.strip_prefix(root).is_some_and(|rest| rest.starts_with('['))
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

/// A step of a key such as `and[price][]`.
enum Segment {
    /// `[]`
    Append,
    /// `[3]`
    Index(u64),
    /// anything else
    Key(String),
}

impl Segment {
    fn bracketed(content: &str) -> Self {
        match index(content) {
            _ if content.is_empty() => Self::Append,
            Some(index) => Self::Index(index),
            None => Self::Key(content.to_owned()),
        }
    }

    fn wrap(&self, leaf: Node) -> Node {
        match self {
            Self::Append => match leaf {
                // More values than an array holds are an object already: `[]` adds nothing to it.
                Node::List(_) | Node::Map(Map { overflow: Some(_), .. }) => leaf,
                one => Node::List(List { items: vec![Some(one)], conflict: false }),
            },
            Self::Index(index) => match usize::try_from(*index) {
                Ok(before) if before < ARRAY_LIMIT => {
                    let mut items: Vec<Option<Node>> = (0..before).map(|_| None).collect();
                    items.push(Some(leaf));
                    Node::List(List { items, conflict: false })
                }
                _ => Node::Map(Map {
                    overflow: Some(*index),
                    ..Map::new(vec![(index.to_string(), leaf)])
                }),
            },
            Self::Key(key) => Node::Map(Map::new(vec![(key.clone(), leaf)])),
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
