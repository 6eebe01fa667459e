//! What the program's bytes are for: its largest functions, and the crates that they are of.

use std::collections::{BTreeMap, HashMap};
use std::path::Path;
use std::{fs, iter};

use anyhow::{Context, Result};
use wasmparser::{KnownCustom, Name, Parser, Payload, TypeRef};

/// How many functions are named.
const NAMED: usize = 30;

/// Prints where the bytes of each program in `dist` are; its functions must have their names.
pub(crate) fn print(dist: &Path) -> Result<()> {
    let entries = fs::read_dir(dist).with_context(|| format!("cannot list {}", dist.display()))?;
    for entry in entries {
        let path = entry.context("cannot list the build")?.path();
        if path.extension().is_some_and(|extension| extension == "wasm") {
            let wasm =
                fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            println!("── {}", path.file_name().unwrap_or_default().to_string_lossy());
            print!("{}", report(&functions(&wasm)?));
        }
    }
    Ok(())
}

/// A function's name, and its size in bytes.
type Function = (String, usize);

fn functions(wasm: &[u8]) -> Result<Vec<Function>> {
    let mut imported = 0_u32;
    let mut sizes = Vec::new();
    let mut names = HashMap::new();
    for payload in Parser::new(0).parse_all(wasm) {
        match payload.context("cannot read the program")? {
            Payload::ImportSection(imports) => {
                for import in imports.into_imports() {
                    imported += u32::from(matches!(import?.ty, TypeRef::Func(_)));
                }
            }
            Payload::CodeSectionEntry(body) => {
                let range = body.range();
                sizes.push(usize::try_from(range.end - range.start)?);
            }
            Payload::CustomSection(section) => {
                let KnownCustom::Name(subsections) = section.as_known() else { continue };
                for subsection in subsections {
                    // wasm-bindgen writes a kind of names that no standard has.
                    let Ok(Name::Function(known)) = subsection else { continue };
                    for name in known {
                        let name = name?;
                        names.insert(name.index, without_hashes(name.name));
                    }
                }
            }
            _ => {}
        }
    }
    let functions = iter::zip(imported.., sizes).map(|(index, size)| {
        (names.remove(&index).unwrap_or_else(|| format!("function {index}")), size)
    });
    Ok(functions.collect())
}

/// `alloc::vec::Vec` of `alloc[0123456789abcdef]::vec::Vec`.
fn without_hashes(name: &str) -> String {
    let mut parts = name.split('[');
    let mut short = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        match part.split_once(']') {
            Some((hash, rest))
                if hash.len() > 8 && hash.bytes().all(|it| it.is_ascii_hexdigit()) =>
            {
                short.push_str(rest);
            }
            _ => {
                short.push('[');
                short.push_str(part);
            }
        }
    }
    short
}

/// The crate that a function is of: the first of ours that its name has, else the first of all, so
/// that a generic one counts for who uses it.
fn owner(name: &str) -> &str {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let mut crates = name.match_indices("::").filter_map(|(end, _)| {
        let start = name[..end].rfind(|letter| !is_part(letter)).map_or(0, |at| at + 1);
        let is_first = !name[..start].ends_with("::");
        (is_first && start < end).then_some(&name[start..end])
    });
    let mut first = None;
    crates
        .find(|name| {
            first.get_or_insert(*name);
            name.starts_with("autengo_")
        })
        .or(first)
        .unwrap_or("without a name")
}

fn report(functions: &[Function]) -> String {
    let mut by_crate: BTreeMap<&str, (usize, usize)> = BTreeMap::new();
    for (name, size) in functions {
        let sum = by_crate.entry(owner(name)).or_default();
        *sum = (sum.0 + size, sum.1 + 1);
    }
    let mut crates: Vec<_> = by_crate.into_iter().collect();
    crates.sort_by_key(|(_, (bytes, _))| std::cmp::Reverse(*bytes));
    let mut largest: Vec<_> = functions.iter().collect();
    largest.sort_by_key(|(_, bytes)| std::cmp::Reverse(*bytes));
    let crates = crates
        .iter()
        .map(|(name, (bytes, count))| format!("{bytes:>9} in {count:>4} functions of {name}\n"));
    let largest = largest.iter().take(NAMED).map(|(name, bytes)| format!("{bytes:>9} {name}\n"));
    crates.chain(iter::once("\n".to_owned())).chain(largest).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_generic_function_counts_for_who_uses_it() {
        for (name, of) in [
            ("<alloc::vec::Vec<autengo_api::id::SellingId>>::push", "autengo_api"),
            ("<alloc::vec::Vec<u8>>::push", "alloc"),
            ("leptos::mount", "leptos"),
            ("memcpy", "without a name"),
        ] {
            assert_eq!(owner(name), of, "{name}");
        }
    }

    #[test]
    fn hashes_go_and_slices_stay() {
        let name = "<[alloc[6ccceecd3902b573]::string::String]>::join::<[u8; 8]>";
        assert_eq!(without_hashes(name), "<[alloc::string::String]>::join::<[u8; 8]>");
    }

    #[test]
    fn the_largest_come_first() {
        let functions = [("a::x", 1), ("b::y", 5), ("a::z", 3)];
        let functions = functions.map(|(name, size)| (name.to_owned(), size));
        assert_eq!(
            report(&functions),
            "        5 in    1 functions of b\n        4 in    2 functions of a\n\n        5 b::y\n        3 a::z\n        1 a::x\n"
        );
    }
}
