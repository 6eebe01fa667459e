//! The state of something that is asked for over the network.

/// Something that comes, came, or did not come. What came before stays at hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Remote<T, E> {
    /// It has been asked for.
    Loading {
        /// What was there before.
        previous: Option<T>,
    },
    /// It is there.
    Ready(T),
    /// It did not come.
    Failed {
        /// Why.
        error: E,
        /// What was there before.
        previous: Option<T>,
    },
}

impl<T, E> Remote<T, E> {
    /// What is there, be it old.
    pub const fn latest(&self) -> Option<&T> {
        match self {
            Self::Ready(value) => Some(value),
            Self::Loading { previous } | Self::Failed { previous, .. } => previous.as_ref(),
        }
    }

    /// Whether it is on its way.
    pub const fn is_loading(&self) -> bool {
        matches!(self, Self::Loading { .. })
    }

    /// Why it did not come.
    pub const fn error(&self) -> Option<&E> {
        match self {
            Self::Failed { error, .. } => Some(error),
            Self::Loading { .. } | Self::Ready(_) => None,
        }
    }

    /// The same thing, asked for anew.
    #[must_use]
    pub fn reload(self) -> Self {
        Self::Loading { previous: self.into_latest() }
    }

    /// The answer to what was asked for.
    #[must_use]
    pub fn settle(self, result: Result<T, E>) -> Self {
        match result {
            Ok(value) => Self::Ready(value),
            Err(error) => Self::Failed { error, previous: self.into_latest() },
        }
    }

    fn into_latest(self) -> Option<T> {
        match self {
            Self::Ready(value) => Some(value),
            Self::Loading { previous } | Self::Failed { previous, .. } => previous,
        }
    }
}

impl<T, E> Default for Remote<T, E> {
    fn default() -> Self {
        Self::Loading { previous: None }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_came_stays_while_the_next_loads_and_when_it_fails() {
        let ready: Remote<_, &str> = Remote::default().settle(Ok(1));
        let again = ready.reload();
        assert!(again.is_loading());
        assert_eq!(again.latest(), Some(&1));
        let failed = again.settle(Err("cut"));
        assert_eq!((failed.latest(), failed.error()), (Some(&1), Some(&"cut")));
    }
}
