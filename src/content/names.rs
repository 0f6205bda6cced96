//! Names of medicines, and the search over them.
