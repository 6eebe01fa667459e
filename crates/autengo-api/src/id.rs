//! The ids of the reference, a type for each, so that none is taken for another.
//!
//! ```
//! use autengo_api::endpoint;
//! use autengo_api::id::{MakeId, SellingId};
//! use autengo_api::vehicle::PublicVehicle;
//!
//! let id = SellingId::from("AIQWXW");
//! assert_eq!(endpoint::vehicle::<PublicVehicle>(&id).path, "/vehicle/AIQWXW");
//! let make: MakeId = "190".parse()?;
//! assert_eq!(endpoint::models(make).path, "/vehicle/reference/make/190/model");
//! # Ok::<(), std::num::ParseIntError>(())
//! ```

use std::fmt;
use std::num::ParseIntError;
use std::str::FromStr;

use serde::Serialize;

/// The id of a vehicle everywhere in the API, `sellingId` (reference, schema `Vehicle`).
#[derive(Clone, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize)]
#[serde(transparent)]
pub struct SellingId(String);

impl SellingId {
    /// The id as the reference writes it.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

impl From<String> for SellingId {
    fn from(id: String) -> Self {
        Self(id)
    }
}

impl From<&str> for SellingId {
    fn from(id: &str) -> Self {
        Self(id.to_owned())
    }
}

impl From<SellingId> for String {
    fn from(id: SellingId) -> Self {
        id.0
    }
}

impl fmt::Display for SellingId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

macro_rules! numbers {
    ($($(#[$doc:meta])* $name:ident;)*) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(pub u32);

        impl FromStr for $name {
            type Err = ParseIntError;

            fn from_str(text: &str) -> Result<Self, Self::Err> {
                text.parse().map(Self)
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

numbers! {
    /// The id of a make, `makeId` (reference, `GET /vehicle/reference/make`).
    MakeId;
    /// The id of a model, `modelId` (reference, `GET /vehicle/reference/make/:makeId/model`).
    ModelId;
}
