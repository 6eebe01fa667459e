//! Entry of the WebAssembly program: once per page, before the first instance is mounted.

fn main() {
    autengo_widget::embed::start();
}
