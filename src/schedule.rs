//! Tasks for later: in a frame, when it has been painted, when the device has time. A task that is
//! scheduled here ends with the owner it was scheduled under, so nothing runs for a view that is gone.

use std::time::Duration;

use gloo_timers::future::sleep;
use js_sys::{Function, Promise};
use leptos::prelude::*;
use leptos::reactive::spawn_local_scoped_with_cancellation;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::window;

use crate::js;

/// How long a visitor is left in peace after a change: time for the next choice.
const REST: Duration = Duration::from_millis(250);

/// How long a device without idle callbacks is left in peace, in milliseconds.
const PAUSE: i32 = 200;

/// Runs a function now, and again whenever a value that it read has changed; of one type, so that the
/// program has the code of an effect once.
pub fn effect(run: impl FnMut() + 'static) {
    let mut run: Box<dyn FnMut()> = Box::new(run);
    Effect::new(move |_| run());
}

/// Does something in the next frame, when what was changed by now stands.
pub fn in_frame(run: impl FnOnce() + 'static) {
    spawn_local_scoped_with_cancellation(async move {
        wait(|resolve| {
            request_animation_frame(move || drop(resolve.call0(&JsValue::UNDEFINED)));
        })
        .await;
        run();
    });
}

/// Waits until the device has nothing better to do.
pub async fn idle() {
    wait(|resolve| {
        let Some(window) = window() else { return };
        // Safari has no idle callbacks.
        let asked = js::call(&window, "requestIdleCallback", &[&resolve]);
        if asked.is_none_or(|asked| asked.is_err()) {
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, PAUSE);
        }
    })
    .await;
}

/// Waits until what was changed by now is on screen.
pub async fn painted() {
    wait(|resolve| {
        // A frame's callbacks run before it is painted, a timer after that.
        request_animation_frame(move || {
            set_timeout(move || drop(resolve.call0(&JsValue::UNDEFINED)), Duration::ZERO);
        });
    })
    .await;
}

/// Waits until what was changed by now is on screen, and neither visitor nor device is busy.
pub async fn rested() {
    painted().await;
    sleep(REST).await;
    idle().await;
}

/// Waits until `ask` has had its function called.
async fn wait(ask: impl FnOnce(Function)) {
    let mut ask = Some(ask);
    let wait = Promise::new(&mut |resolve: Function, _| {
        if let Some(ask) = ask.take() {
            ask(resolve);
        }
    });
    // It is never rejected.
    let _ = JsFuture::from(wait).await;
}

/// The value of `source` when the screen last showed it, for what may come a frame later.
pub fn shown<T: Clone + PartialEq + Send + Sync + 'static>(source: Memo<T>) -> Signal<T> {
    let shown = RwSignal::new(source.get_untracked());
    Effect::new(move |was: Option<()>| {
        let value = source.get();
        if was.is_some() {
            spawn_local_scoped_with_cancellation(async move {
                painted().await;
                shown.set(value);
            });
        }
    });
    shown.into()
}
