//! Short names for what the program imports from its glue: wasm-bindgen's are long, end with digits
//! that do not compress, and stand in both files.

use anyhow::{Context, Result, bail, ensure};
use wasmparser::{Imports, Parser, Payload};

/// Gives the functions that `wasm` imports short names, there and in `glue`, which has them as keys
/// of an object.
pub(super) fn shorten(wasm: &[u8], glue: &str) -> Result<(Vec<u8>, String)> {
    let mut short = Names::default();
    let mut script = glue.to_owned();
    let bytes = |from: u64, to: u64| -> Result<&[u8]> {
        let place = usize::try_from(from)?..usize::try_from(to)?;
        wasm.get(place).context("the program ends too early")
    };
    let mut program = bytes(0, 8)?.to_vec();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.context("cannot read the program")?;
        let Some((id, range)) = payload.as_section() else { continue };
        let mut section = Vec::new();
        if let Payload::ImportSection(imports) = payload {
            write_number(&mut section, imports.count());
            let imports = imports.into_iter_with_offsets();
            let imports: Vec<_> = imports.collect::<Result<_, _>>().context("its imports")?;
            let starts = imports.iter().map(|(start, _)| *start);
            let ends = starts.skip(1).chain([range.end]);
            for ((start, import), end) in imports.iter().zip(ends) {
                let Imports::Single(_, import) = import else {
                    bail!("it groups its imports, which wasm-bindgen never did")
                };
                // Before its kind stand two names, each with its length in one byte.
                let names = 2 + import.module.len() + import.name.len();
                ensure!(import.module.len() < 128 && import.name.len() < 128, "a name is too long");
                let key = format!("{}:", import.name);
                let is_in_glue = script.contains(&key);
                let name = if is_in_glue { short.next() } else { import.name.to_owned() };
                script = script.replace(&key, &format!("{name}:"));
                for text in [import.module, &name] {
                    write_number(&mut section, u32::try_from(text.len())?);
                    section.extend_from_slice(text.as_bytes());
                }
                section.extend_from_slice(bytes(start + u64::try_from(names)?, end)?);
            }
        } else {
            section.extend_from_slice(bytes(range.start, range.end)?);
        }
        program.push(id);
        write_number(&mut program, u32::try_from(section.len())?);
        program.extend(section);
    }
    ensure!(short.given > 0, "the glue names none of the program's imports");
    Ok((program, script))
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

/// In LEB128, as modules write numbers.
fn write_number(target: &mut Vec<u8>, mut number: u32) {
    loop {
        let low = number.to_le_bytes()[0] & 0x7f;
        number >>= 7;
        if number == 0 {
            return target.push(low);
        }
        target.push(low | 0x80);
    }
}

#[cfg(test)]
mod tests {
    use super::{Names, shorten};

    /// Imports `m.__wbg_one_12` and `m.two`, both functions of type 0.
    const MODULE: &[u8] = b"\0asm\x01\0\0\0\
        \x01\x04\x01\x60\0\0\
        \x02\x1a\x02\x01m\x0c__wbg_one_12\0\0\x01m\x03two\0\0";

    #[test]
    fn a_name_that_the_glue_has_is_short_in_both() {
        let (module, glue) = shorten(MODULE, "{ __wbg_one_12: f, __wbg_one_123: g }").unwrap();
        assert_eq!(glue, "{ a: f, __wbg_one_123: g }");
        assert_eq!(
            module,
            b"\0asm\x01\0\0\0\x01\x04\x01\x60\0\0\x02\x0f\x02\x01m\x01a\0\0\x01m\x03two\0\0"
        );
    }

    #[test]
    fn a_glue_without_the_names_is_refused() {
        assert!(shorten(MODULE, "{}").is_err());
    }

    #[test]
    fn names_do_not_repeat() {
        let mut names = Names::default();
        let names: Vec<_> = (0..800).map(|_| names.next()).collect();
        assert_eq!([&names[0], &names[25], &names[26], &names[702]], ["a", "z", "aa", "aaa"]);
    }
}
