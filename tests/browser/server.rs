//! A server that answers what is asked of it when the test says so.

use std::cell::RefCell;
use std::rc::Rc;

use js_sys::{Function, Promise, Reflect};
use leptos::prelude::window;
use leptos::task::tick;
use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Headers, Request, Response, ResponseInit};

/// Something that was asked, and how its promise is kept or broken.
#[derive(Clone)]
struct Asked {
    request: Request,
    keep: Function,
    break_: Function,
}

/// Stands in for the page's `fetch` until it is dropped.
pub(crate) struct Server {
    asked: Rc<RefCell<Vec<Asked>>>,
    _fetch: Closure<dyn Fn(Request) -> Promise>,
}

thread_local! {
    /// The page's own. A test that fails never drops its server, so the server cannot keep it.
    static REAL: JsValue = Reflect::get(&window(), &"fetch".into()).unwrap();
}

impl Server {
    pub(crate) fn new() -> Self {
        // Taken note of before it is covered.
        REAL.with(|_| ());
        let asked = Rc::new(RefCell::new(Vec::new()));
        let queue = asked.clone();
        let fetch = Closure::<dyn Fn(Request) -> Promise>::new(move |request: Request| {
            Promise::new(&mut |keep, break_| {
                queue.borrow_mut().push(Asked { request: request.clone().unwrap(), keep, break_ });
            })
        });
        replace(fetch.as_ref());
        Self { asked, _fetch: fetch }
    }

    /// How often it was asked.
    pub(crate) async fn count(&self) -> usize {
        settle().await;
        self.asked.borrow().len()
    }

    async fn last(&self) -> Asked {
        settle().await;
        self.asked.borrow().last().expect("something was asked").clone()
    }

    /// What was sent with the last question.
    pub(crate) async fn body(&self) -> String {
        let text = self.last().await.request.clone().unwrap().text().unwrap();
        JsFuture::from(text).await.unwrap().as_string().unwrap()
    }

    /// Answers the last question, and waits until that is read.
    pub(crate) async fn answer(&self, status: u16, headers: &[(&str, &str)], body: &str) {
        let init = ResponseInit::new();
        init.set_status(status);
        let all = Headers::new().unwrap();
        for (name, value) in headers {
            all.set(name, value).unwrap();
        }
        init.set_headers(&all);
        let response = Response::new_with_opt_str_and_init(Some(body), &init).unwrap();
        self.last().await.keep.call1(&JsValue::NULL, &response).unwrap();
        settle().await;
    }

    /// Says that the last inquiry arrived.
    pub(crate) async fn accept(&self) {
        self.answer(200, &[], r#"{"data":{"opportunityId":4711}}"#).await;
    }

    /// Loses the connection, and waits until that is noticed.
    pub(crate) async fn lose(&self) {
        let error = js_sys::TypeError::new("Failed to fetch");
        self.last().await.break_.call1(&JsValue::NULL, &error).unwrap();
        settle().await;
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        REAL.with(replace);
    }
}

fn replace(fetch: &JsValue) {
    Reflect::set(&window(), &"fetch".into(), fetch).unwrap();
}

/// Until what follows from an answer is done: its body is a stream, which takes turns of its own.
async fn settle() {
    for _ in 0..5 {
        let turn = Promise::new(&mut |resolve, _| {
            let channel = web_sys::MessageChannel::new().unwrap();
            channel.port1().set_onmessage(Some(&resolve));
            channel.port2().post_message(&JsValue::NULL).unwrap();
        });
        JsFuture::from(turn).await.unwrap();
        tick().await;
    }
}
