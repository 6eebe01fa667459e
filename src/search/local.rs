//! The whole stock, once it is there: then the list and the counts need no server.

use std::sync::Arc;

use autengo_api::column::Column;
use autengo_api::list::List;
use autengo_api::query::Order;
use autengo_api::state::Search as Choices;
use autengo_api::vehicle::PublicVehicle;
use leptos::prelude::*;

use crate::i18n::Language;
use crate::lasting::Lasting;

/// What a whole stock answers, as [`autengo_api::local`] says. Behind a pointer, as its code comes
/// after the first list.
pub(super) trait Answers: Send + Sync {
    /// A page of the list; `None` if only the server can tell.
    fn find(&self, choices: &Choices, order: Order, limit: u32)
    -> Option<List<Arc<PublicVehicle>>>;

    /// How many vehicles have each value of a column; `None` if only the server can tell.
    fn counts(&self, choices: &Choices, column: Column) -> Option<Vec<(String, u32)>>;
}

/// A whole stock, in the language it came in.
type Whole = (Language, Arc<dyn Answers>);

/// The whole stock, if it is small and has come.
#[derive(Clone, Copy)]
pub(super) struct Local {
    whole: RwSignal<Option<Whole>>,
    is_coming: RwSignal<bool>,
}

impl Local {
    /// It has not come.
    pub(super) fn new() -> Self {
        Self { whole: RwSignal::new(None), is_coming: RwSignal::new(false) }
    }

    /// It has come.
    pub(super) fn set(self, language: Language, stock: Arc<dyn Answers>) {
        self.whole.set(Some((language, stock)));
    }

    /// It is no longer small.
    pub(super) fn unset(self) {
        self.whole.set(None);
    }

    /// Whether it is on its way.
    pub(super) fn set_coming(self, is_coming: bool) {
        self.is_coming.set(is_coming);
    }

    /// Whether it is on its way, tracked: what it will answer need not be asked elsewhere.
    pub(super) fn is_coming(self) -> bool {
        self.is_coming.lasting().get()
    }

    /// Whether it is there in this language.
    pub(super) fn is_there(self, language: Language) -> bool {
        let is_known = |whole: &Option<Whole>| whole.as_ref().is_some_and(|it| it.0 == language);
        self.whole.with_untracked(is_known)
    }

    /// What it answers, if it is there in this language, tracked.
    pub(super) fn ask<T>(
        self,
        language: Language,
        question: impl FnOnce(&dyn Answers) -> Option<T>,
    ) -> Option<T> {
        self.whole.lasting().with(|whole| {
            let (known, stock) = whole.as_ref()?;
            (*known == language).then(|| question(stock.as_ref()))?
        })
    }
}
