//! The development page: Trunk leaves its own `<link>` in it when it injects no scripts.

/// The page without `<link data-trunk …>`.
pub(super) fn without_trunk_links(page: &str) -> String {
    let mut rest = page;
    let mut kept = String::with_capacity(page.len());
    while let Some(start) = rest.find("<link") {
        let end = rest[start..].find('>').map_or(rest.len(), |end| start + end + 1);
        let (before, tag) = (&rest[..start], &rest[start..end]);
        rest = &rest[end..];
        if tag.contains("data-trunk") {
            // The line that the tag had for itself goes with it.
            kept.push_str(before.trim_end_matches([' ', '\t']));
            if kept.ends_with('\n') {
                rest = rest.strip_prefix('\n').unwrap_or(rest);
            }
        } else {
            kept.push_str(before);
            kept.push_str(tag);
        }
    }
    kept + rest
}

#[cfg(test)]
mod tests {
    use super::without_trunk_links;

    #[test]
    fn only_trunks_own_link_goes() {
        let page = "<head>\n  <link rel=\"icon\" href=\"i.svg\">\n  \
                    <link data-trunk rel=\"rust\" data-trunk-id=\"0\"/>\n</head>";
        assert_eq!(
            without_trunk_links(page),
            "<head>\n  <link rel=\"icon\" href=\"i.svg\">\n</head>"
        );
    }
}
