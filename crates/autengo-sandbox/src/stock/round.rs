//! Rounding, in the one place where a float becomes an integer.

/// The whole number next to `value`; 0 for what lies below.
pub(super) fn whole(value: f64) -> u32 {
    #[expect(
        clippy::cast_possible_truncation,
        clippy::cast_sign_loss,
        reason = "a cast saturates, which is what is promised for negative values"
    )]
    let whole = value.round() as u32;
    whole
}

/// To one decimal.
pub(super) fn tenth(value: f64) -> f64 {
    (value * 10.0).round() / 10.0
}

/// To two decimals.
pub(super) fn cent(value: f64) -> f64 {
    (value * 100.0).round() / 100.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_rounded_commercially() {
        assert_eq!(whole(2.5), 3);
        assert_eq!(whole(-2.5), 0);
        assert_eq!(tenth(4.85).to_string(), "4.9");
        assert_eq!(cent(3.016).to_string(), "3.02");
    }
}
