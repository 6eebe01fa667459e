//! The fields of a contact: names, types and limits (reference, schemas `Contact` and
//! `ContactPost`).

use crate::labels::Label;

/// The type of a contact's field in the reference.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rule {
    /// `string`, of at least so many characters.
    Text(usize),
    /// `string` of up to so many characters.
    Limited(usize),
    /// `string` with documented values.
    Choice(&'static [Label]),
    /// `string (date)`: `YYYY-MM-DD`
    Date,
    /// `number`
    Number,
    /// `number` from the first to the second.
    Rating(u8, u8),
    /// `boolean`
    Flag,
}

/// A field of a contact.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Field {
    /// The name in the reference.
    pub name: &'static str,
    /// The values that it may hold.
    pub rule: Rule,
    /// The reference's sentence on it.
    pub about: &'static str,
}

/// The longest `notes`, in characters.
const LONGEST: usize = 16_777_215;

const TEXT: Rule = Rule::Text(0);

const TITLE: Rule = Rule::Choice(&[("Mr", "Herr", "Mr"), ("Mrs", "Frau", "Mrs")]);

const SOURCE: Rule = Rule::Choice(&[
    ("walkIn", "Laufkundschaft", "Walk-in"),
    ("mail", "E-Mail", "E-mail"),
    ("platform", "Fahrzeugbörse", "Platform"),
    ("phone", "Telefon", "Phone"),
    ("offlineMarketing", "Offline-Marketing", "Offline marketing"),
    ("onlineMarketing", "Online-Marketing", "Online marketing"),
]);

const TYPE: Rule = Rule::Choice(&[
    ("customer", "Kunde", "Customer"),
    ("supplier", "Lieferant", "Supplier"),
    ("partner", "Partner", "Partner"),
    ("prospect", "Interessent", "Prospect"),
]);

const SALES_TAX: Rule = Rule::Choice(&[
    ("reverseCharge", "Reverse-Charge-Verfahren", "Reverse charge"),
    ("taxless", "Steuerfrei", "Tax-free"),
    ("withTax", "Mit Umsatzsteuer", "With sales tax"),
]);

const fn field(name: &'static str, rule: Rule, about: &'static str) -> Field {
    Field { name, rule, about }
}

/// Every field but `ID`, in the reference's order.
pub const FIELDS: [Field; 46] = [
    field("title", TITLE, "Title"),
    field("firstName", TEXT, "First name of the contact"),
    field("lastName", TEXT, "Last name of the contact"),
    field("streetAddress", TEXT, "Street address"),
    field("zipCode", Rule::Limited(16), "Zip code"),
    field("city", TEXT, "City"),
    field("phoneNumber", TEXT, "Phone number"),
    field("phoneNumberMobile", TEXT, "Mobile phone number"),
    field("email", TEXT, "E-Mail"),
    field("faxNumber", Rule::Number, "Fax number"),
    field("website", TEXT, "Website"),
    field("source", SOURCE, "Lead source"),
    field("customerRating", Rule::Rating(1, 5), "Customer rating (1-5)"),
    field("isPrivat", Rule::Flag, "Private customer flag"),
    field("isOptIn", Rule::Flag, "Marketing opt-in flag"),
    field("dateOfBirth", Rule::Date, "Date of birth"),
    field("licensePlate", TEXT, "License plate"),
    field("facebook", TEXT, "Facebook profile"),
    field("linkedin", TEXT, "LinkedIn profile"),
    field("xing", TEXT, "Xing profile"),
    field("keyAccount", TEXT, "Key account"),
    field("phoneNumberBusiness", TEXT, "Business phone number"),
    field("phoneNumberBusinessMobile", TEXT, "Business mobile phone number"),
    field("faxNumberBusiness", TEXT, "Business fax number"),
    field("contactPersonBusiness", TEXT, "Business contact person"),
    field("websiteBusiness", TEXT, "Business website"),
    field("emailBusiness", TEXT, "Business E-Mail"),
    field("ustId", TEXT, "VAT ID"),
    field("billingStreetAddress", TEXT, "Billing street address"),
    field("billingZipCode", Rule::Limited(16), "Billing zip code"),
    field("billingCity", TEXT, "Billing city"),
    field("titleOrDegree", Rule::Limited(64), "Title or degree"),
    field("type", TYPE, "Contact type"),
    field("position", Rule::Limited(64), "Position"),
    field("country", Rule::Limited(64), "Country"),
    field("billingCountry", Rule::Limited(64), "Billing country"),
    field("taxId", Rule::Limited(64), "Tax ID"),
    field("iban", Rule::Limited(64), "IBAN"),
    field("bic", Rule::Limited(64), "BIC"),
    field("salesTaxRegulation", SALES_TAX, "Sales tax regulation"),
    field("notes", Rule::Limited(LONGEST), "Notes"),
    field("customerNumber", Rule::Limited(64), "Customer number"),
    field("driverLicenseNumber", Rule::Limited(100), "Driver license number"),
    field("driverLicenseIssuedBy", TEXT, "Driver license issued by"),
    field("driverLicenseDateOfIssue", Rule::Date, "Driver license date of issue"),
    // It can stand in a path, which an empty text cannot.
    field(TECFACTURA_ID, Rule::Text(1), "Tec Faktura ID of contact"),
];

/// The field by which a contact is found beside its `ID`.
pub const TECFACTURA_ID: &str = "tecfacturaId";
