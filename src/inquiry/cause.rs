//! Why nobody can say that an inquiry arrived, in words that are true and help.

use std::time::Duration;

use autengo_api::endpoint::ApiError;

use crate::client::Failure;
use crate::i18n::{Key, Locale, key};

/// The longest reason that is repeated to a visitor, in characters.
const LONGEST_REASON: usize = 200;
/// How long a wait is told in seconds, at most.
const LONGEST_IN_SECONDS: u32 = 120;

/// The fields of an inquiry as the API calls them, and as the form does.
const NAMES: [(&str, Key); 8] = [
    ("requestText", key::INQUIRY_TEXT),
    ("firstName", key::INQUIRY_FIRST_NAME),
    ("lastName", key::INQUIRY_LAST_NAME),
    ("email", key::INQUIRY_EMAIL),
    ("phoneNumber", key::INQUIRY_PHONE),
    ("streetAddress", key::INQUIRY_STREET),
    ("zipCode", key::INQUIRY_ZIP),
    ("city", key::INQUIRY_CITY),
];

/// The reason why an inquiry has no number.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Cause {
    /// Doubt whether it arrived.
    Doubt,
    /// The device has no network: it did not leave.
    Offline,
    /// The API does not take what was typed, and may say why.
    Refused(Option<String>),
    /// The API takes no inquiry from this page, whatever it says.
    Denied,
    /// There is no such vehicle any more.
    Gone,
    /// There are too many; the API may say how many seconds to wait.
    Busy(Option<u32>),
    /// The server failed, and says so.
    Failed,
    /// An inquiry that is longer than the API takes.
    TooLong,
}

impl Cause {
    /// The cause of a failure, of which `pause` is how long the server asks to be left alone.
    pub(super) fn of(failure: Failure, pause: Option<Duration>, is_offline: bool) -> Self {
        let error = match failure {
            Failure::Offline => return Self::Offline,
            Failure::Network(_) if is_offline => return Self::Offline,
            Failure::Api(error) => error,
            _ => return Self::Doubt,
        };
        match error {
            ApiError::Invalid(reason) => Self::Refused(reason.filter(|it| !it.trim().is_empty())),
            ApiError::NotFound | ApiError::Status(410) => Self::Gone,
            ApiError::TooManyRequests => Self::Busy(pause.map(seconds).filter(|wait| *wait > 0)),
            ApiError::Status(413) => Self::TooLong,
            ApiError::Status(409 | 422) => Self::Refused(None),
            // A server in between lost the one behind it, which may have had it by then.
            ApiError::Status(502 | 504 | 520 | 522 | 524)
            | ApiError::Unreadable(_)
            | ApiError::WebPage => Self::Doubt,
            ApiError::Status(408 | 425 | 500..) => Self::Failed,
            ApiError::Unauthorized(_) | ApiError::Status(_) => Self::Denied,
        }
    }

    /// Whether the dealer may have the inquiry all the same.
    pub(super) const fn may_have_arrived(&self) -> bool {
        matches!(self, Self::Doubt | Self::Failed)
    }

    /// The visitor's words for it, tracked; an inquiry that may have arrived is told by its
    /// reference.
    pub(super) fn words(&self, locale: Locale, reference: &str) -> String {
        let plain = |key| locale.message(key).to_owned();
        match self {
            Self::Doubt => locale.fill(key::INQUIRY_DOUBT, &[("reference", reference)]),
            Self::Offline => plain(key::INQUIRY_OFFLINE),
            Self::Refused(Some(reason)) => {
                locale.fill(key::INQUIRY_REFUSED_FOR, &[("reason", &in_words(reason, locale))])
            }
            Self::Refused(None) => plain(key::INQUIRY_REFUSED),
            Self::Denied => plain(key::INQUIRY_DENIED),
            Self::Gone => plain(key::INQUIRY_GONE),
            Self::Busy(None) => plain(key::INQUIRY_BUSY),
            Self::Busy(Some(wait)) => {
                let time = if *wait > LONGEST_IN_SECONDS {
                    format!("{} min", wait.div_ceil(60))
                } else {
                    format!("{wait} s")
                };
                locale.fill(key::INQUIRY_BUSY_UNTIL, &[("time", &time)])
            }
            Self::Failed => plain(key::INQUIRY_FAILED),
            Self::TooLong => plain(key::INQUIRY_TOO_LONG),
        }
    }
}

/// The whole seconds of a wait, rather longer than shorter.
fn seconds(pause: Duration) -> u32 {
    let seconds = pause.as_secs() + u64::from(pause.subsec_nanos() > 0);
    u32::try_from(seconds).unwrap_or(u32::MAX)
}

/// The API's reason, after the fields that it names, as the form calls them.
fn in_words(reason: &str, locale: Locale) -> String {
    let named = NAMES.iter().filter(|(name, _)| reason.contains(name));
    let fields: Vec<_> = named.map(|(_, label)| locale.message(*label)).collect();
    let reason: String = reason.trim().trim_end_matches('.').chars().take(LONGEST_REASON).collect();
    if fields.is_empty() { reason } else { format!("{} ({reason})", fields.join(", ")) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::i18n::Language;

    fn of(failure: Failure) -> Cause {
        Cause::of(failure, None, false)
    }

    fn network() -> Failure {
        Failure::Network("https://dealer.example".to_owned())
    }

    #[test]
    fn an_inquiry_without_an_answer_may_have_arrived() {
        let unreadable = || Failure::Api(ApiError::Unreadable("it is no JSON".to_owned()));
        let gateway = |status| Failure::Api(ApiError::Status(status));
        for failure in
            [network(), Failure::Timeout, unreadable(), gateway(502), gateway(504), gateway(524)]
        {
            assert_eq!(of(failure), Cause::Doubt);
        }
    }

    #[test]
    fn an_answered_inquiry_did_not_arrive() {
        let reason = || Some("customer.zipCode is too long".to_owned());
        for (error, cause) in [
            (ApiError::Invalid(reason()), Cause::Refused(reason())),
            (ApiError::Invalid(None), Cause::Refused(None)),
            (ApiError::Invalid(Some(" ".to_owned())), Cause::Refused(None)),
            (ApiError::Status(422), Cause::Refused(None)),
            (ApiError::Unauthorized(401), Cause::Denied),
            (ApiError::Unauthorized(403), Cause::Denied),
            (ApiError::Status(405), Cause::Denied),
            (ApiError::Status(304), Cause::Denied),
            (ApiError::NotFound, Cause::Gone),
            (ApiError::Status(410), Cause::Gone),
            (ApiError::Status(413), Cause::TooLong),
            (ApiError::TooManyRequests, Cause::Busy(None)),
            (ApiError::Status(500), Cause::Failed),
            (ApiError::Status(503), Cause::Failed),
            (ApiError::Status(408), Cause::Failed),
        ] {
            assert_eq!(of(Failure::Api(error)), cause);
        }
    }

    #[test]
    fn a_device_without_network_sends_nothing() {
        assert_eq!(Cause::of(network(), None, true), Cause::Offline);
        // What hangs had a network.
        assert_eq!(Cause::of(Failure::Timeout, None, true), Cause::Doubt);
    }

    #[test]
    fn the_wait_that_the_api_asks_for_is_told() {
        let busy = |millis| {
            let pause = Some(Duration::from_millis(millis));
            Cause::of(Failure::Api(ApiError::TooManyRequests), pause, false)
        };
        assert_eq!(busy(1500), Cause::Busy(Some(2)));
        assert_eq!(busy(0), Cause::Busy(None));
        let locale = Locale::new(Language::En);
        assert!(busy(30_000).words(locale, "").contains("30 s"));
        assert!(busy(3_601_000).words(locale, "").contains("61 min"));
    }

    #[test]
    fn a_reason_names_the_field_as_the_form_does() {
        let words = |reason: &str, language| {
            Cause::Refused(Some(reason.to_owned())).words(Locale::new(language), "")
        };
        let german = words("customer.zipCode is too long.", Language::De);
        assert!(german.contains("PLZ (customer.zipCode is too long)"), "{german}");
        let english = words("customer.lastName is empty", Language::En);
        assert!(english.contains("Last name (customer.lastName is empty)"), "{english}");
        assert!(words("no more today", Language::En).contains("no more today"));
    }

    #[test]
    fn only_unknown_outcomes_are_told_as_doubtful() {
        let causes = [
            Cause::Doubt,
            Cause::Offline,
            Cause::Refused(None),
            Cause::Denied,
            Cause::Gone,
            Cause::Busy(None),
            Cause::Failed,
        ];
        for (language, perhaps) in [(Language::De, "möglicherweise"), (Language::En, "may have")] {
            for cause in &causes {
                let words = cause.words(Locale::new(language), "7K3F9Q");
                assert_eq!(words.contains(perhaps), *cause == Cause::Doubt, "{words}");
            }
        }
    }
}
