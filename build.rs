//! Turns the message catalogues in `locales/` into constants, so that a key without a message, or
//! a message in one language only, stops the build; and puts together the styles that come with a
//! later part of the program.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::PathBuf;
use std::{env, fs};

type Catalogue = BTreeMap<String, String>;

/// Keys below these are looked up by name at run time: labels of fields and values.
const BY_NAME: [&str; 2] = ["field.", "value."];
/// Those among them that cards need: the first list waits for no others.
const ON_CARDS: [&str; 2] = ["value.fuelType.", "value.transmissionType."];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let read = |language: &str| -> Result<Catalogue, Box<dyn std::error::Error>> {
        let path = format!("locales/{language}.json");
        println!("cargo::rerun-if-changed={path}");
        Ok(serde_json::from_str(&fs::read_to_string(path)?)?)
    };
    let out = PathBuf::from(env::var("OUT_DIR")?);
    let (de, en) = (read("de")?, read("en")?);
    for (one, other, name) in [(&de, &en, "en"), (&en, &de, "de")] {
        if let Some(key) = one.keys().find(|key| !other.contains_key(*key)) {
            return Err(format!("locales/{name}.json has no message `{key}`").into());
        }
    }
    // What cuts a release into files reads from these which code needs which.
    if env::var("CARGO_CFG_TARGET_FAMILY")? == "wasm" && env::var("PROFILE")? == "release" {
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
    // Each message stands alone, so that what only a later part of the program says goes with it.
    let (mut constants, mut all) = (String::new(), String::new());
    let (mut named, mut on_cards) = (String::new(), String::new());
    let begins = |key: &str, known: &[&str]| known.iter().any(|prefix| key.starts_with(prefix));
    for (key, german) in &de {
        let texts = format!("[{german:?}, {:?}]", en[key]);
        writeln!(all, "{texts},")?;
        if begins(key, &BY_NAME) {
            let table = if begins(key, &ON_CARDS) { &mut on_cards } else { &mut named };
            writeln!(table, "({key:?}, Key(&{texts})),")?;
        } else {
            let name = key.replace(['.', '-'], "_").to_uppercase();
            writeln!(constants, "/// {german:?}\npub(crate) const {name}: Key = Key(&{texts});")?;
        }
    }
    fs::write(out.join("vehicle.css"), styles("style/vehicle")?)?;
    let code = format!(
        "{constants}
        static NAMED: &[(&str, Key)] = &[{named}];
        static ON_CARDS: &[(&str, Key)] = &[{on_cards}];
        #[cfg(test)]
        pub(super) static ALL: &[[&str; 2]] = &[{all}];"
    );
    fs::write(out.join("messages.rs"), code)?;
    Ok(())
}

/// The styles of a folder in the order of their names, without comments and indentation: the part
/// of the program that shows what they are for carries them.
fn styles(folder: &str) -> Result<String, Box<dyn std::error::Error>> {
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
