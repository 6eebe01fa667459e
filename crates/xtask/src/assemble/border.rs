//! Short names for what the program and its glue have of each other: wasm-bindgen's are long, end
//! with digits that do not compress, and stand in both files.

use std::collections::BTreeMap;

use anyhow::{Result, bail, ensure};
use wasm_encoder::{EntityType, ExportSection, ImportSection};
use wasmparser::{ExternalKind, Imports, Payload};

use super::sections::replace;

/// How the glue names what the program exports.
const OF_PROGRAM: &str = "wasm.";

/// Gives the functions that `wasm` exports to `glue`, and those that it imports from there, short
/// names in both.
pub(super) fn shorten(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut script = glue.to_owned();
    let mut exported = BTreeMap::new();
    let mut imported = Names::default();
    let wasm = replace(wasm, |module, payload| match payload {
        Payload::ImportSection(imports) => {
            let mut section = ImportSection::new();
            for import in imports {
                let Imports::Single(_, import) = import? else {
                    bail!("it groups its imports, which wasm-bindgen never did")
                };
                // A key of an object.
                let key = format!("{}:", import.name);
                let is_in_glue = script.contains(&key);
                let name = if is_in_glue { imported.next() } else { import.name.to_owned() };
                script = script.replace(&key, &format!("{name}:"));
                section.import(import.module, &name, EntityType::try_from(import.ty)?);
            }
            module.section(&section);
            Ok(true)
        }
        Payload::ExportSection(exports) => {
            let mut short = Names::default();
            let mut section = ExportSection::new();
            for export in exports {
                let export = export?;
                let is_called = export.kind == ExternalKind::Func
                    && called(glue).any(|(name, _)| name == export.name);
                let name = if is_called { short.next() } else { export.name.to_owned() };
                section.export(&name, export.kind.into(), export.index);
                exported.insert(export.name.to_owned(), name);
            }
            module.section(&section);
            Ok(true)
        }
        _ => Ok(false),
    })?;
    ensure!(imported.given > 0, "the glue names none of the program's imports");
    let mut glue = String::new();
    glue.push_str(script.split(OF_PROGRAM).next().unwrap_or_default());
    for (name, rest) in called(&script) {
        glue.push_str(OF_PROGRAM);
        glue.push_str(exported.get(name).map_or(name, String::as_str));
        glue.push_str(rest);
    }
    Ok((wasm, glue))
}

/// What the glue names of the program, and the text up to the next such name.
fn called(glue: &str) -> impl Iterator<Item = (&str, &str)> {
    let is_part = |letter: char| letter.is_ascii_alphanumeric() || letter == '_';
    let after = glue.split(OF_PROGRAM).skip(1);
    after.map(move |text| text.split_at(text.find(|it| !is_part(it)).unwrap_or(text.len())))
}

/// `a` to `z`, then `aa` and so on.
#[derive(Default)]
struct Names {
    given: usize,
}

impl Names {
    fn next(&mut self) -> String {
        let mut rest = self.given;
        self.given += 1;
        let mut name = String::new();
        loop {
            name.insert(0, char::from(b"abcdefghijklmnopqrstuvwxyz"[rest % 26]));
            if rest < 26 {
                return name;
            }
            rest = rest / 26 - 1;
        }
    }
}

#[cfg(test)]
mod tests {
    use wasm_encoder::{ExportKind, Module};

    use super::*;

    fn module(imports: &[&str], exports: &[(&str, ExportKind)]) -> Vec<u8> {
        let mut import_section = ImportSection::new();
        for name in imports {
            import_section.import("m", name, EntityType::Function(0));
        }
        let mut export_section = ExportSection::new();
        for (name, kind) in exports {
            export_section.export(name, *kind, 0);
        }
        let mut module = Module::new();
        module.section(&import_section).section(&export_section);
        module.finish()
    }

    #[test]
    fn a_name_that_both_have_is_short_in_both() {
        let long = module(
            &["__wbg_one_12", "two"],
            &[
                ("shared", ExportKind::Func),
                ("invoke_1", ExportKind::Func),
                ("memory", ExportKind::Memory),
            ],
        );
        let glue =
            "{ __wbg_one_12: f, __wbg_one_123: g } wasm.invoke_1(2); wasm.invoke_12; wasm.memory";
        let (short, glue) = shorten(&long, glue).unwrap();
        assert_eq!(glue, "{ a: f, __wbg_one_123: g } wasm.a(2); wasm.invoke_12; wasm.memory");
        let exports =
            [("shared", ExportKind::Func), ("a", ExportKind::Func), ("memory", ExportKind::Memory)];
        assert_eq!(short, module(&["a", "two"], &exports));
    }

    #[test]
    fn a_glue_without_the_names_is_refused() {
        assert!(shorten(&module(&["one"], &[]), "{}").is_err());
    }

    #[test]
    fn names_do_not_repeat() {
        let mut names = Names::default();
        let names: Vec<_> = (0..800).map(|_| names.next()).collect();
        assert_eq!([&names[0], &names[25], &names[26], &names[702]], ["a", "z", "aa", "aaa"]);
    }
}
