//! What the Pkw-EnVKV asks a listing to say about energy and CO₂, as pure rules; the words are the
//! widget's.
//!
//! [`is_new`] says for which cars it asks (§ 2), [`Consumption`] what every advertisement states
//! (Anlage 4 Teil I), and [`Label`] what stands beside the description of a car that is sold at a
//! distance (Anlage 4 Teil II Nr. 3, Anlage 1).

mod class;
mod consumption;
mod drive;
mod label;
mod newness;
mod tax;

#[cfg(test)]
mod tests;

pub use class::Class;
pub use consumption::{Amount, Consumption, Unit};
pub use drive::{Carrier, Drive};
pub use label::{CarbonCost, Label, Phases};
pub use newness::{is_incomplete, is_new};
pub use tax::Tax;
