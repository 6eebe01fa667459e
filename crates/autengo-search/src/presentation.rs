//! The presentation of columns: one row says how a column is filtered, and whether it is
//! among the filters of a widget whose embedder names none.

use autengo_api::column::Column;
use autengo_api::vehicle::{Field, Unit};

/// The means by which a visitor filters a column.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// A choice of its values.
    Values,
    /// A smallest and a largest value.
    Range,
    /// The single value that is worth looking for, by its name in filters.
    Switch(&'static str),
    /// Words that are typed, as nobody can list them.
    Words,
}

/// The presentation of a column.
#[derive(Clone, Copy, Debug)]
pub struct Presentation {
    /// The column.
    pub column: Column,
    /// The means to filter it.
    pub form: Form,
    /// The ends of a range that people look for, smallest first.
    pub steps: &'static [u32],
    /// Whether its filter is unfolded from the start.
    pub is_open: bool,
    /// Whether its values are colours, to be painted.
    pub is_painted: bool,
    /// Whether it is among the filters of a widget whose embedder names none.
    pub is_default: bool,
}

const fn row(column: Column, form: Form) -> Presentation {
    let (is_open, is_painted, is_default) = (false, false, true);
    Presentation { column, form, steps: &[], is_open, is_painted, is_default }
}

impl Presentation {
    const fn steps(self, steps: &'static [u32]) -> Self {
        Self { steps, ..self }
    }

    const fn open(self) -> Self {
        Self { is_open: true, ..self }
    }

    const fn painted(self) -> Self {
        Self { is_painted: true, ..self }
    }

    const fn on_demand(self) -> Self {
        Self { is_default: false, ..self }
    }

    /// The unit of its numbers; `None` for counts, codes and all that are no numbers.
    #[must_use]
    pub fn unit(&self) -> Option<Unit> {
        match self.column {
            // Whichever field is the price.
            Column::Price => Field::Price.unit(),
            column => column.field()?.unit(),
        }
    }

    /// The presentation of a column.
    #[must_use]
    pub fn of(column: Column) -> &'static Self {
        // Every column has a row, which a test holds.
        PRESENTATIONS.iter().find(|row| row.column == column).unwrap_or(&PRESENTATIONS[0])
    }
}

/// The filters of a widget whose embedder names none, in their order. Drawn from the rows while
/// compiling, so that a program which asks for them alone does not carry the rows.
pub const DEFAULT_FACETS: [Column; count_of_defaults()] = {
    let mut facets = [Column::MakeId; count_of_defaults()];
    let (mut row, mut facet) = (0, 0);
    while row < PRESENTATIONS.len() {
        if PRESENTATIONS[row].is_default {
            facets[facet] = PRESENTATIONS[row].column;
            facet += 1;
        }
        row += 1;
    }
    facets
};

const fn count_of_defaults() -> usize {
    let (mut row, mut count) = (0, 0);
    while row < PRESENTATIONS.len() {
        count += PRESENTATIONS[row].is_default as usize;
        row += 1;
    }
    count
}

/// The presentations, those of the default filters in their order.
pub const PRESENTATIONS: [Presentation; 39] = {
    use Column as C;
    use Form::{Range, Switch, Values, Words};
    [
        row(C::MakeId, Values).open(),
        row(C::VehicleTypeId, Values).open(),
        row(C::ConditionType, Values).open(),
        row(C::FuelType, Values).open(),
        row(C::TransmissionType, Values).open(),
        row(C::DriveType, Values),
        row(C::Price, Range).open().steps(&[
            1000, 2000, 3000, 4000, 5000, 7500, 10_000, 12_500, 15_000, 17_500, 20_000, 25_000,
            30_000, 35_000, 40_000, 50_000, 60_000, 80_000, 100_000,
        ]),
        row(C::Kilometers, Range).open().steps(&[
            10, 1000, 5000, 10_000, 20_000, 30_000, 40_000, 50_000, 60_000, 80_000, 100_000,
            125_000, 150_000, 200_000,
        ]),
        row(C::FirstRegistration, Range).open(),
        // 50 to 500 hp
        row(C::PowerKw, Range)
            .open()
            .steps(&[37, 55, 74, 85, 96, 110, 132, 147, 184, 221, 257, 294, 368]),
        row(C::ColorId, Values).painted(),
        row(C::InteriorColorId, Values).painted(),
        row(C::InteriorType, Values),
        row(C::ClimatisationType, Values),
        row(C::AirbagType, Values),
        row(C::DoorCount, Range).steps(&[2, 3, 4, 5]),
        row(C::SeatCount, Range).steps(&[2, 4, 5, 6, 7, 8, 9]),
        row(C::CubicCapacity, Range)
            .steps(&[1000, 1200, 1400, 1600, 1800, 2000, 2500, 3000, 4000, 5000]),
        row(C::Cylinders, Range).steps(&[2, 3, 4, 5, 6, 8, 10, 12]),
        row(C::PreviousOwnerCount, Range).steps(&[1, 2, 3, 4]),
        row(C::PollutionBadge, Values),
        row(C::IsMetallicColor, Switch("true")),
        row(C::HasFullServiceHistory, Switch("true")),
        row(C::IsDrivable, Switch("true")),
        row(C::IsPluginHybrid, Switch("true")),
        row(C::IsE10Enabled, Switch("true")),
        // People look for cars without damage.
        row(C::IsDamaged, Switch("false")),
        row(C::HadAccidentDamage, Switch("false")),
        row(C::ModelId, Values).on_demand(),
        row(C::FuelDetailType, Values).on_demand(),
        row(C::VehicleState, Values).on_demand(),
        row(C::ConstructionDate, Range).on_demand(),
        row(C::Created, Range).on_demand(),
        row(C::Updated, Range).on_demand(),
        row(C::MakeName, Words).on_demand(),
        row(C::ModelName, Words).on_demand(),
        row(C::ModelVersion, Words).on_demand(),
        row(C::ModelRange, Words).on_demand(),
        row(C::TrimLine, Words).on_demand(),
    ]
};

#[cfg(test)]
mod tests {
    use autengo_api::column::Kind;

    use super::*;

    #[test]
    fn every_column_has_one_row() {
        for column in Column::ALL {
            let rows = PRESENTATIONS.iter().filter(|row| row.column == *column).count();
            assert_eq!(rows, 1, "{}", column.name());
        }
        assert_eq!(PRESENTATIONS.len(), Column::ALL.len());
    }

    #[test]
    fn a_form_suits_the_kind_of_its_column() {
        for Presentation { column, form, steps, .. } in PRESENTATIONS {
            let is_apt = match form {
                Form::Switch(value) => column.kind() == Kind::Bool && column.accepts(value),
                Form::Words => column.kind() == Kind::Text,
                Form::Values => {
                    column.has_values() || matches!(column.kind(), Kind::Choice(_) | Kind::Code(_))
                }
                Form::Range => !matches!(column.kind(), Kind::Text | Kind::Bool),
            };
            assert!(is_apt, "{}: {form:?}", column.name());
            assert!(form == Form::Range || steps.is_empty(), "{}", column.name());
            assert!(steps.is_sorted(), "{}", column.name());
        }
    }

    /// The README's list of forms, by what its rows begin with.
    #[test]
    fn the_readme_names_each_column_at_its_form() {
        let readme = include_str!("../../../README.md");
        for Presentation { column, form, .. } in PRESENTATIONS {
            let begin = match form {
                Form::Values => "| values",
                Form::Range => "| a range",
                Form::Switch(_) => "| a switch",
                Form::Words => "| words",
            };
            let name = format!("`{}`", column.name());
            let row = readme.lines().find(|line| line.starts_with(begin)).expect(begin);
            assert!(row.contains(&name), "README: {name} is missing in {begin}");
        }
        let count = format!("| `facets` | the {} that", DEFAULT_FACETS.len());
        assert!(readme.contains(&count), "README: {count}");
    }
}
