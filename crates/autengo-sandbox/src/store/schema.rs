//! The tables, as migrations.
//!
//! `vehicle` is narrow, because a filtered list counts through all of it; what is answered stands
//! in `answer`, ready made in both languages, and is read for one page only.

use rusqlite::Connection;
use rusqlite_migration::{M, Migrations};

const TABLES: &str = r#"
CREATE TABLE stock (
    seed INTEGER NOT NULL,
    vehicles INTEGER NOT NULL,
    version TEXT NOT NULL
) STRICT;

CREATE TABLE vehicle (
    id INTEGER PRIMARY KEY,
    "sellingId" TEXT NOT NULL UNIQUE,
    "created" TEXT NOT NULL,
    "updated" TEXT,
    "makeId" INTEGER,
    "makeName" TEXT,
    "modelId" INTEGER,
    "modelName" TEXT,
    "modelVersion" TEXT,
    "vehicleState" TEXT,
    "firstRegistration" TEXT,
    "constructionDate" TEXT,
    "kilometers" INTEGER,
    "vehicleTypeId" INTEGER,
    "trimLine" TEXT,
    "modelRange" TEXT,
    "climatisationType" TEXT,
    "conditionType" TEXT,
    "powerKw" INTEGER,
    "cubicCapacity" INTEGER,
    "doorCount" INTEGER,
    "seatCount" INTEGER,
    "pollutionBadge" INTEGER,
    "colorId" INTEGER,
    "isMetallicColor" INTEGER,
    "airbagType" TEXT,
    "interiorType" TEXT,
    "interiorColorId" INTEGER,
    "fuelType" TEXT,
    "fuelDetailType" TEXT,
    "transmissionType" TEXT,
    "isDamaged" INTEGER,
    "hadAccidentDamage" INTEGER,
    "isDrivable" INTEGER,
    "hasFullServiceHistory" INTEGER,
    "cylinders" INTEGER,
    "price" REAL,
    "isPluginHybrid" INTEGER,
    "isE10Enabled" INTEGER,
    "driveType" TEXT,
    "previousOwnerCount" INTEGER
) STRICT;

CREATE INDEX vehicle_created ON vehicle ("created" DESC, "sellingId");
CREATE INDEX vehicle_price ON vehicle ("price");
CREATE INDEX vehicle_kilometers ON vehicle ("kilometers");
CREATE INDEX vehicle_registration ON vehicle ("firstRegistration");
CREATE INDEX vehicle_make ON vehicle ("makeId", "modelId");

-- `search` is lower-cased by the program: SQLite folds ASCII only.
CREATE TABLE search (
    id INTEGER PRIMARY KEY REFERENCES vehicle (id) ON DELETE CASCADE,
    text TEXT NOT NULL
) STRICT;

CREATE TABLE answer (
    id INTEGER PRIMARY KEY REFERENCES vehicle (id) ON DELETE CASCADE,
    de TEXT NOT NULL,
    en TEXT NOT NULL
) STRICT;

CREATE TABLE opportunity (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    body TEXT NOT NULL
) STRICT;
"#;

/// Brings the database to the newest shape.
pub(super) fn migrate(connection: &mut Connection) -> rusqlite_migration::Result<()> {
    Migrations::new(vec![M::up(TABLES)]).to_latest(connection)
}

#[cfg(test)]
mod tests {
    use super::*;
    use autengo_api::column::Column;

    #[test]
    fn every_filterable_column_is_a_column() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection).unwrap();
        for column in Column::ALL {
            let sql = "SELECT count(*) FROM pragma_table_info('vehicle') WHERE name = ?";
            let count: i64 = connection.query_row(sql, [column.name()], |row| row.get(0)).unwrap();
            assert_eq!(count, 1, "{}", column.name());
        }
    }
}
