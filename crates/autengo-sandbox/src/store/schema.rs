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

-- First what is filtered by most, last what is long: a scan reads a row up to what it asks for.
CREATE TABLE vehicle (
    id INTEGER PRIMARY KEY,
    "sellingId" TEXT NOT NULL UNIQUE,
    "created" TEXT NOT NULL,
    "makeId" INTEGER,
    "modelId" INTEGER,
    "vehicleState" TEXT,
    "fuelType" TEXT,
    "transmissionType" TEXT,
    "conditionType" TEXT,
    "driveType" TEXT,
    "vehicleTypeId" INTEGER,
    "price" REAL,
    "kilometers" INTEGER,
    "firstRegistration" TEXT,
    "powerKw" INTEGER,
    "colorId" INTEGER,
    "updated" TEXT,
    "constructionDate" TEXT,
    "climatisationType" TEXT,
    "cubicCapacity" INTEGER,
    "doorCount" INTEGER,
    "seatCount" INTEGER,
    "pollutionBadge" INTEGER,
    "isMetallicColor" INTEGER,
    "airbagType" TEXT,
    "interiorType" TEXT,
    "interiorColorId" INTEGER,
    "fuelDetailType" TEXT,
    "isDamaged" INTEGER,
    "hadAccidentDamage" INTEGER,
    "isDrivable" INTEGER,
    "hasFullServiceHistory" INTEGER,
    "cylinders" INTEGER,
    "isPluginHybrid" INTEGER,
    "isE10Enabled" INTEGER,
    "previousOwnerCount" INTEGER,
    "makeName" TEXT,
    "modelName" TEXT,
    "modelVersion" TEXT,
    "trimLine" TEXT,
    "modelRange" TEXT
) STRICT;

-- For the default order.
CREATE INDEX vehicle_created ON vehicle ("created" DESC, "sellingId");

-- For filters by what buyers choose: not to look up, but to scan instead of the table, of which it
-- is a narrow copy. What an index of a range gives is a large part of all vehicles, and looking
-- each of them up takes longer than reading them all.
CREATE INDEX vehicle_choice ON vehicle (
    "vehicleState",
    "fuelType",
    "transmissionType",
    "conditionType",
    "vehicleTypeId",
    "makeId",
    "modelId",
    "price",
    "kilometers",
    "firstRegistration",
    "powerKw",
    "driveType",
    "colorId",
    "sellingId"
);

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

/// Contacts came later. A number is kept as it was given, whole or not: hence `ANY`.
const CONTACTS: &str = r#"
CREATE TABLE contact (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    dealer TEXT NOT NULL,
    "title" TEXT,
    "firstName" TEXT,
    "lastName" TEXT,
    "streetAddress" TEXT,
    "zipCode" TEXT,
    "city" TEXT,
    "phoneNumber" TEXT,
    "phoneNumberMobile" TEXT,
    "email" TEXT,
    "faxNumber" ANY,
    "website" TEXT,
    "source" TEXT,
    "customerRating" ANY,
    "isPrivat" INTEGER,
    "isOptIn" INTEGER,
    "dateOfBirth" TEXT,
    "licensePlate" TEXT,
    "facebook" TEXT,
    "linkedin" TEXT,
    "xing" TEXT,
    "keyAccount" TEXT,
    "phoneNumberBusiness" TEXT,
    "phoneNumberBusinessMobile" TEXT,
    "faxNumberBusiness" TEXT,
    "contactPersonBusiness" TEXT,
    "websiteBusiness" TEXT,
    "emailBusiness" TEXT,
    "ustId" TEXT,
    "billingStreetAddress" TEXT,
    "billingZipCode" TEXT,
    "billingCity" TEXT,
    "titleOrDegree" TEXT,
    "type" TEXT,
    "position" TEXT,
    "country" TEXT,
    "billingCountry" TEXT,
    "taxId" TEXT,
    "iban" TEXT,
    "bic" TEXT,
    "salesTaxRegulation" TEXT,
    "notes" TEXT,
    "customerNumber" TEXT,
    "driverLicenseNumber" TEXT,
    "driverLicenseIssuedBy" TEXT,
    "driverLicenseDateOfIssue" TEXT,
    "tecfacturaId" TEXT,
    UNIQUE (dealer, "tecfacturaId")
) STRICT;
"#;

/// Brings the database to the newest shape.
pub(super) fn migrate(connection: &mut Connection) -> rusqlite_migration::Result<()> {
    Migrations::new(vec![M::up(TABLES), M::up(CONTACTS)]).to_latest(connection)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::contact::FIELDS;
    use autengo_api::column::Column;

    #[test]
    fn every_field_of_a_contact_is_a_column() {
        let mut connection = Connection::open_in_memory().unwrap();
        migrate(&mut connection).unwrap();
        for field in FIELDS {
            let sql = "SELECT count(*) FROM pragma_table_info('contact') WHERE name = ?";
            let count: i64 = connection.query_row(sql, [field.name], |row| row.get(0)).unwrap();
            assert_eq!(count, 1, "{}", field.name);
        }
    }

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
