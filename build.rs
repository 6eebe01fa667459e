//! Turns the message catalogues in `locales/` into constants, so that a key without a message, or
//! a message in one language only, stops the build.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

type Catalogue = BTreeMap<String, String>;

/// Keys below these are looked up by name at run time: labels of fields, values and columns.
const BY_NAME: [&str; 3] = ["field.", "value.", "order."];

fn main() -> Result<(), Box<dyn std::error::Error>> {
    let read = |language: &str| -> Result<Catalogue, Box<dyn std::error::Error>> {
        let path = format!("locales/{language}.json");
        println!("cargo::rerun-if-changed={path}");
        Ok(serde_json::from_str(&fs::read_to_string(path)?)?)
    };
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
    let mut code = String::new();
    for (at, key) in de.keys().enumerate() {
        if !BY_NAME.iter().any(|prefix| key.starts_with(prefix)) {
            let name = key.replace(['.', '-'], "_").to_uppercase();
            writeln!(code, "/// {:?}\npub(crate) const {name}: Key = Key({at});", de[key])?;
        }
    }
    let named = de
        .keys()
        .enumerate()
        .filter(|(_, key)| BY_NAME.iter().any(|prefix| key.starts_with(prefix)));
    let named: Vec<_> = named.map(|(at, key)| (key, at)).collect();
    writeln!(code, "pub(super) static NAMED: [(&str, u16); {}] = {named:?};", named.len())?;
    for (name, catalogue) in [("DE", &de), ("EN", &en)] {
        let messages: Vec<_> = catalogue.values().collect();
        writeln!(code, "pub(super) static {name}: [&str; {}] = {messages:?};", messages.len())?;
    }
    fs::write(Path::new(&env::var("OUT_DIR")?).join("messages.rs"), code)?;
    Ok(())
}
