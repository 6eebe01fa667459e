//! File names that follow from content.

use sha2::{Digest, Sha256};

/// `stem-<16 hex digits of the content>ending`.
pub(super) fn hashed(stem: &str, content: &[u8], ending: &str) -> String {
    use std::fmt::Write;
    let mut name = format!("{stem}-");
    for byte in Sha256::digest(content).iter().take(8) {
        // Writing to a String cannot fail.
        let _ = write!(name, "{byte:02x}");
    }
    name + ending
}

#[cfg(test)]
mod tests {
    use super::hashed;

    #[test]
    fn a_name_changes_with_the_content() {
        let name = hashed("autengo-widget", b"one", ".css");
        assert_eq!(name, "autengo-widget-7692c3ad3540bb80.css");
        assert_ne!(name, hashed("autengo-widget", b"two", ".css"));
    }
}
