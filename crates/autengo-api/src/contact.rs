//! A dealer's contact (reference, schemas `Contact` and `ContactPost`).
//!
//! ```
//! use autengo_api::contact::ContactPost;
//! use autengo_api::endpoint::contact;
//!
//! let max = ContactPost { first_name: Some("Max".to_owned()), ..ContactPost::default() };
//! let request = contact::create(&max)?;
//! assert_eq!(request.body.as_deref(), Some(r#"{"firstName":"Max"}"#));
//! # Ok::<(), autengo_api::limit::LimitError>(())
//! ```

use serde::{Serialize, Serializer};
use serde_json::{Map, Number, Value};

use crate::choice::{Choice, ContactType, LeadSource, SalesTaxRegulation, Title};
use crate::json::{FromJson, Json, Unexpected, flag, plain, whole};
use crate::limit::{self, LimitError, MAX_TEXT};

/// The limit of the reference on a field, beyond its type.
#[derive(Clone, Copy)]
enum Limit {
    /// Anything.
    Any,
    /// So many characters.
    Chars(usize),
    /// A day, `YYYY-MM-DD`.
    Day,
    /// From the one to the other.
    Range(u32, u32),
}

/// The value in a field of a contact.
trait Part: Sized {
    /// Reads it in every spelling that says the same without doubt.
    fn read(value: &Value) -> Option<Self>;

    /// Checks what the reference allows.
    fn check(&self, field: &'static str, limit: Limit) -> Result<(), LimitError>;
}

impl Part for String {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::String(text) => Some(text.clone()),
            Value::Number(number) => Some(plain(number.as_f64()?)),
            _ => None,
        }
    }

    fn check(&self, field: &'static str, limit: Limit) -> Result<(), LimitError> {
        match limit {
            Limit::Chars(most) => limit::length(field, self, most),
            Limit::Day => limit::date(field, self),
            Limit::Any | Limit::Range(..) => Ok(()),
        }
    }
}

impl Part for Number {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Number(number) => Some(number.clone()),
            Value::String(text) => serde_json::from_str(text.trim()).ok(),
            _ => None,
        }
    }

    fn check(&self, field: &'static str, limit: Limit) -> Result<(), LimitError> {
        match limit {
            Limit::Range(least, most) => {
                let range = f64::from(least)..=f64::from(most);
                if self.as_f64().is_some_and(|number| range.contains(&number)) {
                    return Ok(());
                }
                Err(LimitError::Range { field, value: self.to_string(), least, most })
            }
            Limit::Any | Limit::Chars(_) | Limit::Day => Ok(()),
        }
    }
}

impl Part for bool {
    fn read(value: &Value) -> Option<Self> {
        match value {
            Value::Bool(flag) => Some(*flag),
            Value::Number(number) => flag(&number.to_string()),
            Value::String(text) => flag(text),
            _ => None,
        }
    }

    fn check(&self, _: &'static str, _: Limit) -> Result<(), LimitError> {
        Ok(())
    }
}

/// The documented enumerations.
impl<C: Choice> Part for C {
    fn read(value: &Value) -> Option<Self> {
        // The reference has these bare, and translates other fields of the kind to `{key, text}`.
        let key = value.get("key").unwrap_or(value);
        key.as_str().map(Self::from_name)
    }

    fn check(&self, field: &'static str, _: Limit) -> Result<(), LimitError> {
        if self.is_documented() {
            return Ok(());
        }
        Err(LimitError::Choice { field, value: self.name().to_owned(), allowed: Self::NAMES })
    }
}

macro_rules! fields {
    ($($member:ident $name:literal $type:ty, $limit:expr, $doc:literal;)*) => {
        /// The fields of a contact that are known or sent (reference, schema `ContactPost`). A field that is
        /// `None` is not sent: an update leaves it as it is.
        #[derive(Clone, Debug, Default, PartialEq, Eq)]
        pub struct ContactPost {
            $(#[doc = concat!($doc, ", `", $name, "`.")] pub $member: Option<$type>,)*
        }

        impl ContactPost {
            /// The fields' names in the reference, in its order.
            pub const NAMES: &[&str] = &[$($name,)*];

            /// Checks the documented limits.
            ///
            /// # Errors
            /// For the first field that is too long, that is none of its documented values, no
            /// date or out of its range.
            pub fn check(&self) -> Result<(), LimitError> {
                $(if let Some(value) = &self.$member {
                    value.check($name, $limit)?;
                })*
                Ok(())
            }

            /// Takes the field of that name from `value`; whether it is one and could be read.
            fn take(&mut self, name: &str, value: &Value) -> bool {
                match name {
                    $($name => {
                        self.$member = Part::read(value);
                        self.$member.is_some()
                    })*
                    _ => false,
                }
            }
        }

        impl Serialize for ContactPost {
            fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
                use serde::ser::SerializeMap;
                let mut map = serializer.serialize_map(None)?;
                $(if let Some(value) = &self.$member {
                    map.serialize_entry($name, value)?;
                })*
                map.end()
            }
        }
    };
}

fields! {
    title "title" Title, Limit::Any, "Title";
    first_name "firstName" String, Limit::Any, "First name";
    last_name "lastName" String, Limit::Any, "Last name";
    street_address "streetAddress" String, Limit::Any, "Street and number";
    zip_code "zipCode" String, Limit::Chars(16), "Postal code, up to 16 characters";
    city "city" String, Limit::Any, "City";
    phone_number "phoneNumber" String, Limit::Any, "Phone number";
    phone_number_mobile "phoneNumberMobile" String, Limit::Any, "Mobile phone number";
    email "email" String, Limit::Any, "E-mail address";
    fax_number "faxNumber" Number, Limit::Any, "Fax number, which the reference has as a number";
    website "website" String, Limit::Any, "Website";
    source "source" LeadSource, Limit::Any, "Where the contact came from";
    customer_rating "customerRating" Number, Limit::Range(1, 5), "Rating, 1 to 5";
    is_privat "isPrivat" bool, Limit::Any, "Whether it is a private customer";
    is_opt_in "isOptIn" bool, Limit::Any, "Whether it agreed to marketing";
    date_of_birth "dateOfBirth" String, Limit::Day, "Date of birth, `YYYY-MM-DD`";
    license_plate "licensePlate" String, Limit::Any, "License plate";
    facebook "facebook" String, Limit::Any, "Facebook profile";
    linkedin "linkedin" String, Limit::Any, "LinkedIn profile";
    xing "xing" String, Limit::Any, "Xing profile";
    key_account "keyAccount" String, Limit::Any, "Key account";
    phone_number_business "phoneNumberBusiness" String, Limit::Any, "Business phone number";
    phone_number_business_mobile "phoneNumberBusinessMobile" String, Limit::Any, "Business mobile number";
    fax_number_business "faxNumberBusiness" String, Limit::Any, "Business fax number";
    contact_person_business "contactPersonBusiness" String, Limit::Any, "Business contact person";
    website_business "websiteBusiness" String, Limit::Any, "Business website";
    email_business "emailBusiness" String, Limit::Any, "Business e-mail address";
    ust_id "ustId" String, Limit::Any, "VAT ID";
    billing_street_address "billingStreetAddress" String, Limit::Any, "Billing street address";
    billing_zip_code "billingZipCode" String, Limit::Chars(16), "Billing postal code, up to 16 characters";
    billing_city "billingCity" String, Limit::Any, "Billing city";
    title_or_degree "titleOrDegree" String, Limit::Chars(64), "Title or degree, up to 64 characters";
    kind "type" ContactType, Limit::Any, "What the contact is to the dealer";
    position "position" String, Limit::Chars(64), "Position, up to 64 characters";
    country "country" String, Limit::Chars(64), "Country, up to 64 characters";
    billing_country "billingCountry" String, Limit::Chars(64), "Billing country, up to 64 characters";
    tax_id "taxId" String, Limit::Chars(64), "Tax ID, up to 64 characters";
    iban "iban" String, Limit::Chars(64), "IBAN, up to 64 characters";
    bic "bic" String, Limit::Chars(64), "BIC, up to 64 characters";
    sales_tax_regulation "salesTaxRegulation" SalesTaxRegulation, Limit::Any, "Sales tax regulation";
    notes "notes" String, Limit::Chars(MAX_TEXT), "Notes, up to 16,777,215 characters";
    customer_number "customerNumber" String, Limit::Chars(64), "Customer number, up to 64 characters";
    driver_license_number "driverLicenseNumber" String, Limit::Chars(100), "Driver license number, up to 100 characters";
    driver_license_issued_by "driverLicenseIssuedBy" String, Limit::Any, "Who issued the driver license";
    driver_license_date_of_issue "driverLicenseDateOfIssue" String, Limit::Day, "Date of its issue, `YYYY-MM-DD`";
    tecfactura_id "tecfacturaId" String, Limit::Any, "Tec Faktura ID";
}

/// A contact as the API answers with it (reference, schema `Contact`).
#[derive(Clone, Debug, PartialEq)]
pub struct Contact {
    /// The id by which it is asked for, updated and deleted, `ID`.
    pub id: u64,
    /// The known fields. A value that cannot be read is in `unknown` instead.
    pub fields: ContactPost,
    /// The answer's members beyond the reference, or otherwise than it.
    pub unknown: Map<String, Value>,
}

impl FromJson for Contact {
    /// A contact is an object with an `ID`; each field is read on its own.
    fn from_json(value: &dyn Json) -> Result<Self, Unexpected> {
        let id = whole(value, "ID").ok_or_else(|| Unexpected::at("ID", "a whole number"))?;
        let Value::Object(mut object) = value.to_value() else {
            return Err(Unexpected::here("an object"));
        };
        object.remove("ID");
        let mut contact = Self { id, fields: ContactPost::default(), unknown: Map::new() };
        for (name, value) in object {
            if !value.is_null() && !contact.fields.take(&name, &value) {
                contact.unknown.insert(name, value);
            }
        }
        Ok(contact)
    }
}
