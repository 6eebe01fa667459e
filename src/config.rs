//! What the embedder set, read from the element's attributes. A wrong value costs one sentence in
//! the console, and the default applies.

pub mod attribute;
mod value;

use attribute::DEFAULT_API_BASE;
use autengo_api::column::Column;
use autengo_api::text::is_invisible;
use autengo_offer::price::PriceField;
use autengo_search::link;
use autengo_search::plan::Preset;
use autengo_search::presentation::DEFAULT_FACETS;
use autengo_search::state::State;
use value::{email, phone, web_address};

/// The settings of one instance; the README's table of attributes documents each.
#[expect(clippy::struct_excessive_bools, reason = "each is an attribute that is on or off")]
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Config {
    /// The address of the API, without a slash at the end.
    pub api_base: String,
    /// The API key, if the browser is to send one.
    pub api_key: Option<String>,
    /// Whether visitors can change the language.
    pub language_switch: bool,
    /// The locked part of the search as it was written.
    pub filter: Option<String>,
    /// The locked part of the search, with the default order and page size.
    pub preset: Preset,
    /// The largest stock that is searched on the visitor's device; 0 for none.
    pub local_up_to: u32,
    /// The columns that can be filtered by, in this order.
    pub facets: Vec<Column>,
    /// The field that is the price.
    pub price_field: Option<PriceField>,
    /// The template of photo addresses.
    pub photo_url: Option<String>,
    /// The address of the privacy policy.
    pub privacy_url: Option<String>,
    /// The dealer's phone number.
    pub phone: Option<String>,
    /// The dealer's e-mail address.
    pub email: Option<String>,
    /// The key below which the page's URL carries the state; empty for bare keys.
    pub url_key: String,
    /// The level of the widget's topmost heading, 1 to 4.
    pub heading_level: u8,
    /// Whether new cars without the data that the law asks for are shown with their make only.
    pub mask_incomplete: bool,
    /// Whether the page's title follows an open vehicle.
    pub page_title: bool,
    /// Whether the page's head says to machines what an open vehicle is.
    pub structured_data: bool,
}

/// The page sizes that visitors can choose from, besides the embedder's own.
pub const PAGE_SIZES: [u32; 3] = [24, 48, 96];

impl Config {
    /// Reads the attributes of an element, by name; what is wrong with them comes as sentences. The
    /// locked part of the search waits for [`Self::read_filter`].
    pub fn read(attributes: &[(String, String)]) -> (Self, Vec<String>) {
        let mut reader = Reader { attributes, problems: Vec::new() };
        let config = reader.config();
        (config, reader.problems)
    }

    /// Reads the locked part of the search; what is wrong with it comes as sentences.
    pub fn read_filter(&mut self) -> Vec<String> {
        let Some(text) = &self.filter else { return Vec::new() };
        let mut problems: Vec<String> = Vec::new();
        let mut conditions = Vec::new();
        for (key, pair) in link::named_pairs(text) {
            if matches!(key.as_str(), "and" | "or") {
                conditions.push(pair);
            } else if let Some(instead) = not_locked(&key) {
                let problem = format!("filter: {key} is ignored, {instead}");
                if !problems.contains(&problem) {
                    problems.push(problem);
                }
            }
        }
        let (State { params, .. }, ignored) = State::parse(&conditions.join("&"), "");
        let ignored = ignored.into_iter();
        problems.extend(
            ignored
                .map(|ignored| format!("filter: {} is ignored, {}", ignored.key, ignored.reason)),
        );
        let several = params.or().iter().filter(|(_, conditions)| conditions.len() > 1).count();
        if several > 1 {
            let allowed = "alternatives (`or`) on a single column, any number of `and`";
            problems.push(not_understood("filter", text, allowed));
        } else {
            self.preset.and = params.and().clone();
            self.preset.or = params.or().clone();
        }
        problems
    }
}

/// The words to use in the place of a key that a filter cannot have; `None` if it says nothing.
fn not_locked(key: &str) -> Option<&'static str> {
    Some(match key {
        "" => return None,
        "order" => "use the attribute `order`, as in order=\"price asc\"",
        "limit" => "use the attribute `page-size`, as in page-size=\"48\"",
        "search" => "a text to search for cannot be locked: use conditions (`and`, `or`)",
        "offset" | "view" | "filters" | "vehicle" => {
            "it belongs into links, not into this attribute"
        }
        _ => "it is no key of a filter; allowed: `and` and `or`",
    })
}

fn not_understood(name: &str, value: &str, allowed: &str) -> String {
    format!("{name}=\"{value}\" is not understood; allowed: {allowed}")
}

struct Reader<'a> {
    attributes: &'a [(String, String)],
    problems: Vec<String>,
}

impl<'a> Reader<'a> {
    fn config(&mut self) -> Config {
        let api_base = self.api_base();
        let order = self.parsed(
            "order",
            |text| text.parse().ok(),
            "a documented column and asc or desc, as in `price asc`",
        );
        let limit = self.parsed(
            "page-size",
            |text| text.parse().ok().filter(|size| (1..=100).contains(size)),
            "1 to 100",
        );
        let preset = Preset {
            order: order.unwrap_or_default(),
            limit: limit.unwrap_or(PAGE_SIZES[0]),
            ..Preset::default()
        };
        let heading = self.parsed(
            "heading-level",
            |text| text.parse().ok().filter(|level| (1..=4).contains(level)),
            "1 to 4",
        );
        let local_up_to =
            self.parsed("local-up-to", |text| text.parse().ok(), "a whole number, 0 for never");
        let _ = self.choice("theme", &["auto", "light", "dark"]);
        Config {
            api_base: api_base.trim_end_matches('/').to_owned(),
            api_key: self.api_key(),
            language_switch: self.attribute("language-switch").is_some(),
            filter: self.text("filter"),
            preset,
            local_up_to: local_up_to.unwrap_or(500),
            facets: self.facets(),
            price_field: self.price_field(),
            photo_url: self.photo_url(),
            privacy_url: self.parsed(
                "privacy-url",
                web_address,
                "an http, https or relative address",
            ),
            phone: self.parsed("phone", phone, "a phone number"),
            email: self.parsed("email", email, "an e-mail address"),
            url_key: self.url_key(),
            heading_level: heading.unwrap_or(2),
            mask_incomplete: self.choice("incomplete-new", &["mask", "show"]) != Some("show"),
            page_title: self.choice("page-title", &["on", "off"]) != Some("off"),
            structured_data: self.choice("structured-data", &["on", "off"]) != Some("off"),
        }
    }

    fn attribute(&self, name: &str) -> Option<&'a str> {
        let found = self.attributes.iter().find(|(known, _)| known == name);
        found.map(|(_, value)| value.as_str())
    }

    /// The visible part of a value: characters that nobody sees, as they come along when something is
    /// copied from a mail, are left out.
    fn text(&mut self, name: &str) -> Option<String> {
        let value = self.attribute(name)?;
        let mut text = String::new();
        for c in value.trim().chars() {
            if matches!(c, '\t' | '\n' | '\r') {
                // Long values stand in several lines.
                text.push(' ');
            } else if is_invisible(c) {
                let code = u32::from(c);
                self.problems.push(format!(
                    "{name} has an invisible character, U+{code:04X}, which is left out"
                ));
            } else {
                text.push(c);
            }
        }
        let text = text.trim();
        (!text.is_empty()).then(|| text.to_owned())
    }

    /// An address that cannot be asked is kept: nobody is to see another dealer's vehicles for it.
    /// It may hold a password, which is not for the console.
    fn api_base(&mut self) -> String {
        let Some(text) = self.text("api-base") else { return DEFAULT_API_BASE.to_owned() };
        let is_odd = |c| matches!(c, ' ' | '?' | '#' | '@');
        if text.contains(is_odd) || web_address(&text).is_none() {
            let allowed = "an http, https or relative address without user, blanks, ? and #";
            self.problem("api-base", "…", allowed);
        }
        text
    }

    /// A key that no header can carry is not sent.
    fn api_key(&mut self) -> Option<String> {
        let text = self.text("api-key")?;
        let odd = text.chars().find(|c| !matches!(c, '!'..='~' | '\u{a1}'..='\u{ff}'));
        let Some(odd) = odd else { return Some(text) };
        let code = u32::from(odd);
        self.problems.push(format!(
            "api-key has a character that no key has, U+{code:04X}, and is not sent"
        ));
        None
    }

    fn problem(&mut self, name: &str, value: &str, allowed: &str) {
        self.problems.push(not_understood(name, value, allowed));
    }

    fn parsed<T>(
        &mut self,
        name: &str,
        parse: impl Fn(&str) -> Option<T>,
        allowed: &str,
    ) -> Option<T> {
        let text = self.text(name)?;
        let value = parse(&text);
        if value.is_none() {
            self.problem(name, &text, allowed);
        }
        value
    }

    fn choice(&mut self, name: &str, allowed: &[&'static str]) -> Option<&'static str> {
        let parse = |text: &str| allowed.iter().copied().find(|choice| *choice == text);
        self.parsed(name, parse, &allowed.join(", "))
    }

    fn facets(&mut self) -> Vec<Column> {
        let Some(text) = self.text("facets") else {
            return DEFAULT_FACETS.to_vec();
        };
        let mut facets = Vec::new();
        for name in text.split([' ', ',']).filter(|name| !name.is_empty()) {
            match name.parse() {
                Ok(column) if !facets.contains(&column) => facets.push(column),
                Ok(_) => {}
                Err(_) => {
                    let names: Vec<_> = Column::ALL.iter().map(|column| column.name()).collect();
                    self.problem("facets", name, &names.join(" "));
                }
            }
        }
        facets
    }

    fn price_field(&mut self) -> Option<PriceField> {
        let parse = |text: &str| PriceField::ALL.into_iter().find(|field| field.name() == text);
        self.parsed(
            "price-field",
            parse,
            "price, priceYard; dealer and export prices are never shown to the public",
        )
    }

    fn photo_url(&mut self) -> Option<String> {
        self.parsed(
            "photo-url",
            web_address,
            "an http, https or relative address with {sellingId}, {internalId} and {n}",
        )
    }

    fn url_key(&mut self) -> String {
        let Some(text) = self.attribute("url-key") else {
            return "cars".to_owned();
        };
        let key: String = text.trim().chars().filter(|c| !is_invisible(*c)).collect();
        if key.chars().all(|c| c.is_ascii_alphanumeric() || matches!(c, '-' | '_')) {
            return key;
        }
        self.problem("url-key", text, "letters, digits, - and _, or nothing for bare keys");
        "cars".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(attributes: &[(&str, &str)]) -> (Config, Vec<String>) {
        let owned =
            attributes.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned()));
        let (mut config, mut problems) = Config::read(&owned.collect::<Vec<_>>());
        problems.extend(config.read_filter());
        (config, problems)
    }

    #[test]
    fn defaults_apply_to_a_bare_element() {
        let (config, problems) = read(&[]);
        assert!(problems.is_empty());
        assert_eq!(config.api_base, DEFAULT_API_BASE);
        assert_eq!(
            (config.preset.limit, config.url_key.as_str(), config.heading_level),
            (24, "cars", 2)
        );
        assert_eq!(config.preset.order, autengo_api::query::Order::default());
        assert!(config.mask_incomplete && config.page_title && config.structured_data);
    }

    #[test]
    fn a_default_that_is_written_out_changes_nothing() {
        for default in attribute::DEFAULTS {
            assert_eq!(read(&[*default]), read(&[]), "{default:?}");
        }
    }

    #[test]
    fn the_readme_names_each_attribute_with_its_default() {
        let readme = include_str!("../README.md");
        for name in attribute::NAMES {
            let found = attribute::DEFAULTS.iter().find(|(known, _)| known == name);
            let is_row = |line: &&str| {
                let cell = line.split('|').nth(1).unwrap_or_default();
                line.starts_with("| `") && cell.contains(&format!("`{name}`"))
            };
            let row = readme.lines().find(is_row);
            let row = row.unwrap_or_else(|| panic!("README: no row for {name}"));
            if let Some((_, default)) = found {
                assert!(row.contains(&format!("| `{default}` |")), "README: default of {name}");
            }
        }
    }

    #[test]
    fn a_wrong_value_costs_one_sentence_and_nothing_else() {
        let wrong = [
            ("order", "price"),
            ("page-size", "0"),
            ("price-field", "dealerPrice"),
            ("photo-url", "javascript:alert(1)"),
            ("url-key", "a[b]"),
            ("heading-level", "9"),
            ("incomplete-new", "hide"),
            ("page-title", "yes"),
            ("structured-data", "no"),
            ("theme", "blue"),
            ("facets", "vin"),
            ("privacy-url", "javascript:alert(1)"),
            ("phone", "on request"),
            ("email", "dealer.example"),
            ("filter", "or[fuelType][]=diesel&or[fuelType][]=lpg&or[makeId][]=1&or[makeId][]=2"),
        ];
        for (name, value) in wrong {
            let (config, problems) = read(&[(name, value)]);
            assert_eq!(problems.len(), 1, "{name}: {problems:?}");
            assert!(problems[0].contains(name) && problems[0].contains("allowed"), "{problems:?}");
            let expected = match name {
                "facets" => Config { facets: vec![], ..read(&[]).0 },
                "filter" => Config { filter: Some(value.to_owned()), ..read(&[]).0 },
                _ => read(&[]).0,
            };
            assert_eq!(config, expected, "{name}");
        }
    }

    #[test]
    fn invisible_characters_are_left_out_and_named() {
        let names = [
            "api-base",
            "api-key",
            "filter",
            "order",
            "page-size",
            "facets",
            "price-field",
            "photo-url",
            "privacy-url",
            "phone",
            "email",
            "url-key",
            "heading-level",
            "local-up-to",
            "theme",
        ];
        let good = [
            "/autengo",
            "k3y",
            "and[price]=<=|5",
            "price asc",
            "48",
            "makeId",
            "price",
            "/{n}.svg",
            "/privacy",
            "030 1",
            "a@b.de",
            "stock",
            "3",
            "9",
            "dark",
        ];
        for (name, good) in names.into_iter().zip(good) {
            let (expected, none) = read(&[(name, good)]);
            assert!(none.is_empty(), "{none:?}");
            for odd in ['\u{200b}', '\u{feff}', '\u{0}', '\u{ad}', '\u{202e}'] {
                let at = good.len() / 2;
                let value = format!("{}{odd}{}{odd}", &good[..at], &good[at..]);
                let (config, problems) = read(&[(name, &value)]);
                assert_eq!(config, expected, "{name}");
                let code = format!("U+{:04X}", u32::from(odd));
                // The names of keys in URLs take nothing else anyway.
                let is_named = |problem: &String| problem.contains(name) && problem.contains(&code);
                assert!(problems.iter().all(is_named), "{problems:?}");
                assert_eq!(problems.is_empty(), name == "url-key", "{name} {problems:?}");
            }
        }
    }

    #[test]
    fn a_part_that_a_filter_cannot_lock_is_named_and_the_rest_applies() {
        for (part, name, instead) in [
            ("search=golf", "search", "`and`"),
            ("search", "search", "`and`"),
            ("order[field]=price&order[dir]=asc", "order", "attribute `order`"),
            ("order=price", "order", "attribute `order`"),
            ("limit=9", "limit", "`page-size`"),
            ("limit=none", "limit", "`page-size`"),
            ("offset=24", "offset", "links"),
            ("vehicle=AIQWXW", "vehicle", "links"),
            ("view=parked", "view", "links"),
            ("filters=open", "filters", "links"),
            ("fuelType=diesel", "fuelType", "allowed: `and` and `or`"),
            ("fuelType[]=diesel&fuelType[]=lpg", "fuelType", "allowed: `and` and `or`"),
            ("cars[and][fuelType]=diesel", "cars", "allowed: `and` and `or`"),
            ("And[fuelType]=diesel", "And", "allowed: `and` and `or`"),
            ("nonsense", "nonsense", "allowed: `and` and `or`"),
        ] {
            for filter in [
                format!("{part}&and[conditionType]=new"),
                format!("?and[conditionType]=new&{part}"),
                format!("and[conditionType]=new&amp;{part}&"),
                format!("and[conditionType]=new&\n   {part}"),
            ] {
                let (config, problems) = read(&[("filter", &filter)]);
                let [problem] = &problems[..] else { panic!("{filter}: {problems:?}") };
                let start = format!("filter: {name} is ignored, ");
                assert!(problem.starts_with(&start) && problem.contains(instead), "{problem}");
                let condition = config.preset.or.equal(Column::ConditionType);
                assert_eq!(condition.collect::<Vec<_>>(), ["new"], "{filter}");
                assert_eq!(
                    config.preset,
                    Preset { or: config.preset.or.clone(), ..read(&[]).0.preset }
                );
            }
        }
    }

    #[test]
    fn a_key_that_no_header_carries_is_not_sent() {
        for key in ["a\u{308}", "schlüssel\u{2013}1", "two words", "two\nlines", "\u{1f511}"] {
            let (config, problems) = read(&[("api-key", key)]);
            assert_eq!(config.api_key, None, "{key:?}");
            assert!(problems.len() == 1 && problems[0].contains("api-key has"), "{problems:?}");
            assert!(problems[0].contains("U+"), "{problems:?}");
        }
        assert_eq!(read(&[("api-key", "schlüssel\n")]).0.api_key.as_deref(), Some("schlüssel"));
    }

    #[test]
    fn an_address_that_is_none_is_said_and_not_replaced() {
        for base in [
            "https://user:secret@dealer.example/api",
            "https://dealer.example/api?key=1",
            "https://dealer.example/api/#top",
            "https://dealer.example/my api",
            "javascript:alert(1)",
        ] {
            let (config, problems) = read(&[("api-base", base)]);
            assert_eq!(config.api_base, base);
            assert!(problems.len() == 1 && problems[0].contains("api-base"), "{problems:?}");
            assert!(!problems[0].contains("secret"), "{problems:?}");
        }
        for base in
            ["HTTPS://dealer.example/a", "//dealer.example", "api", "../v3", "http://[::1]:1"]
        {
            assert_eq!(read(&[("api-base", base)]).1, [""; 0], "{base}");
        }
    }

    #[test]
    fn good_values_are_taken() {
        let (config, problems) = read(&[
            ("api-base", "https://dealer.example/autengo/"),
            ("filter", "and[conditionType]=new&and[price]=<=|20000"),
            ("order", "price asc"),
            ("facets", "fuelType powerKw fuelType"),
            ("photo-url", "/media/{sellingId}/{n}.svg"),
            ("url-key", ""),
        ]);
        assert!(problems.is_empty(), "{problems:?}");
        assert_eq!(config.api_base, "https://dealer.example/autengo");
        assert_eq!(config.preset.or.equal(Column::ConditionType).collect::<Vec<_>>(), ["new"]);
        assert_eq!(config.preset.and.get(Column::Price).len(), 1);
        assert_eq!(config.preset.order.to_string(), "price asc");
        assert_eq!(config.facets, [Column::FuelType, Column::PowerKw]);
        assert_eq!(config.photo_url.as_deref(), Some("/media/{sellingId}/{n}.svg"));
        assert_eq!(config.url_key, "");
    }
}
