//! Links as others hand them on, and as they leave us: mail and chat programs append what stands
//! behind a link in a sentence, editors escape it once more, and advertisers mark who followed it.

use std::borrow::Cow;

use autengo_api::qs;
use autengo_api::text::is_invisible;

/// The keys of ours, at the root of the state.
pub(crate) const KEYS: [&str; 9] =
    ["search", "and", "or", "order", "offset", "limit", "view", "filters", "vehicle"];

/// The raw pairs of a query string.
pub(crate) fn pairs(query: &str) -> impl Iterator<Item = &str> {
    let query = query.strip_prefix('?').unwrap_or(query);
    query.split('&').filter(move |_| !query.is_empty())
}

/// A raw pair as it was before it was escaped once more: `&amp;` for `&`, `%255B` for `%5B`.
pub(crate) fn repaired(pair: &str) -> Cow<'_, str> {
    let pair = pair.trim_start_matches("amp;");
    let mut repaired = Cow::Borrowed(pair);
    // No key of ours has a percent sign.
    while repaired.split('=').next().is_some_and(|key| key.contains("%25")) {
        repaired = repaired.replace("%25", "%").into();
    }
    repaired
}

/// Whether a raw pair of a query string is one of ours. A plain value under our root, as in
/// `cars=1`, is the host's.
pub(crate) fn is_own(pair: &str, root: &str) -> bool {
    let pair = repaired(pair);
    if root.is_empty() {
        KEYS.contains(&qs::first_key(&pair).as_str())
    } else {
        qs::is_below(&pair, root)
    }
}

/// The pairs of a query string, repaired, each with its key up to the first bracket.
pub fn named_pairs(query: &str) -> impl Iterator<Item = (String, String)> {
    pairs(query).map(|pair| {
        let pair = repaired(pair.trim());
        (qs::first_key(&pair), pair.into_owned())
    })
}

/// A text without what is not seen at its ends.
#[must_use]
pub fn neat(text: &str) -> &str {
    text.trim_matches(|c: char| is_invisible(c) || c.is_whitespace())
}

/// A key, a number or a date without what was appended to it: these end in a letter or a digit.
pub(crate) fn bare(text: &str) -> &str {
    neat(text).trim_end_matches(|c: char| !c.is_ascii_alphanumeric())
}

/// A `sellingId` without what was appended to it: it has letters, digits, `-` and `_`.
pub(crate) fn bare_id(text: &str) -> &str {
    let is_foreign = |c: char| !(c.is_ascii_alphanumeric() || matches!(c, '-' | '_'));
    // What is left of an escape that was escaped once more.
    text.split('%').next().unwrap_or_default().trim_matches(is_foreign)
}

/// Parameters that say who followed a link, or from which advertisement; never which page it is.
const TRACKERS: [&str; 34] = [
    "_ga",
    "_gl",
    "_hsenc",
    "_hsmi",
    "_openstat",
    "dclid",
    "ef_id",
    "epik",
    "fbclid",
    "gad_campaignid",
    "gad_source",
    "gbraid",
    "gclid",
    "gclsrc",
    "igsh",
    "igshid",
    "irclickid",
    "li_fat_id",
    "mc_cid",
    "mc_eid",
    "mkt_tok",
    "msclkid",
    "oly_anon_id",
    "oly_enc_id",
    "rdt_cid",
    "s_kwcid",
    "sccid",
    "srsltid",
    "ttclid",
    "twclid",
    "vero_id",
    "wbraid",
    "wickedid",
    "yclid",
];

/// The beginnings of the names of whole families of them.
const FAMILIES: [&str; 6] = ["utm_", "mtm_", "pk_", "matomo_", "piwik_", "hsa_"];

/// A query string without what says who followed the link to this page; the rest stands as it
/// stood, byte for byte.
#[must_use]
pub fn without_trackers(query: &str) -> String {
    let is_kept = |pair: &&str| {
        let key = qs::first_key(&repaired(pair)).to_ascii_lowercase();
        !TRACKERS.contains(&key.as_str()) && !FAMILIES.iter().any(|start| key.starts_with(start))
    };
    pairs(query).filter(is_kept).collect::<Vec<_>>().join("&")
}

/// An address without the name and the password that the visitor gave for it.
#[must_use]
pub fn without_user(address: &str) -> Cow<'_, str> {
    let split = address.split_once("//").and_then(|(scheme, rest)| {
        let authority = rest.split(['/', '?', '#']).next().unwrap_or_default();
        let user = authority.rfind('@')?;
        Some(format!("{scheme}//{}", &rest[user + 1..]))
    });
    split.map_or(Cow::Borrowed(address), Cow::Owned)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn links_that_leave_say_nothing_of_who_followed_them() {
        for (query, shared) in [
            ("", ""),
            ("?", ""),
            ("?page_id=7&lang=de", "page_id=7&lang=de"),
            ("?fbclid=IwAR1", ""),
            ("?page_id=7&fbclid=x&s=1", "page_id=7&s=1"),
            ("?gclid=1&dclid=2&gbraid=3&wbraid=4&msclkid=5&x=6", "x=6"),
            ("?twclid=1&ttclid=2&li_fat_id=3&igshid=4&yclid=5", ""),
            ("?mc_cid=1&mc_eid=2&_ga=3&_gl=4&flag", "flag"),
            ("?utm_source=a&utm_medium=b&utm_whatever=c&utm=d", "utm=d"),
            ("?mtm_campaign=1&pk_kwd=2&pk=3", "pk=3"),
            ("?UTM_Source=a&FBCLID=1", ""),
            ("?utm%5Fsource=a&utm_id[]=1", ""),
            ("?a=1&amp;utm_source=x&amp;b=2", "a=1&amp;b=2"),
            // What only looks like them.
            ("?fbclid2=1&my_utm_source=1&gclidx=2", "fbclid2=1&my_utm_source=1&gclidx=2"),
            ("?q=utm_source=1&b=%e9&&c=+~", "q=utm_source=1&b=%e9&&c=+~"),
        ] {
            assert_eq!(without_trackers(query), shared, "{query}");
        }
    }

    #[test]
    fn addresses_that_leave_have_no_password() {
        for (address, shared) in [
            ("https://dealer.example/cars", "https://dealer.example/cars"),
            ("https://user:pass@dealer.example/cars", "https://dealer.example/cars"),
            ("https://user@dealer.example:8443/a@b", "https://dealer.example:8443/a@b"),
            ("https://u:p@ss@dealer.example", "https://dealer.example"),
            ("https://dealer.example/@me", "https://dealer.example/@me"),
            ("file:///home/a@b.html", "file:///home/a@b.html"),
            ("about:srcdoc", "about:srcdoc"),
        ] {
            assert_eq!(without_user(address), shared, "{address}");
        }
    }

    proptest! {
        #[test]
        fn parameters_that_are_no_trackers_stay_byte_for_byte(query in "([a-f]{1,3}=[a-z0-9%+&=\\[\\]]{0,9}){0,4}") {
            prop_assert_eq!(without_trackers(&query), query);
        }
    }
}
