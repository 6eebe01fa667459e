//! Turns the message catalogues in `locales/` into constants, so that a key without a message, or
//! a message in one language only, stops the build; the table of attributes, too; and puts together
//! the styles that come with a later part of the program.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

type Catalogue = BTreeMap<String, String>;

/// Keys below these are looked up by name at run time: labels of fields and values.
const BY_NAME: [&str; 2] = ["field.", "value."];
/// Those among them that cards need: the first list waits for no others.
const ON_CARDS: [&str; 2] = ["value.fuelType.", "value.transmissionType."];

/// What begins with these describes the language itself.
const HEAD: &str = "language.self.";
/// The language of those who speak none of the others.
const DEFAULT: &str = "de";

type Failure = Box<dyn std::error::Error>;

fn main() -> Result<(), Failure> {
    let out = PathBuf::from(env::var("OUT_DIR")?);
    // What cuts a release into files reads from these which code needs which.
    if env::var("CARGO_CFG_TARGET_FAMILY")? == "wasm" && env::var("PROFILE")? == "release" {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    let catalogues = catalogues()?;
    fs::write(out.join("languages.rs"), languages(&catalogues)?)?;
    fs::write(out.join("messages.rs"), messages(&catalogues)?)?;
    fs::write(out.join("attributes.rs"), attributes()?)?;
    fs::write(out.join("vehicle.css"), styles("style/vehicle")?)?;
    Ok(())
}

/// The catalogues by the codes of their languages, the default first; each has all keys.
fn catalogues() -> Result<Vec<(String, Catalogue)>, Failure> {
    println!("cargo::rerun-if-changed=locales");
    let mut catalogues = Vec::new();
    for file in fs::read_dir("locales")? {
        let path = file?.path();
        let code = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
        let catalogue: Catalogue = serde_json::from_str(&fs::read_to_string(&path)?)?;
        catalogues.push((code, catalogue));
    }
    catalogues.sort_by_key(|(code, _)| (code != DEFAULT, code.clone()));
    for (_, one) in &catalogues {
        for (code, other) in &catalogues {
            if let Some(key) = one.keys().find(|key| !other.contains_key(*key)) {
                return Err(format!("locales/{code}.json has no message `{key}`").into());
            }
        }
    }
    Ok(catalogues)
}

/// The languages, as the heads of their catalogues describe them.
fn languages(catalogues: &[(String, Catalogue)]) -> Result<String, Failure> {
    let (mut variants, mut all) = (String::new(), String::new());
    let mut heads = ["", "name", "locale"].map(|_| String::new());
    let mut api = String::new();
    for (code, catalogue) in catalogues {
        let head = |key: &str| &catalogue[&format!("{HEAD}{key}")];
        let variant = format!("{}{}", code[..1].to_uppercase(), &code[1..]);
        let default = if code == DEFAULT { "#[default]" } else { "" };
        write!(variants, "#[doc = {:?}] {default} {variant}, ", head("name"))?;
        write!(all, "Self::{variant}, ")?;
        for (texts, text) in heads.iter_mut().zip([code, head("name"), head("locale")]) {
            write!(texts, "Self::{variant} => {text:?}, ")?;
        }
        write!(api, "Self::{variant} => ApiLanguage::{}, ", head("api"))?;
    }
    let [codes, names, locales] = heads;
    let count = catalogues.len();
    Ok(format!(
        "/// The number of languages.
        pub const COUNT: usize = {count};
        /// A language that the widget speaks.
        #[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash)]
        pub enum Language {{ {variants} }}
        impl Language {{
            /// Every language, the default first.
            pub const ALL: [Self; COUNT] = [{all}];
            /// The code for `lang`.
            pub const fn code(self) -> &'static str {{ match self {{ {codes} }} }}
            /// The language's own name for itself.
            pub const fn name(self) -> &'static str {{ match self {{ {names} }} }}
            /// The locale for numbers.
            pub(crate) const fn locale(self) -> &'static str {{ match self {{ {locales} }} }}
            /// The language that the API is asked for.
            pub const fn api(self) -> ApiLanguage {{ match self {{ {api} }} }}
        }}"
    ))
}

/// The messages. Each stands alone, so that what only a later part of the program says goes with it.
fn messages(catalogues: &[(String, Catalogue)]) -> Result<String, Failure> {
    let (mut constants, mut all) = (String::new(), String::new());
    let (mut named, mut on_cards) = (String::new(), String::new());
    let begins = |key: &str, known: &[&str]| known.iter().any(|prefix| key.starts_with(prefix));
    let keys = catalogues[0].1.keys().filter(|key| !key.starts_with(HEAD));
    for key in keys {
        let texts: Vec<_> = catalogues.iter().map(|(_, catalogue)| &catalogue[key]).collect();
        writeln!(all, "{texts:?},")?;
        if begins(key, &BY_NAME) {
            let table = if begins(key, &ON_CARDS) { &mut on_cards } else { &mut named };
            writeln!(table, "({key:?}, Key(&{texts:?})),")?;
        } else {
            let name = key.replace(['.', '-'], "_").to_uppercase();
            let first = texts[0];
            writeln!(constants, "/// {first:?}\npub(crate) const {name}: Key = Key(&{texts:?});")?;
        }
    }
    Ok(format!(
        "{constants}
        static NAMED: &[(&str, Key)] = &[{named}];
        static ON_CARDS: &[(&str, Key)] = &[{on_cards}];
        #[cfg(test)]
        pub(super) static ALL: &[[&str; super::COUNT]] = &[{all}];"
    ))
}

/// The names of the element's attributes, and their defaults, as `embed/attributes.json` has them.
fn attributes() -> Result<String, Failure> {
    let path = "embed/attributes.json";
    println!("cargo::rerun-if-changed={path}");
    let rows: Vec<BTreeMap<String, String>> = serde_json::from_str(&fs::read_to_string(path)?)?;
    let (mut names, mut defaults) = (String::new(), String::new());
    for row in &rows {
        let name = row.get("name").ok_or("an attribute has no name")?;
        write!(names, "{name:?}, ")?;
        if let Some(default) = row.get("default") {
            write!(defaults, "({name:?}, {default:?}), ")?;
        }
    }
    let base = rows.iter().find(|row| row["name"] == "api-base").and_then(|row| row.get("default"));
    let base = base.ok_or("api-base has no default")?;
    Ok(format!(
        "/// The names of the attributes.
        pub const NAMES: &[&str] = &[{names}];
        /// The address of the API that the reference names.
        pub const DEFAULT_API_BASE: &str = {base:?};
        #[cfg(test)]
        pub(super) const DEFAULTS: &[(&str, &str)] = &[{defaults}];"
    ))
}

/// The styles of a folder in the order of their names, without comments and indentation: the part
/// of the program that shows what they are for carries them.
fn styles(folder: &str) -> Result<String, Failure> {
    println!("cargo::rerun-if-changed={folder}");
    let files = fs::read_dir(folder)?.map(|file| Ok(file?.path()));
    let mut files = files.collect::<Result<Vec<_>, std::io::Error>>()?;
    files.sort();
    let mut joined = String::new();
    for file in files {
        let styles = fs::read_to_string(file)?;
        let without_comments = styles.split("/*").enumerate().filter_map(|(at, part)| match at {
            0 => Some(part),
            _ => part.split_once("*/").map(|(_, after)| after),
        });
        for line in without_comments.collect::<String>().lines() {
            joined.push_str(line.trim());
            joined.push(' ');
        }
    }
    Ok(joined)
}
