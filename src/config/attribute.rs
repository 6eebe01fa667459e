//! The attributes of the element, as `embed/attributes.json` names them, and names that are near them.

include!(concat!(env!("OUT_DIR"), "/attributes.rs"));

/// The attribute that somebody meant by `name`, if it is none but near one: `pagesize` for
/// `page-size`, `faccets` for `facets`.
pub fn meant(name: &str) -> Option<&'static str> {
    let is_foreign = ["on", "aria", "class", "style", "data"].iter().any(|it| name.starts_with(it));
    if NAMES.contains(&name) || (is_foreign && !name.starts_with("data-")) {
        return None;
    }
    let plain = |name: &str| name.replace(['-', '_'], "");
    let name = plain(name.strip_prefix("data-").unwrap_or(name));
    let near = |known: &&&str| {
        let known = plain(known);
        // Short names are near too many words of others.
        let slips = if known.len() < 5 { 0 } else { 1 + known.len() / 9 };
        distance(&name, &known) <= slips
    };
    NAMES.iter().find(near).copied()
}

/// The number of letters that were left out, added or changed.
fn distance(one: &str, other: &str) -> usize {
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (at, letter) in one.bytes().enumerate() {
        let mut diagonal = std::mem::replace(&mut row[0], at + 1);
        for (place, known) in other.bytes().enumerate() {
            let changed = diagonal + usize::from(letter != known);
            diagonal = row[place + 1];
            row[place + 1] = changed.min(diagonal + 1).min(row[place] + 1);
        }
    }
    row[other.len()]
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_that_are_near_an_attribute_mean_it() {
        for (name, expected) in [
            ("pagesize", "page-size"),
            ("page_size", "page-size"),
            ("data-page-size", "page-size"),
            ("apikey", "api-key"),
            ("faccets", "facets"),
            ("privacyurl", "privacy-url"),
            ("languageswitch", "language-switch"),
            ("structured-date", "structured-data"),
        ] {
            assert_eq!(meant(name), Some(expected), "{name}");
        }
    }

    #[test]
    fn names_of_the_page_mean_none() {
        for name in [
            "class",
            "style",
            "id",
            "slot",
            "part",
            "hidden",
            "title",
            "role",
            "tabindex",
            "dir",
            "aria-label",
            "onclick",
            "v-if",
            "_ngcontent-abc",
            "data-reactroot",
            "data-id",
            "data-test",
            "data-turbo-permanent",
            "is",
            "key",
            "ref",
            "order",
            "page-size",
            "name",
            "data-elementor-id",
            "draggable",
            "theme",
            "lang",
            "inert",
            "loading",
        ] {
            assert_eq!(meant(name), None, "{name}");
        }
    }
}
