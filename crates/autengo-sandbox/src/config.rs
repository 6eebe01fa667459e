//! What the sandbox can be told on its command line.

use std::path::PathBuf;

use clap::{Parser, ValueEnum};

/// A local server that implements the Autengo API v3 over a believable stock.
#[derive(Clone, Debug, PartialEq, Eq, Parser)]
#[command(name = "autengo-sandbox", version)]
pub struct Config {
    /// The port to listen on, on 127.0.0.1 only; 0 lets the system choose a free one
    #[arg(long, default_value_t = 3000)]
    pub port: u16,

    /// How many vehicles stand in the yard
    #[arg(long, default_value_t = 5000, value_parser = clap::value_parser!(u32).range(0..=1_000_000))]
    pub vehicles: u32,

    /// Which stock: the same seed gives the same vehicles
    #[arg(long, default_value_t = 1)]
    pub seed: u64,

    /// The `X-Api-Key` that opens the API; empty: none is needed
    #[arg(long, default_value = "sandbox-key")]
    pub key: String,

    /// How the conditions of the `or` group hold together
    #[arg(long = "or", value_enum, default_value_t)]
    pub or: OrReading,

    /// Whether `<>` matches a vehicle without a value
    #[arg(long = "ne-null", value_enum, default_value_t)]
    pub ne_null: NeNull,

    /// How the fields of a contact that have documented keys are answered
    #[arg(long = "contact-enums", value_enum, default_value_t)]
    pub contact_enums: ContactEnums,

    /// For how many seconds a token is valid
    #[arg(long = "token-lifetime", value_name = "SECONDS", default_value_t = 86_400)]
    pub token_lifetime: u32,

    /// Keep the database in this file; otherwise it is gone at the end
    #[arg(long, value_name = "FILE")]
    pub db: Option<PathBuf>,
}

impl Default for Config {
    /// As without any argument.
    fn default() -> Self {
        Self::parse_from(["autengo-sandbox"])
    }
}

/// The two ways in which the reference's `or` can be read.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum OrReading {
    /// One condition of the whole group is enough
    #[default]
    Flat,
    /// Each field needs one of its conditions
    PerField,
}

/// The two ways in which `<>` can treat a missing value.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum NeNull {
    /// A vehicle without a value does not match, as in SQL
    #[default]
    Exclude,
    /// A vehicle without a value matches
    Include,
}

/// The two ways in which the reference can be read about a contact's `title`, `source`, `type` and
/// `salesTaxRegulation`.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub enum ContactEnums {
    /// Keys, as the schema `Contact` and its examples have them
    #[default]
    Plain,
    /// `{key, text}`, as "Internationalization" has it of translatable values
    KeyText,
}
