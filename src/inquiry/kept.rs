//! What the element keeps of the visitor's inquiries, as one text, so that it outlives the program:
//! what was typed, by vehicle, and what was sent without a word on whether it arrived.

use super::draft::{Draft, Input};
use crate::host::Host;
use autengo_api::id::SellingId;

/// Stands between the records; it is taken out of what is typed.
const RECORD: char = '\u{1e}';
/// Stands between the parts of a record; it is taken out, too.
const PART: char = '\u{1f}';
/// Begins the record of what was written about a vehicle.
const TEXT: &str = "t";
/// Begins the record of an attempt.
const ATTEMPT: &str = "a";

/// The texts and attempts that an element keeps.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Kept {
    /// The draft that was typed last.
    draft: Draft,
    /// The text about a vehicle, by its id.
    texts: Vec<(SellingId, String)>,
    attempts: Vec<Attempt>,
}

/// A text that was sent, or was to be sent, about a vehicle.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Attempt {
    selling_id: SellingId,
    /// The text's digest: texts may be long.
    text: u64,
    /// The mark by which the dealer knows it when it comes twice.
    pub(super) reference: String,
    /// Whether the dealer may have it already.
    pub(super) may_have_arrived: bool,
}

impl Kept {
    /// The texts and attempts of an element.
    pub(super) fn of(host: &Host) -> Self {
        Self::read(&host.draft().unwrap_or_default())
    }

    /// Changes what an element keeps.
    pub(super) fn change<T>(host: &Host, change: impl FnOnce(&mut Self) -> T) -> T {
        let mut kept = Self::of(host);
        let result = change(&mut kept);
        host.set_draft(&kept.write());
        result
    }

    fn read(text: &str) -> Self {
        let mut records = text.split(RECORD);
        let mut kept =
            Self { draft: Draft::read(records.next().unwrap_or_default()), ..Self::default() };
        for record in records {
            match *record.split(PART).collect::<Vec<_>>() {
                [TEXT, selling_id, text] => kept.texts.push((selling_id.into(), text.into())),
                [ATTEMPT, selling_id, text, reference, arrival] => {
                    kept.attempts.extend(text.parse().map(|text| Attempt {
                        selling_id: selling_id.into(),
                        text,
                        reference: reference.into(),
                        may_have_arrived: arrival == "1",
                    }));
                }
                _ => (),
            }
        }
        kept
    }

    fn write(&self) -> String {
        let mut written = self.draft.write();
        let mut record = |parts: &[&str]| {
            for (part, mark) in parts.iter().zip([RECORD, PART, PART, PART, PART]) {
                written.push(mark);
                written.extend(part.chars().filter(|c| !is_mark(*c)));
            }
        };
        for (selling_id, text) in &self.texts {
            record(&[TEXT, selling_id.as_str(), text]);
        }
        for attempt in &self.attempts {
            let Attempt { selling_id, text, reference, may_have_arrived } = attempt;
            let arrival = if *may_have_arrived { "1" } else { "0" };
            record(&[ATTEMPT, selling_id.as_str(), &text.to_string(), reference, arrival]);
        }
        written
    }

    /// The draft about a vehicle: the text that was written about it, else the one that was written
    /// last.
    pub(super) fn draft(&self, selling_id: &SellingId) -> Draft {
        let mut draft = self.draft.clone();
        if let Some(text) = self.text(selling_id) {
            draft.set(Input::Text, text.to_owned());
        }
        draft
    }

    /// Takes note of what was typed about a vehicle.
    pub(super) fn set_draft(&mut self, selling_id: &SellingId, draft: &Draft) {
        self.draft = draft.clone();
        self.texts.retain(|(id, _)| id != selling_id);
        let text = draft.get(Input::Text);
        if !text.is_empty() {
            self.texts.push((selling_id.clone(), text.to_owned()));
        }
    }

    /// The text about a vehicle.
    pub(super) fn text(&self, selling_id: &SellingId) -> Option<&str> {
        self.texts.iter().find(|(id, _)| id == selling_id).map(|(_, text)| text.as_str())
    }

    /// The attempt to send a text about a vehicle; the same for the same text.
    pub(super) fn attempt(
        &mut self,
        selling_id: &SellingId,
        text: &str,
        new_reference: impl FnOnce() -> String,
    ) -> &mut Attempt {
        let text = digest(text);
        let at = self.attempts.iter().position(|known| known.is_of(selling_id, text));
        let at = at.unwrap_or_else(|| {
            self.attempts.push(Attempt {
                selling_id: selling_id.clone(),
                text,
                reference: new_reference(),
                may_have_arrived: false,
            });
            self.attempts.len() - 1
        });
        &mut self.attempts[at]
    }

    /// The attempt by which a text about a vehicle may have arrived.
    pub(super) fn doubtful(&self, selling_id: &SellingId, text: &str) -> Option<&Attempt> {
        let text = digest(text);
        let is_it = |known: &&Attempt| known.may_have_arrived && known.is_of(selling_id, text);
        self.attempts.iter().find(is_it)
    }

    /// A text has arrived: it is not kept any more, but for what was written since. The same words
    /// are another inquiry from now on. Who asks stays.
    pub(super) fn arrived(&mut self, selling_id: &SellingId, text: &str) {
        let digest = digest(text);
        self.attempts.retain(|attempt| !attempt.is_of(selling_id, digest));
        self.draft.sent(text);
        let is_sent = |written: &str| Draft::of_text(written).says(text);
        self.texts.retain(|(id, written)| id != selling_id || !is_sent(written));
    }
}

impl Attempt {
    fn is_of(&self, selling_id: &SellingId, text: u64) -> bool {
        self.selling_id == *selling_id && self.text == text
    }
}

/// Whether a character is one of those that stand between what is kept.
pub(super) fn is_mark(c: char) -> bool {
    c == RECORD || c == PART
}

/// FNV-1a: a visitor's own texts need no better one.
fn digest(text: &str) -> u64 {
    let mix = |hash: u64, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3);
    text.bytes().fold(0xcbf2_9ce4_8422_2325, mix)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn a() -> SellingId {
        "AIQWXW".into()
    }

    fn b() -> SellingId {
        "RQ5O9S".into()
    }

    fn typed(text: &str) -> Draft {
        let mut draft = Draft::of_text(text);
        draft.set(Input::LastName, "Doe".to_owned());
        draft
    }

    fn again(kept: &Kept) -> Kept {
        Kept::read(&kept.write())
    }

    #[test]
    fn texts_and_attempts_come_back_whole() {
        let mut kept = Kept::default();
        kept.set_draft(&a(), &typed("Zwei\nZeilen, \"ja\""));
        kept.attempt(&a(), "Zwei\nZeilen, \"ja\"", || "7K3F9Q".to_owned()).may_have_arrived = true;
        kept.attempt(&b(), "Hallo", || "222222".to_owned());
        assert_eq!(again(&kept), kept);
        assert_eq!(Kept::read(""), Kept::default());
    }

    #[test]
    fn the_record_of_an_older_program_is_read() {
        assert_eq!(Kept::read(&typed("Hallo").write()).draft(&a()), typed("Hallo"));
    }

    #[test]
    fn pasted_marks_do_not_mix_up_the_record() {
        let mut kept = Kept::default();
        kept.set_draft(&a(), &typed("a\u{1e}t\u{1f}b\u{1f}c"));
        assert_eq!(again(&kept).draft(&a()), typed("atbc"));
    }

    #[test]
    fn each_vehicle_keeps_its_text_and_another_begins_with_the_last() {
        let mut kept = Kept::default();
        kept.set_draft(&a(), &typed("Zu A"));
        assert_eq!(kept.draft(&b()), typed("Zu A"));
        kept.set_draft(&b(), &typed("Zu B"));
        assert_eq!((kept.draft(&a()), kept.draft(&b())), (typed("Zu A"), typed("Zu B")));
        kept.arrived(&b(), "Zu B");
        assert_eq!((kept.draft(&a()), kept.draft(&b())), (typed("Zu A"), typed("")));
    }

    #[test]
    fn the_same_text_about_the_same_vehicle_has_one_reference() {
        let mut kept = Kept::default();
        let mut number = 0;
        let mut reference = |kept: &mut Kept, selling_id: &SellingId, text| {
            number += 1;
            kept.attempt(selling_id, text, || number.to_string()).reference.clone()
        };
        assert_eq!(reference(&mut kept, &a(), "Hallo"), "1");
        kept = again(&kept);
        assert_eq!(reference(&mut kept, &a(), "Hallo"), "1");
        assert_eq!(reference(&mut kept, &a(), "Hallo!"), "3");
        assert_eq!(reference(&mut kept, &b(), "Hallo"), "4");
        kept.arrived(&a(), "Hallo");
        assert_eq!(reference(&mut kept, &a(), "Hallo"), "5");
    }

    #[test]
    fn a_text_written_since_stays() {
        let mut kept = Kept::default();
        kept.set_draft(&a(), &typed("Hallo \n"));
        kept.set_draft(&a(), &typed("Hallo, und noch etwas"));
        kept.arrived(&a(), "Hallo");
        assert_eq!(kept.draft(&a()), typed("Hallo, und noch etwas"));
        kept.set_draft(&a(), &typed("Hallo \n"));
        kept.arrived(&a(), "Hallo");
        assert_eq!(kept.draft(&a()), typed(""));
    }

    #[test]
    fn only_attempts_that_may_have_arrived_are_doubtful() {
        let mut kept = Kept::default();
        kept.attempt(&a(), "Hallo", String::new);
        assert_eq!(kept.doubtful(&a(), "Hallo"), None);
        kept.attempt(&a(), "Hallo", String::new).may_have_arrived = true;
        assert!(kept.doubtful(&a(), "Hallo").is_some());
        assert_eq!((kept.doubtful(&b(), "Hallo"), kept.doubtful(&a(), "Hi")), (None, None));
    }
}
