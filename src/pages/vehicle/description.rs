//! The dealer's own words: text, whatever it looks like. Addresses of the web become links; markup
//! is shown as it was written.

use leptos::prelude::*;

use crate::ui::dom;

/// A piece of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Piece<'a> {
    Text(&'a str),
    Link(&'a str),
}

/// A text in paragraphs.
pub(super) fn described(text: &str) -> AnyView {
    let paragraphs = paragraphs(text).into_iter().map(|paragraph| {
        pieces(&paragraph).into_iter().fold(dom::p(), |line, piece| match piece {
            Piece::Text(text) => line.text(text),
            Piece::Link(link) => {
                let rel = "nofollow noopener";
                let link = dom::a().attr("href", link).attr("rel", rel).text(link);
                line.child(link.attr("target", "_blank"))
            }
        })
    });
    dom::div().class("description").children(paragraphs).into_any()
}

/// Lines that follow each other are one paragraph; the page keeps their ends.
fn paragraphs(text: &str) -> Vec<String> {
    let mut paragraphs = vec![String::new()];
    for line in text.lines().map(str::trim) {
        match (line.is_empty(), paragraphs.last_mut()) {
            (false, Some(open)) if open.is_empty() => open.push_str(line),
            (false, Some(open)) => {
                open.push('\n');
                open.push_str(line);
            }
            (true, Some(open)) if !open.is_empty() => paragraphs.push(String::new()),
            _ => {}
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}

/// Texts and links in turn. Only `http:` and `https:` make a link.
fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = text;
    let mut from = 0;
    while let Some(at) = rest[from..].find("http").map(|at| at + from) {
        let length = link_length(&rest[at..]);
        if length == 0 {
            from = at + 4;
            continue;
        }
        if at > 0 {
            pieces.push(Piece::Text(&rest[..at]));
        }
        pieces.push(Piece::Link(&rest[at..at + length]));
        rest = &rest[at + length..];
        from = 0;
    }
    if !rest.is_empty() {
        pieces.push(Piece::Text(rest));
    }
    pieces
}

/// How much of a text that begins with `http` is an address; 0 if none of it.
fn link_length(text: &str) -> usize {
    let end = |c: char| c.is_whitespace() || matches!(c, '<' | '>' | '"');
    let address = text.split(end).next().unwrap_or_default();
    let address = without_end(address);
    let host = ["https://", "http://"].iter().find_map(|scheme| address.strip_prefix(scheme));
    let begins = |host: &str| host.starts_with(|c: char| c.is_ascii_alphanumeric());
    if host.is_some_and(begins) { address.len() } else { 0 }
}

/// An address without what ends a sentence, or the brackets around it. A bracket that it opens
/// itself belongs to it.
fn without_end(mut address: &str) -> &str {
    loop {
        let Some(last) = address.chars().next_back() else { return address };
        let opening = match last {
            ')' => '(',
            ']' => '[',
            '}' => '{',
            '.' | ',' | ';' | ':' | '!' | '?' | '\'' | '*' | '“' | '”' | '’' | '…' => '\0',
            _ => return address,
        };
        let count = |of: char| address.chars().filter(|c| *c == of).count();
        if opening != '\0' && count(opening) >= count(last) {
            return address;
        }
        address = &address[..address.len() - last.len_utf8()];
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_addresses_of_the_web_become_links() {
        use Piece::{Link, Text};
        let cases: [(&str, &[Piece<'_>]); 8] = [
            (
                "Siehe https://a.example/x?y=1.",
                &[Text("Siehe "), Link("https://a.example/x?y=1"), Text(".")],
            ),
            ("(http://a.example)", &[Text("("), Link("http://a.example"), Text(")")]),
            ("javascript:alert(1)", &[Text("javascript:alert(1)")]),
            ("data:text/html,x ftp://a.example", &[Text("data:text/html,x ftp://a.example")]),
            ("http:// und https://", &[Text("http:// und https://")]),
            (
                "<a href=\"https://a.example\">b</a>",
                &[Text("<a href=\""), Link("https://a.example"), Text("\">b</a>")],
            ),
            ("httpd läuft", &[Text("httpd läuft")]),
            ("", &[]),
        ];
        for (text, expected) in cases {
            assert_eq!(pieces(text), expected, "{text}");
        }
    }

    #[test]
    fn an_address_keeps_the_brackets_that_are_its_own() {
        let cases = [
            ("https://de.wikipedia.org/wiki/Golf_(VW)", "https://de.wikipedia.org/wiki/Golf_(VW)"),
            ("(siehe https://a.example/x_(y))", "https://a.example/x_(y)"),
            ("(siehe https://a.example/x_(y)).", "https://a.example/x_(y)"),
            ("https://a.example/x_(y), und", "https://a.example/x_(y)"),
            ("https://a.example/x_(y)?!", "https://a.example/x_(y)"),
            ("(https://a.example/x)", "https://a.example/x"),
            ("((https://a.example/x))", "https://a.example/x"),
            ("([https://a.example/x])", "https://a.example/x"),
            ("https://a.example/(x)/(y)", "https://a.example/(x)/(y)"),
            ("(https://a.example/(x)_(y)).", "https://a.example/(x)_(y)"),
            ("https://a.example/?a[b]=1&c[]", "https://a.example/?a[b]=1&c[]"),
            ("[https://a.example/?c[]]", "https://a.example/?c[]"),
            ("{https://a.example/{x}}", "https://a.example/{x}"),
            ("https://a.example/x)y", "https://a.example/x)y"),
            ("https://a.example/x_(y", "https://a.example/x_(y"),
            ("„https://a.example/x“", "https://a.example/x"),
            ("https://a.example/x…", "https://a.example/x"),
            ("https://a.example/x/", "https://a.example/x/"),
        ];
        for (text, expected) in cases {
            let links: Vec<_> =
                pieces(text).into_iter().filter(|piece| matches!(piece, Piece::Link(_))).collect();
            assert_eq!(links, [Piece::Link(expected)], "{text}");
        }
        assert_eq!(pieces("(http://)"), [Piece::Text("(http://)")]);
    }

    #[test]
    fn blank_lines_part_paragraphs() {
        assert_eq!(
            paragraphs("\r\n Eins \r\n zwei\n\n\n  \nDrei\n"),
            ["Eins\nzwei".to_owned(), "Drei".to_owned()]
        );
        assert!(paragraphs(" \n ").is_empty());
    }
}
