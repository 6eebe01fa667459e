//! What a buyer types into the inquiry form, and whether it can be sent.

use super::Subject;
use crate::i18n::{Key, key};
use autengo_api::opportunity::{Customer, MAX_TEXT, Opportunity, SOURCE_TYPE};
use autengo_api::reach;

/// The fields of the form.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Input {
    FirstName,
    LastName,
    Email,
    Phone,
    Text,
    Street,
    Zip,
    City,
}

impl Input {
    /// Whether nothing can be sent without it.
    pub(super) const fn is_needed(self) -> bool {
        matches!(self, Self::LastName | Self::Text)
    }
}

/// How many there are.
const INPUTS: usize = 8;
/// Stands between the fields of a kept draft; nobody types it.
const SEPARATOR: char = '\u{1f}';

/// What has been typed, by field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Draft([String; INPUTS]);

impl Draft {
    pub(super) fn get(&self, input: Input) -> &str {
        &self.0[input as usize]
    }

    pub(super) fn set(&mut self, input: Input, typed: String) {
        self.0[input as usize] = typed;
    }

    /// All of it as one text, for the element to keep.
    pub(super) fn keep(&self) -> String {
        self.0.join(SEPARATOR.encode_utf8(&mut [0; 4]))
    }

    /// What [`Draft::keep`] made.
    pub(super) fn restore(kept: &str) -> Self {
        let mut fields = kept.split(SEPARATOR).map(str::to_owned);
        Self(std::array::from_fn(|_| fields.next().unwrap_or_default()))
    }

    /// The fields that keep it from being sent, in the form's order, each with what to do.
    pub(super) fn problems(&self) -> Vec<(Input, Key)> {
        let mut problems = Vec::new();
        if self.get(Input::Text).trim().is_empty() {
            problems.push((Input::Text, key::INQUIRY_MISSING_TEXT));
        } else if self.get(Input::Text).chars().count() > MAX_TEXT - 2000 {
            // The rest is room for the lines that name the vehicle.
            problems.push((Input::Text, key::INQUIRY_TOO_LONG));
        }
        if self.get(Input::LastName).trim().is_empty() {
            problems.push((Input::LastName, key::INQUIRY_MISSING_NAME));
        }
        let (email, phone) = (self.get(Input::Email).trim(), self.get(Input::Phone).trim());
        if email.is_empty() && phone.is_empty() {
            problems.push((Input::Email, key::INQUIRY_MISSING_REACH));
        }
        if !email.is_empty() && !reach::is_email(email) {
            problems.push((Input::Email, key::INQUIRY_BAD_EMAIL));
        }
        if !phone.is_empty() && !reach::is_phone(phone) {
            problems.push((Input::Phone, key::INQUIRY_BAD_PHONE));
        }
        problems
    }

    /// The inquiry as the API takes it. The text ends with `vehicle`, a line that names it, and the
    /// page's address, as the source can only say "Alzura Shop".
    pub(super) fn opportunity(&self, subject: &Subject, vehicle: &str) -> Opportunity {
        let trimmed = |input| self.get(input).trim().to_owned();
        Opportunity {
            selling_id: subject.selling_id.clone(),
            request_text: format!(
                "{}\n\n{vehicle}\n{}",
                self.get(Input::Text).trim(),
                subject.link
            ),
            source_type: SOURCE_TYPE,
            customer: Customer {
                last_name: trimmed(Input::LastName),
                first_name: trimmed(Input::FirstName),
                street_address: trimmed(Input::Street),
                zip_code: trimmed(Input::Zip),
                city: trimmed(Input::City),
                phone_number: reach::phone(self.get(Input::Phone).trim()),
                email: trimmed(Input::Email),
            },
        }
    }

    /// What is left for the next inquiry: who asks, not what was asked.
    pub(super) fn sent(&mut self) {
        self.set(Input::Text, String::new());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(fields: &[(Input, &str)]) -> Draft {
        let mut draft = Draft::default();
        for (input, typed) in fields {
            draft.set(*input, (*typed).to_owned());
        }
        draft
    }

    #[test]
    fn a_name_a_text_and_one_way_to_answer_are_enough() {
        let common = [(Input::LastName, "Doe"), (Input::Text, "Hello")];
        for reach in [(Input::Email, "a@b.de"), (Input::Phone, "030 12345")] {
            let fields: Vec<_> = common.into_iter().chain([reach]).collect();
            assert_eq!(draft(&fields).problems(), []);
        }
        let inputs: Vec<_> =
            Draft::default().problems().into_iter().map(|(input, _)| input).collect();
        assert_eq!(inputs, [Input::Text, Input::LastName, Input::Email]);
    }

    #[test]
    fn addresses_that_cannot_be_answered_are_named() {
        let problems = |input, typed| {
            draft(&[(Input::LastName, "Doe"), (Input::Text, "x"), (input, typed)]).problems()
        };
        for email in ["a", "a@b", "a@@b.de", "a@b..de", "a@b@c.de", "a@b.de,", "a@b.de c@d.de"] {
            assert_eq!(problems(Input::Email, email), [(Input::Email, key::INQUIRY_BAD_EMAIL)]);
        }
        for email in ["max.mustermann@example.org", " a+b@sub.example.co.uk ", "max@straße.de"] {
            assert_eq!(problems(Input::Email, email), [], "{email}");
        }
        for phone in ["110", "12345 Berlin"] {
            assert_eq!(problems(Input::Phone, phone), [(Input::Phone, key::INQUIRY_BAD_PHONE)]);
        }
        assert_eq!(problems(Input::Phone, "０３０ １２３４５６"), []);
    }

    #[test]
    fn a_phone_number_is_sent_in_digits_of_ascii() {
        let draft = draft(&[(Input::Phone, " ＋４９ (0)30 １２３４５ ")]);
        let subject = Subject {
            selling_id: "A".to_owned(),
            title: String::new(),
            number: String::new(),
            link: String::new(),
            is_masked: false,
        };
        assert_eq!(draft.opportunity(&subject, "").customer.phone_number, "+49 (0)30 12345");
    }

    #[test]
    fn an_inquiry_names_its_vehicle_and_page() {
        let draft =
            draft(&[(Input::LastName, " Doe "), (Input::Email, "a@b.de"), (Input::Text, "Hello ")]);
        let subject = Subject {
            selling_id: "AIQWXW".to_owned(),
            title: "Ford Focus".to_owned(),
            number: "MY-ID".to_owned(),
            link: "https://dealer.example/?cars=1".to_owned(),
            is_masked: false,
        };
        let inquiry = draft.opportunity(&subject, "Fahrzeug: Ford Focus (Nr. MY-ID)");
        assert_eq!(
            inquiry.request_text,
            "Hello\n\nFahrzeug: Ford Focus (Nr. MY-ID)\nhttps://dealer.example/?cars=1"
        );
        assert_eq!((inquiry.source_type, inquiry.customer.last_name.as_str()), (6, "Doe"));
        assert_eq!(inquiry.check(), Ok(()));
    }

    #[test]
    fn a_kept_draft_comes_back_whole() {
        let draft = draft(&[
            (Input::LastName, "Doe"),
            (Input::Text, "Zwei\nZeilen, \"ja\""),
            (Input::City, "Ulm"),
        ]);
        assert_eq!(Draft::restore(&draft.keep()), draft);
        assert_eq!(Draft::restore(""), Draft::default());
    }

    #[test]
    fn after_sending_the_text_goes_and_the_person_stays() {
        let mut draft = draft(&[(Input::LastName, "Doe"), (Input::Text, "Hello")]);
        draft.sent();
        assert_eq!((draft.get(Input::LastName), draft.get(Input::Text)), ("Doe", ""));
    }
}
