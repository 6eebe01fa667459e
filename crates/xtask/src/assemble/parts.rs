//! The program of a release build in several files: what the first list needs, and what is fetched
//! after it.
//!
//! Trunk cannot cut a program, and wasm-bindgen's output can no longer be cut. So this begins again
//! with what the compiler wrote, whose relocations (`build.rs` asks for them) say which code and
//! data needs which.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{env, fs};

use anyhow::{Context, Result, anyhow, bail, ensure};
use wasm_encoder::{CustomSection, Section};
use wasm_split_cli_support::{Options, transform};

use super::{KEEP_NAMES, NAME, border, names, traps, unused};
use crate::command::{command, run};
use crate::{tools, workspace};

/// The script that fetches the later parts.
const LINK: &str = "./__wasm_split.js";

/// The parts in the order in which they come: what several of them need is in the file of the first.
const ORDER: [&str; 5] = ["links", "controls", "filters", "vehicle", "parked"];

/// How that script fetches a part, starts it, and says why it did not come: it asks for a MIME type
/// that many servers do not know, has no time limit, and names no file.
const BARE: [&str; 3] =
    ["fetch(new URL(", "WebAssembly.instantiateStreaming(src, imports)", "console.error(e);"];
/// The same for every server, in time, and with a reason, once.
const GUARDED: [&str; 3] =
    ["part(new URL(", "src.then((module) => WebAssembly.instantiate(module, imports))", "tell(e);"];
/// What those need. What a browser has kept is not asked again where it did not help.
const GUARD: &str = "
const asked = new Set(), told = new Set(), files = new Map();
async function file(href) {
    try {
        const cache = asked.has(href) ? 'reload' : 'default';
        asked.add(href);
        const response = await fetch(href, { cache, signal: AbortSignal.timeout(15000) });
        if (!response.ok) throw new Error(`it answered ${response.status}`);
        if (response.headers.get('Content-Type') === 'application/wasm') return await WebAssembly.compileStreaming(response);
        return await WebAssembly.compile(await response.arrayBuffer());
    } catch ({ message }) {
        files.delete(href);
        throw new Error(`${href} did not come: ${message}`);
    }
}
async function part({ href }, within) {
    if (!files.has(href)) files.set(href, file(href));
    const module = await files.get(href);
    return within ? WebAssembly.compile(WebAssembly.Module.customSections(module, within)[0]) : module;
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
    let input = unused::without(&input)?;
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
    let wasm = fs::read(&first).with_context(|| format!("cannot read {}", first.display()))?;
    let (wasm, script) = border::shorten(&wasm, &workspace::read(&glue)?)?;
    write(&first, &wasm)?;
    write(&glue, traps::guard(&script)?.as_bytes())?;
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
    let mut contents = BTreeMap::new();
    for part in later {
        optimize(&part)?;
        let content = fs::read(&part).with_context(|| format!("cannot read {}", part.display()))?;
        let file = part.file_name().unwrap_or_default().to_string_lossy().into_owned();
        contents.insert(file, content);
    }
    for (name, content) in pack(&mut script, &contents)? {
        write(&staging.join(name), &content)?;
    }
    write(&link, script.as_bytes())?;
    Ok(Parts { glue, first })
}

/// The files in which the parts come, with their names: what several parts need is a custom section
/// in the file of the first of them, as a browser asks sooner for one file than for ten. `script` is
/// told where each is.
fn pack(
    script: &mut String,
    contents: &BTreeMap<String, Vec<u8>>,
) -> Result<Vec<(String, Vec<u8>)>> {
    let mut files = Vec::new();
    let mut homeless: Vec<&String> = contents.keys().collect();
    for part in ORDER {
        let own = format!("split_{part}.wasm");
        let Some(content) = contents.get(&own) else { bail!("the program has no part `{part}`") };
        let mut content = content.clone();
        let mut within = Vec::new();
        for file in homeless
            .extract_if(.., |file| **file == own || users(script, file).any(|it| it == part))
        {
            if *file != own {
                append(&mut content, stem(file), &contents[file]);
                within.push(file);
            }
        }
        let name = names::hashed(&format!("{NAME}-{part}"), &content, ".wasm");
        let mut refer = |file: &str, place: &str| {
            let reference = format!("part(new URL(\"./{file}\", import.meta.url)");
            ensure!(script.contains(&reference), "{LINK} does not name {file}");
            let new = format!("part(new URL(\"./{name}\", import.meta.url){place}");
            *script = script.replace(&reference, &new);
            Ok(())
        };
        refer(&own, "")?;
        for file in within {
            refer(file, &format!(", \"{}\"", stem(file)))?;
        }
        files.push((name, content));
    }
    ensure!(homeless.is_empty(), "{homeless:?} are needed by parts that are not in ORDER");
    Ok(files)
}

/// The parts that need a file: the splitter's script has them in a comment above its loader.
fn users<'a>(script: &'a str, file: &str) -> impl Iterator<Item = &'a str> {
    let loader = format!("*/\nconst __{} = ", stem(file));
    let end = script.find(&loader).unwrap_or_default();
    let start = script[..end].rfind("/* ").map_or(end, |start| start + 3);
    script[start..end].trim().split(", ")
}

fn stem(file: &str) -> &str {
    file.trim_end_matches(".wasm").trim_start_matches("split_")
}

/// Appends a section that browsers hand out by its name.
fn append(wasm: &mut Vec<u8>, name: &str, content: &[u8]) {
    CustomSection { name: name.into(), data: content.into() }.append_to(wasm);
}

fn write(path: &Path, content: &[u8]) -> Result<()> {
    fs::write(path, content).with_context(|| format!("cannot write {}", path.display()))
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
        .args([
            "-Os",
            "-Os",
            "--quiet",
            names,
            "--strip-producers",
            "--strip-target-features",
            "-o",
        ])
        .arg(wasm)
        .arg(wasm))
}

#[cfg(test)]
mod tests {
    use wasmparser::{Parser, Payload};

    use super::*;

    const EMPTY: [u8; 8] = *b"\0asm\x01\0\0\0";

    /// Modules of which each has 300 bytes, so that their lengths take two.
    fn contents(files: &[&str]) -> BTreeMap<String, Vec<u8>> {
        let module = |fill| {
            let mut module = EMPTY.to_vec();
            append(&mut module, "fill", &[fill; 300]);
            module
        };
        files.iter().zip(0..).map(|(file, fill)| ((*file).to_owned(), module(fill))).collect()
    }

    fn script(chunks: &[(&str, &str)]) -> String {
        let load = |file: &str| format!("part(new URL(\"./{file}\", import.meta.url))\n");
        let own = ORDER.map(|part| load(&format!("split_{part}.wasm"))).concat();
        let chunk = |(file, users): &(&str, &str)| {
            format!("/* {users} */\nconst __{} = {}", stem(file), load(file))
        };
        own + &chunks.iter().map(chunk).collect::<String>()
    }

    #[test]
    fn a_shared_part_is_a_section_in_the_file_of_its_first_user() {
        let own = ORDER.map(|part| format!("split_{part}.wasm"));
        let mut files: Vec<&str> = own.iter().map(String::as_str).collect();
        files.extend(["chunk_6.wasm", "chunk_7.wasm"]);
        let contents = contents(&files);
        let mut script =
            script(&[("chunk_6.wasm", "filters, vehicle"), ("chunk_7.wasm", "parked")]);
        let packed = pack(&mut script, &contents).unwrap();
        assert_eq!(packed.len(), ORDER.len());
        let (name, filters) = &packed[2];
        assert!(name.starts_with("autengo-widget-filters-"), "{name}");
        assert!(script.contains(&format!("{name}\", import.meta.url), \"chunk_6\")")), "{script}");
        let sections = Parser::new(0).parse_all(filters).filter_map(|payload| match payload {
            Ok(Payload::CustomSection(section)) => Some((section.name(), section.data().to_vec())),
            _ => None,
        });
        let sections: Vec<_> = sections.collect();
        assert_eq!(sections.len(), 2);
        assert_eq!(sections[1], ("chunk_6", contents["chunk_6.wasm"].clone()));
    }

    #[test]
    fn a_part_that_nobody_in_order_needs_is_refused() {
        let own = ORDER.map(|part| format!("split_{part}.wasm"));
        let mut files: Vec<&str> = own.iter().map(String::as_str).collect();
        files.push("chunk_6.wasm");
        let mut script = script(&[("chunk_6.wasm", "compare")]);
        let error = pack(&mut script, &contents(&files)).unwrap_err();
        assert!(error.to_string().contains("chunk_6.wasm"), "{error}");
    }
}
