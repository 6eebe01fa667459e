//! What a visitor has chosen, and its one spelling in the page's URL.
//!
//! Parsing never fails: what cannot be understood is left out and named, alone. The rest of a
//! link still works. `State::parse(&state.to_query(root, ""), root) == state` for every state.

use std::fmt;

use crate::link::{self, KEYS, is_own, pairs, repaired};
use crate::params::SearchParams;
use autengo_api::column::{Column, Kind};
use autengo_api::condition::{Condition, Op};
use autengo_api::id::SellingId;
use autengo_api::qs::{self, Tree};
use autengo_api::query::Order;

/// The most vehicles on one page that a link can ask for.
pub const MAX_LIMIT: u32 = 1000;

/// The list that the page shows, when no vehicle is open.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum View {
    /// The vehicles that the search finds.
    #[default]
    Search,
    /// The vehicles that are parked on this device.
    Parked,
}

impl View {
    /// The views, the default first.
    pub const ALL: [Self; 2] = [Self::Search, Self::Parked];

    /// The word for the view in a link; the default has none.
    #[must_use]
    pub const fn word(self) -> Option<&'static str> {
        match self {
            Self::Search => None,
            Self::Parked => Some("parked"),
        }
    }
}

/// The state of the page: a search, and perhaps one vehicle of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct State {
    /// The search.
    pub params: SearchParams,
    /// The list that is shown.
    pub view: View,
    /// Whether the filters are open, where they lie over the page.
    pub has_filters_open: bool,
    /// The open vehicle.
    pub vehicle: Option<SellingId>,
}

/// A part of a link that was left out.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Ignored {
    /// Where it stood, as in `and[price]`.
    pub key: String,
    /// Why, in a sentence for the console.
    pub reason: String,
}

impl fmt::Display for Ignored {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "`{}`: {}", self.key, self.reason)
    }
}

impl State {
    /// Opens a vehicle.
    pub fn open(&mut self, selling_id: &SellingId) {
        self.vehicle = Some(selling_id.clone());
        self.has_filters_open = false;
    }

    /// Goes back from the open vehicle to the list.
    pub fn close(&mut self) {
        self.show(self.view);
    }

    /// Shows a list.
    pub fn show(&mut self, view: View) {
        self.view = view;
        self.vehicle = None;
        self.has_filters_open = false;
    }

    /// Whether `query` has anything of ours.
    #[must_use]
    pub fn is_in(query: &str, root: &str) -> bool {
        pairs(query).any(|pair| is_own(pair, root))
    }

    /// Whether our part of `query` opens a vehicle, as [`Self::to_query`] writes it; told without
    /// reading the rest.
    #[must_use]
    pub fn opens_vehicle(query: &str, root: &str) -> bool {
        let is_vehicle = |pair: &str| {
            let key = pair.split('=').next().unwrap_or_default();
            ["[vehicle]", "%5Bvehicle%5D"].iter().any(|end| key.ends_with(end)) || key == "vehicle"
        };
        pairs(query).any(|pair| is_own(pair, root) && is_vehicle(pair))
    }

    /// Reads the part of a query string that stands under `root`; an empty root means bare keys.
    #[must_use]
    pub fn parse(query: &str, root: &str) -> (Self, Vec<Ignored>) {
        let own = pairs(query).filter(|pair| is_own(pair, root)).map(repaired);
        let tree = qs::decode(&own.collect::<Vec<_>>().join("&"));
        let tree = if root.is_empty() { Some(&tree) } else { tree.get(root) };
        let mut reader = Reader { ignored: Vec::new() };
        let state = tree.map(|tree| reader.state(tree, root)).unwrap_or_default();
        (state, reader.ignored)
    }

    /// The query string in which our part of `query` says this state; every other part stands as
    /// it stood, byte for byte and first. No leading `?`.
    #[must_use]
    pub fn to_query(&self, root: &str, query: &str) -> String {
        let mut parts: Vec<&str> = pairs(query).filter(|pair| !is_own(pair, root)).collect();
        let own = match (self == &Self::default(), root) {
            (true, _) => String::new(),
            (false, "") => qs::encode(&self.to_tree()),
            (false, root) => qs::encode(&Tree::from_iter([(root, self.to_tree())])),
        };
        if !own.is_empty() {
            parts.push(&own);
        }
        parts.join("&")
    }

    /// The query strings in which vehicles are open, all else being as it is: what is the same in
    /// all of them is written once.
    #[must_use]
    pub fn openings(&self, root: &str, query: &str) -> Openings {
        let mut before =
            Self { vehicle: Some(SellingId::default()), ..self.clone() }.to_query(root, query);
        // The vehicle is the last that is written.
        before.pop();
        Openings { before }
    }

    /// The state as its keys in a link; without those that have their default.
    ///
    /// Conditions are always written as arrays, so that a link does not change its shape with the
    /// number of values.
    #[must_use]
    pub fn to_tree(&self) -> Tree {
        let SearchParams { text, and, or, order, offset, limit } = &self.params;
        let mut entries = Vec::new();
        if !text.is_empty() {
            entries.push(("search", Tree::from(text.as_str())));
        }
        if !and.is_empty() {
            entries.push(("and", and.to_tree(true)));
        }
        if !or.is_empty() {
            entries.push(("or", or.to_tree(true)));
        }
        if let Some(order) = order {
            entries.push(("order", order.to_tree()));
        }
        if *offset > 0 {
            entries.push(("offset", Tree::Text(offset.to_string())));
        }
        if let Some(limit) = limit {
            entries.push(("limit", Tree::Text(limit.to_string())));
        }
        if let Some(word) = self.view.word() {
            entries.push(("view", Tree::from(word)));
        }
        if self.has_filters_open {
            entries.push(("filters", Tree::from("open")));
        }
        if let Some(vehicle) = &self.vehicle {
            entries.push(("vehicle", Tree::from(vehicle.as_str())));
        }
        entries.into_iter().collect()
    }
}

/// The query strings that open vehicles, by [`State::openings`].
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Openings {
    /// Up to the sign before the vehicle.
    before: String,
}

impl Openings {
    /// The query string that opens a vehicle: that of [`State::to_query`].
    #[must_use]
    pub fn of(&self, selling_id: &SellingId) -> String {
        let vehicle = qs::encode(&Tree::from_iter([("", Tree::from(selling_id.as_str()))]));
        format!("{}{vehicle}", self.before)
    }
}

struct Reader {
    ignored: Vec<Ignored>,
}

impl Reader {
    fn ignore(&mut self, key: impl Into<String>, reason: impl Into<String>) {
        self.ignored.push(Ignored { key: key.into(), reason: reason.into() });
    }

    fn state(&mut self, tree: &Tree, root: &str) -> State {
        let Tree::Map(map) = tree else {
            self.ignore(root, "it has no keys such as [search] behind it");
            return State::default();
        };
        for key in map.keys().filter(|key| !KEYS.contains(&key.as_str())) {
            self.ignore(key, format!("there is no such key; known are {}", KEYS.join(", ")));
        }
        let mut params = SearchParams {
            text: self.text(tree, "search").unwrap_or_default(),
            order: self.order(tree),
            offset: self.number(tree, "offset", 0..=u32::MAX).unwrap_or_default(),
            limit: self.number(tree, "limit", 1..=MAX_LIMIT),
            ..SearchParams::default()
        };
        for (column, condition) in self.filter(tree, "or") {
            params.or.add(column, condition);
        }
        for (column, condition) in self.filter(tree, "and") {
            // A single wanted value is an alternative without others: one spelling for one thing.
            if condition.op != Op::Eq {
                params.and.add(column, condition);
            } else if params.or.get(column).is_empty() {
                params.or.add(column, condition);
            } else if params.or.get(column) != [condition.clone()] {
                let reason = "a column has one wanted value in `and`, or several in `or`";
                self.ignore(format!("and[{}]", column.name()), reason);
            }
        }
        State {
            params,
            view: self.view(tree),
            has_filters_open: self.word(tree, "filters", &["open"]).is_some(),
            vehicle: self.vehicle(tree),
        }
    }

    fn vehicle(&mut self, tree: &Tree) -> Option<SellingId> {
        let text = self.text(tree, "vehicle")?;
        let id = link::bare_id(&text);
        if id.is_empty() {
            self.ignore("vehicle", format!("`{text}` is no sellingId"));
            return None;
        }
        Some(id.into())
    }

    fn view(&mut self, tree: &Tree) -> View {
        let words: Vec<_> = View::ALL.into_iter().filter_map(View::word).collect();
        let word = self.word(tree, "view", &words);
        View::ALL.into_iter().find(|view| view.word() == word).unwrap_or_default()
    }

    /// The one of `words` that a key has.
    fn word(&mut self, tree: &Tree, key: &str, words: &[&'static str]) -> Option<&'static str> {
        let text = self.text(tree, key)?;
        let found = words.iter().copied().find(|word| *word == link::bare(&text));
        if found.is_none() {
            self.ignore(key, format!("`{text}` is not `{}`, which it can be", words.join("`, `")));
        }
        found
    }

    fn text(&mut self, tree: &Tree, key: &str) -> Option<String> {
        let value = tree.get(key)?;
        let Some(text) = value.as_text() else {
            self.ignore(key, "it is no single text");
            return None;
        };
        Some(link::neat(text).to_owned()).filter(|text| !text.is_empty())
    }

    fn number(
        &mut self,
        tree: &Tree,
        key: &str,
        allowed: std::ops::RangeInclusive<u32>,
    ) -> Option<u32> {
        let text = self.text(tree, key)?;
        let number = link::bare(&text).parse().ok().filter(|number| allowed.contains(number));
        if number.is_none() {
            let (least, most) = allowed.into_inner();
            self.ignore(key, format!("`{text}` is no whole number from {least} to {most}"));
        }
        number
    }

    fn order(&mut self, tree: &Tree) -> Option<Order> {
        let order = tree.get("order")?;
        let part = |key| order.get(key).and_then(Tree::as_text);
        let field = part("field").and_then(|name| name.parse().ok());
        let dir = part("dir").and_then(|word| link::bare(word).parse().ok());
        let (Some(field), Some(dir)) = (field, dir) else {
            self.ignore("order", "it needs [field], a documented column, and [dir], asc or desc");
            return None;
        };
        Some(Order { field, dir })
    }

    fn filter(&mut self, tree: &Tree, group: &str) -> Vec<(Column, Condition)> {
        let columns = match tree.get(group) {
            None => return Vec::new(),
            Some(Tree::Map(columns)) => columns,
            Some(_) => {
                self.ignore(group, "it names no column, as [fuelType] does");
                return Vec::new();
            }
        };
        let mut found = Vec::new();
        for (name, values) in columns {
            let key = format!("{group}[{name}]");
            let Ok(column) = name.parse::<Column>() else {
                self.ignore(key, "there is no column of that name to filter by");
                continue;
            };
            if !values.is_texts() {
                self.ignore(&key, "it has more than values and a list of values");
            }
            for text in values.texts() {
                let mut condition = Condition::from(text);
                let bare = link::bare(&condition.value);
                if is_known(column, bare) {
                    condition.value = String::from(bare);
                }
                if column.accepts(&condition.value) {
                    found.push((column, condition));
                } else {
                    self.ignore(&key, format!("`{text}` is {}", wanted(column)));
                }
            }
        }
        found
    }
}

/// Whether a column is sure to have such values.
fn is_known(column: Column, value: &str) -> bool {
    match column.kind() {
        Kind::Text => false,
        Kind::Choice(keys) => keys.contains(&value),
        _ => column.accepts(value),
    }
}

fn wanted(column: Column) -> &'static str {
    match column.kind() {
        Kind::Integer | Kind::Code(_) => "no whole number",
        Kind::Number => "no number",
        Kind::Text | Kind::Choice(_) => "empty",
        Kind::Bool => "neither true nor false",
        Kind::Date => "no date such as 2017-01-31",
        Kind::DateTime => "no time such as 2018-08-07 15:47:17",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use autengo_api::query::Dir;
    use proptest::prelude::*;

    fn parse(query: &str) -> (State, Vec<Ignored>) {
        State::parse(query, "cars")
    }

    const EXAMPLE: &str = "?cars[search]=titanium&cars[and][kilometers][]=>=|25000\
        &cars[or][fuelType][]=diesel&cars[or][fuelType][]=electric\
        &cars[order][field]=price&cars[order][dir]=asc&cars[offset]=24&cars[limit]=48&cars[vehicle]=AIQWXW";

    #[test]
    fn a_link_to_a_vehicle_is_told_from_others_without_being_read() {
        let written = State { vehicle: Some("AIQWXW".into()), ..State::default() };
        for root in ["cars", ""] {
            assert!(State::opens_vehicle(&written.to_query(root, "a=1"), root));
        }
        assert!(State::opens_vehicle(EXAMPLE, "cars"));
        let others =
            ["cars[or][vehicleTypeId][]=5", "shop[vehicle]=1", "vehicle=1", "cars=vehicle"];
        for other in others {
            assert!(!State::opens_vehicle(other, "cars"), "{other}");
        }
    }

    #[test]
    fn the_example_of_the_design_is_read() {
        let (state, ignored) = parse(EXAMPLE);
        assert!(ignored.is_empty(), "{ignored:?}");
        assert_eq!(state.params.text, "titanium");
        assert_eq!(state.params.and.get(Column::Kilometers), [Condition::new(Op::Ge, "25000")]);
        assert_eq!(
            state.params.or.equal(Column::FuelType).collect::<Vec<_>>(),
            ["diesel", "electric"]
        );
        assert_eq!(state.params.order, "price asc".parse().ok());
        assert_eq!((state.params.offset, state.params.limit), (24, Some(48)));
        assert_eq!(state.vehicle.as_ref().map(SellingId::as_str), Some("AIQWXW"));
    }

    #[test]
    fn every_spelling_that_qs_reads_is_read() {
        let (expected, _) = parse("cars[or][fuelType][]=diesel&cars[or][fuelType][]=electric");
        for query in [
            "cars%5Bor%5D%5BfuelType%5D%5B%5D=diesel&cars%5bor%5d%5bfuelType%5d%5b%5d=electric",
            "cars[or][fuelType][0]=diesel&cars[or][fuelType][1]=electric",
            "cars[or][fuelType][21]=diesel&cars[or][fuelType][22]=electric",
            "cars[or][fuelType]=diesel&cars[or][fuelType]=electric",
            "utm=1&cars[or][fuelType][]=diesel&x[]=%&cars[or][fuelType][]=electric",
        ] {
            assert_eq!(parse(query), (expected.clone(), vec![]), "{query}");
        }
        let one = parse("cars[and][fuelType]=diesel").0;
        assert_eq!(one, parse("cars[or][fuelType][]=diesel").0);
        assert_eq!(parse("cars[search]=Golf+GTI").0.params.text, "Golf GTI");
    }

    #[test]
    fn a_bad_value_is_left_out_alone() {
        let (state, ignored) = parse(
            "cars[and][kilometers]=many&cars[and][vin]=1&cars[or][doorCount][]=x&cars[or][doorCount][]=5\
             &cars[order][field]=price&cars[offset]=-1&cars[limit]=0&cars[page]=2&cars[search]=ok\
             &cars[view]=parked&cars[filters]=closed",
        );
        assert_eq!(state.params.text, "ok");
        assert!(state.view == View::Parked && !state.has_filters_open);
        assert_eq!(state.params.or.equal(Column::DoorCount).collect::<Vec<_>>(), ["5"]);
        let mut keys: Vec<_> = ignored.iter().map(|ignored| ignored.key.as_str()).collect();
        keys.sort_unstable();
        assert_eq!(
            keys,
            [
                "and[kilometers]",
                "and[vin]",
                "filters",
                "limit",
                "offset",
                "or[doorCount]",
                "order",
                "page"
            ]
        );
    }

    /// Foreign parameters stay byte for byte, ours are percent-encoded.
    #[test]
    fn writing_touches_only_our_own_part() {
        let host = "?search=caf%e9&page_id=7&&a[b]=1&carsharing=x&flag";
        let (state, _) = parse("cars[search]=x&cars[vehicle]=A");
        let query = state.to_query("cars", &format!("{host}&cars[limit]=9&CARS=1"));
        let kept = "search=caf%e9&page_id=7&&a[b]=1&carsharing=x&flag&CARS=1";
        assert_eq!(query, format!("{kept}&cars%5Bsearch%5D=x&cars%5Bvehicle%5D=A"));
        assert_eq!(State::default().to_query("cars", "cars[limit]=9"), "");
    }

    /// Contradicting keys are kept or named, whatever `qs` makes of them.
    #[test]
    fn a_value_in_the_wrong_place_is_named() {
        for query in [
            "cars[or][fuelType][x]=diesel",
            "cars[or][fuelType][][y]=diesel",
            "cars[or][fuelType]=diesel&cars[or][fuelType][x]=lpg",
            "cars[or][fuelType][0][1]=diesel",
        ] {
            let (_, ignored) = parse(query);
            let keys: Vec<_> = ignored.iter().map(|ignored| ignored.key.as_str()).collect();
            assert_eq!(keys, ["or[fuelType]"], "{query}");
        }
    }

    /// Mail and chat programs take what stands behind a link for a part of it.
    #[test]
    fn a_text_appended_to_a_link_is_no_part_of_its_last_value() {
        for end in [
            ".",
            ")",
            ",",
            ">",
            "\"",
            "/",
            "'",
            ";",
            ":",
            "!",
            "]",
            "…",
            "%22",
            "%3E",
            "%E2%80%A6",
            ").",
            "\">",
            "%2522",
            "*",
            "?",
            "}",
            "»",
            "“",
            "`",
            "|",
            "%20",
            "+",
            "\u{200b}",
            "%E2%80%8B",
            "%C2%AD",
            "\u{ad}",
            "\u{feff}",
            "%",
        ] {
            let (vehicle, ignored) = parse(&format!("cars[vehicle]=AI-Q_W1{end}"));
            assert_eq!(
                (vehicle.vehicle.as_ref().map(SellingId::as_str), ignored),
                (Some("AI-Q_W1"), vec![]),
                "{end}"
            );
            if end == "%2522" || end == "%" {
                continue;
            }
            for link in [
                "cars[offset]=24",
                "cars[limit]=48",
                "cars[view]=parked",
                "cars[filters]=open",
                "cars[order][field]=price&cars[order][dir]=asc",
                "cars[or][fuelType][]=diesel",
                "cars[or][isDamaged]=false",
                "cars[and][price][]=<=|20000",
                "cars[and][firstRegistration][]=>=|2017-01-01",
            ] {
                assert_eq!(parse(&format!("{link}{end}")), parse(link), "{link}{end}");
            }
        }
        let (state, ignored) = parse("cars[vehicle]=%22%3E");
        assert_eq!((state.vehicle, ignored[0].key.as_str()), (None, "vehicle"));
        assert_eq!(parse("cars[search]=golf%E2%80%8B").0.params.text, "golf");
    }

    #[test]
    fn a_link_that_was_escaped_once_more_is_read_and_replaced() {
        let link = "cars[or][fuelType][]=diesel&cars[search]=golf gti&cars[vehicle]=AIQWXW";
        let expected = parse(link);
        for query in [
            "cars[or][fuelType][]=diesel&amp;cars[search]=golf+gti&amp;cars[vehicle]=AIQWXW",
            "cars[or][fuelType][]=diesel&amp;amp;cars[search]=golf+gti&amp;cars[vehicle]=AIQWXW",
            "cars%5Bor%5D%5BfuelType%5D%5B%5D=diesel&amp;cars%5Bsearch%5D=golf+gti&amp;cars%5Bvehicle%5D=AIQWXW",
            "cars%255Bor%255D%255BfuelType%255D%255B%255D=diesel&cars%255Bsearch%255D=golf%2520gti&cars%255Bvehicle%255D=AIQWXW",
            "cars%25255Bor%25255D%25255BfuelType%25255D=diesel&cars[search]=golf%20gti&amp;cars%255bvehicle%255d=AIQWXW",
        ] {
            assert_eq!(parse(query), expected, "{query}");
            assert!(State::is_in(query, "cars"));
            assert_eq!(
                State::default().to_query("cars", &format!("a=1&amp;b=2&{query}")),
                "a=1&amp;b=2"
            );
        }
        let (bare, _) = State::parse("?id=1&amp;search=golf", "");
        assert_eq!(bare.params.text, "golf");
        // A percent sign in a value of a link that is right stays one.
        assert_eq!(parse("cars[search]=100%2525").0.params.text, "100%25");
    }

    #[test]
    fn a_plain_value_under_our_key_is_the_hosts() {
        for host in ["cars=1", "cars", "cars=", "cars=%5Bsearch%5D", "amp;cars=1"] {
            assert!(!State::is_in(host, "cars"), "{host}");
            let (state, ignored) = parse(&format!("{host}&cars[search]=golf"));
            assert_eq!((state.params.text.as_str(), ignored), ("golf", vec![]), "{host}");
            let written = state.to_query("cars", host);
            assert_eq!(written, format!("{host}&cars%5Bsearch%5D=golf"));
            assert_eq!(parse(&written).0, state);
        }
    }

    #[test]
    fn an_empty_root_means_bare_keys() {
        let (state, _) = State::parse("?search=x&utm=1", "");
        assert_eq!(state.params.text, "x");
        assert_eq!(state.to_query("", "?search=y&utm=1"), "utm=1&search=x");
    }

    fn condition() -> impl Strategy<Value = (Column, Condition)> {
        (0..Column::ALL.len(), 0..6_usize, 0..50_u8).prop_map(|(column, op, n)| {
            let column = Column::ALL[column];
            let value = match column.kind() {
                Kind::Integer | Kind::Number | Kind::Code(_) => n.to_string(),
                Kind::Text => format!("Tést & [{n}]=|+%20"),
                Kind::Choice(keys) => keys[usize::from(n) % keys.len()].to_owned(),
                Kind::Bool => (n % 2 == 0).to_string(),
                Kind::Date => format!("20{n:02}-01-01"),
                Kind::DateTime => format!("20{n:02}-01-01 10:00:00"),
            };
            (column, Condition::new(Op::ALL[op], value))
        })
    }

    proptest! {
        #[test]
        fn parsing_never_fails(query in ".{0,80}") {
            let _ = parse(&query);
        }

        #[test]
        fn a_state_survives_its_url(
            text in "[a-zA-ZäöüßŠ+&=%\\[\\]|#]{0,10}",
            all in prop::collection::vec(condition(), 0..6),
            any in prop::collection::vec(condition(), 0..6),
            order in prop::option::of((0..Column::ALL.len(), any::<bool>())),
            offset in 0..1000_u32,
            limit in prop::option::of(1..=MAX_LIMIT),
            (view, has_filters_open) in (0..View::ALL.len(), any::<bool>()),
            vehicle in prop::option::of("[A-Z0-9]{1,8}"),
            other in "[A-Z0-9 ~*&=%]{1,8}",
        ) {
            let state = State {
                params: SearchParams {
                    text,
                    and: all.into_iter().filter(|(_, condition)| condition.op != Op::Eq).collect(),
                    or: any.into_iter().collect(),
                    order: order.map(|(column, up)| Order {
                        field: Column::ALL[column],
                        dir: if up { Dir::Asc } else { Dir::Desc },
                    }),
                    offset,
                    limit,
                },
                view: View::ALL[view],
                has_filters_open,
                vehicle: vehicle.map(SellingId::from),
            };
            let query = state.to_query("cars", "?foreign=1");
            prop_assert_eq!(State::parse(&query, "cars"), (state.clone(), vec![]));
            for root in ["cars", ""] {
                let openings = state.openings(root, "?foreign=1");
                let opened = State { vehicle: Some(other.as_str().into()), ..state.clone() };
                prop_assert_eq!(openings.of(&other.as_str().into()), opened.to_query(root, "?foreign=1"));
            }
        }
    }
}
