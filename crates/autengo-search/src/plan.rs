//! From what a visitor chose to the query that asks the API for exactly that.
//!
//! Facets AND each other and the values of one facet OR each other. The reference has one `and`
//! group, of which all hold, and one `or` group, of which any holds, so only one facet with
//! several values fits into `or`. Every other one is said by exclusion: no less than the smallest,
//! no more than the largest, and none of the values that were not chosen. That gives the same
//! vehicles whether a server reads `or` flat or per field, and whether `<>` includes or excludes
//! vehicles without a value: the bounds exclude those either way.
//!
//! What cannot be said exactly is refused, never approximated.

use std::fmt;

use crate::params::SearchParams;
use autengo_api::choice::{Choice, VehicleState};
use autengo_api::column::{Column, Kind};
use autengo_api::condition::{Condition, Op};
use autengo_api::endpoint::FilterValues;
use autengo_api::id::{MakeId, ModelId};
use autengo_api::qs::{self, ARRAY_LIMIT, Tree};
use autengo_api::query::{Filter, Order, VehicleQuery};

/// The longest query that is sent, in bytes: servers and proxies cut at 8 kB and less.
pub const MAX_QUERY: usize = 6 * 1024;

/// The embedder's conditions: a visitor's choices only ever narrow them.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Preset {
    /// Conditions that all hold.
    pub and: Filter,
    /// Alternatives on a single column.
    pub or: Filter,
    /// The order of a search that chose none.
    pub order: Order,
    /// The page size of a search that chose none.
    pub limit: u32,
}

/// The known values of columns.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Domains {
    /// The values in the stock, by column.
    pub values: FilterValues,
    /// The models of makes.
    pub models: Vec<(MakeId, Vec<ModelId>)>,
    /// The columns whose values were asked for and not told: they are not waited for.
    pub untold: Vec<Column>,
}

impl Domains {
    fn values_of(&self, column: Column) -> Option<&[String]> {
        let found = self.values.iter().find(|(known, _)| *known == column);
        found.map(|(_, values)| values.as_slice())
    }

    fn models_of(&self, make: MakeId) -> Option<&[ModelId]> {
        let found = self.models.iter().find(|(known, _)| *known == make);
        found.map(|(_, models)| models.as_slice())
    }
}

/// Something that has to be known before a search can be planned.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Need {
    /// The values of a column, from `GET /vehicle/filter/values`.
    Values(Column),
    /// The models of a make, from `GET /vehicle/reference/make/:makeId/model`.
    Models(MakeId),
}

impl fmt::Display for Need {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Values(column) => write!(f, "the values of {} in the stock", column.name()),
            Self::Models(make) => write!(f, "the models of make {make}"),
        }
    }
}

/// Why a search has no plan.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum PlanError {
    /// The needs without which there is none yet.
    #[error("what is not chosen has to be known first: {}", listed(.0))]
    Needs(Vec<Need>),
    /// The API cannot be asked for so many values at once.
    #[error("too many values of {} at once", .0.name())]
    TooMany(Column),
    /// A column whose values the API does not tell, and which it depends on.
    #[error("the API does not tell the values of {}", .0.name())]
    Unknown(Column),
    /// The text that is searched for is longer than what the API can be asked.
    #[error("the text to search for is too long")]
    TextTooLong,
}

fn listed(needs: &[Need]) -> String {
    needs.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
}

/// The query that asks for exactly what `params` and `preset` say together.
///
/// # Errors
/// [`PlanError::Needs`] if it depends on values that `domains` does not have yet;
/// [`PlanError::Unknown`] if it depends on values that nobody tells;
/// [`PlanError::TooMany`] or [`PlanError::TextTooLong`] if the API has no way to be asked for it:
/// what takes the most room is named.
pub fn plan(
    params: &SearchParams,
    preset: &Preset,
    domains: &Domains,
) -> Result<VehicleQuery, PlanError> {
    let mut planner =
        Planner { domains, and: preset.and.clone(), groups: Vec::new(), needs: Vec::new() };
    for (column, conditions) in params.and.iter() {
        for condition in conditions {
            planner.and.add(column, condition.clone());
        }
    }
    if !mentions(preset, Column::VehicleState) {
        // What has been sold is not for sale.
        planner.and.add(Column::VehicleState, Condition::new(Op::Ne, VehicleState::Sold.name()));
    }
    for (column, conditions) in preset.or.iter() {
        planner.group(column, conditions.to_vec());
    }
    let or = planner.without_open_makes(&params.or)?;
    for (column, conditions) in or.iter() {
        planner.group(column, conditions.to_vec());
    }
    let or = planner.settle()?;
    let query = VehicleQuery {
        search: Some(params.text.clone()).filter(|text| !text.is_empty()),
        and: planner.and,
        or,
        order: Some(params.order.unwrap_or(preset.order)),
        offset: params.offset,
        limit: Some(params.limit.unwrap_or(preset.limit)),
    };
    let crowded = query.and.iter().max_by_key(|(_, conditions)| conditions.len());
    if let Some((column, conditions)) = crowded
        && conditions.len() > ARRAY_LIMIT
    {
        return Err(PlanError::TooMany(column));
    }
    if query.to_string().len() > MAX_QUERY {
        return Err(longest(&query));
    }
    Ok(query)
}

/// The part that takes the most room in a query that is too long.
fn longest(query: &VehicleQuery) -> PlanError {
    let room = |tree: Tree| qs::encode(&Tree::from_iter([("", tree)])).len();
    let of_column = |column: Column, conditions: &[Condition]| {
        let texts = conditions.iter().map(|condition| Tree::Text(condition.to_string()));
        (room(Tree::List(texts.collect())) + conditions.len() * column.name().len(), column)
    };
    let columns = query.and.iter().chain(query.or.iter());
    let longest = columns.map(|(column, conditions)| of_column(column, conditions)).max();
    let text = query.search.as_deref().map_or(0, |text| room(Tree::from(text)));
    match longest {
        Some((room, column)) if room >= text => PlanError::TooMany(column),
        _ => PlanError::TextTooLong,
    }
}

fn mentions(preset: &Preset, column: Column) -> bool {
    !preset.and.get(column).is_empty() || !preset.or.get(column).is_empty()
}

struct Planner<'a> {
    domains: &'a Domains,
    and: Filter,
    groups: Vec<(Column, Vec<Condition>)>,
    needs: Vec<Need>,
}

impl Planner<'_> {
    /// Adds alternatives on a column. A single one simply holds.
    fn group(&mut self, column: Column, mut conditions: Vec<Condition>) {
        let all_equal = |group: &[Condition]| group.iter().all(|condition| condition.op == Op::Eq);
        // Two sets of wanted values on one column: what is in both.
        if let Some(at) = self.groups.iter().position(|(known, group)| {
            *known == column && all_equal(group) && all_equal(&conditions)
        }) {
            let (_, known) = self.groups.remove(at);
            let both: Vec<_> = conditions.iter().filter(|c| known.contains(c)).cloned().collect();
            if both.is_empty() {
                // Nothing can be both: said so that the server finds nothing.
                for condition in known.into_iter().take(1).chain(conditions.into_iter().take(1)) {
                    self.and.add(column, condition);
                }
                return;
            }
            conditions = both;
        }
        match conditions.as_slice() {
            [] => {}
            [one] => self.and.add(column, one.clone()),
            _ => self.groups.push((column, conditions)),
        }
    }

    /// Makes with models: "any BMW, or an Audi A4". A chosen model narrows its own make only, so
    /// the unchosen models of a narrowed make are excluded, and makes stay a facet of their own.
    fn without_open_makes(&mut self, or: &Filter) -> Result<Filter, PlanError> {
        let mut rest = or.clone();
        // A number that is no id has no models, and is none.
        let makes: Vec<Option<MakeId>> =
            or.equal(Column::MakeId).map(|id| id.parse().ok()).collect();
        let models: Vec<Option<ModelId>> =
            or.equal(Column::ModelId).map(|id| id.parse().ok()).collect();
        if makes.is_empty() || models.is_empty() {
            return Ok(rest);
        }
        let known = makes.iter().flatten().copied();
        let unknown = known.filter(|make| self.domains.models_of(*make).is_none());
        let needs: Vec<_> = unknown.map(Need::Models).collect();
        if !needs.is_empty() {
            return Err(PlanError::Needs(needs));
        }
        let mut open = false;
        let mut chosen = Vec::new();
        let mut excluded = Vec::new();
        for make in makes {
            let of_make = make.and_then(|make| self.domains.models_of(make)).unwrap_or_default();
            let (wanted, unwanted): (Vec<ModelId>, _) =
                of_make.iter().partition(|model| models.contains(&Some(**model)));
            if wanted.is_empty() {
                open = true;
            } else {
                chosen.extend(wanted);
                excluded.extend(unwanted);
            }
        }
        rest.remove(Column::ModelId);
        if open {
            for model in excluded {
                self.and.add(Column::ModelId, Condition::new(Op::Ne, model.to_string()));
            }
        } else {
            // Every make is narrowed to models, which say the make as well.
            rest.remove(Column::MakeId);
            let models = chosen.into_iter().map(|model| Condition::new(Op::Eq, model.to_string()));
            rest.set(Column::ModelId, models.collect());
        }
        Ok(rest)
    }

    /// Puts one group into `or` and says the others by exclusion.
    fn settle(&mut self) -> Result<Filter, PlanError> {
        let groups = std::mem::take(&mut self.groups);
        let mut costs: Vec<_> = groups
            .into_iter()
            .map(|(column, values)| {
                let exclusion = self.exclusion(column, &values);
                (column, values, exclusion)
            })
            .collect();
        // The group that is the hardest to say otherwise is the one for `or`, if it fits there.
        let cost = |exclusion: &Result<Vec<Condition>, PlanError>| match exclusion {
            Ok(conditions) => conditions.len(),
            Err(PlanError::Needs(_)) => ARRAY_LIMIT,
            Err(_) => usize::MAX,
        };
        let fitting =
            costs.iter().enumerate().filter(|(_, (_, values, _))| values.len() <= ARRAY_LIMIT);
        let hardest =
            fitting.max_by_key(|(_, (_, _, exclusion))| cost(exclusion)).map(|(at, _)| at);
        let mut or = Filter::default();
        if let Some(at) = hardest {
            let (column, values, _) = costs.remove(at);
            or.set(column, values);
        }
        for (column, _, exclusion) in costs {
            match exclusion {
                Ok(conditions) => {
                    for condition in conditions {
                        self.and.add(column, condition);
                    }
                }
                Err(PlanError::Needs(needs)) => self.needs.extend(needs),
                Err(error) => return Err(error),
            }
        }
        if self.needs.is_empty() {
            Ok(or)
        } else {
            Err(PlanError::Needs(std::mem::take(&mut self.needs)))
        }
    }

    /// "One of these values" as conditions that all hold.
    fn exclusion(&self, column: Column, wanted: &[Condition]) -> Result<Vec<Condition>, PlanError> {
        if wanted.iter().any(|condition| condition.op != Op::Eq) {
            return Err(PlanError::TooMany(column));
        }
        let is_wanted = |value: &str| wanted.iter().any(|condition| condition.value == value);
        let mut conditions = Vec::new();
        match column.kind() {
            Kind::Integer | Kind::Code(_) => {
                self.exclude_numbers(column, wanted, &mut conditions)?;
            }
            Kind::Choice(documented) => {
                // Every key comes after "0": only vehicles without a value fall below it.
                conditions.push(Condition::new(Op::Ge, "0"));
                let in_stock = self.values(column)?.iter().map(String::as_str);
                let others = in_stock.filter(|value| !documented.contains(value));
                for value in documented.iter().copied().chain(others) {
                    if !is_wanted(value) {
                        conditions.push(Condition::new(Op::Ne, value));
                    }
                }
            }
            Kind::Number | Kind::Text | Kind::Bool | Kind::Date | Kind::DateTime => {
                return Err(PlanError::TooMany(column));
            }
        }
        if conditions.len() > ARRAY_LIMIT {
            return Err(PlanError::TooMany(column));
        }
        Ok(conditions)
    }

    fn exclude_numbers(
        &self,
        column: Column,
        wanted: &[Condition],
        conditions: &mut Vec<Condition>,
    ) -> Result<(), PlanError> {
        let numbers: Vec<i64> = wanted.iter().filter_map(|one| one.value.parse().ok()).collect();
        let (Some(&least), Some(&most)) = (numbers.iter().min(), numbers.iter().max()) else {
            return Err(PlanError::TooMany(column));
        };
        conditions.push(Condition::new(Op::Ge, least.to_string()));
        conditions.push(Condition::new(Op::Le, most.to_string()));
        let mut exclude = |number: i64| {
            if (least..most).contains(&number) && !numbers.contains(&number) {
                conditions.push(Condition::new(Op::Ne, number.to_string()));
            }
        };
        let between = usize::try_from(most.saturating_sub(least)).unwrap_or(usize::MAX);
        // Few enough to name each, whether the stock has it or not.
        if between <= numbers.len() + ARRAY_LIMIT / 2 {
            (least..most).for_each(&mut exclude);
        } else {
            let in_stock = self.values(column)?.iter();
            in_stock.filter_map(|value| value.parse().ok()).for_each(&mut exclude);
        }
        Ok(())
    }

    /// The values that the stock has in a column, as far as the API can be asked.
    fn values(&self, column: Column) -> Result<&[String], PlanError> {
        match self.domains.values_of(column) {
            Some(values) => Ok(values),
            None if self.domains.untold.contains(&column) => Err(PlanError::Unknown(column)),
            None if column.has_values() => Err(PlanError::Needs(vec![Need::Values(column)])),
            // An enumeration that only the reference lists; anything else is not known whole.
            None if matches!(column.kind(), Kind::Choice(_)) => Ok(&[]),
            None => Err(PlanError::TooMany(column)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::state::State;

    #[test]
    fn of_a_query_that_is_too_long_the_longest_part_is_named() {
        let long = |text: &str, words: usize| format!("{text}{}", "ä".repeat(words));
        let text = |search: &str| format!("search={search}&or[fuelType][]=diesel");
        let limit = MAX_QUERY / "%C3%A4".len();
        assert!(planned(&text(&long("golf", limit - 200)), "").is_ok());
        for words in [limit, 7000] {
            let planned = planned(&text(&long("golf", words)), "");
            assert_eq!(planned, Err(PlanError::TextTooLong), "{words}");
        }
        let words = |count: usize, size: usize| -> String {
            (0..count).map(|at| long(&format!("&or[trimLine][]={at}"), size)).collect()
        };
        for (query, longest) in [
            (format!("search=golf{}", words(3, limit)), PlanError::TooMany(Column::TrimLine)),
            (format!("search=golf{}", words(18, limit / 18)), PlanError::TooMany(Column::TrimLine)),
            (format!("search={}{}", long("golf", 800), words(3, 100)), PlanError::TextTooLong),
            (long("and[trimLine][]=<>|", limit), PlanError::TooMany(Column::TrimLine)),
        ] {
            assert_eq!(planned(&query, ""), Err(longest.clone()), "{longest}");
        }
    }

    fn domains() -> Domains {
        let texts =
            |values: &[&str]| values.iter().map(|value| (*value).to_owned()).collect::<Vec<_>>();
        Domains {
            values: Vec::from([
                (Column::MakeId, texts(&["190", "350", "1000", "9999"])),
                (Column::FuelType, texts(&["diesel", "electric", "gasoline", "steam"])),
                (Column::TransmissionType, texts(&["automatic", "manual"])),
                (Column::VehicleTypeId, texts(&["1", "6"])),
            ]),
            models: Vec::from([
                (MakeId(190), [3813, 3814, 3815].map(ModelId).to_vec()),
                (MakeId(350), [77, 78].map(ModelId).to_vec()),
            ]),
            untold: Vec::from([Column::ConditionType]),
        }
    }

    fn preset(filter: &str) -> Preset {
        let SearchParams { and, or, .. } = State::parse(filter, "").0.params;
        Preset { and, or, limit: 24, ..Preset::default() }
    }

    fn planned(query: &str, filter: &str) -> Result<String, PlanError> {
        let (state, ignored) = State::parse(query, "");
        assert!(ignored.is_empty(), "{ignored:?}");
        let query = plan(&state.params, &preset(filter), &domains())?.to_string();
        let text = percent_encoding::percent_decode_str(&query).decode_utf8_lossy().into_owned();
        Ok(text.replace("&order[field]=created&order[dir]=desc&limit=24", ""))
    }

    #[test]
    fn a_search_that_says_nothing_asks_for_the_stock() {
        let query =
            plan(&SearchParams::default(), &preset(""), &Domains::default()).expect("a plan");
        assert_eq!(query, VehicleQuery::of_stock(Order::default(), 24));
    }

    #[test]
    fn searches_become_queries() {
        let sold = "and[vehicleState]=<>|sold";
        let cases = [
            ("or[fuelType][]=diesel", "", format!("{sold}&and[fuelType]=diesel")),
            (
                "or[fuelType][]=diesel&or[fuelType][]=electric",
                "",
                format!("{sold}&or[fuelType][]=diesel&or[fuelType][]=electric"),
            ),
            (
                // Fuel costs more exclusions than the gearbox, so it gets `or`.
                "or[fuelType][]=diesel&or[fuelType][]=electric&or[transmissionType][]=automatic&or[transmissionType][]=manual",
                "",
                format!(
                    "{sold}&and[transmissionType][]=>=|0&and[transmissionType][]=<>|semiAutomatic&or[fuelType][]=diesel&or[fuelType][]=electric"
                ),
            ),
            (
                "or[fuelType][]=diesel&or[fuelType][]=electric&or[makeId][]=190&or[makeId][]=1000",
                "",
                format!(
                    "and[makeId][]=>=|190&and[makeId][]=<=|1000&and[makeId][]=<>|350&{sold}&or[fuelType][]=diesel&or[fuelType][]=electric"
                ),
            ),
            (
                "and[price][]=>=|5000&and[price][]=<=|9000",
                "",
                format!("{sold}&and[price][]=>=|5000&and[price][]=<=|9000"),
            ),
            // A preset is added to, never replaced.
            (
                "or[conditionType][]=used",
                "and[conditionType]=new",
                format!("{sold}&and[conditionType][]=new&and[conditionType][]=used"),
            ),
            (
                "and[price]=<=|9000",
                "and[price]=<=|5000",
                format!("{sold}&and[price][]=<=|5000&and[price][]=<=|9000"),
            ),
            (
                "or[fuelType][]=diesel&or[fuelType][]=lpg",
                "or[fuelType][]=diesel&or[fuelType][]=electric",
                format!("{sold}&and[fuelType]=diesel"),
            ),
            (
                // Nothing is both: asked so that nothing is found.
                "or[fuelType][]=cng&or[fuelType][]=lpg",
                "or[fuelType][]=diesel&or[fuelType][]=electric",
                format!("{sold}&and[fuelType][]=diesel&and[fuelType][]=cng"),
            ),
            ("", "or[vehicleState][]=sold", "and[vehicleState]=sold".to_owned()),
        ];
        for (query, filter, expected) in cases {
            assert_eq!(planned(query, filter), Ok(expected), "{query} in {filter}");
        }
    }

    #[test]
    fn a_model_narrows_its_own_make_only() {
        let sold = "and[vehicleState]=<>|sold";
        assert_eq!(
            planned("or[makeId][]=190&or[makeId][]=350&or[modelId][]=3814", ""),
            Ok(format!(
                "and[modelId][]=<>|3813&and[modelId][]=<>|3815&{sold}&or[makeId][]=190&or[makeId][]=350"
            )),
        );
        assert_eq!(
            planned("or[makeId][]=190&or[makeId][]=350&or[modelId][]=3814&or[modelId][]=77", ""),
            Ok(format!("{sold}&or[modelId][]=3814&or[modelId][]=77")),
        );
        assert_eq!(
            planned("or[makeId][]=1000&or[makeId][]=190&or[modelId][]=3814", ""),
            Err(PlanError::Needs(vec![Need::Models(MakeId(1000))])),
        );
    }

    #[test]
    fn untold_values_are_not_waited_for() {
        let new_or_used = "or[conditionType][]=new&or[conditionType][]=used";
        // One group needs no exclusion, and the untold one is the one that needs none.
        let both =
            format!("{new_or_used}&or[transmissionType][]=manual&or[transmissionType][]=automatic");
        let expected = "and[vehicleState]=<>|sold&and[transmissionType][]=>=|0&and[transmissionType][]=<>|semiAutomatic&or[conditionType][]=new&or[conditionType][]=used";
        assert_eq!(planned(&both, ""), Ok(expected.to_owned()));
        // Alternatives in free text can be in `or` alone, so the untold column has to be excluded.
        let texts = format!("{new_or_used}&or[modelName][]=a&or[modelName][]=b");
        assert!(matches!(planned(&texts, ""), Err(PlanError::TooMany(_) | PlanError::Unknown(_))));
        let untold =
            Domains { untold: vec![Column::ConditionType, Column::DriveType], ..domains() };
        let query = format!("{new_or_used}&or[driveType][]=all&or[driveType][]=rear");
        let params = State::parse(&query, "").0.params;
        let refused = plan(&params, &preset(""), &untold);
        assert!(matches!(refused, Err(PlanError::Unknown(_))), "{refused:?}");
        let unasked = plan(&params, &preset(""), &Domains { untold: Vec::new(), ..untold });
        assert!(matches!(unasked, Err(PlanError::Needs(_))), "{unasked:?}");
    }

    #[test]
    fn a_search_without_an_exact_query_is_refused() {
        // Two free texts with alternatives: neither has a known domain.
        let query = "or[makeName][]=a&or[makeName][]=b&or[modelName][]=c&or[modelName][]=d";
        assert!(matches!(planned(query, ""), Err(PlanError::TooMany(_))));
        let many: Vec<_> = (0..21).map(|n| format!("or[modelName][]={n}")).collect();
        assert_eq!(planned(&many.join("&"), ""), Err(PlanError::TooMany(Column::ModelName)));
        // A domain that the API can tell is asked for first.
        let query = "or[driveType][]=all&or[driveType][]=rear&or[fuelType][]=diesel&or[fuelType][]=lpg&or[cylinders][]=4&or[cylinders][]=40";
        let needs = planned(query, "").expect_err("needs");
        assert_eq!(needs, PlanError::Needs(vec![Need::Values(Column::DriveType)]));
        let needs =
            PlanError::Needs(vec![Need::Values(Column::DriveType), Need::Models(MakeId(190))]);
        assert_eq!(
            needs.to_string(),
            "what is not chosen has to be known first: the values of driveType in the stock, the models of make 190"
        );
    }
}
