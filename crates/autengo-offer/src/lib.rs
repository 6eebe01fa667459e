//! The rules of an offer in Germany: the prices that may be shown, the consumption and the label of
//! the Pkw-EnVKV, the words on credit, and the addresses by which people can be reached. Pure
//! functions over the vehicles of `autengo-api`; the words are the widget's.

pub mod credit;
pub mod energy;
pub mod price;
pub mod reach;
