//! Inquiries under way, and what became of them. They outlive the form and the instance that sent
//! them: who goes back to the list, or whose page starts the widget anew, has still asked.

use std::cell::{Cell, RefCell};
use std::sync::Arc;

use autengo_api::endpoint::{self, ApiError};
use autengo_api::id::SellingId;
use gloo_timers::future::TimeoutFuture;
use leptos::prelude::*;
use leptos::task::spawn_local;
use send_wrapper::SendWrapper;
use wasm_bindgen::JsValue;

use super::Subject;
use super::cause::Cause;
use super::draft::{Draft, Input};
use super::kept::Kept;
use super::mark::{lines, new_reference};
use crate::client::{Client, Failure};
use crate::device::is_offline;
use crate::host::Host;
use crate::i18n::Locale;

/// The longest time that nothing is sent since the API asked for it, in seconds.
const LONGEST_WAIT: u32 = 900;

/// How far an inquiry has come.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Progress {
    UnderWay,
    /// With the number that the API gave it.
    Arrived(u64),
    Failed(Cause),
}

/// The last inquiry about a vehicle.
#[derive(Clone)]
pub(super) struct Sending {
    pub(super) selling_id: SellingId,
    /// The vehicle's name.
    pub(super) title: String,
    /// The visitor's text as it was sent.
    pub(super) text: String,
    /// The mark by which the dealer knows it if it comes twice.
    pub(super) reference: String,
    pub(super) progress: Progress,
    /// Tells this progress from those before.
    pub(super) turn: u32,
    /// Whether the visitor knows what became of it.
    is_known: bool,
}

impl Sending {
    /// Whether nothing can be sent about its vehicle now.
    pub(super) const fn is_held(&self) -> bool {
        matches!(self.progress, Progress::UnderWay | Progress::Failed(Cause::Busy(Some(_))))
    }

    /// Whether the dealer may have it, so that sending it again wants to be decided.
    pub(super) const fn is_doubtful(&self) -> bool {
        matches!(self.progress, Progress::Failed(Cause::Doubt))
    }

    /// The number of one that has arrived.
    pub(super) const fn number(&self) -> Option<u64> {
        match self.progress {
            Progress::Arrived(number) => Some(number),
            _ => None,
        }
    }
}

/// The last inquiry about each vehicle from one element.
#[derive(Clone)]
pub(super) struct Sendings(Arc<Inner>);

struct Inner {
    all: SendWrapper<RefCell<Vec<Sending>>>,
    /// A type of signal of its own would cost more than to find out what has changed.
    changed: ArcTrigger,
}

thread_local! {
    /// The inquiries of the page's elements.
    static ALL: RefCell<Vec<(Host, Sendings)>> = const { RefCell::new(Vec::new()) };
    /// The turn of the last progress.
    static TURN: Cell<u32> = const { Cell::new(0) };
}

impl Sendings {
    /// The inquiries of an element, whichever instance fills it.
    pub(super) fn of(host: &Host) -> Self {
        ALL.with_borrow_mut(|all| {
            all.retain(|(other, it)| other.is_connected() || other.is(host) || it.is_busy());
            if let Some((_, sendings)) = all.iter().find(|(other, _)| other.is(host)) {
                return sendings.clone();
            }
            let inner =
                Inner { all: SendWrapper::new(RefCell::default()), changed: ArcTrigger::new() };
            let sendings = Self(Arc::new(inner));
            all.push((host.clone(), sendings.clone()));
            sendings
        })
    }

    /// Whether any is under way.
    fn is_busy(&self) -> bool {
        self.0.all.borrow().iter().any(|it| it.progress == Progress::UnderWay)
    }

    /// The one about a vehicle.
    pub(super) fn about(&self, selling_id: &SellingId) -> Option<Sending> {
        self.0.all.borrow().iter().find(|it| it.selling_id == *selling_id).cloned()
    }

    /// How often something has become of the one about a vehicle, tracked; 0 if there is none.
    pub(super) fn turn(&self, selling_id: &SellingId) -> u32 {
        self.0.changed.track();
        self.about(selling_id).map_or(0, |it| it.turn)
    }

    /// The ended inquiries about other vehicles than the one that is `open`, while the visitor
    /// does not know, tracked.
    pub(super) fn news(&self, open: Option<&SellingId>) -> Vec<Sending> {
        self.0.changed.track();
        let is_news = |it: &&Sending| {
            !it.is_known && it.progress != Progress::UnderWay && open != Some(&it.selling_id)
        };
        self.0.all.borrow().iter().filter(is_news).cloned().collect()
    }

    /// The visitor knows what became of the one about a vehicle.
    pub(super) fn know(&self, selling_id: &SellingId) {
        self.update(selling_id, |it| it.is_known = it.progress != Progress::UnderWay);
    }

    /// Forgets the one about a vehicle: the next is another one.
    pub(super) fn remove(&self, selling_id: &SellingId) {
        self.0.all.borrow_mut().retain(|it| it.selling_id != *selling_id);
        self.0.changed.notify();
    }

    /// The form about a vehicle is opened: what arrived while it was closed is over, and what the
    /// element knows to have been sent without an answer is doubtful, be the program another one.
    pub(super) fn open(&self, subject: &Subject, host: &Host) {
        let id = &subject.selling_id;
        match self.about(id).map(|last| last.progress) {
            Some(Progress::Arrived(_)) => self.remove(id),
            Some(_) => (),
            None => {
                let kept = Kept::of(host);
                let text = kept.draft(id).cleaned().get(Input::Text).to_owned();
                if let Some(attempt) = kept.doubtful(id, &text) {
                    let progress = Progress::Failed(Cause::Doubt);
                    self.set(subject, text, &attempt.reference, progress);
                }
            }
        }
    }

    /// Sends what was typed, cleaned. Nothing of the view is touched once it is under way.
    pub(super) fn send(
        &self,
        draft: Draft,
        subject: &Subject,
        locale: Locale,
        client: Client,
        host: Host,
    ) {
        let text = draft.get(Input::Text).to_owned();
        let id = subject.selling_id.clone();
        let attempt = Kept::change(&host, |kept| kept.attempt(&id, &text, new_reference).clone());
        let (vehicle, mark) =
            untrack(|| lines(subject, &attempt.reference, attempt.may_have_arrived, locale));
        let opportunity = draft.opportunity(subject, &vehicle, &mark);
        let Ok(request) = endpoint::opportunity(&opportunity) else {
            let progress = Progress::Failed(Cause::TooLong);
            return self.set(subject, text, &attempt.reference, progress);
        };
        self.set(subject, text.clone(), &attempt.reference, Progress::UnderWay);
        // From here on it may arrive, whatever becomes of the program.
        let note = move |host: &Host, id: &SellingId, text: &str, may_have_arrived| {
            Kept::change(host, |kept| {
                kept.attempt(id, text, new_reference).may_have_arrived = may_have_arrived;
            });
        };
        note(&host, &id, &text, true);
        let (sendings, language, was_offline) = (self.clone(), locale.current(), is_offline());
        spawn_local(async move {
            let (failure, pause) = match client.submit(&request, language).await {
                Ok(number) => {
                    Kept::change(&host, |kept| kept.arrived(&id, &text));
                    sendings.settle(&id, Progress::Arrived(number));
                    let detail = [
                        ("sellingId", id.as_str().into()),
                        ("opportunityId", number_value(number)),
                    ];
                    return host.emit("inquiry", &detail);
                }
                Err(unsent) => unsent,
            };
            let (kind, said) = (failure.kind(), for_the_console(&failure, &draft));
            let cause = Cause::of(failure, pause, was_offline && is_offline());
            let may_have_arrived = cause.may_have_arrived();
            if !may_have_arrived && !attempt.may_have_arrived {
                note(&host, &id, &text, false);
            }
            let (wait, became) = match &cause {
                Cause::Busy(wait) => (*wait, "was not sent"),
                Cause::Doubt => (None, "may have arrived, or not"),
                _ => (None, "was not sent"),
            };
            sendings.settle(&id, Progress::Failed(cause));
            host.fail("inquiry", kind, Some(&format!("the inquiry {became}: {said}")));
            if let Some(wait) = wait {
                TimeoutFuture::new(wait.min(LONGEST_WAIT) * 1000).await;
                sendings.settle(&id, Progress::Failed(Cause::Busy(None)));
            }
        });
    }

    fn set(&self, subject: &Subject, text: String, reference: &str, progress: Progress) {
        let sending = Sending {
            selling_id: subject.selling_id.clone(),
            title: subject.title.clone(),
            text,
            reference: reference.to_owned(),
            progress,
            turn: next_turn(),
            is_known: false,
        };
        let mut all = self.0.all.borrow_mut();
        all.retain(|other| other.selling_id != sending.selling_id);
        all.push(sending);
        drop(all);
        self.0.changed.notify();
    }

    /// Something became of the one about a vehicle.
    fn settle(&self, selling_id: &SellingId, progress: Progress) {
        self.update(selling_id, |it| {
            // That a wait is over is no news.
            it.is_known &= matches!(progress, Progress::Failed(Cause::Busy(None)));
            it.progress = progress;
            it.turn = next_turn();
        });
    }

    fn update(&self, selling_id: &SellingId, change: impl FnOnce(&mut Sending)) {
        let mut all = self.0.all.borrow_mut();
        if let Some(known) = all.iter_mut().find(|it| it.selling_id == *selling_id) {
            change(known);
        }
        drop(all);
        self.0.changed.notify();
    }
}

fn next_turn() -> u32 {
    let turn = TURN.get() + 1;
    TURN.set(turn);
    turn
}

/// The webmaster's reason: one that repeats what was typed stays out of the console.
fn for_the_console(failure: &Failure, draft: &Draft) -> String {
    let said = failure.to_string();
    match failure {
        Failure::Api(ApiError::Invalid(_)) if draft.shows_in(&said) => {
            ApiError::Invalid(None).to_string()
        }
        _ => said,
    }
}

/// A JavaScript number; the API's numbers are far below where those lose precision.
fn number_value(number: u64) -> JsValue {
    u32::try_from(number).map_or_else(|_| number.to_string().into(), Into::into)
}
