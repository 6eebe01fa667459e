//! Tables of addresses and numbers, good and bad.

use super::*;

const GOOD_EMAILS: [&str; 60] = [
    "a@b.de",
    "max.mustermann@example.org",
    "max_mustermann@example.de",
    "max-mustermann@example.de",
    "a+b@sub.example.co.uk",
    "MAX@EXAMPLE.DE",
    "m@example.com",
    "1@example.com",
    "123456789@qq.com",
    "max@123.de",
    "max@1und1.de",
    "max@t-online.de",
    "max@web.de",
    "max@gmx.net",
    "max@googlemail.com",
    "max@a-b.de",
    "max@a--b.de",
    "max@a.b.c.d.e.de",
    "max@example.museum",
    "max@example.versicherung",
    "max@example.photography",
    "max@example.io",
    "max@autohaus.berlin",
    "max@autohaus.hamburg",
    "max@autohaus.koeln",
    "max@straße.de",
    "max@müller.de",
    "max@xn--mller-kva.de",
    "max@autohaus-müller.de",
    "max@例え.jp",
    "max@пример.рф",
    "max@xn--e1afmkfd.xn--p1ai",
    "max@παράδειγμα.ελ",
    "max@उदाहरण.भारत",
    "max@مثال.مصر",
    "max@ドメイン.テスト",
    "ü@übel.de",
    "jürgen@müller.de",
    "josé@example.es",
    "o'neil@example.ie",
    "max!@example.de",
    "max#1@example.de",
    "max$@example.de",
    "max%de@example.de",
    "max&moritz@example.de",
    "max*@example.de",
    "max/moritz@example.de",
    "max=1@example.de",
    "max?@example.de",
    "max^@example.de",
    "max`@example.de",
    "{max}@example.de",
    "max|moritz@example.de",
    "~max@example.de",
    "_max@example.de",
    "-max-@example.de",
    "a.b.c.d.e@example.de",
    "verkauf+golf.gti@example.de",
    "x@y.zw",
    "very.common.address.that.is.long@a-subdomain.of-a-domain.example",
];

const BAD_EMAILS: [&str; 60] = [
    "",
    "a",
    "@",
    "a@",
    "@b.de",
    "a@b",
    "a@localhost",
    "a@@b.de",
    "a@b@c.de",
    "a@b..de",
    "a@.de",
    "a@b.",
    "a@b.de.",
    "a@.b.de",
    "a@b.de,",
    "a@b.de;",
    "a@b.de:",
    "a@b.de)",
    "a@b.de>",
    "a@b.de\"",
    "a@b,de",
    "a@b;de",
    "a@b.de,c@d.de",
    "a@b.de, c@d.de",
    "a@b.de; c@d.de",
    "a@b.de c@d.de",
    "a@b.de/c@d.de",
    "a b@c.de",
    "a @b.de",
    "a@ b.de",
    "a@b. de",
    "a@b.de\n",
    "a\t@b.de",
    "a\u{a0}@b.de",
    "a\u{200b}@b.de",
    "a@b\u{200b}.de",
    "Max <a@b.de>",
    "<a@b.de>",
    "mailto:a@b.de",
    "\"a b\"@c.de",
    "(a)@b.de",
    "[a]@b.de",
    "a\\b@c.de",
    ".a@b.de",
    "a.@b.de",
    "a..b@c.de",
    "a@-b.de",
    "a@b-.de",
    "a@b_c.de",
    "a@b!.de",
    "a@b.d",
    "a@b.1",
    "a@b.123",
    "a@b.c0m",
    "a@127.0.0.1",
    "a@[127.0.0.1]",
    "a＠b.de",
    "a@b。de",
    "www.example.de",
    "030 1234567",
];

#[test]
fn addresses_that_can_be_answered_are_taken() {
    for email in GOOD_EMAILS {
        assert!(is_email(email), "{email:?}");
    }
}

#[test]
fn addresses_that_cannot_be_answered_are_refused() {
    for email in BAD_EMAILS {
        assert!(!is_email(email), "{email:?}");
    }
}

#[test]
fn addresses_have_the_lengths_of_the_standard() {
    let user = |length| format!("{}@example.de", "a".repeat(length));
    assert!(is_email(&user(64)) && !is_email(&user(65)));
    let label = |length| format!("a@{}.de", "b".repeat(length));
    assert!(is_email(&label(63)) && !is_email(&label(64)));
    let domain = |labels| format!("a@{}de", "bcdefghijk.".repeat(labels));
    assert!(is_email(&domain(22)) && !is_email(&domain(23)));
}

#[test]
fn numbers_that_can_be_called_are_taken() {
    for number in [
        "12345",
        "030 1234567",
        "030/1234567",
        "030-1234567",
        "030.1234567",
        "(030) 1234567",
        "030 / 123 45 67",
        "030 1234567-0",
        "0171 2345678",
        "+49 30 1234567",
        "+49 (0)30 1234567",
        "+49 (0) 30 / 1234567",
        "+49.30.1234567",
        "(+49) 30 1234567",
        "0049 30 1234567",
        "+1 (212) 555-0123",
        "+43 1 234 56 78",
        "030\u{a0}1234567",
        "030 – 1234567",
        "030\u{2011}1234567",
        "\u{202a}+49 30 1234567\u{202c}",
        "０３０ １２３４５６７",
        "＋４９（０）３０ １２３４５６７",
        "٠٣٠١٢٣٤٥٦٧",
        "०३० १२३४५६७",
        "030 1234567 ext. 12",
        "030 1234567 Durchwahl 12",
        "030 1234567 DW: 12",
        "030 1234567 App. 3",
        "030 1234567x12",
        "030 1234567 / 0171 2345678",
        "+49 30 1234567 / +49 171 2345678",
    ] {
        assert!(is_phone(number), "{number:?}");
    }
}

#[test]
fn texts_that_are_no_number_are_refused() {
    for number in [
        "",
        "110",
        "1234",
        "----------",
        "+",
        "12345 Berlin",
        "Berlin 12345",
        "10115 Berlin, Hauptstr. 5",
        "abends",
        "030 1234567 abends",
        "030 1234567 ext.",
        "030 1234567 ext. 1234567",
        "030 1234567 x 1 2 3 Berlin",
        "++49 30 1234567",
        "030+1234567",
        "030 1234567+",
        "030 1234567,",
        "030 1234567;",
        "030 1234567 *",
        "#1234567",
        "max@12345.de",
        "https://12345.de",
        "12345 €",
        "12½45",
        "①②③④⑤⑥",
        "123456789012345678901234567890123",
    ] {
        assert!(!is_phone(number), "{number:?}");
    }
}

#[test]
fn numbers_are_dialled_as_people_write_them() {
    let cases = [
        ("+49 (0)30 1234567", "+49301234567"),
        ("+49 ( 0 ) 30 1234567", "+49301234567"),
        ("+49(0)301234567", "+49301234567"),
        ("+49 (30) 1234-567", "+49301234567"),
        ("+49 (030) 1234567", "+49301234567"),
        ("+49 030 1234567", "+49301234567"),
        ("(+49) 30 1234567", "+49301234567"),
        ("0049 30 1234567", "+49301234567"),
        ("0049 (0)30 1234567", "+49301234567"),
        ("(0049) 30 1234567", "+49301234567"),
        ("Tel.: +49 (0)30 1234567", "+49301234567"),
        ("tel:+49301234567", "+49301234567"),
        ("(030) 123", "030123"),
        ("030 1234567", "0301234567"),
        ("(0)30 1234567", "0301234567"),
        ("030/1234567", "0301234567"),
        ("030 / 123 45 67", "0301234567"),
        ("06221 / 12345", "0622112345"),
        ("+49 36483 / 12345", "+493648312345"),
        ("030 1234567-0", "03012345670"),
        ("030 – 1234567", "0301234567"),
        ("０３０ １２３４５６７", "0301234567"),
        ("＋４９（０）３０ １２３４５６７", "+49301234567"),
        ("030 1234567 / 0171 2345678", "0301234567"),
        ("030 1234567/0171 2345678", "0301234567"),
        ("030 1234567 / (0171) 2345678", "0301234567"),
        ("+49 30 1234567 / +49 171 2345678", "+49301234567"),
        ("030 1234567 oder 0171 2345678", "0301234567"),
        ("030 1234567 or 0171 2345678", "0301234567"),
        ("030 1234567, 0171 2345678", "0301234567"),
        ("030 1234567; 0171 2345678", "0301234567"),
        ("+49 30 1234567 +49 171 2345678", "+49301234567"),
        ("030 1234567/68", "0301234567"),
        ("030 1234567 ext. 12", "0301234567"),
        ("+39 (06) 1234567", "+39061234567"),
        ("+43 (0)1 2345678", "+4312345678"),
        ("+41 (0)44 123 45 67", "+41441234567"),
        ("+1 (212) 555-0123", "+12125550123"),
        ("110", "110"),
        ("", ""),
    ];
    for (written, dialled) in cases {
        assert_eq!(dialable(written), dialled, "{written:?}");
    }
}

#[test]
fn whatever_is_written_dials_signs_of_a_telephone() {
    proptest::proptest!(|(text in ".{0,40}")| {
        let dialled = dialable(&text);
        let digits = dialled.strip_prefix('+').unwrap_or(&dialled);
        assert!(digits.bytes().all(|byte| byte.is_ascii_digit()), "{text:?}: {dialled:?}");
        let _ = (is_phone(&text), is_email(&text));
    });
}
