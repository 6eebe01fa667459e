//! File names that follow from content, and the loader's placeholders for them.

use anyhow::{Result, ensure};
use sha2::{Digest, Sha256};

use super::Names;

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

/// The loader with `__GLUE__`, `__WASM__` and `__CSS__` replaced by file names.
pub(super) fn fill_in(loader: &str, names: &Names) -> Result<String> {
    let mut filled = loader.to_owned();
    for (placeholder, name) in
        [("__GLUE__", names.glue), ("__WASM__", names.wasm), ("__CSS__", names.css)]
    {
        ensure!(filled.contains(placeholder), "the placeholder {placeholder} is missing");
        filled = filled.replace(placeholder, name);
    }
    Ok(filled)
}

#[cfg(test)]
mod tests {
    use super::{Names, fill_in, hashed};

    const NAMES: Names = Names { glue: "g-1.js", wasm: "w-2.wasm", css: "c-3.css" };

    #[test]
    fn a_name_changes_with_the_content() {
        let name = hashed("autengo-widget", b"one", ".css");
        assert_eq!(name, "autengo-widget-7692c3ad3540bb80.css");
        assert_ne!(name, hashed("autengo-widget", b"two", ".css"));
    }

    #[test]
    fn all_placeholders_are_filled_in() {
        let filled = fill_in(r#"a("__GLUE__"),b("__WASM__"),c("__CSS__")"#, &NAMES).unwrap();
        assert_eq!(filled, r#"a("g-1.js"),b("w-2.wasm"),c("c-3.css")"#);
    }

    #[test]
    fn a_missing_placeholder_is_named() {
        let error = fill_in("__GLUE__ __WASM__", &NAMES).unwrap_err();
        assert!(error.to_string().contains("__CSS__"), "{error}");
    }
}
