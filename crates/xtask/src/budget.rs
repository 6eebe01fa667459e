//! The size budget: what a browser fetches before the first listing.

use std::fmt::Write as _;
use std::fs;
use std::io::Write as _;
use std::path::Path;
use std::process::ExitCode;

use anyhow::{Context, Result, bail};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};

use crate::workspace;

/// A limit on brotli bytes.
struct Limit {
    what: &'static str,
    must: usize,
    aim: usize,
}

const EVERYTHING: Limit = Limit { what: "all", must: 117_500, aim: 95_000 };
/// The parts that come later: what grows there is fetched, too.
const LATER: Limit = Limit { what: "after the first list", must: 205_000, aim: 125_000 };
const JAVASCRIPT: Limit = Limit { what: "JavaScript", must: 8_900, aim: 8_000 };

/// A file that a browser fetches, and its bytes raw and compressed.
#[derive(Clone)]
struct Size {
    name: String,
    raw: usize,
    gzip: usize,
    brotli: usize,
}

impl Size {
    fn of(name: String, content: &[u8]) -> Result<Self> {
        Ok(Self { name, raw: content.len(), gzip: gzip(content)?, brotli: brotli(content)? })
    }

    /// Whether it is a part of the program that the first list does not need.
    fn is_later(&self) -> bool {
        self.is("wasm") && !self.name.ends_with("_bg.wasm")
    }

    fn is_javascript(&self) -> bool {
        self.is("js")
    }

    fn is(&self, extension: &str) -> bool {
        Path::new(&self.name).extension().is_some_and(|own| own == extension)
    }

    fn sum<'a>(name: &str, sizes: impl Iterator<Item = &'a Self>) -> Self {
        let none = Self { name: name.to_owned(), raw: 0, gzip: 0, brotli: 0 };
        sizes.fold(none, |sum, size| Self {
            name: sum.name,
            raw: sum.raw + size.raw,
            gzip: sum.gzip + size.gzip,
            brotli: sum.brotli + size.brotli,
        })
    }
}

/// Prints the table of `dist/`; the exit code says whether it keeps the budgets.
pub(crate) fn check_dist() -> Result<ExitCode> {
    let sizes = measure(&workspace::dist())?;
    let (report, kept) = report(&sizes.first, &sizes.later);
    print!("{report}");
    Ok(if kept { ExitCode::SUCCESS } else { ExitCode::FAILURE })
}

/// The files that a browser fetches.
struct Sizes {
    /// Before the first list: the loader, and what it loads.
    first: Vec<Size>,
    /// After it, or when it is needed.
    later: Vec<Size>,
}

fn measure(dist: &Path) -> Result<Sizes> {
    let mut sizes = Vec::new();
    let entries = fs::read_dir(dist)
        .with_context(|| format!("cannot list {}: run `cargo xtask build`", dist.display()))?;
    for entry in entries {
        let path = entry.context("cannot list dist")?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
        let fetched = ["js", "wasm", "css"]
            .iter()
            .any(|known| path.extension().is_some_and(|extension| extension == *known));
        if name.starts_with("autengo-widget") && fetched {
            let content =
                fs::read(&path).with_context(|| format!("cannot read {}", path.display()))?;
            sizes.push(Size::of(name, &content)?);
        }
    }
    sizes.sort_by(|a, b| a.name.len().cmp(&b.name.len()).then_with(|| a.name.cmp(&b.name)));
    let (later, first): (Vec<_>, Vec<_>) = sizes.into_iter().partition(Size::is_later);
    if first.len() != 4 {
        bail!(
            "dist/ should hold a loader, its glue, a wasm and a css file, and holds {}: run `cargo \
             xtask build`",
            first.len()
        );
    }
    Ok(Sizes { first, later })
}

/// The table and a sentence per limit; whether every limit is kept.
fn report(sizes: &[Size], later: &[Size]) -> (String, bool) {
    let all = Size::sum("all", sizes.iter());
    let after = Size::sum("after the first list", later.iter());
    let javascript = Size::sum("JavaScript", sizes.iter().filter(|size| size.is_javascript()));
    let mut text = format!("{:<44} {:>9} {:>9} {:>9}\n", "bytes", "raw", "gzip", "brotli");
    let rows = sizes.iter().chain([&javascript, &all]);
    for size in rows.chain(later).chain((!later.is_empty()).then_some(&after)) {
        // Writing to a String cannot fail.
        let _ =
            writeln!(text, "{:<44} {:>9} {:>9} {:>9}", size.name, size.raw, size.gzip, size.brotli);
    }
    let mut kept = true;
    for (limit, size) in [(JAVASCRIPT, javascript), (EVERYTHING, all), (LATER, after)] {
        let (verdict, within) = limit.judge(size.brotli);
        kept &= within;
        text.push_str(&verdict);
        text.push('\n');
    }
    (text, kept)
}

impl Limit {
    fn judge(&self, bytes: usize) -> (String, bool) {
        let Self { what, must, aim } = self;
        let verdict = if bytes > *must {
            let over = bytes - must;
            format!("{what}: {over} bytes over the budget of {must}")
        } else if bytes > *aim {
            let over = bytes - aim;
            format!("{what}: within the budget of {must}, {over} bytes over the aim of {aim}")
        } else {
            format!("{what}: within the aim of {aim}")
        };
        (verdict, bytes <= *must)
    }
}

fn gzip(content: &[u8]) -> Result<usize> {
    let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
    encoder.write_all(content).context("cannot compress")?;
    Ok(encoder.finish().context("cannot compress")?.len())
}

fn brotli(content: &[u8]) -> Result<usize> {
    let parameters =
        BrotliEncoderParams { quality: 11, size_hint: content.len(), ..Default::default() };
    let mut compressed = Vec::new();
    brotli::BrotliCompress(&mut &*content, &mut compressed, &parameters)
        .context("cannot compress")?;
    Ok(compressed.len())
}

#[cfg(test)]
mod tests {
    use super::{Size, brotli, gzip, report};

    fn size(name: &str, brotli: usize) -> Size {
        Size { name: name.to_owned(), raw: brotli * 4, gzip: brotli * 2, brotli }
    }

    #[test]
    fn the_table_sums_all_files_and_the_scripts() {
        let (text, kept) = report(
            &[size("a.js", 1_000), size("b-1.js", 3_000), size("b-1_bg.wasm", 90_000)],
            &[size("b-vehicle-1.wasm", 70_000)],
        );
        assert!(kept);
        assert!(
            text.contains(
                "JavaScript                                       16000      8000      4000"
            ),
            "{text}"
        );
        assert!(
            text.contains(
                "all                                             376000    188000     94000"
            ),
            "{text}"
        );
        assert!(
            text.ends_with(
                "JavaScript: within the aim of 8000\nall: within the aim of 95000\n\
                 after the first list: within the aim of 125000\n"
            ),
            "{text}"
        );
    }

    #[test]
    fn the_aim_may_be_missed_but_not_the_budget() {
        let (text, kept) = report(&[size("b_bg.wasm", 117_500)], &[]);
        assert!(kept && text.contains("22500 bytes over the aim of 95000"), "{text}");
        let (text, kept) = report(&[size("b_bg.wasm", 117_501)], &[]);
        assert!(!kept && text.contains("all: 1 bytes over the budget of 117500"), "{text}");
    }

    #[test]
    fn scripts_have_a_budget_of_their_own() {
        let (text, kept) = report(&[size("a.js", 8_901)], &[]);
        assert!(!kept && text.contains("JavaScript: 1 bytes over the budget of 8900"), "{text}");
    }

    #[test]
    fn repetition_compresses() {
        let text = "vehicle ".repeat(500);
        assert!(gzip(text.as_bytes()).unwrap() < 100);
        assert!(brotli(text.as_bytes()).unwrap() < 50);
    }
}
