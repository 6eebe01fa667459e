//! Numbers, money and dates as the visitor's language writes them, by the browser's `Intl`.

use std::cell::RefCell;

use autengo_api::vehicle::Date;
use autengo_search::bound::HP_PER_KW;
use js_sys::{Array, Function, Intl, JsString, Object, RegExp};
use wasm_bindgen::JsValue;

use super::{Language, Locale, key};

use crate::js;

/// The work of a function of `Intl`; such functions are dear to make and kept.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Style {
    Number { digits: u8 },
    Euro { digits: u8 },
    Compare,
}

thread_local! {
    static FORMATTERS: RefCell<Vec<(Language, Style, Function)>> = const { RefCell::new(Vec::new()) };
}

impl Locale {
    /// A number with exactly so many decimals, tracked.
    pub fn number(self, number: f64, digits: u8) -> String {
        format(self.language(), Style::Number { digits }, number)
    }

    /// An amount of euros, with cents only where there are some, tracked.
    pub fn euro(self, amount: f64) -> String {
        let digits = if amount.fract() == 0.0 { 0 } else { 2 };
        format(self.language(), Style::Euro { digits }, amount)
    }

    /// A day (`19.05.2017`), or a month (`05/2017`) where the day is not known, tracked.
    pub fn date(self, date: Date) -> String {
        let Some(day) = date.day else { return self.month(date) };
        let [day, month] = [day, date.month].map(|number| format!("{number:02}"));
        let year = date.year.to_string();
        self.fill(key::FORMAT_DAY, &[("day", &day), ("month", &month), ("year", &year)])
    }

    /// Power in kilowatts and horsepower: `185 kW (252 PS)`, tracked.
    pub fn power(self, kw: f64) -> String {
        let (kw, hp) = (self.number(kw, 0), self.number(kw * HP_PER_KW, 0));
        self.fill(key::UNIT_KW_HP, &[("kw", &kw), ("hp", &hp)])
    }

    /// The name of a country by its code of two letters, tracked; other codes stay as they are.
    pub fn country(self, code: &str) -> String {
        let name = |code: &str| {
            let options = Object::new();
            js::set(&options, "type", &"region".into());
            let arguments = Array::of2(&locales(self.language()), &options);
            let intl = js::get(&js_sys::global(), "Intl")?;
            let names = js::construct(&intl, "DisplayNames", &arguments)?;
            js::call(&names, "of", &[&code.into()])?.ok()?.as_string()
        };
        let is_code = code.len() == 2 && code.bytes().all(|byte| byte.is_ascii_alphabetic());
        let named = if is_code { name(&code.to_ascii_uppercase()) } else { None };
        named.unwrap_or_else(|| code.to_owned())
    }

    /// The order in which a reader of the language looks for names: Ä beside A, tracked.
    pub fn sort<T>(self, items: &mut [T], name: impl Fn(&T) -> &str) {
        let collator = formatter(self.language(), Style::Compare);
        items.sort_by(|one, other| {
            let (one, other) = (JsValue::from(name(one)), JsValue::from(name(other)));
            let order = collator.call2(&JsValue::UNDEFINED, &one, &other).ok();
            let order = order.and_then(|order| order.as_f64()).unwrap_or_default();
            order.total_cmp(&0.0)
        });
    }

    /// The items whose name has `typed` in it, whatever its case and its accents: `skoda` finds
    /// Škoda.
    pub fn matching<T>(self, items: Vec<T>, typed: &str, name: impl Fn(&T) -> &str) -> Vec<T> {
        let accents = RegExp::new(r"\p{M}", "gu");
        let plain = |text: &str| {
            let text = JsString::from(text).normalize("NFD").replace_by_pattern(&accents, "");
            String::from(text.to_lower_case())
        };
        let typed = plain(typed);
        items.into_iter().filter(|item| plain(name(item)).contains(&typed)).collect()
    }

    /// A month: `05/2017`.
    pub fn month(self, date: Date) -> String {
        format!("{:02}/{}", date.month, date.year)
    }
}

fn format(language: Language, style: Style, number: f64) -> String {
    let text = formatter(language, style).call1(&JsValue::UNDEFINED, &number.into()).ok();
    text.and_then(|text| text.as_string()).unwrap_or_default()
}

fn formatter(language: Language, style: Style) -> Function {
    FORMATTERS.with_borrow_mut(|kept| {
        let known = kept.iter().find(|(l, s, _)| (*l, *s) == (language, style));
        if let Some((_, _, function)) = known {
            return function.clone();
        }
        let function = function(language, style);
        kept.push((language, style, function.clone()));
        function
    })
}

fn function(language: Language, style: Style) -> Function {
    let options = Object::new();
    let set = |name: &str, value: JsValue| js::set(&options, name, &value);
    let (Style::Number { digits } | Style::Euro { digits }) = style else {
        return Intl::Collator::new(&locales(language), &options).compare();
    };
    set("minimumFractionDigits", digits.into());
    set("maximumFractionDigits", digits.into());
    if matches!(style, Style::Euro { .. }) {
        set("style", "currency".into());
        set("currency", "EUR".into());
    }
    Intl::NumberFormat::new(&locales(language), &options).format()
}

fn locales(language: Language) -> Array {
    Array::of1(&language.locale().into())
}
