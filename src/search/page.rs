//! The pages of a list.

/// An entry in the row of pages.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Link {
    /// A page, from 1.
    Page(u32),
    /// Pages that are left out, after this page.
    Gap(u32),
}

/// The first page, the last one, and those around the current one. A gap stands for two pages at
/// least.
pub fn page_links(current: u32, last: u32) -> Vec<Link> {
    let mut links = Vec::new();
    let mut before = 0;
    for page in 1..=last {
        let is_near = page.abs_diff(current) <= 1 || page == 1 || page == last;
        // The single page that a gap would stand for takes no more room than the gap.
        let fills_gap = (page == 2 && current == 4) || (page + 1 == last && current + 3 == last);
        if !(is_near || fills_gap) {
            continue;
        }
        if page > before + 1 {
            links.push(Link::Gap(before));
        }
        links.push(Link::Page(page));
        before = page;
    }
    links
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn first_last_and_neighbours_are_linked() {
        let text = |current, last| {
            let links = page_links(current, last).into_iter().map(|link| match link {
                Link::Page(page) => page.to_string(),
                Link::Gap(_) => "…".to_owned(),
            });
            links.collect::<Vec<_>>().join(" ")
        };
        assert_eq!(text(1, 0), "");
        assert_eq!(text(1, 1), "1");
        assert_eq!(text(1, 9), "1 2 … 9");
        assert_eq!(text(4, 9), "1 2 3 4 5 … 9");
        assert_eq!(text(5, 9), "1 … 4 5 6 … 9");
        assert_eq!(text(6, 9), "1 … 5 6 7 8 9");
        assert_eq!(text(9, 9), "1 … 8 9");
        assert_eq!(text(20, 9), "1 … 9");
    }
}
