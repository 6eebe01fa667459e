//! The field of a column: its values, a range, a switch, or words.

use autengo_api::column::{Column, Kind};
use autengo_api::condition::Op;
use leptos::prelude::*;

use crate::i18n::{Key, Locale, key};
use crate::search::{Choice, Counts, Facet, Form, Range, RangeProblem, Search, summary};
use crate::ui::{
    CountOf, Era, FacetList, FacetOption, Fold, Notice, RangeFields, RangeStep, Switch, WordField,
    part,
};

/// What is open from the start beside the list. The rest is a click away.
const OPEN: [Column; 9] = [
    Column::MakeId,
    Column::VehicleTypeId,
    Column::ConditionType,
    Column::FuelType,
    Column::TransmissionType,
    Column::Price,
    Column::Kilometers,
    Column::FirstRegistration,
    Column::PowerKw,
];

/// What the fields of all columns are made with.
#[derive(Clone)]
pub(super) struct Fields {
    search: Search,
    counts: Counts,
    locale: Locale,
    is_column: Signal<bool>,
}

impl Fields {
    pub(super) fn new(search: &Search, locale: Locale, is_column: Signal<bool>) -> Self {
        Self { search: search.clone(), counts: Counts::new(search), locale, is_column }
    }

    /// The field of a column.
    pub(super) fn field(&self, column: Column) -> AnyView {
        if let Form::Switch(value) = Form::of(column) {
            return self.switch(column, value);
        }
        // Below its make each model has its place.
        let facets = &self.search.config.facets;
        if column == Column::ModelId && facets.contains(&Column::MakeId) {
            return ().into_any();
        }
        let (search, locale) = (self.search.clone(), self.locale);
        let shown = Signal::derive(move || summary(&search, locale, column));
        let is_column = self.is_column;
        // What is chosen from the start is there to be seen.
        let is_set = !untrack(|| shown.with(String::is_empty));
        let is_open = Memo::new(move |_| is_set || is_column.get() && OPEN.contains(&column));
        let fields = self.clone();
        let inside = move || match Form::of(column) {
            Form::Range => fields.range(column),
            Form::Words => fields.words(column),
            Form::Values | Form::Switch(_) => fields.values(column),
        };
        view! {
            <Fold title=self.title(column) summary=shown is_open children=std::sync::Arc::new(inside) />
        }
        .into_any()
    }

    fn era(&self) -> Era {
        let nav = self.search.nav;
        std::sync::Arc::new(move || nav.era())
    }

    /// What a column is called, and what its numbers are.
    fn title(&self, column: Column) -> Signal<String> {
        let labels = self.search.labels;
        let unit = match column {
            Column::Price => " (€)",
            Column::Kilometers => " (km)",
            Column::PowerKw => " (kW)",
            Column::CubicCapacity => " (cm³)",
            _ => "",
        };
        Signal::derive(move || format!("{}{unit}", labels.column(column)))
    }

    fn count(&self, column: Column) -> CountOf {
        let counts = self.counts.of_column(column);
        Callback::new(move |(value, is_seen)| counts.of(value, is_seen))
    }

    fn values(&self, column: Column) -> AnyView {
        let facet = Facet::new(&self.search, column);
        if column == Column::ModelId {
            self.load_all_models();
        }
        let offered = facet.clone();
        let options = Memo::new(move |_| options(offered.choices()));
        let (fields, makes) = (self.clone(), facet.clone());
        let below = (column == Column::MakeId)
            .then(|| Callback::new(move |make: String| fields.models(makes.clone(), make)));
        let list = self.list(&facet, self.title(column), options, below);
        let stock = self.search.stock;
        let missing = part(move || {
            (column == Column::ModelId && stock.lacks_models())
                .then(|| models_missing(move || stock.retry()))
        });
        view! { {list} {missing} }.into_any()
    }

    fn list(
        &self,
        facet: &Facet,
        title: Signal<String>,
        options: Memo<Vec<FacetOption>>,
        below: Option<Callback<String, AnyView>>,
    ) -> AnyView {
        let (column, chosen, toggled) = (facet.column, facet.chosen, facet.clone());
        let on_toggle = Callback::new(move |value: String| toggled.toggle(&value));
        let count = Some(self.count(column));
        let has_paint = matches!(column, Column::ColorId | Column::InteriorColorId);
        view! {
            <FacetList column=column.name() title options chosen on_toggle count below has_paint />
        }
        .into_any()
    }

    /// The models of a make, while it is chosen.
    fn models(&self, makes: Facet, make: String) -> AnyView {
        let is_open = {
            let make = make.clone();
            Memo::new(move |_| makes.is_chosen(&make))
        };
        let fields = self.clone();
        let view = part(move || {
            is_open.get().then(|| {
                let (stock, labels) = (fields.search.stock, fields.search.labels);
                stock.load_models_of(&make);
                let facet = Facet::new(&fields.search, Column::ModelId);
                let (offered, of, name) = (facet.clone(), make.clone(), make.clone());
                let options = Memo::new(move |_| options(offered.models_of(&of)));
                let locale = fields.locale;
                let title = Signal::derive(move || {
                    let make = labels.value(Column::MakeId, &name);
                    locale.fill(key::FACET_MODELS_OF, &[("make", &make)])
                });
                let list = fields.list(&facet, title, options, None);
                let make = make.clone();
                let missing = part(move || {
                    let make = make.clone();
                    stock
                        .lacks_models_of(&make)
                        .then(|| models_missing(move || stock.load_models_of(&make)))
                });
                view! { {list} {missing} }.into_any()
            })
        });
        view.into_any()
    }

    /// Models that stand alone get their names from all makes in stock.
    fn load_all_models(&self) {
        let stock = self.search.stock;
        Effect::new(move |_| {
            for make in stock.values(Column::MakeId).unwrap_or_default() {
                stock.load_models_of(&make);
            }
        });
    }

    fn switch(&self, column: Column, value: &'static str) -> AnyView {
        let facet = Facet::new(&self.search, column);
        let labels = self.search.labels;
        let label = Signal::derive(move || labels.value(column, value));
        let asked = facet.clone();
        let is_chosen = Signal::derive(move || asked.is_chosen(value));
        let on_toggle = Callback::new(move |()| facet.toggle(value));
        let count = self.count(column);
        view! { <Switch column=column.name() value label is_chosen on_toggle count /> }.into_any()
    }

    fn words(&self, column: Column) -> AnyView {
        let facet = Facet::new(&self.search, column);
        let (chosen, seen, added) = (facet.clone(), facet.clone(), facet.clone());
        let options = Memo::new(move |_| options(chosen.chosen_choices()));
        let known = Signal::derive(move || seen.words_seen());
        let on_add = Callback::new(move |word: String| added.choose(&word));
        let title = self.title(column);
        view! {
            <WordField column=column.name() title known on_add era=self.era() />
            {self.list(&facet, title, options, None)}
        }
        .into_any()
    }

    fn range(&self, column: Column) -> AnyView {
        let locale = self.locale;
        let range = Range::new(&self.search, column);
        let in_words = move |number: u32| match column.kind() {
            Kind::Date => number.to_string(),
            _ => locale.number(f64::from(number), 0),
        };
        let end = {
            let range = range.clone();
            Callback::new(move |op: Op| {
                let end = range.end(op).unwrap_or_default();
                end.parse().map_or(end, in_words)
            })
        };
        let steps = {
            let range = range.clone();
            Signal::derive(move || {
                let step = |number: u32| RangeStep {
                    value: in_words(number),
                    words: match column {
                        Column::PowerKw => locale.power(f64::from(number)),
                        _ => String::new(),
                    },
                };
                range.steps().into_iter().map(step).collect::<Vec<_>>()
            })
        };
        let hint = (column == Column::PowerKw).then_some(key::RANGE_HORSEPOWER);
        let swapped = range.clone();
        let problem = Signal::derive(move || swapped.is_swapped().then_some(key::RANGE_SWAPPED));
        let on_change = Callback::new(move |(op, typed): (Op, String)| {
            range.set(op, &typed).err().map(sentence)
        });
        let title = self.title(column);
        view! { <RangeFields column title steps end on_change problem hint era=self.era() /> }
            .into_any()
    }
}

/// That models did not come, and the way to ask for them again.
fn models_missing(retry: impl Fn() + Send + Sync + 'static) -> AnyView {
    view! { <Notice text=key::FACET_MODELS_FAILED on_retry=move |()| retry() /> }.into_any()
}

fn options(choices: Vec<Choice>) -> Vec<FacetOption> {
    let option = |choice: Choice| FacetOption {
        value: choice.value,
        label: choice.label,
        is_enabled: choice.is_available,
    };
    choices.into_iter().map(option).collect()
}

fn sentence(problem: RangeProblem) -> Key {
    match problem {
        RangeProblem::NoNumber => key::RANGE_INVALID,
        RangeProblem::NoYear => key::RANGE_YEAR,
        RangeProblem::FutureYear => key::RANGE_FUTURE,
        RangeProblem::NoDay => key::RANGE_DAY,
    }
}
