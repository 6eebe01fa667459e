//! Chance that repeats: the same seed gives the same cars on every machine.
//!
//! `SplitMix64` in a dozen lines rather than a crate, because the stock must stay the same for
//! ever, also when a dependency changes its algorithm.

/// A source of repeatable decisions.
#[derive(Clone, Debug)]
pub(super) struct Chance {
    state: u64,
}

impl Chance {
    /// The decisions of the vehicle `number` in the stock of `seed`: each vehicle has its own, so
    /// that one more decision in a vehicle does not change the next one.
    pub(super) fn of(seed: u64, number: u32) -> Self {
        let mut chance = Self { state: seed ^ (u64::from(number) << 32) };
        chance.next();
        chance
    }

    fn next(&mut self) -> u64 {
        self.state = self.state.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut bits = self.state;
        bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        bits ^ (bits >> 31)
    }

    fn word(&mut self) -> u32 {
        u32::try_from(self.next() >> 32).expect("the upper half of 64 bits has 32")
    }

    /// A number from `least` to `most`, both included.
    pub(super) fn between(&mut self, least: u32, most: u32) -> u32 {
        let span = u64::from(most.saturating_sub(least)) + 1;
        let step = (u64::from(self.word()) * span) >> 32;
        least + u32::try_from(step).expect("a step is at most the span of two u32")
    }

    /// A number in `0.0..1.0`.
    pub(super) fn unit(&mut self) -> f64 {
        f64::from(self.word()) / (f64::from(u32::MAX) + 1.0)
    }

    /// A number from `least` up to `most`.
    pub(super) fn within(&mut self, least: f64, most: f64) -> f64 {
        least + (most - least) * self.unit()
    }

    /// True in so many of a hundred cases.
    pub(super) fn percent(&mut self, percent: f64) -> bool {
        self.unit() * 100.0 < percent
    }

    /// One of these.
    pub(super) fn pick<T: Copy>(&mut self, choices: &[T]) -> T {
        let last = u32::try_from(choices.len() - 1).expect("a list of choices is short");
        choices[self.between(0, last) as usize]
    }

    /// One of these, each as often as its weight says.
    pub(super) fn weighted<T: Copy>(&mut self, choices: &[(T, u32)]) -> T {
        let sum: u32 = choices.iter().map(|(_, weight)| weight).sum();
        let mut point = self.between(0, sum - 1);
        for (choice, weight) in choices {
            if point < *weight {
                return *choice;
            }
            point -= weight;
        }
        choices[0].0
    }

    /// So many characters of this alphabet.
    pub(super) fn text(&mut self, alphabet: &[u8], length: usize) -> String {
        (0..length).map(|_| char::from(self.pick(alphabet))).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_repeats_and_differs_by_seed_and_number() {
        let draw = |seed, number| Chance::of(seed, number).next();
        assert_eq!(draw(1, 7), draw(1, 7));
        assert_ne!(draw(1, 7), draw(2, 7));
        assert_ne!(draw(1, 7), draw(1, 8));
    }

    #[test]
    fn numbers_stay_within_their_bounds_and_reach_them() {
        let mut chance = Chance::of(1, 0);
        let drawn: Vec<_> = (0..500).map(|_| chance.between(3, 6)).collect();
        assert_eq!(drawn.iter().min(), Some(&3));
        assert_eq!(drawn.iter().max(), Some(&6));
        assert!((0..500).all(|_| (0.0..1.0).contains(&chance.unit())));
    }

    #[test]
    fn weights_are_followed() {
        let mut chance = Chance::of(1, 0);
        let heads = (0..1000).filter(|_| chance.weighted(&[(true, 9), (false, 1)])).count();
        assert!((850..950).contains(&heads), "{heads}");
    }
}
