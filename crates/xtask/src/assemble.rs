//! The end of every build: turns what Trunk made into the files that a host page embeds.
//!
//! Trunk names its files after what the compiler wrote, before wasm-opt and minification, and it
//! knows no loader for foreign pages. So this hook gives every file but the loader a name that
//! follows from its final content (such files may be cached for ever), and writes the loader,
//! whose name is stable, with those names in it.

mod border;
mod loader;
mod names;
mod page;
mod parts;
mod sections;
mod styles;
mod traps;
mod unused;

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use anyhow::{Context, Result, bail};
use autengo_api::credentials::Language;

use crate::command::{capture, command};
use crate::tools;
use crate::workspace;

/// The beginning of the embedded files' names.
const NAME: &str = "autengo-widget";

/// The variable that, when it is set, has a build keep the functions' names (docs/performance.md).
pub(crate) const KEEP_NAMES: &str = "AUTENGO_KEEP_NAMES";

/// Completes the build in `$TRUNK_STAGING_DIR`.
pub(crate) fn assemble() -> Result<()> {
    let staging = std::env::var_os("TRUNK_STAGING_DIR").map(PathBuf::from).context(
        "`assemble` is the last step of a build and is called by Trunk: run `cargo xtask build`",
    )?;
    let release = std::env::var_os("TRUNK_PROFILE").is_some_and(|profile| profile == "release");
    // Development builds are quick and legible instead.
    let minifier = if release { Some(tools::esbuild()?) } else { None };
    let build = Build { staging, minifier };

    let (wasm, glue) = match &build.minifier {
        Some(esbuild) => build.cut(esbuild)?,
        None => build.rename()?,
    };
    let css = build.write_styles()?;
    build.write_loader(&Names { glue: &glue, wasm: &wasm, css: &css })?;
    build.tidy_page()
}

/// A build that is being completed.
struct Build {
    /// Trunk's folder for files that are to become `dist/`.
    staging: PathBuf,
    /// esbuild, in a release build.
    minifier: Option<PathBuf>,
}

/// The hashed file names that the loader needs.
struct Names<'a> {
    glue: &'a str,
    wasm: &'a str,
    css: &'a str,
}

impl Build {
    /// Puts the program in parts in the place of Trunk's. Names of the first part and of the glue.
    fn cut(&self, esbuild: &Path) -> Result<(String, String)> {
        for own in ["_bg.wasm", ".js"] {
            remove(&self.trunks_own(own)?)?;
        }
        let parts = parts::cut(&self.staging)?;
        let wasm = self.take_hashed(&parts.first, "_bg.wasm")?;
        let snippets = self.staging.join("snippets");
        if snippets.exists() {
            // Bundling takes them in, so they need no hashed names of their own.
            fs::remove_dir_all(&snippets).context("cannot remove bundled snippets")?;
        }
        // wasm-bindgen names the script of the later parts once for each of them.
        let bundle = ["--bundle", "--format=esm", "--log-override:duplicate-object-key=silent"];
        let glue = capture(command(esbuild).args(MINIFY).args(bundle).arg(&parts.glue))?;
        Ok((wasm, self.write_hashed(glue.as_bytes(), ".js")?))
    }

    /// Gives Trunk's files their final names: those of the program and of the glue.
    fn rename(&self) -> Result<(String, String)> {
        let take = |ending| self.take_hashed(&self.trunks_own(ending)?, ending);
        Ok((take("_bg.wasm")?, take(".js")?))
    }

    /// Moves a file to where it is served from.
    fn take_hashed(&self, path: &Path, ending: &str) -> Result<String> {
        let content = fs::read(path).with_context(|| format!("cannot read {}", path.display()))?;
        let name = self.write_hashed(&content, ending)?;
        remove(path)?;
        Ok(name)
    }

    fn write_styles(&self) -> Result<String> {
        let styles = styles::joined(&workspace::root().join("style"))?;
        let styles = self.minified(styles, &["--loader=css"])?;
        self.write_hashed(styles.as_bytes(), ".css")
    }

    fn write_loader(&self, names: &Names) -> Result<()> {
        let embed = workspace::root().join("embed");
        let attributes = workspace::read(&embed.join("attributes.json"))?;
        let loader = workspace::read(&embed.join("autengo-widget.js"))?;
        let loader = loader::fill_in(&loader, names, &attributes, &languages()?)
            .context("embed/autengo-widget.js")?;
        // A classic script's names would be the page's.
        let loader = self.minified(loader, &["--loader=js", "--format=iife"])?;
        self.write("autengo-widget.js", loader.as_bytes())?;
        let types = workspace::read(&embed.join("autengo-widget.d.ts"))?;
        self.write("autengo-widget.d.ts", types.as_bytes())
    }

    fn tidy_page(&self) -> Result<()> {
        let page = workspace::read(&self.staging.join("index.html"))?;
        self.write("index.html", page::without_trunk_links(&page).as_bytes())
    }

    /// The one file that Trunk wrote with this ending.
    fn trunks_own(&self, ending: &str) -> Result<PathBuf> {
        let entries = fs::read_dir(&self.staging)
            .with_context(|| format!("cannot list {}", self.staging.display()))?;
        let mut found = Vec::new();
        for entry in entries {
            let entry = entry.context("cannot list Trunk's files")?;
            let name = entry.file_name();
            let name = name.to_string_lossy();
            if name.starts_with(NAME) && name.ends_with(ending) {
                found.push(entry.path());
            }
        }
        match found.as_slice() {
            [one] => Ok(one.clone()),
            [] => bail!(
                "Trunk wrote no {NAME}*{ending}: does index.html have its \
                 `<link data-trunk rel=\"rust\" …>`?"
            ),
            _ => bail!("Trunk wrote more than one {NAME}*{ending}"),
        }
    }

    fn minified(&self, source: String, flags: &[&str]) -> Result<String> {
        let Some(esbuild) = &self.minifier else {
            return Ok(source);
        };
        let file = workspace::scratch()?.join(format!("minify-{}", std::process::id()));
        fs::write(&file, source).with_context(|| format!("cannot write {}", file.display()))?;
        let input =
            fs::File::open(&file).with_context(|| format!("cannot read {}", file.display()))?;
        let output = capture(command(esbuild).args(MINIFY).args(flags).stdin(Stdio::from(input)));
        fs::remove_file(&file).with_context(|| format!("cannot remove {}", file.display()))?;
        output
    }

    fn write_hashed(&self, content: &[u8], ending: &str) -> Result<String> {
        let name = names::hashed(NAME, content, ending);
        self.write(&name, content)?;
        Ok(name)
    }

    fn write(&self, name: &str, content: &[u8]) -> Result<()> {
        let path: &Path = &self.staging.join(name);
        fs::write(path, content).with_context(|| format!("cannot write {}", path.display()))
    }
}

/// The codes of the languages that have a catalogue, the default first.
fn languages() -> Result<Vec<String>> {
    let mut codes = Vec::new();
    for file in fs::read_dir(workspace::root().join("locales")).context("cannot list locales/")? {
        let path = file.context("cannot list locales/")?.path();
        codes.push(path.file_stem().unwrap_or_default().to_string_lossy().into_owned());
    }
    codes.sort_by_key(|code| (code != Language::default().code(), code.clone()));
    Ok(codes)
}

fn remove(path: &Path) -> Result<()> {
    fs::remove_file(path).with_context(|| format!("cannot remove {}", path.display()))
}

/// Umlauts stay what they are: a byte or two instead of an escape of six.
const MINIFY: [&str; 4] = ["--minify", "--charset=utf8", "--target=es2022", "--log-level=warning"];
