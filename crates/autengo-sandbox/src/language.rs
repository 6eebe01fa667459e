//! The language of an answer (reference, "Internationalization").

pub use autengo_api::credentials::Language;

/// The one of two texts that is in a language.
pub(crate) fn choose<T>(language: Language, german: T, english: T) -> T {
    match language {
        Language::De => german,
        Language::En => english,
    }
}
