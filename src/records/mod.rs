//! What is kept on the device, and how it is read back.
