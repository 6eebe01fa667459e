//! The sandbox as a program: prints its address and answers until it is stopped.

use std::process::ExitCode;

use autengo_sandbox::config::Config;
use autengo_sandbox::server::Sandbox;
use clap::Parser;

#[tokio::main]
async fn main() -> ExitCode {
    let config = Config::parse();
    let sandbox = match Sandbox::bind(&config).await {
        Ok(sandbox) => sandbox,
        Err(error) => {
            eprintln!("sandbox: {error}");
            return ExitCode::FAILURE;
        }
    };
    println!("sandbox: {}", sandbox.api_base());
    tokio::select! {
        never = sandbox.serve() => match never {},
        _ = tokio::signal::ctrl_c() => ExitCode::SUCCESS,
    }
}
