//! Random people, for the laws.
