//! Goes up or down as far as it goes, in a process of its own that a test may kill:
//! `run_migrations up|down URL FOLDER`.

use std::error::Error;
use std::path::Path;
use std::time::Duration;

use bailiwick::migration::Folder;
use bailiwick::runner::{DownTarget, Runner, Settings, UpTarget};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [direction, url, folder] = arguments.as_slice() else {
        return Err("give `up` or `down`, an address and a folder".into());
    };
    let folder = Folder::read(Path::new(folder))?;
    let mut settings = Settings::new("core");
    // A test that lets the run wait for a lock wants it to wait until it is killed.
    settings.lock_timeout = Duration::from_secs(60);
    let mut runner = Runner::connect(url.parse()?, settings).await?;
    match direction.as_str() {
        "up" => runner.up(&folder, &UpTarget::Latest, &mut ()).await?,
        "down" => runner.down(&folder, &DownTarget::Zero, &mut ()).await?,
        other => return Err(format!("`{other}` is neither `up` nor `down`").into()),
    };
    runner.close().await?;
    Ok(())
}
