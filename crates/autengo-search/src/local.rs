//! Searching a small stock without a server: once every vehicle of it has come, the list, its
//! order, its pages and the counts beside the values of facets are worked out from their fields.
//!
//! What that gives is what the server answers to the query that [`plan`](mod@crate::plan) makes,
//! vehicle by vehicle: the sandbox's tests hold it to that. What vehicles do not tell, or what
//! servers read in different ways, is refused and left to the server, never approximated: free
//! text, columns without a [`Column::field`], texts (collations differ), `<>` (whether a vehicle
//! without a value is among them), and values that a server refuses. Makes and models are told by
//! their names, where each name stands for one of the reference's.

use std::cmp::Ordering;
use std::sync::Arc;

use crate::comparable::{ComparableColumn, SortKey};
use crate::params::SearchParams;
use autengo_api::column::Column;
use autengo_api::condition::{Condition, Op};
use autengo_api::endpoint::{Make, Model};
use autengo_api::id::{MakeId, ModelId};
use autengo_api::list::List;
use autengo_api::query::{Dir, Order};
use autengo_api::vehicle::{Field, PublicVehicle};

/// A whole stock: all that the server has under the embedder's presets.
#[derive(Clone, Debug, PartialEq)]
pub struct LocalIndex {
    rows: Vec<Row>,
    order: Order,
    tells_makes: bool,
    /// The models of the makes whose vehicles all tell theirs.
    models: Vec<(MakeId, Vec<ModelId>)>,
}

#[derive(Clone, Debug, PartialEq)]
struct Row {
    vehicle: Arc<PublicVehicle>,
    make: Option<MakeId>,
    model: Option<ModelId>,
}

impl LocalIndex {
    /// The vehicles, as the server sent them when it was asked for this order. This one order can
    /// be kept even if vehicles do not tell its column, as they do not tell `created`.
    #[must_use]
    pub fn new(vehicles: Vec<Arc<PublicVehicle>>, order: Order) -> Self {
        let row = |vehicle| Row { vehicle, make: None, model: None };
        let rows = vehicles.into_iter().map(row).collect();
        Self { rows, order, tells_makes: false, models: Vec::new() }
    }

    /// The same stock, told which makes there are, and which models of some of them.
    #[must_use]
    pub fn with_makes<'a>(
        mut self,
        makes: &[Make],
        models: impl Iterator<Item = (MakeId, &'a [Model])>,
    ) -> Self {
        let named = |make: &Make| (make.make_id, make.make_name.clone());
        let makes: Vec<_> = makes.iter().map(named).collect();
        for row in &mut self.rows {
            row.make = id_of(&makes, &row.vehicle, Field::MakeName);
            row.model = None;
        }
        self.tells_makes = self.rows.iter().all(|row| row.make.is_some());
        self.models.clear();
        if !self.tells_makes {
            return self;
        }
        for (make, models) in models {
            let named = |model: &Model| (model.model_id, model.model_name.clone());
            let models: Vec<_> = models.iter().map(named).collect();
            let id = |row: &Row| id_of(&models, &row.vehicle, Field::ModelName);
            let is_of_make = |row: &Row| row.make == Some(make);
            // A count that lacks a vehicle would be wrong: all of a make tell, or none does.
            let told = self.rows.iter().filter(|row| is_of_make(row)).map(id);
            let Some(told) = told.collect::<Option<Vec<_>>>() else { continue };
            for (row, id) in self.rows.iter_mut().filter(|row| is_of_make(row)).zip(told) {
                row.model = Some(id);
            }
            self.models.push((make, models.iter().map(|(id, _)| *id).collect()));
        }
        self
    }

    /// The page that starts at the search's offset, of at most `limit` vehicles in `order`; `None`
    /// if only the server can tell. The search's own order and limit are not looked at: they have
    /// defaults that this module does not know.
    #[must_use]
    pub fn find(
        &self,
        params: &SearchParams,
        order: Order,
        limit: u32,
    ) -> Option<List<Arc<PublicVehicle>>> {
        let clauses = self.clauses(params)?;
        let found = self.rows.iter().filter(|row| hold(&clauses, row));
        let found = if order == self.order { found.collect() } else { self.sorted(found, order)? };
        let page = found.iter().skip(params.offset as usize).take(limit as usize);
        Some(List {
            total: u32::try_from(found.len()).unwrap_or(u32::MAX),
            items: page.map(|row| Arc::clone(&row.vehicle)).collect(),
            lost: 0,
        })
    }

    /// For each value of a column, smallest first, how many vehicles a search would find that
    /// chose this value alone in the column and all else as `search` does; 0 for values that the
    /// other choices exclude. Makes and models are one choice; of models that are not in it, only the
    /// server can tell. `None` if it alone can tell of the column.
    #[must_use]
    pub fn counts(&self, params: &SearchParams, column: Column) -> Option<Vec<(String, u32)>> {
        let place = self.place(column)?;
        let others = params.without_column(column);
        let clauses = self.clauses(&others)?;
        let mut counts: Vec<(SortKey, u32)> = Vec::new();
        let mut add = |key, found| {
            let at = counts.partition_point(|(known, _)| *known < key);
            match counts.get_mut(at) {
                Some((known, count)) if *known == key => *count += found,
                _ => counts.insert(at, (key, found)),
            }
        };
        if let Place::Model = place {
            self.models
                .iter()
                .flat_map(|(_, ids)| ids)
                .for_each(|id| add(SortKey::Number(id.0.into()), 0));
        }
        for row in &self.rows {
            if let Some(key) = place.key(row) {
                add(key, u32::from(hold(&clauses, row)));
            }
        }
        Some(counts.into_iter().map(|(key, count)| (place.write(key), count)).collect())
    }

    fn place(&self, column: Column) -> Option<Place> {
        match column {
            Column::MakeId => self.tells_makes.then_some(Place::Make),
            Column::ModelId => (!self.models.is_empty()).then_some(Place::Model),
            _ => ComparableColumn::of(column).map(Place::Field),
        }
    }

    /// The clauses of a search: all of these hold, each by any of its tests.
    fn clauses<'a>(&self, params: &'a SearchParams) -> Option<Vec<Vec<Test<'a>>>> {
        if !params.text.is_empty() {
            return None;
        }
        let mut clauses = Vec::new();
        for (column, conditions) in params.and.iter() {
            for condition in conditions {
                clauses.push(vec![self.test(column, condition)?]);
            }
        }
        let has_models = !params.or.get(Column::ModelId).is_empty();
        for (column, conditions) in params.or.iter() {
            match column {
                // Its models say the make as well.
                Column::MakeId if has_models => self.all_are_narrowed(params)?,
                _ => {
                    let tests = conditions.iter().map(|one| self.test(column, one));
                    clauses.push(tests.collect::<Option<_>>()?);
                }
            }
        }
        Some(clauses)
    }

    /// Whether each chosen make has chosen models, and each chosen model its make: beside a make of
    /// any model, servers differ over vehicles without one.
    fn all_are_narrowed(&self, params: &SearchParams) -> Option<()> {
        let mut narrowed = Vec::new();
        for model in params.or.equal(Column::ModelId) {
            narrowed.push(self.make_of(model.parse().ok()?)?);
        }
        let mut makes = Vec::new();
        for make in params.or.equal(Column::MakeId) {
            makes.push(make.parse().ok()?);
        }
        let is_same = makes.iter().all(|make| narrowed.contains(make))
            && narrowed.iter().all(|make| makes.contains(make));
        is_same.then_some(())
    }

    fn make_of(&self, model: ModelId) -> Option<MakeId> {
        let found = self.models.iter().find(|(_, models)| models.contains(&model));
        found.map(|(make, _)| *make)
    }

    fn test<'a>(&self, column: Column, condition: &'a Condition) -> Option<Test<'a>> {
        let place = self.place(column).filter(|_| column.accepts(&condition.value))?;
        let wanted = match place {
            Place::Field(told) => told.read(condition.value.as_str().into())?,
            Place::Make => SortKey::Number(condition.value.parse::<MakeId>().ok()?.0.into()),
            Place::Model => SortKey::Number(condition.value.parse::<ModelId>().ok()?.0.into()),
        };
        // An id says nothing of size, and that of a model only what its make's models say.
        let is_told = match place {
            Place::Model => {
                let id = condition.value.parse().ok();
                condition.op == Op::Eq && id.and_then(|id| self.make_of(id)).is_some()
            }
            Place::Make => condition.op == Op::Eq,
            Place::Field(_) => condition.op != Op::Ne,
        };
        is_told.then_some(Test { place, op: condition.op, wanted })
    }

    /// In the server's order: vehicles without a value last in both directions, equal ones by
    /// `sellingId` (DIFFERENCES.md, "Lists").
    fn sorted<'a>(
        &self,
        rows: impl Iterator<Item = &'a Row>,
        order: Order,
    ) -> Option<Vec<&'a Row>> {
        let place = self.place(order.field).filter(|place| !matches!(place, Place::Model))?;
        let mut sorted: Vec<(Option<SortKey>, &Row)> = Vec::new();
        // Each is inserted in its place: of a few hundred that takes no time, and the standard
        // library's sort is kilobytes of program.
        for row in rows {
            let key = place.key(row);
            let at = sorted.partition_point(|(known, before)| {
                let by_key = match (known, &key) {
                    (Some(known), Some(key)) if order.dir == Dir::Asc => known.cmp(key),
                    (Some(known), Some(key)) => key.cmp(known),
                    _ => known.is_none().cmp(&key.is_none()),
                };
                let by_id = || before.vehicle.selling_id().cmp(row.vehicle.selling_id());
                by_key.then_with(by_id) == Ordering::Less
            });
            sorted.insert(at, (key, row));
        }
        Some(sorted.into_iter().map(|(_, row)| row).collect())
    }
}

/// Where a vehicle's value of a column is found.
#[derive(Clone, Copy)]
enum Place {
    Field(ComparableColumn),
    Make,
    Model,
}

impl Place {
    fn key(self, row: &Row) -> Option<SortKey<'_>> {
        match self {
            Self::Field(told) => told.key(&row.vehicle),
            Self::Make => row.make.map(|id| SortKey::Number(id.0.into())),
            Self::Model => row.model.map(|id| SortKey::Number(id.0.into())),
        }
    }

    fn write(self, key: SortKey<'_>) -> String {
        match (self, key) {
            (Self::Make | Self::Model, SortKey::Number(id)) => id.to_string(),
            (Self::Field(told), key) => told.write(key),
            (_, SortKey::Text(text)) => text.into_owned(),
        }
    }
}

/// A condition, read once to be held against many vehicles.
struct Test<'a> {
    place: Place,
    op: Op,
    wanted: SortKey<'a>,
}

fn hold(clauses: &[Vec<Test>], row: &Row) -> bool {
    let holds = |test: &Test| {
        let key = test.place.key(row);
        key.is_some_and(|key| test.op.holds(key.cmp(&test.wanted)))
    };
    clauses.iter().all(|any| any.iter().any(holds))
}

/// The id of the one that a vehicle names; `None` if none or several are called so.
fn id_of<Id: Copy>(named: &[(Id, String)], vehicle: &PublicVehicle, field: Field) -> Option<Id> {
    let name = vehicle.text(field)?;
    let mut found = named.iter().filter(|(_, known)| *known == name);
    let (id, _) = found.next()?;
    found.next().is_none().then_some(*id)
}
