//! A query's tree while it is read: what `qs` makes of keys that say different things of one place.

use super::decode::ARRAY_LIMIT;
use super::{Entries, Tree, index};

/// A tree under construction.
pub(super) enum Node {
    Text(String),
    List(List),
    Map(Map),
}

/// An array, which may have holes until every pair is read.
#[derive(Default)]
pub(super) struct List {
    pub(super) items: Vec<Option<Node>>,
    /// Whether it came from an object and a value that claimed the same place.
    pub(super) conflict: bool,
}

/// An object. `qs` remembers of which kind, for the values that are still to come: each takes the
/// number after the largest so far.
#[derive(Default)]
pub(super) struct Map {
    pub(super) entries: Entries<Node>,
    /// The largest index, if this was an array that grew past its limit.
    pub(super) overflow: Option<u64>,
    /// The largest index, if this was an array from a conflict.
    pub(super) conflict: Option<u64>,
}

impl Map {
    pub(super) fn new(entries: Vec<(String, Node)>) -> Self {
        Self { entries: Entries(entries), overflow: None, conflict: None }
    }
}

impl Default for Node {
    fn default() -> Self {
        Self::Text(String::new())
    }
}

impl Node {
    /// A value where there is something: both stay.
    pub(super) fn with_text(mut self, text: String) -> Self {
        let text = Self::Text(text);
        match &mut self {
            Self::List(list) => list.items.push(Some(text)),
            Self::Map(map) => {
                let Some(last) = map.overflow.as_mut().or(map.conflict.as_mut()) else {
                    return Self::List(List {
                        items: vec![Some(self), Some(text)],
                        conflict: true,
                    });
                };
                // JavaScript's numbers do not count beyond this.
                *last = (*last + 1).min(1 << 53);
                map.entries.set(last.to_string(), text);
            }
            Self::Text(_) => {
                return Self::List(List { items: vec![Some(self), Some(text)], conflict: false });
            }
        }
        self.limited()
    }

    /// `qs`' way of joining what two keys say of the same place.
    pub(super) fn merge(self, other: Self) -> Self {
        match (self, other) {
            (known, Self::Text(text)) if text.is_empty() => known,
            (known, Self::Text(text)) => known.with_text(text),
            (known @ Self::Text(_), Self::Map(Map { entries, overflow: Some(last), .. })) => {
                let moved = entries
                    .into_iter()
                    .filter_map(|(key, value)| Some(((index(&key)? + 1).to_string(), value)));
                let entries = std::iter::once(("0".to_owned(), known)).chain(moved).collect();
                Self::Map(Map { entries, overflow: Some(last + 1), conflict: None })
            }
            (known @ Self::Text(_), other) => {
                let mut items = vec![Some(known)];
                match other {
                    Self::List(list) => items.extend(list.items),
                    other => items.push(Some(other)),
                }
                let full = items.len() > ARRAY_LIMIT;
                let list = List { items, conflict: false };
                if full { Self::Map(list.into_overflow()) } else { Self::List(list) }
            }
            (Self::List(mut list), Self::List(other)) => {
                for (at, item) in other.items.into_iter().enumerate() {
                    if let Some(item) = item {
                        list.put(at, item);
                    }
                }
                Self::List(list).limited()
            }
            (known, other) => {
                let mut map = known.into_map();
                map.join(other.into_map());
                Self::Map(map)
            }
        }
    }

    /// Past its limit an array becomes an object with the indexes as keys.
    fn limited(self) -> Self {
        match self {
            Self::List(list) if list.items.iter().flatten().count() > ARRAY_LIMIT => {
                Self::Map(list.into_overflow())
            }
            other => other,
        }
    }

    fn into_map(self) -> Map {
        match self {
            Self::Map(map) => map,
            Self::List(list) => list.into_map(),
            // No place has a text and comes here.
            Self::Text(_) => Map::default(),
        }
    }

    pub(super) fn into_tree(self) -> Tree {
        match self {
            Self::Text(text) => Tree::Text(text),
            Self::List(list) => {
                Tree::List(list.items.into_iter().flatten().map(Self::into_tree).collect())
            }
            Self::Map(map) => {
                let entries = map.entries.into_iter();
                Tree::Map(entries.map(|(key, node)| (key, node.into_tree())).collect())
            }
        }
    }
}

impl List {
    fn put(&mut self, at: usize, item: Node) {
        while self.items.len() <= at {
            self.items.push(None);
        }
        match &mut self.items[at] {
            hole @ None => *hole = Some(item),
            Some(known @ (Node::List(_) | Node::Map(_))) if !matches!(item, Node::Text(_)) => {
                *known = std::mem::take(known).merge(item);
            }
            Some(_) => self.items.push(Some(item)),
        }
    }

    fn last(&self) -> u64 {
        self.items.len().saturating_sub(1) as u64
    }

    fn into_overflow(self) -> Map {
        Map { overflow: Some(self.last()), conflict: None, ..self.into_map() }
    }

    fn into_map(self) -> Map {
        let conflict = self.conflict.then(|| self.last());
        let entries = self.items.into_iter().enumerate();
        let entries = entries.filter_map(|(at, item)| Some((at.to_string(), item?))).collect();
        Map { entries, overflow: None, conflict }
    }
}

impl Map {
    fn join(&mut self, other: Self) {
        if self.overflow.is_none() && other.overflow.is_some() {
            let last = self.entries.keys().filter_map(|key| index(key)).max();
            self.overflow = other.overflow.max(last);
        }
        for (key, value) in other.entries {
            let index = index(&key);
            for last in [&mut self.overflow, &mut self.conflict] {
                *last = last.map(|last| last.max(index.unwrap_or_default()));
            }
            match self.entries.get_mut(&key) {
                Some(known) => *known = std::mem::take(known).merge(value),
                None => self.entries.set(key, value),
            }
        }
    }
}
