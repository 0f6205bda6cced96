//! How many random people each law is tried on: a thousand or two in every test run, a million by `make million`.

use proptest::prelude::ProptestConfig;

/// The usual number, or that of `QUIET_LEGS_CASES`.
pub fn people(usual: u32) -> ProptestConfig {
    let asked = std::env::var("QUIET_LEGS_CASES").ok().and_then(|word| word.parse().ok());
    ProptestConfig {
        cases: asked.unwrap_or(usual),
        max_global_rejects: u32::MAX,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}
