//! Reads Rust source as the compiler's tokens: comments and strings are not mistaken for code, and
//! code inside macros is seen.

use std::iter::Peekable;
use std::str::FromStr;

use proc_macro2::{Delimiter, TokenStream, TokenTree, token_stream::IntoIter};

/// A file, and its place in the tree of modules.
pub(crate) struct Source {
    /// Relative to the repository's root.
    pub(crate) path: String,
    module: Vec<String>,
    tokens: TokenStream,
}

/// An identifier and where it stands.
pub(crate) struct Word {
    pub(crate) text: String,
    pub(crate) line: usize,
}

impl Source {
    pub(crate) fn new(path: &str, text: &str) -> Self {
        let inner = path.split_once("src/").map_or(path, |(_, inner)| inner);
        let mut module: Vec<String> =
            inner.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
        if module.len() > 1 && module.last().is_some_and(|last| last == "mod") {
            module.pop();
        }
        let tokens = TokenStream::from_str(text)
            .unwrap_or_else(|error| panic!("{path} is not Rust: {error}"));
        Self { path: path.to_owned(), module, tokens }
    }

    /// The top-level module that the file belongs to.
    pub(crate) fn room(&self) -> &str {
        &self.module[0]
    }

    /// Every identifier.
    pub(crate) fn words(&self) -> Vec<Word> {
        let mut words = Vec::new();
        collect_words(self.tokens.clone(), &mut words);
        words
    }

    /// The top-level modules that paths in this file lead to.
    pub(crate) fn rooms_used(&self) -> Vec<Word> {
        // The crate's own root files have no module of their own: `super` is not used there.
        let depth = if matches!(self.room(), "main" | "lib") { 0 } else { self.module.len() };
        let mut rooms = Vec::new();
        walk(self.tokens.clone(), depth, &mut rooms);
        rooms
    }
}

fn collect_words(tokens: TokenStream, words: &mut Vec<Word>) {
    for token in tokens {
        match token {
            TokenTree::Ident(ident) => {
                words.push(Word { text: ident.to_string(), line: ident.span().start().line });
            }
            TokenTree::Group(group) => collect_words(group.stream(), words),
            TokenTree::Punct(_) | TokenTree::Literal(_) => {}
        }
    }
}

/// `depth` is how many modules stand between here and the crate's root.
fn walk(tokens: TokenStream, depth: usize, rooms: &mut Vec<Word>) {
    let mut tokens = tokens.into_iter().peekable();
    let mut opens_module = false;
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(ident) => {
                let word = ident.to_string();
                match word.as_str() {
                    "crate" | "autengo_widget" => take_rooms(&mut tokens, rooms),
                    "super" => {
                        let mut left = depth.saturating_sub(1);
                        while next_is_super(&mut tokens) {
                            left = left.saturating_sub(1);
                        }
                        if left == 0 {
                            take_rooms(&mut tokens, rooms);
                        }
                    }
                    _ => {}
                }
                // `mod name { … }`: the name follows, then the group.
                opens_module = word == "mod" || opens_module;
            }
            TokenTree::Group(group) => {
                let inside = opens_module && group.delimiter() == Delimiter::Brace;
                walk(group.stream(), depth + usize::from(inside), rooms);
                opens_module = false;
            }
            TokenTree::Punct(_) | TokenTree::Literal(_) => opens_module = false,
        }
    }
}

/// Takes `::super` if that comes next.
fn next_is_super(tokens: &mut Peekable<IntoIter>) -> bool {
    let mut ahead = tokens.clone();
    let found = skip_colons(&mut ahead)
        && matches!(ahead.next(), Some(TokenTree::Ident(ident)) if ident == "super");
    if found {
        *tokens = ahead;
    }
    found
}

/// Takes `::room` or `::{room::…, room}`.
fn take_rooms(tokens: &mut Peekable<IntoIter>, rooms: &mut Vec<Word>) {
    if !skip_colons(tokens) {
        return;
    }
    match tokens.peek() {
        Some(TokenTree::Ident(ident)) => {
            rooms.push(Word { text: ident.to_string(), line: ident.span().start().line });
        }
        Some(TokenTree::Group(group)) => {
            let mut starts = true;
            for token in group.stream() {
                match token {
                    TokenTree::Ident(ident) if starts && ident != "self" => {
                        rooms.push(Word {
                            text: ident.to_string(),
                            line: ident.span().start().line,
                        });
                        starts = false;
                    }
                    TokenTree::Punct(punct) => starts = punct.as_char() == ',',
                    _ => starts = false,
                }
            }
        }
        Some(TokenTree::Punct(star)) => {
            rooms.push(Word { text: star.to_string(), line: star.span().start().line });
        }
        _ => {}
    }
}

fn skip_colons(tokens: &mut Peekable<IntoIter>) -> bool {
    for _ in 0..2 {
        match tokens.peek() {
            Some(TokenTree::Punct(punct)) if punct.as_char() == ':' => {
                tokens.next();
            }
            _ => return false,
        }
    }
    true
}
