//! What a buyer types into the inquiry form, and whether it can be sent.

use autengo_api::opportunity::{Customer, MAX_TEXT, Opportunity, SOURCE_TYPE};
use autengo_api::text::is_invisible;
use autengo_offer::reach;

use super::Subject;
use super::kept::is_mark;
use crate::i18n::{Key, key};

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

/// The typed texts, by field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Draft([String; INPUTS]);

impl Draft {
    pub(super) fn get(&self, input: Input) -> &str {
        &self.0[input as usize]
    }

    pub(super) fn set(&mut self, input: Input, typed: String) {
        self.0[input as usize] = typed;
    }

    /// A draft of which only the text is written.
    pub(super) fn of_text(text: &str) -> Self {
        let mut draft = Self::default();
        draft.set(Input::Text, text.to_owned());
        draft
    }

    /// The whole draft as one text, for the element to keep.
    pub(super) fn write(&self) -> String {
        let fields = self.0.each_ref().map(|field| field.replace(is_mark, ""));
        fields.join(SEPARATOR.encode_utf8(&mut [0; 4]))
    }

    /// The draft that [`Draft::write`] made a text of.
    pub(super) fn read(written: &str) -> Self {
        let mut fields = written.split(SEPARATOR).map(str::to_owned);
        Self(std::array::from_fn(|_| fields.next().unwrap_or_default()))
    }

    /// As it is sent: without what nobody sees, and without blanks around it.
    pub(super) fn cleaned(&self) -> Self {
        let mut fields = self.0.each_ref().map(|typed| clean_line(typed));
        fields[Input::Text as usize] = clean(self.get(Input::Text));
        Self(fields)
    }

    /// Whether its text is one that was sent.
    pub(super) fn says(&self, sent: &str) -> bool {
        clean(self.get(Input::Text)) == sent
    }

    /// Whether a text gives away anything of it.
    pub(super) fn shows_in(&self, text: &str) -> bool {
        self.0.iter().any(|typed| typed.len() > 2 && text.contains(typed.as_str()))
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

    /// The inquiry as the API takes it. The text ends with lines that name the vehicle and its page,
    /// as the source can only say "Alzura Shop", and with the `mark` that tells repeats.
    pub(super) fn opportunity(&self, subject: &Subject, vehicle: &str, mark: &str) -> Opportunity {
        let Self(fields) = self.cleaned();
        let field = |input: Input| fields[input as usize].clone();
        let (text, link) = (field(Input::Text), &subject.link);
        Opportunity {
            selling_id: subject.selling_id.clone(),
            request_text: format!("{text}\n\n{vehicle}\n{link}\n{mark}"),
            source_type: SOURCE_TYPE,
            customer: Customer {
                last_name: field(Input::LastName),
                first_name: field(Input::FirstName),
                street_address: field(Input::Street),
                zip_code: field(Input::Zip),
                city: field(Input::City),
                phone_number: reach::phone(&field(Input::Phone)),
                email: field(Input::Email),
            },
        }
    }

    /// A text has arrived. What is left for the next inquiry is who asks, and what was written since.
    pub(super) fn sent(&mut self, text: &str) {
        if self.says(text) {
            self.set(Input::Text, String::new());
        }
    }
}

/// A text of one line or several as it is sent.
fn clean(typed: &str) -> String {
    let lines = typed.replace("\r\n", "\n").replace(['\r', '\u{2028}', '\u{2029}'], "\n");
    let seen: String =
        lines.chars().filter(|c| matches!(c, '\n' | '\t') || !is_unseen(*c)).collect();
    seen.trim().to_owned()
}

/// The text of a field of one line.
fn clean_line(typed: &str) -> String {
    clean(typed).replace(['\n', '\t'], " ")
}

/// Whether a character is one that nobody sees and nobody types: control characters, and those that
/// hide in what is copied. Those that join letters and emoji are none.
fn is_unseen(c: char) -> bool {
    let joins =
        matches!(c, '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0020}'..='\u{e007f}');
    is_invisible(c) && !joins
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
            selling_id: "A".into(),
            title: String::new(),
            number: String::new(),
            link: String::new(),
            is_masked: false,
        };
        assert_eq!(draft.opportunity(&subject, "", "").customer.phone_number, "+49 (0)30 12345");
    }

    #[test]
    fn an_inquiry_names_its_vehicle_and_page() {
        let draft =
            draft(&[(Input::LastName, " Doe "), (Input::Email, "a@b.de"), (Input::Text, "Hello ")]);
        let subject = Subject {
            selling_id: "AIQWXW".into(),
            title: "Ford Focus".to_owned(),
            number: "MY-ID".to_owned(),
            link: "https://dealer.example/?cars=1".to_owned(),
            is_masked: false,
        };
        let inquiry =
            draft.opportunity(&subject, "Fahrzeug: Ford Focus (Nr. MY-ID)", "Referenz: 7K3F9Q");
        assert_eq!(
            inquiry.request_text,
            "Hello\n\nFahrzeug: Ford Focus (Nr. MY-ID)\nhttps://dealer.example/?cars=1\nReferenz: 7K3F9Q"
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
        assert_eq!(Draft::read(&draft.write()), draft);
        assert_eq!(Draft::read(""), Draft::default());
    }

    #[test]
    fn after_sending_the_text_goes_and_the_person_stays() {
        let mut draft = draft(&[(Input::LastName, "Doe"), (Input::Text, " Hello\r\n")]);
        draft.sent("Hi");
        assert_eq!(draft.get(Input::Text), " Hello\r\n");
        draft.sent("Hello");
        assert_eq!((draft.get(Input::LastName), draft.get(Input::Text)), ("Doe", ""));
    }

    #[test]
    fn invisible_characters_are_not_sent() {
        let typed = draft(&[
            (Input::LastName, "\u{feff}Öz\u{0}demir\t"),
            (Input::Email, " a@b.de\u{200b} "),
            (Input::City, "Bad\nHomburg"),
            (Input::Text, "\u{202e}Eins\r\nzwei\u{7}\tdrei\u{2028}vier 👨\u{200d}👩\u{200d}👧\n\n"),
        ]);
        let sent = draft(&[
            (Input::LastName, "Özdemir"),
            (Input::Email, "a@b.de"),
            (Input::City, "Bad Homburg"),
            (Input::Text, "Eins\nzwei\tdrei\nvier 👨\u{200d}👩\u{200d}👧"),
        ]);
        assert_eq!(typed.cleaned(), sent);
    }

    #[test]
    fn a_reason_that_repeats_the_typed_text_gives_it_away() {
        let draft = draft(&[(Input::Email, "jane@doe.example"), (Input::Zip, "12")]);
        assert!(draft.shows_in("email `jane@doe.example` is invalid"));
        assert!(!draft.shows_in("zipCode has 12 characters too many"));
    }
}
