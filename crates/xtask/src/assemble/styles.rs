//! One style sheet from the files of `style/`.

use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Context, Result, bail};

use crate::workspace;

/// Comes first: the others use the properties that it defines.
const FIRST: &str = "tokens.css";

/// The files of `folder`, `tokens.css` first and the others in the order of their names.
pub(super) fn joined(folder: &Path) -> Result<String> {
    let mut joined = String::new();
    for file in files(folder)? {
        let styles = workspace::read(&file)?;
        for unusable in ["@import", "@font-face"] {
            if styles.contains(unusable) {
                bail!(
                    "{} has {unusable}, which browsers ignore in a shadow root's constructed style \
                     sheet",
                    file.display()
                );
            }
        }
        joined.push_str(&styles);
        joined.push('\n');
    }
    Ok(joined)
}

fn files(folder: &Path) -> Result<Vec<PathBuf>> {
    let entries =
        fs::read_dir(folder).with_context(|| format!("cannot list {}", folder.display()))?;
    let mut files = Vec::new();
    for entry in entries {
        let path = entry.with_context(|| format!("cannot list {}", folder.display()))?.path();
        if path.extension().is_some_and(|extension| extension == "css") {
            files.push(path);
        }
    }
    if !files.iter().any(|path| path.ends_with(FIRST)) {
        bail!("{} is missing: it defines what all styles use", folder.join(FIRST).display());
    }
    files.sort_by_key(|path| (!path.ends_with(FIRST), path.clone()));
    Ok(files)
}

#[cfg(test)]
mod tests {
    use std::fs;

    use super::joined;

    fn folder(files: &[(&str, &str)]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for (name, styles) in files {
            fs::write(folder.path().join(name), styles).unwrap();
        }
        folder
    }

    #[test]
    fn tokens_come_first_then_the_alphabet() {
        let folder = folder(&[
            ("pager.css", "p{}"),
            ("card.css", "c{}"),
            ("tokens.css", "t{}"),
            ("README.md", "# not a style"),
        ]);
        assert_eq!(joined(folder.path()).unwrap(), "t{}\nc{}\np{}\n");
    }

    #[test]
    fn rules_that_a_shadow_root_ignores_are_refused() {
        let folder = folder(&[("tokens.css", ""), ("card.css", "@import 'x.css';")]);
        let error = joined(folder.path()).unwrap_err().to_string();
        assert!(error.contains("card.css has @import"), "{error}");
    }
}
