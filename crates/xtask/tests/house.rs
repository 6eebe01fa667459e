//! The house rules of ARCHITECTURE.md: which room of the widget may know which, and what only one
//! room may do. They are read from the source, so that breaking one breaks the build.

#![expect(clippy::unwrap_used, reason = "a test that unwraps says where it failed")]

#[path = "house/source.rs"]
mod source;

use std::fs;
use std::path::{Path, PathBuf};

use source::{Source, Word};

/// Every room of `src/`, and the rooms it may use. From above downwards: a room uses only rooms
/// that stand below it here.
const ARROWS: [(&str, &[&str]); 22] = [
    ("main", &["embed"]),
    ("lib", &[]),
    ("embed", &["app", "client", "config", "i18n", "host", "js"]),
    (
        "app",
        &[
            "pages", "search", "parked", "chunk", "client", "nav", "remote", "ui", "config",
            "i18n", "host", "device", "schedule",
        ],
    ),
    (
        "pages",
        &[
            "inquiry", "search", "parked", "offer", "chunk", "client", "nav", "remote", "ui",
            "config", "i18n", "host", "device", "observe", "schedule", "js",
        ],
    ),
    ("inquiry", &["client", "nav", "ui", "config", "i18n", "host", "device", "schedule", "js"]),
    (
        "search",
        &["client", "nav", "remote", "config", "i18n", "host", "device", "schedule", "lasting"],
    ),
    ("parked", &["device", "lasting", "js"]),
    ("offer", &["config", "i18n", "host"]),
    ("chunk", &["remote", "host", "device", "lasting"]),
    // These three do not know each other.
    ("client", &["config", "i18n", "host", "device", "js"]),
    ("nav", &["host", "observe", "lasting"]),
    ("remote", &["device", "lasting"]),
    ("ui", &["i18n", "observe", "schedule", "js"]),
    ("config", &[]),
    ("i18n", &["lasting", "js"]),
    ("host", &["observe", "js"]),
    ("device", &["lasting", "js"]),
    ("observe", &[]),
    ("schedule", &["js"]),
    ("lasting", &[]),
    ("js", &[]),
];

/// Words that only these files or folders may write, and why.
const RESERVED: [(&[&str], &[&str], &str); 10] = [
    (
        &[
            "history",
            "History",
            "push_state",
            "push_state_with_url",
            "replace_state",
            "replace_state_with_url",
        ],
        &["src/nav"],
        "only nav touches the history",
    ),
    (
        &[
            "gloo_net",
            "fetch_with_request",
            "fetch_with_str",
            "XmlHttpRequest",
            "WebSocket",
            "EventSource",
        ],
        &["src/client"],
        "only client talks to servers",
    ),
    (
        &["local_storage", "session_storage", "Storage", "set_cookie"],
        &["src/device.rs"],
        "only the device's room keeps anything on it",
    ),
    (
        &["request_animation_frame", "request_idle_callback", "queue_microtask"],
        &["src/schedule.rs"],
        "what is done later ends with the owner it was scheduled under",
    ),
    (&["autengo_sandbox"], &["crates/autengo-sandbox"], "the widget does not know the sandbox"),
    (
        &["DealerPrice", "PriceExport", "PriceOverpass"],
        &["crates/autengo-api/src/vehicle.rs"],
        "what others pay is never shown to buyers",
    ),
    (&["Reflect"], &["src/js.rs"], "members without a typed binding are read and set in one way"),
    (&["leptos_router"], &[], "it would take over the host page's links"),
    (
        &["set_inner_html", "inner_html", "insert_adjacent_html", "set_outer_html"],
        &[],
        "pages with Trusted Types refuse it, and it is how scripts get in",
    ),
    (
        &["new_0", "get_full_year", "get_month", "get_date"],
        &["src/device.rs"],
        "only the device's room reads the day, so that a test can set it",
    ),
];

#[test]
fn every_room_uses_only_the_rooms_below_it() {
    let faults: Vec<String> =
        sources("src").iter().flat_map(|file| arrows(file, &ARROWS)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn reserved_words_stand_in_their_rooms_alone() {
    let folders =
        ["src", "crates/autengo-api/src", "crates/autengo-search/src", "crates/autengo-offer/src"];
    let files = folders.into_iter().flat_map(sources);
    let faults: Vec<String> = files.flat_map(|file| reserved(&file)).collect();
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// Browsers say some of these of a widget that is gone.
#[test]
fn the_loader_silences_every_event_that_the_widget_listens_to() {
    let loader = fs::read_to_string(root().join("embed/autengo-widget.js")).unwrap();
    let silenced = loader.split("const EVENTS = [").nth(1).unwrap().split(']').next().unwrap();
    for path in files("src", "rs") {
        let text = fs::read_to_string(&path).unwrap();
        let in_views = text.split(" on:").skip(1);
        let of_elements = text.split(".on(").skip(1).map(str::trim_start);
        let of_elements = of_elements.filter_map(|rest| rest.strip_prefix('"'));
        for rest in in_views.chain(of_elements) {
            let event = rest.split(|c: char| !c.is_ascii_lowercase()).next().unwrap();
            let is_silenced = event.is_empty() || silenced.contains(&format!("'{event}'"));
            assert!(is_silenced, "{}: EVENTS in the loader lacks `{event}`", path.display());
        }
    }
}

#[test]
fn views_compose_components_and_leave_elements_to_dom() {
    for path in files("src", "rs") {
        let text = fs::read_to_string(&path).unwrap();
        let found = element_in_view(&text);
        assert_eq!(found, None, "{}: `ui::dom` makes elements", path.display());
    }
}

/// The first element that a `view!` has, up to the end of its line. Components begin with a capital.
fn element_in_view(text: &str) -> Option<&str> {
    text.split("view! {").skip(1).find_map(|view| {
        let mut depth = 1;
        let end = view.find(|c| {
            depth += i32::from(c == '{') - i32::from(c == '}');
            depth == 0
        });
        let view = &view[..end.unwrap_or(view.len())];
        let at = view.match_indices('<').find(|(at, _)| {
            let is_tag = view[at + 1..].starts_with(|c: char| c.is_ascii_lowercase());
            is_tag && !view[..*at].ends_with(':')
        });
        at.and_then(|(at, _)| view[at..].lines().next())
    })
}

#[test]
fn styles_ask_for_names_with_has() {
    for path in files("style", "css") {
        let text = fs::read_to_string(&path).unwrap();
        for asked in text.split(":has(").skip(1) {
            let is_name = asked
                .trim_start_matches("> ")
                .starts_with(|first: char| first == '.' || first.is_ascii_alphabetic());
            assert!(is_name, "{}: `:has({}`", path.display(), asked.lines().next().unwrap());
        }
    }
}

#[test]
fn custom_properties_carry_our_name() {
    // A page may set or register any other, and ours inherit from it.
    let files =
        files("style", "css").into_iter().chain(files("src", "rs")).chain(files("embed", "js"));
    for path in files {
        for (at, line) in fs::read_to_string(&path).unwrap().lines().enumerate() {
            let foreign = foreign_property(line);
            assert_eq!(foreign, None, "{}:{}", path.display(), at + 1);
        }
    }
}

/// A custom property in a line that does not begin with our name. A class that varies another one
/// (`card--masked`) is none.
fn foreign_property(line: &str) -> Option<&str> {
    let is_name = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    line.match_indices("--").find_map(|(at, _)| {
        let name = line[at + 2..].split(|letter| !is_name(letter)).next().unwrap_or_default();
        let is_begin = !line[..at].ends_with(is_name) && name.starts_with(char::is_alphabetic);
        (is_begin && !name.starts_with("autengo-")).then_some(name)
    })
}

#[test]
fn the_arrows_have_no_way_back() {
    for (position, (room, uses)) in ARROWS.iter().enumerate() {
        for used in *uses {
            let below = ARROWS[position + 1..].iter().any(|(other, _)| other == used);
            assert!(below, "{room} may use {used}, which does not stand below it");
        }
    }
}

#[test]
fn every_arrow_is_used() {
    let files = sources("src");
    for (room, uses) in ARROWS {
        let used = files.iter().filter(|file| file.room() == room).flat_map(Source::rooms_used);
        let used: Vec<String> = used.map(|word| word.text).collect();
        for drawn in uses {
            assert!(used.iter().any(|it| it == drawn), "nothing in {room} uses {drawn}");
        }
    }
}

#[test]
fn crates_depend_downwards_only() {
    let pure = |above: &[&'static str]| {
        let hosts =
            ["web-sys", "js-sys", "wasm-bindgen", "leptos", "gloo-net", "axum", "tokio", "ureq"];
        [&["autengo-widget", "autengo-sandbox"], above, &hosts].concat()
    };
    for (manifest, forbidden) in [
        ("Cargo.toml", vec!["autengo-sandbox", "xtask", "leptos_router", "regex"]),
        ("crates/autengo-api/Cargo.toml", pure(&["autengo-search", "autengo-offer"])),
        ("crates/autengo-search/Cargo.toml", pure(&["autengo-offer"])),
        ("crates/autengo-offer/Cargo.toml", pure(&["autengo-search"])),
        (
            "crates/autengo-sandbox/Cargo.toml",
            vec!["autengo-widget", "autengo-search", "autengo-offer", "leptos", "web-sys"],
        ),
    ] {
        let text = fs::read_to_string(root().join(manifest)).unwrap();
        let table: toml::Table = text.parse().unwrap();
        for name in table["dependencies"].as_table().unwrap().keys() {
            assert!(!forbidden.contains(&name.as_str()), "{manifest} must not depend on {name}");
        }
    }
}

/// What `file` uses and may not.
fn arrows(file: &Source, arrows: &[(&str, &[&str])]) -> Vec<String> {
    let room = file.room();
    let Some((_, allowed)) = arrows.iter().find(|(name, _)| *name == room) else {
        return vec![format!("{}: no arrow of `{room}` is drawn in ARROWS", file.path)];
    };
    file.rooms_used()
        .into_iter()
        .filter(|used| used.text != room && !allowed.contains(&used.text.as_str()))
        .map(|used| format!("{}:{}: `{room}` must not use `{}`", file.path, used.line, used.text))
        .collect()
}

/// What `file` writes and another room keeps for itself.
fn reserved(file: &Source) -> Vec<String> {
    let at_home = |home: &&str| file.path == **home || file.path.starts_with(&format!("{home}/"));
    RESERVED
        .iter()
        .filter(|(_, homes, _)| !homes.iter().any(at_home))
        .flat_map(|(words, _, reason)| {
            let found = file.words().into_iter().filter(|word| words.contains(&word.text.as_str()));
            found
                .map(move |Word { text, line }| format!("{}:{line}: `{text}`: {reason}", file.path))
        })
        .collect()
}

fn sources(folder: &str) -> Vec<Source> {
    files(folder, "rs")
        .iter()
        .map(|path| {
            let text = fs::read_to_string(path).unwrap();
            Source::new(&path.strip_prefix(root()).unwrap().to_string_lossy(), &text)
        })
        .collect()
}

/// The files of a folder and of those in it that end in a way.
fn files(folder: &str, extension: &str) -> Vec<PathBuf> {
    let mut files = Vec::new();
    collect(&root().join(folder), extension, &mut files);
    assert!(!files.is_empty(), "{folder} has no .{extension}");
    files
}

fn collect(folder: &Path, extension: &str, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, extension, files);
        } else if path.extension().is_some_and(|end| end == extension) {
            files.push(path);
        }
    }
}

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().nth(2).unwrap()
}

/// The rules seen to fail: a rule that cannot fail protects nothing.
mod broken {
    use super::{ARROWS, arrows, element_in_view, foreign_property, reserved, source::Source};

    fn faults(path: &str, text: &str) -> Vec<String> {
        let file = Source::new(path, text);
        arrows(&file, &ARROWS).into_iter().chain(reserved(&file)).collect()
    }

    #[test]
    fn ui_that_asks_the_client() {
        let text = "//! Doc.\nuse crate::{i18n::Locale, client::{Client, Failure}};";
        assert_eq!(
            faults("src/ui/card.rs", text),
            ["src/ui/card.rs:2: `ui` must not use `client`"]
        );
    }

    #[test]
    fn a_path_without_use_and_one_inside_a_macro() {
        let text = "fn f() -> crate::app::App { view! { <p>{crate::pages::Listing}</p> } }";
        assert_eq!(
            faults("src/search/facet.rs", text),
            [
                "src/search/facet.rs:1: `search` must not use `app`",
                "src/search/facet.rs:1: `search` must not use `pages`"
            ]
        );
    }

    #[test]
    fn the_way_round_through_super() {
        assert_eq!(
            faults("src/ui/card.rs", "use super::super::nav::Nav;"),
            ["src/ui/card.rs:1: `ui` must not use `nav`"]
        );
        assert_eq!(
            faults("src/client.rs", "mod tests { use super::super::{remote::Remote, nav}; }"),
            [
                "src/client.rs:1: `client` must not use `remote`",
                "src/client.rs:1: `client` must not use `nav`"
            ]
        );
    }

    #[test]
    fn a_room_that_nobody_knows() {
        assert_eq!(
            faults("src/utils.rs", ""),
            ["src/utils.rs: no arrow of `utils` is drawn in ARROWS"]
        );
    }

    #[test]
    fn a_view_that_asks_for_what_dealers_pay() {
        assert_eq!(
            faults("src/offer.rs", "fn f(v: &Vehicle) { v.number(Field::DealerPrice); }"),
            ["src/offer.rs:1: `DealerPrice`: what others pay is never shown to buyers"]
        );
    }

    #[test]
    fn an_element_in_a_view() {
        let text = "view! { <Card title={x.parse::<u32>()} /> } <li> view! { <A>\n<p>{b}</p></A> }";
        assert_eq!(element_in_view(text), Some("<p>{b}</p></A> "));
        assert_eq!(element_in_view("view! { <Card /> {if a < b { c }} } <li>"), None);
    }

    #[test]
    fn a_custom_property_that_others_may_have() {
        assert_eq!(foreign_property("  --accent: red;"), Some("accent"));
        assert_eq!(foreign_property("color: var(--on-accent)"), Some("on-accent"));
        assert_eq!(foreign_property(".a--b { --autengo-i-c: var(--autengo-d) } /* -- */"), None);
    }

    #[test]
    fn history_outside_nav_and_fetching_ui() {
        assert_eq!(
            faults("src/app.rs", "fn f() { window().history(); }"),
            ["src/app.rs:1: `history`: only nav touches the history"]
        );
        assert_eq!(
            faults("src/ui/card.rs", "use gloo_net::http::Request;"),
            ["src/ui/card.rs:1: `gloo_net`: only client talks to servers"]
        );
    }

    #[test]
    fn comments_strings_and_ones_own_room_are_no_fault() {
        let text = "//! Not `crate::client`, nor history.\nuse super::{Card, pager};\nuse crate::ui::icon;\n\
                    const S: &str = \"crate::client history\";\nmod tests { use super::*; }";
        assert_eq!(faults("src/ui/card.rs", text), [""; 0]);
    }
}
