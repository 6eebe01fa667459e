//! The field of a column: its values, a range, a switch, or words.

use autengo_api::column::{Column, Kind};
use autengo_api::condition::Op;
use autengo_api::id::MakeId;
use autengo_api::vehicle::Unit;
use autengo_search::bound::Problem as RangeProblem;
use autengo_search::presentation::{Form, Presentation};
use leptos::prelude::*;

use crate::i18n::{Key, key};
use crate::schedule::effect;
use crate::search::{Choice, Counts, Facet, Range, Search, summary};
use crate::ui::dom::dynamic;
use crate::ui::{
    CountOf, Era, FacetList, FacetOption, Fold, Notice, RangeFields, RangeStep, Switch, WordField,
};

/// The means to make the fields of all columns.
#[derive(Clone, Copy)]
pub(super) struct Fields {
    search: Search,
    counts: Counts,
    is_column: Signal<bool>,
}

impl Fields {
    pub(super) fn new(search: Search, is_column: Signal<bool>) -> Self {
        Self { search, counts: Counts::new(search), is_column }
    }

    /// The field of a column.
    pub(super) fn field(self, column: Column) -> AnyView {
        let Presentation { form, is_open, .. } = *Presentation::of(column);
        if let Form::Switch(value) = form {
            return self.switch(column, value);
        }
        // Below its make each model has its place.
        let config = self.search.config();
        if column == Column::ModelId && config.facets.contains(&Column::MakeId) {
            return ().into_any();
        }
        let shown = Signal::derive(move || summary(self.search, column));
        let is_column = self.is_column;
        // What is chosen from the start is there to be seen.
        let is_set = !untrack(|| shown.with(String::is_empty));
        let is_open = Memo::new(move |_| is_set || is_column.get() && is_open);
        let inside = move || match form {
            Form::Range => self.range(column),
            Form::Words => self.words(column),
            Form::Values | Form::Switch(_) => self.values(column),
        };
        view! {
            <Fold title=self.title(column) summary=shown is_open children=std::sync::Arc::new(inside) />
        }
        .into_any()
    }

    fn era(self) -> Era {
        let nav = self.search.nav;
        std::sync::Arc::new(move || nav.era())
    }

    /// The name of a column, with the unit of its numbers.
    fn title(self, column: Column) -> Signal<String> {
        let labels = self.search.labels;
        let sign = match Presentation::of(column).unit() {
            Some(Unit::Euro) => "€",
            Some(Unit::Kilometre) => "km",
            Some(Unit::Kilowatt) => "kW",
            Some(Unit::CubicCentimetre) => "cm³",
            _ => "",
        };
        Signal::derive(move || {
            let name = labels.column(column);
            if sign.is_empty() { name.to_owned() } else { format!("{name} ({sign})") }
        })
    }

    fn count(self, column: Column) -> CountOf {
        let counts = self.counts.of_column(column);
        Callback::new(move |(value, is_seen)| counts.of(value, is_seen))
    }

    fn values(self, column: Column) -> AnyView {
        let facet = Facet::new(self.search, column);
        if column == Column::ModelId {
            self.load_all_models();
        }
        let options = Memo::new(move |_| options(facet.choices()));
        let below = (column == Column::MakeId)
            .then(|| Callback::new(move |make: String| self.models(facet, make)));
        let list = self.list(facet, self.title(column), options, below);
        let values = self.search.values;
        let missing = dynamic(move || {
            (column == Column::ModelId && values.have_any_models_failed())
                .then(|| models_missing(move || values.retry()))
        });
        view! { {list} {missing} }.into_any()
    }

    fn list(
        self,
        facet: Facet,
        title: Signal<String>,
        options: Memo<Vec<FacetOption>>,
        below: Option<Callback<String, AnyView>>,
    ) -> AnyView {
        let (column, chosen) = (facet.column, facet.chosen);
        let on_toggle = Callback::new(move |value: String| facet.toggle(&value));
        let count = Some(self.count(column));
        let has_paint = Presentation::of(column).is_painted;
        view! {
            <FacetList column=column.name() title options chosen on_toggle count below has_paint />
        }
        .into_any()
    }

    /// The models of a make, while it is chosen.
    fn models(self, makes: Facet, make: String) -> AnyView {
        let chosen = make.clone();
        let is_open = Memo::new(move |_| makes.is_chosen(&chosen));
        let make = make.parse().ok();
        dynamic(move || make.filter(|_| is_open.get()).map(|make| self.models_of(make)))
    }

    fn models_of(self, make: MakeId) -> AnyView {
        let Search { values, labels, locale, .. } = self.search;
        values.load_models_of(make);
        let facet = Facet::new(self.search, Column::ModelId);
        let options = Memo::new(move |_| options(facet.models_of(make)));
        let title = Signal::derive(move || {
            let make = labels.value(Column::MakeId, &make.to_string());
            locale.fill(key::FACET_MODELS_OF, &[("make", &make)])
        });
        let list = self.list(facet, title, options, None);
        let missing = dynamic(move || {
            let has_failed = values.have_models_failed(make);
            has_failed.then(|| models_missing(move || values.load_models_of(make)))
        });
        view! { {list} {missing} }.into_any()
    }

    /// Models that stand alone get their names from all makes in stock.
    fn load_all_models(self) {
        let values = self.search.values;
        effect(move || {
            let makes = values.of(Column::MakeId).unwrap_or_default();
            for make in makes.iter().filter_map(|make| make.parse().ok()) {
                values.load_models_of(make);
            }
        });
    }

    fn switch(self, column: Column, value: &'static str) -> AnyView {
        let facet = Facet::new(self.search, column);
        let labels = self.search.labels;
        let label = Signal::derive(move || labels.value(column, value));
        let is_chosen = Signal::derive(move || facet.is_chosen(value));
        let on_toggle = Callback::new(move |()| facet.toggle(value));
        let count = self.count(column);
        view! { <Switch column=column.name() value label is_chosen on_toggle count /> }.into_any()
    }

    fn words(self, column: Column) -> AnyView {
        let facet = Facet::new(self.search, column);
        let options = Memo::new(move |_| options(facet.chosen_choices()));
        let known = Signal::derive(move || facet.words_seen());
        let on_add = Callback::new(move |word: String| facet.choose(&word));
        let title = self.title(column);
        view! {
            <WordField column=column.name() title known on_add era=self.era() />
            {self.list(facet, title, options, None)}
        }
        .into_any()
    }

    fn range(self, column: Column) -> AnyView {
        let locale = self.search.locale;
        let range = Range::new(self.search, column);
        let is_power = Presentation::of(column).unit() == Some(Unit::Kilowatt);
        let in_words = move |number: u32| match column.kind() {
            Kind::Date => number.to_string(),
            _ => locale.number(f64::from(number), 0),
        };
        let end = Callback::new(move |op: Op| {
            let end = range.end(op).unwrap_or_default();
            end.parse().map_or(end, in_words)
        });
        let steps = Signal::derive(move || {
            let step = |number: u32| RangeStep {
                value: in_words(number),
                words: if is_power { locale.power(f64::from(number)) } else { String::new() },
            };
            range.steps().into_iter().map(step).collect::<Vec<_>>()
        });
        let hint = is_power.then_some(key::RANGE_HORSEPOWER);
        let problem = Signal::derive(move || range.is_swapped().then_some(key::RANGE_SWAPPED));
        let on_change = Callback::new(move |(op, typed): (Op, String)| {
            range.set(op, &typed).err().map(sentence)
        });
        let title = self.title(column);
        view! { <RangeFields column title steps end on_change problem hint era=self.era() /> }
            .into_any()
    }
}

/// The notice that models did not come, and the way to ask for them again.
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
