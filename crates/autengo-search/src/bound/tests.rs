//! What people type at the ends of ranges, and what it means.

use autengo_api::column::Column::{self, *};
use autengo_api::condition::Op;

use super::{Problem, bound};

fn typed(column: Column, op: Op, text: &str) -> Result<Option<String>, Problem> {
    bound(column, op, text, 2026)
}

/// The typed text, and the number that it is at both ends.
const UNDERSTOOD: [(Column, &str, &str); 82] = [
    (Kilometers, "25000", "25000"),
    (Kilometers, " 25.000 km ", "25000"),
    (Kilometers, "25 000", "25000"),
    (Kilometers, "25\u{a0}000\u{a0}km", "25000"),
    (Kilometers, "25\u{202f}000", "25000"),
    (Kilometers, "25\u{2009}000", "25000"),
    (Kilometers, "100 tkm", "100000"),
    (Kilometers, "100tkm", "100000"),
    (Kilometers, "100 Tkm", "100000"),
    (Kilometers, "100 TKM", "100000"),
    (Kilometers, "100 tsd. km", "100000"),
    (Kilometers, "100 tsd km", "100000"),
    (Kilometers, "100 Tausend Kilometer", "100000"),
    (Kilometers, "100k", "100000"),
    (Kilometers, "0", "0"),
    (Kilometers, "0 km", "0"),
    (Kilometers, "km 50.000", "50000"),
    (Kilometers, "50.000\u{200b}", "50000"),
    (Kilometers, "\u{feff}50.000", "50000"),
    (Kilometers, "50\u{ad}000", "50000"),
    (Kilometers, "１５０００", "15000"),
    (Kilometers, "１５．０００　ｋｍ", "15000"),
    (Kilometers, "12,5 tkm", "12500"),
    (Price, "15.000", "15000"),
    (Price, "15,000", "15000"),
    (Price, "15'000", "15000"),
    (Price, "15’000", "15000"),
    (Price, "15 000", "15000"),
    (Price, "15.000,-", "15000"),
    (Price, "15.000,--", "15000"),
    (Price, "15.000,–", "15000"),
    (Price, "15.000,— €", "15000"),
    (Price, "15.000,-€", "15000"),
    (Price, "15.000.-", "15000"),
    (Price, "15'000.-", "15000"),
    (Price, "15000,-", "15000"),
    (Price, "15.000,00 €", "15000"),
    (Price, "15.000,00", "15000"),
    (Price, "15,000.00", "15000"),
    (Price, "15'000.00", "15000"),
    (Price, "15 000,00 €", "15000"),
    (Price, "15000,00", "15000"),
    (Price, "15000.00", "15000"),
    (Price, "€ 15.000", "15000"),
    (Price, "€15.000", "15000"),
    (Price, "15.000€", "15000"),
    (Price, "EUR 15000", "15000"),
    (Price, "15000 EUR", "15000"),
    (Price, "15000 Euro", "15000"),
    (Price, "15.000.", "15000"),
    (Price, "20 Tsd", "20000"),
    (Price, "20 Tsd.", "20000"),
    (Price, "20 Tsd. €", "20000"),
    (Price, "20tsd€", "20000"),
    (Price, "20k", "20000"),
    (Price, "20 K", "20000"),
    (Price, "20k€", "20000"),
    (Price, "20 T€", "20000"),
    (Price, "20 TEUR", "20000"),
    (Price, "20 Tausend", "20000"),
    (Price, "12,5k", "12500"),
    (Price, "12.5k", "12500"),
    (Price, "12,50 Tsd", "12500"),
    (Price, "1,5 Mio", "1500000"),
    (Price, "1,5 Mio. €", "1500000"),
    (Price, "1.5 million", "1500000"),
    (Price, "0,5 Mio", "500000"),
    (Price, "1.500.000", "1500000"),
    (Price, "1,500,000.00", "1500000"),
    (Price, "ca. 15000", "15000"),
    (Price, "circa 15.000 €", "15000"),
    (Price, "etwa 15.000", "15000"),
    (Price, "~15000", "15000"),
    (CubicCapacity, "1600", "1600"),
    (CubicCapacity, "1.6 l", "1600"),
    (CubicCapacity, "1,6 Liter", "1600"),
    (CubicCapacity, "1,6", "1600"),
    (CubicCapacity, "2 l", "2000"),
    (CubicCapacity, "1.998 cm³", "1998"),
    (CubicCapacity, "1998 ccm", "1998"),
    (DoorCount, "5 Türen", "5"),
    (SeatCount, "7", "7"),
];

#[test]
fn numbers_are_understood_as_people_write_them() {
    for (column, text, number) in UNDERSTOOD {
        for op in [Op::Ge, Op::Le] {
            assert_eq!(typed(column, op, text), Ok(Some(number.to_owned())), "{text}");
        }
    }
    for nothing in ["", " ", "\u{200b}", "\u{a0}"] {
        assert_eq!(typed(Price, Op::Ge, nothing), Ok(None));
    }
}

#[test]
fn an_ambiguous_number_is_refused_rather_than_taken_for_another() {
    for (column, text) in [
        (Price, "viel"),
        (Price, "1.5"),
        (Price, "15.00"),
        (Price, "12,50"),
        (Price, "-5"),
        (Price, "- 5000"),
        (Price, "99999999999"),
        (Price, "99999999999999999999999"),
        (Price, "20000 Mio Mio"),
        (Price, "20k k"),
        (Price, "k 20"),
        (Price, "1.500 Tsd"),
        (Price, "£ 15,000"),
        (Price, "$15,000"),
        (Price, "15,000 USD"),
        (Price, "15000 CHF"),
        (Price, "10000-20000"),
        (Price, "10.000 bis 20.000"),
        (Price, "10000/20000"),
        (Price, "10 20"),
        (Price, "1.50.000"),
        (Price, "15.0000"),
        (Price, "0.500"),
        (Price, "25000.000"),
        (Price, "15.000'000"),
        (Price, "1.5.0"),
        (Price, "1e5"),
        (Price, "15000 km"),
        (Price, "15O00"),
        (Price, ",5"),
        (Price, "15.000,1234567"),
        (Kilometers, "150 PS"),
        (Kilometers, "20 Meilen"),
        (Kilometers, "20 mi"),
        (Kilometers, "50.000 €"),
        (Kilometers, "20 t km km"),
        (PowerKw, "110 kW (150 PS)"),
        (PowerKw, "2k"),
        (PowerKw, "2 l"),
        (CubicCapacity, "1600 l"),
        (CubicCapacity, "16,5"),
        (DoorCount, "4.5"),
        (DoorCount, "4/5"),
        (DoorCount, "5k"),
    ] {
        for op in [Op::Ge, Op::Le] {
            assert_eq!(typed(column, op, text), Err(Problem::NoNumber), "{text}");
        }
    }
}

#[test]
fn words_for_an_end_stand_at_that_end_only() {
    for word in ["ab", "von", "mindestens", "min.", "from", "Über", ">", "≥", ">="] {
        let text = format!("{word} 20000");
        assert_eq!(typed(Price, Op::Ge, &text), Ok(Some("20000".to_owned())), "{text}");
        assert_eq!(typed(Price, Op::Le, &text), Err(Problem::NoNumber), "{text}");
    }
    for word in ["bis", "bis zu", "max.", "maximal", "unter", "up to", "<", "≤", "<="] {
        let text = format!("{word} 20000");
        assert_eq!(typed(Price, Op::Le, &text), Ok(Some("20000".to_owned())), "{text}");
        assert_eq!(typed(Price, Op::Ge, &text), Err(Problem::NoNumber), "{text}");
    }
}

#[test]
fn decimals_widen_a_range_so_that_no_vehicle_is_lost() {
    for (column, text, from, to) in [
        (Price, "12.345,50", "12345", "12346"),
        (Price, "12,345.50", "12345", "12346"),
        (Price, "12345,5 €", "12345", "12346"),
        (Price, "9,99 €", "9", "10"),
        (PowerKw, "73,5 kW", "73", "74"),
        (Kilometers, "12.345,000001", "12345", "12346"),
    ] {
        assert_eq!(typed(column, Op::Ge, text), Ok(Some(from.to_owned())), "{text}");
        assert_eq!(typed(column, Op::Le, text), Ok(Some(to.to_owned())), "{text}");
    }
}

#[test]
fn horsepower_is_understood() {
    for (text, kw) in [
        ("150 PS", "110"),
        ("150hp", "110"),
        ("150 bhp", "110"),
        ("110", "110"),
        ("110 kW", "110"),
        ("110kw", "110"),
    ] {
        assert_eq!(typed(PowerKw, Op::Ge, text), Ok(Some(kw.to_owned())), "{text}");
    }
}

#[test]
fn years_become_their_first_and_last_day() {
    for text in ["2017", " 2017 ", "２０１７", "EZ 2017", "Bj. 2017", "ca. 2017"] {
        let year = |op| typed(FirstRegistration, op, text);
        assert_eq!(year(Op::Ge), Ok(Some("2017-01-01".to_owned())), "{text}");
        assert_eq!(year(Op::Le), Ok(Some("2017-12-31".to_owned())), "{text}");
    }
    let typed = |year| typed(FirstRegistration, Op::Ge, year);
    for text in ["17", "1066", "3/2017", "03.2017", "01.03.2017", "2.017", "2017 km", "2k", "0002"]
    {
        assert_eq!(typed(text), Err(Problem::NoYear), "{text}");
    }
    assert_eq!(typed("2027"), Ok(Some("2027-01-01".to_owned())));
    assert_eq!(typed("2028"), Err(Problem::FutureYear));
}

#[test]
fn days_become_their_first_and_last_second() {
    let day = |op, text| typed(Created, op, text);
    assert_eq!(day(Op::Ge, "2026-01-31"), Ok(Some("2026-01-31 00:00:00".to_owned())));
    assert_eq!(day(Op::Le, "2026-01-31"), Ok(Some("2026-01-31 23:59:59".to_owned())));
    for text in ["gestern", "0002-01-31", "0202-01-31", "20260-01-31", "2026-13-31"] {
        assert_eq!(day(Op::Le, text), Err(Problem::NoDay), "{text}");
    }
}
