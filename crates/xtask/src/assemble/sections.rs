//! WebAssembly modules, section by section.

use anyhow::{Context, Result};
use wasm_encoder::{Module, RawSection};
use wasmparser::{Parser, Payload};

/// The module with new sections in the place of those for which `replace` appends one and says so.
pub(super) fn replace(
    wasm: &[u8],
    mut replace: impl FnMut(&mut Module, Payload) -> Result<bool>,
) -> Result<Vec<u8>> {
    let mut module = Module::new();
    for payload in Parser::new(0).parse_all(wasm) {
        let payload = payload.context("cannot read the program")?;
        let Some((id, range)) = payload.as_section() else { continue };
        if !replace(&mut module, payload)? {
            let data = wasm.get(usize::try_from(range.start)?..usize::try_from(range.end)?);
            module.section(&RawSection { id, data: data.context("the program ends too early")? });
        }
    }
    Ok(module.finish())
}
