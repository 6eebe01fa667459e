//! What a library exports to JavaScript and nobody calls there. Whatever `#[wasm_bindgen]` exports
//! stays in a program with all that it needs, so it goes before the program is cut: into its parts
//! goes what its exports need.

use anyhow::{Context, Result, ensure};
use wasm_encoder::{CustomSection, ExportSection};
use wasmparser::Payload;

use super::sections::replace;

/// The library, which Leptos brings for its server functions.
const LIBRARY: &[u8] = b"wasm-streams-";

/// The section in which libraries tell wasm-bindgen what they export and import.
const TOLD: &str = "__wasm_bindgen_unstable";

/// The program, as the compiler wrote it, without what the library exports.
pub(super) fn without(wasm: &[u8]) -> Result<Vec<u8>> {
    let mut suffix = None;
    let wasm = replace(wasm, |module, payload| {
        let Payload::CustomSection(section) = payload else { return Ok(false) };
        if section.name() != TOLD {
            return Ok(false);
        }
        let mut kept = Vec::new();
        let mut rest = section.data();
        while !rest.is_empty() {
            let all = rest;
            let (_version, told) = (take(&mut rest)?, take(&mut rest)?);
            match hash(told) {
                Some(hash) => suffix = Some(format!("_{hash}")),
                None => kept.extend_from_slice(&all[..all.len() - rest.len()]),
            }
        }
        module.section(&CustomSection { name: TOLD.into(), data: kept.into() });
        Ok(true)
    })?;
    let suffix = suffix.context("the program has no wasm-streams: remove unused.rs")?;
    replace(&wasm, |module, payload| {
        let Payload::ExportSection(exports) = payload else { return Ok(false) };
        let mut kept = ExportSection::new();
        let all = exports.count();
        for export in exports {
            let export = export?;
            if !export.name.ends_with(&suffix) {
                kept.export(export.name, export.kind.into(), export.index);
            }
        }
        ensure!(kept.len() < all, "wasm-streams exports nothing: remove unused.rs");
        module.section(&kept);
        Ok(true)
    })
}

/// The next bytes, whose number stands in four bytes before them.
fn take<'a>(rest: &mut &'a [u8]) -> Result<&'a [u8]> {
    let too_short = || format!("{TOLD} ends too early");
    let (length, bytes) = rest.split_first_chunk().with_context(too_short)?;
    let length = usize::try_from(u32::from_le_bytes(*length))?;
    let (taken, after) = bytes.split_at_checked(length).with_context(too_short)?;
    *rest = after;
    Ok(taken)
}

/// The hash that wasm-bindgen appends to all of the library's exports, if it is the library that tells.
fn hash(told: &[u8]) -> Option<String> {
    let start = told.windows(LIBRARY.len()).position(|bytes| bytes == LIBRARY)? + LIBRARY.len();
    let hash = told.get(start..start + 16)?;
    hash.iter().all(u8::is_ascii_hexdigit).then(|| String::from_utf8_lossy(hash).into_owned())
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{ExportKind, Module};
    use wasmparser::Parser;

    use super::*;

    const HASH: &str = "58a9338f50bce61c";

    fn program(libraries: &[String], exports: &[&str]) -> Vec<u8> {
        let mut told = Vec::new();
        for library in libraries {
            for text in ["0.2", library] {
                told.extend(u32::try_from(text.len()).unwrap().to_le_bytes());
                told.extend(text.as_bytes());
            }
        }
        let mut section = ExportSection::new();
        for name in exports {
            section.export(name, ExportKind::Func, 0);
        }
        let mut module = Module::new();
        module.section(&section).section(&CustomSection { name: TOLD.into(), data: told.into() });
        module.finish()
    }

    #[test]
    fn what_it_exports_and_tells_goes() {
        let ours = "a class of autengo-widget-0123456789abcdef".to_owned();
        let theirs = format!("a class of wasm-streams-{HASH}, with a method");
        let sink = format!("sink_abort_{HASH}");
        let wasm = without(&program(&[ours.clone(), theirs], &["mount", &sink])).unwrap();
        assert_eq!(wasm, program(&[ours], &["mount"]));
        assert!(Parser::new(0).parse_all(&wasm).all(|payload| payload.is_ok()));
    }

    #[test]
    fn a_program_without_it_is_refused() {
        let error = without(&program(&["autengo-widget-0".to_owned()], &["mount"])).unwrap_err();
        assert!(error.to_string().contains("remove unused.rs"), "{error}");
    }
}
