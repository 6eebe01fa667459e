//! The whole stock, once it is there: then the list and the counts need no server.

use std::sync::Arc;

use autengo_api::column::Column;
use autengo_api::list::List;
use autengo_api::query::Order;
use autengo_api::vehicle::PublicVehicle;
use autengo_search::params::SearchParams;
use autengo_search::plan::Preset;
use leptos::prelude::*;

use crate::i18n::Language;
use crate::lasting::Lasting;

/// The answers of a whole stock, as [`autengo_search::local`] gives them. Behind a pointer, as that
/// code comes after the first list.
pub(super) trait LocalSearch: Send + Sync {
    /// A page of the list; `None` if only the server can tell.
    fn find(
        &self,
        params: &SearchParams,
        order: Order,
        limit: u32,
    ) -> Option<List<Arc<PublicVehicle>>>;

    /// The number of vehicles that have each value of a column; `None` if only the server can tell.
    fn counts(&self, params: &SearchParams, column: Column) -> Option<Vec<(String, u32)>>;
}

/// A whole stock, in the language it came in.
type Whole = (Language, Arc<dyn LocalSearch>);

/// The whole stock, if it is small and has come.
#[derive(Clone, Copy)]
pub(super) struct Local {
    whole: RwSignal<Option<Whole>>,
    is_loading: RwSignal<bool>,
}

impl Local {
    /// A stock that has not come.
    pub(super) fn new() -> Self {
        Self { whole: RwSignal::new(None), is_loading: RwSignal::new(false) }
    }

    /// Answers from a stock that has come.
    pub(super) fn set(self, language: Language, stock: Arc<dyn LocalSearch>) {
        self.whole.set(Some((language, stock)));
    }

    /// Answers nothing any more, as the stock is no longer small.
    pub(super) fn clear(self) {
        self.whole.set(None);
    }

    /// Notes whether the stock is on its way.
    pub(super) fn set_loading(self, is_loading: bool) {
        self.is_loading.set(is_loading);
    }

    /// Whether the stock is on its way, tracked: nothing that it will answer need be asked elsewhere.
    pub(super) fn is_loading(self) -> bool {
        self.is_loading.lasting().get()
    }

    /// Whether the stock is there in this language.
    pub(super) fn is_there(self, language: Language) -> bool {
        let is_known = |whole: &Option<Whole>| whole.as_ref().is_some_and(|it| it.0 == language);
        self.whole.with_untracked(is_known)
    }

    /// The page of the list that `params` ask for, tracked; `None` if only the server can tell.
    pub(super) fn page(
        self,
        params: &SearchParams,
        preset: &Preset,
        language: Language,
    ) -> Option<List<Arc<PublicVehicle>>> {
        let order = params.order().unwrap_or(preset.order);
        let limit = params.limit().unwrap_or(preset.limit);
        self.ask(language, |stock| stock.find(params, order, limit))
    }

    /// The stock's answer, if it is there in this language, tracked.
    pub(super) fn ask<T>(
        self,
        language: Language,
        question: impl FnOnce(&dyn LocalSearch) -> Option<T>,
    ) -> Option<T> {
        self.whole.lasting().with(|whole| {
            let (known, stock) = whole.as_ref()?;
            (*known == language).then(|| question(stock.as_ref()))?
        })
    }
}
