//! A program that speaks WebDriver, started on a port of its own, and the folder its browsers write to.
//!
//! A shell stands guard over the program: when this process ends, however it ends, the guard's input closes and the
//! guard ends what it started.

use std::io::{BufRead, BufReader};
use std::net::{TcpListener, TcpStream};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::Duration;

const GUARD: &str = r#"
folder="$1"
shift
trap : TERM
"$@" 2>&1 &
cat >/dev/null
kill -TERM 0
sleep 1
rm -rf "$folder"
kill -KILL 0
"#;

/// A program that ends when the one who starts it does, and then takes its folder with it.
pub fn guarded(folder: &Path, program: &str, arguments: &[&str]) -> Command {
    let mut guard = Command::new("sh");
    guard.args(["-c", GUARD, "guard"]).arg(folder).arg(program).args(arguments);
    guard.process_group(0).stdin(Stdio::piped());
    guard
}

static STARTED: AtomicUsize = AtomicUsize::new(0);

/// The running program.
pub struct Driver {
    /// Where it listens.
    pub url: String,
    /// A folder that goes away with it.
    pub profiles: PathBuf,
    /// When this process is gone, so is the other end of the guard's input.
    _guard: Child,
}

impl Driver {
    /// Starts the program that `variable` names, or else the one on PATH, and waits until it says its port after the
    /// words of `before_port`.
    pub fn start(variable: &str, usual: &str, arguments: &[&str], before_port: &str) -> Self {
        let program = std::env::var(variable).unwrap_or_else(|_| usual.to_owned());
        let (mut guard, profiles) = with_profiles(&program, arguments);
        let mut said = BufReader::new(guard.stdout.take().expect("the guard's output")).lines();
        let port = said
            .by_ref()
            .map_while(Result::ok)
            .find_map(|line| line.split(before_port).nth(1)?.trim_end_matches('.').parse::<u16>().ok())
            .unwrap_or_else(|| panic!("{program} did not start: put {usual} on PATH or name it in {variable}"));
        // What it says later is of no interest, but a full pipe would stop it.
        std::thread::spawn(move || said.for_each(drop));
        Self { url: format!("http://127.0.0.1:{port}"), profiles, _guard: guard }
    }

    /// Starts a program that does not say its port: it is given a free one, after its other arguments, and waited for
    /// until it answers there.
    pub async fn start_silent(program: &str, arguments: &[&str]) -> Self {
        let free = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free loopback port");
        let port = format!("--port={}", free.port());
        let (mut guard, profiles) = with_profiles(program, &[arguments, &[&port]].concat());
        let said = BufReader::new(guard.stdout.take().expect("the guard's output")).lines();
        std::thread::spawn(move || said.map_while(Result::ok).for_each(|line| eprintln!("{line}")));
        for _ in 0..600 {
            if TcpStream::connect(free).is_ok() {
                return Self { url: format!("http://{free}"), profiles, _guard: guard };
            }
            tokio::time::sleep(Duration::from_millis(50)).await;
        }
        panic!("{program} {} did not start: `make test-tools` installs what it needs", arguments.join(" "))
    }
}

/// The program with a guard over it, and the folder its browsers write to.
fn with_profiles(program: &str, arguments: &[&str]) -> (Child, PathBuf) {
    let number = STARTED.fetch_add(1, Ordering::Relaxed);
    // A short path: Chromium puts sockets beside its profile, and their names may not be long.
    let profiles = std::env::temp_dir().join(format!("quiet-legs-{}-{number}", std::process::id()));
    std::fs::create_dir_all(&profiles).expect("a folder for browser profiles");
    let guard = guarded(&profiles, program, arguments)
        .env("TMPDIR", &profiles)
        .stdout(Stdio::piped())
        .spawn()
        .expect("a shell that starts the driver");
    (guard, profiles)
}
