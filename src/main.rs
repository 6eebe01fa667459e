//! Entry of the widget.

fn main() {}
