//! The program of a release build in several files: what the first list needs, and what is fetched
//! after it.
//!
//! Trunk cannot cut a program, and wasm-bindgen's output can no longer be cut. So this begins again
//! with what the compiler wrote, whose relocations (`build.rs` asks for them) say which code and
//! data needs which.

use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, anyhow, ensure};
use wasm_split_cli_support::{Options, transform};

use super::{NAME, imports, names, traps};
use crate::command::{command, run};
use crate::{tools, workspace};

/// The variable that, when it is set, has a build keep the functions' names (docs/performance.md).
const KEEP_NAMES: &str = "AUTENGO_KEEP_NAMES";

/// The script that fetches the later parts.
const LINK: &str = "./__wasm_split.js";

/// How that script fetches a part, starts it, and says why it did not come: it asks for a MIME type
/// that many servers do not know, has no time limit, and names no file.
const BARE: [&str; 3] =
    ["fetch(new URL(", "WebAssembly.instantiateStreaming(src, imports)", "console.error(e);"];
/// The same for every server, in time, and with a reason, once.
const GUARDED: [&str; 3] =
    ["part(new URL(", "src.then((module) => WebAssembly.instantiate(module, imports))", "tell(e);"];
/// What those need. What a browser has kept is not asked again where it did not help.
const GUARD: &str = "
const asked = new Set(), told = new Set();
async function part({ href }) {
    try {
        const cache = asked.has(href) ? 'reload' : 'default';
        asked.add(href);
        const response = await fetch(href, { cache, signal: AbortSignal.timeout(15000) });
        if (!response.ok) throw new Error(`it answered ${response.status}`);
        return await WebAssembly.compile(await response.arrayBuffer());
    } catch ({ message }) {
        throw new Error(`${href} did not come: ${message}`);
    }
}
function tell({ message }) {
    if (!told.has(message)) console.error(`<autengo-vehicles> ${message}`);
    told.add(message);
}
";

/// The parts of a program.
pub(super) struct Parts {
    /// The glue, which takes in the script that fetches the later parts.
    pub(super) glue: PathBuf,
    /// The file that is fetched first.
    pub(super) first: PathBuf,
}

/// Cuts the program that the compiler wrote. The later parts are put into `staging`, under names
/// that follow from their content.
pub(super) fn cut(staging: &Path) -> Result<Parts> {
    // What the compiler wrote, before wasm-bindgen.
    let program = workspace::target().join(format!("wasm32-unknown-unknown/release/{NAME}.wasm"));
    let input = fs::read(&program)
        .with_context(|| format!("cannot read {}: run `cargo xtask build`", program.display()))?;
    let folder = workspace::scratch()?.join("parts");
    if folder.exists() {
        fs::remove_dir_all(&folder)
            .with_context(|| format!("cannot empty {}", folder.display()))?;
    }
    let main = folder.join(format!("{NAME}.wasm"));
    let mut options = Options::new(&input);
    options.output_dir = &folder;
    options.main_out_path = &main;
    options.link_name = LINK;
    let main_module = format!("./{NAME}.js");
    options.main_module = &main_module;
    let later = transform(options)
        .map_err(|error| anyhow!("cannot cut {}: {error:#}", program.display()))?
        .split_modules;
    ensure!(!later.is_empty(), "the program has no part that may come later: see src/chunk.rs");

    run(command(tools::wasm_bindgen()?.join("wasm-bindgen"))
        // The later parts reach into the first by what the linker exports.
        .args(["--target", "web", "--no-typescript", "--keep-lld-exports"])
        .args(["--out-name", NAME, "--out-dir"])
        .arg(&folder)
        .arg(&main))?;
    let first = folder.join(format!("{NAME}_bg.wasm"));
    let glue = folder.join(format!("{NAME}.js"));
    let long = fs::read(&first).with_context(|| format!("cannot read {}", first.display()))?;
    let (program, script) = imports::shorten(&long, &workspace::read(&glue)?)?;
    fs::write(&first, program).with_context(|| format!("cannot write {}", first.display()))?;
    fs::write(&glue, traps::guard(&script)?)
        .with_context(|| format!("cannot write {}", glue.display()))?;
    optimize(&first)?;

    let link = folder.join(LINK);
    let mut script = workspace::read(&link)?;
    for (bare, guarded) in BARE.into_iter().zip(GUARDED) {
        ensure!(
            script.contains(bare),
            "{LINK} has no `{bare}`: it fetches its parts in another way"
        );
        script = script.replace(bare, guarded);
    }
    script.push_str(GUARD);
    script = traps::guard_parts(&script)?;
    for part in later {
        optimize(&part)?;
        let content = fs::read(&part).with_context(|| format!("cannot read {}", part.display()))?;
        let old = part.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let stem = old.trim_end_matches(".wasm").trim_start_matches("split_");
        let name = names::hashed(&format!("{NAME}-{stem}"), &content, ".wasm");
        let reference = format!("\"./{old}\"");
        ensure!(script.contains(&reference), "{LINK} does not name {old}");
        script = script.replace(&reference, &format!("\"./{name}\""));
        fs::write(staging.join(&name), content).with_context(|| format!("cannot write {name}"))?;
    }
    fs::write(&link, script).with_context(|| format!("cannot write {}", link.display()))?;
    Ok(Parts { glue, first })
}

fn optimize(wasm: &Path) -> Result<()> {
    // Cutting drops the section that names the features which the compiler used; these are they.
    const FEATURES: [&str; 7] = [
        "--enable-bulk-memory",
        "--enable-multivalue",
        "--enable-mutable-globals",
        "--enable-nontrapping-float-to-int",
        "--enable-reference-types",
        "--enable-sign-ext",
        "--enable-extended-const",
    ];
    // Profilers want the functions' names, which are half as large as the program.
    let names = if env::var_os(KEEP_NAMES).is_some() { "--debuginfo" } else { "--strip-debug" };
    run(command(tools::wasm_opt()?.join("wasm-opt"))
        .args(FEATURES)
        .args(["-Os", "--quiet", names, "--strip-producers", "--strip-target-features", "-o"])
        .arg(wasm)
        .arg(wasm))
}
