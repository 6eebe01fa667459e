//! A program that traps says so. Releases are compiled without the code that words a panic: it is a
//! trap, which browsers throw at whoever called the program. Every way into it leads through what it
//! exports, so these catch it, and tell the loader.

use anyhow::{Result, ensure};

/// How the glue takes what the program exports.
const TAKEN: &str = "wasm = instance.exports;";
/// How it hands that on to the later parts, which call each other without a detour.
const HANDED_ON: &str = "if (wasm !== undefined) return wasm;";

const GUARD: &str = r"
let onTrap;
/** Has a function called when the program traps; its memory is no longer sound then. */
export function watch(run) {
    onTrap = run;
}
export const guard = (run) => (...values) => {
    try {
        return run(...values);
    } catch (error) {
        if (error instanceof WebAssembly.RuntimeError) onTrap?.(error);
        throw error;
    }
};
function guarded(exports) {
    const entries = Object.entries(exports).map(([name, it]) => [name, typeof it === 'function' ? guard(it) : it]);
    return Object.fromEntries(entries);
}
";

/// The glue with every way into the program guarded.
pub(super) fn guard(glue: &str) -> Result<String> {
    ensure!(glue.matches(TAKEN).count() == 1, "the glue takes the exports in another way");
    ensure!(glue.contains(HANDED_ON), "the glue hands the exports on in another way");
    let glue = glue
        .replace(TAKEN, "wasm = guarded(instance.exports);")
        .replace(HANDED_ON, "if (wasm !== undefined) return wasmInstance.exports;");
    Ok(glue + GUARD)
}

/// How the script of the later parts tells the program that one is there, or is not.
const CALLED: &str = "sharedImports.__wasm_split.__indirect_function_table.get(callbackIndex)(callbackData, success)";

/// That script with this way into the program guarded.
pub(super) fn guard_parts(script: &str) -> Result<String> {
    ensure!(script.contains(CALLED), "the parts are told of in another way");
    Ok(script
        .replace(CALLED, &format!("guard(() => {CALLED})()"))
        .replace("import { initSync }", "import { guard, initSync }"))
}

#[cfg(test)]
mod tests {
    use super::guard;

    #[test]
    fn a_glue_that_is_written_otherwise_is_refused() {
        assert!(guard("wasm = instance.exports;").is_err());
        let guarded = guard("wasm = instance.exports; if (wasm !== undefined) return wasm;");
        assert!(guarded.unwrap().contains("guarded(instance.exports)"));
    }
}
