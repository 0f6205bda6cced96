//! nginx and Apache as Debian packs them, each with the sample configuration of `examples/hosting`.
//!
//! Of a sample only paths, the port and (where a test asks for it) the site that may show the check in a frame are
//! replaced; around it stands what Debian's own configuration would bring. The site lies there twice: packed at the
//! root, as built in a folder. The server runs as nobody where the tests run as root, and ends with them.

use super::answer::{Answer, ask};
use super::driver::guarded;
use super::site::SUBFOLDER;
use super::{dist, root, scratch};
use std::fs::{self, File};
use std::net::{SocketAddr, TcpListener, TcpStream};
use std::os::unix::fs::MetadataExt;
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command};
use std::sync::OnceLock;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread::sleep;
use std::time::Duration;

/// Which server.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// `nginx`, with Debian's two brotli modules.
    Nginx,
    /// `apache2`, with `.htaccess` files.
    Apache,
}

/// The site that the samples name as the clinic's own.
pub const CLINIC: &str = "https://www.clinic.example";
const NOBODY: u32 = 65534;
/// A file that no visitor may ever get.
pub const SECRET: &str = "not for visitors";

/// A running server.
pub struct Server {
    address: SocketAddr,
    folder: PathBuf,
    _guard: Child,
}

static NGINX: OnceLock<Server> = OnceLock::new();
static APACHE: OnceLock<Server> = OnceLock::new();
static STARTED: AtomicUsize = AtomicUsize::new(0);

impl Server {
    /// The one for all tests that leave the sample as it is.
    pub fn usual(kind: Kind) -> &'static Self {
        let server = if kind == Kind::Nginx { &NGINX } else { &APACHE };
        server.get_or_init(|| Self::start(kind, CLINIC))
    }

    /// Starts one whose check may stand in a frame of `framed_by`.
    pub fn start(kind: Kind, framed_by: &str) -> Self {
        let number = STARTED.fetch_add(1, Ordering::Relaxed);
        let folder = std::env::temp_dir().join(format!("quiet-legs-{kind:?}-{}-{number}", std::process::id()));
        let port = TcpListener::bind("127.0.0.1:0").and_then(|free| free.local_addr()).expect("a free port").port();
        lay_out(kind, &folder, framed_by);
        fs::write(folder.join("server.conf"), configuration(kind, &folder, port, framed_by))
            .expect("the configuration");
        give_away(&folder);
        let address = SocketAddr::from(([127, 0, 0, 1], port));
        let guard = launch(kind, &folder);
        let mut tries = 0;
        while TcpStream::connect(address).is_err() {
            let said = fs::read_to_string(folder.join("said")).unwrap_or_default();
            assert!(tries < 750, "{kind:?} did not start: {said}");
            tries += 1;
            sleep(Duration::from_millis(20));
        }
        Self { address, folder, _guard: guard }
    }

    /// Address of a path.
    pub fn url(&self, path: &str) -> String {
        format!("http://{}{path}", self.address)
    }

    /// Asks for a path.
    pub fn ask(&self, path: &str, headers: &[(&str, &str)]) -> Answer {
        ask(self.address, path, headers)
    }

    /// Everything the server wrote into files of its own.
    pub fn written(&self) -> String {
        let files = fs::read_dir(&self.folder).expect("the server's folder").flatten().map(|entry| entry.path());
        let logs = files.filter(|file| file.is_file() && !file.ends_with("server.conf"));
        logs.map(|file| fs::read_to_string(file).unwrap_or_default()).collect()
    }
}

/// The site packed, as `make packed` leaves it.
fn packed() -> &'static Path {
    static PACKED: OnceLock<PathBuf> = OnceLock::new();
    PACKED.get_or_init(|| {
        let folder = scratch("packed");
        fs::remove_dir_all(&folder).expect("the packed site of another run");
        copy(&dist(false), &folder);
        pack(&folder);
        folder
    })
}

/// What `make packed` does after the build.
pub fn pack(folder: &Path) {
    let run = Command::new("node").arg(root().join(".ci/pack.mjs")).arg(folder).output().expect("node is on PATH");
    assert!(run.status.success(), "pack.mjs: {}", String::from_utf8_lossy(&run.stderr));
}

/// Every file of a folder, by its path from there.
pub fn files(folder: &Path) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).expect("a folder").flatten() {
        let name = entry.file_name().to_string_lossy().into_owned();
        if entry.path().is_dir() {
            found.extend(files(&entry.path()).into_iter().map(|file| format!("{name}/{file}")));
        } else {
            found.push(name);
        }
    }
    found.sort();
    found
}

fn copy(from: &Path, to: &Path) {
    for file in files(from) {
        put(&to.join(&file), &fs::read(from.join(&file)).expect("a file of the site"));
    }
}

fn put(file: &Path, bytes: &[u8]) {
    fs::create_dir_all(file.parent().expect("a folder")).expect("its folder");
    fs::write(file, bytes).expect("a file is written");
}

fn lay_out(kind: Kind, folder: &Path, framed_by: &str) {
    let www = folder.join("www");
    let below = www.join(SUBFOLDER.trim_matches('/'));
    copy(packed(), &www);
    copy(&dist(false), &below);
    for hidden in [".env", ".git/config", "nothing/to/see.bin"] {
        put(&www.join(hidden), SECRET.as_bytes());
    }
    put(&folder.join("outside.txt"), SECRET.as_bytes());
    if kind == Kind::Apache {
        let rules = replaced(sample(".htaccess"), CLINIC, framed_by);
        for at in [www, below] {
            put(&at.join(".htaccess"), rules.as_bytes());
        }
    }
}

fn sample(name: &str) -> String {
    let file = root().join("examples/hosting").join(name);
    fs::read_to_string(&file).unwrap_or_else(|error| panic!("{}: {error}", file.display()))
}

fn replaced(text: String, what: &str, with: &str) -> String {
    assert!(text.contains(what), "the sample has no \"{what}\"");
    text.replace(what, with)
}

/// The sample, and around it what it is put into.
fn configuration(kind: Kind, folder: &Path, port: u16, framed_by: &str) -> String {
    let at = folder.display().to_string();
    let www = folder.join("www").display().to_string();
    if kind == Kind::Nginx {
        let own = replaced(sample("nginx.conf"), "/var/www/quiet-legs", &www);
        let own = replaced(replaced(own, "/var/log/nginx", &at), "listen 80;", &format!("listen 127.0.0.1:{port};"));
        let own = replaced(own, CLINIC, framed_by);
        let modules = ["filter", "static"]
            .map(|name| format!("load_module /usr/lib/nginx/modules/ngx_http_brotli_{name}_module.so;\n"));
        let temporary = ["client_body", "proxy", "fastcgi", "uwsgi", "scgi"]
            .map(|name| format!("{name}_temp_path {at}/temporary-{name};\n"));
        return format!(
            "{}daemon off;\npid {at}/pid;\nerror_log stderr;\nevents {{}}\nhttp {{\n{}access_log {at}/access.log;\n\
             include /etc/nginx/mime.types;\n{own}}}\n",
            modules.concat(),
            temporary.concat()
        );
    }
    let own = replaced(sample("apache.conf"), "/var/www/quiet-legs", &www);
    let own = replaced(replaced(own, "/var/log/apache2", &at), "*:80>", &format!("127.0.0.1:{port}>"));
    // What Debian turns on by itself and could be in the way, and what the sample says to turn on.
    let modules = "mpm_event authz_core dir alias mime negotiation autoindex headers rewrite brotli deflate filter";
    let modules: String = modules
        .split(' ')
        .map(|name| format!("LoadModule {name}_module /usr/lib/apache2/modules/mod_{name}.so\n"))
        .collect();
    format!(
        "{modules}Listen 127.0.0.1:{port}\nServerName localhost\nPidFile {at}/pid\nDefaultRuntimeDir {at}\n\
         ErrorLog {at}/error.log\nTypesConfig /dev/null\nAddType application/x-gzip .gz\nAddLanguage br .br\n{own}"
    )
}

fn is_root() -> bool {
    fs::metadata("/proc/self").is_ok_and(|process| process.uid() == 0)
}

fn give_away(folder: &Path) {
    if is_root() {
        let all = Command::new("chown").args(["-R", &format!("{NOBODY}:{NOBODY}")]).arg(folder).status();
        assert!(all.is_ok_and(|done| done.success()), "the site cannot be given to nobody");
    }
}

fn launch(kind: Kind, folder: &Path) -> Child {
    let file = folder.join("server.conf").display().to_string();
    let (program, arguments) = match kind {
        Kind::Nginx => ("/usr/sbin/nginx", vec!["-e", "stderr", "-c", &file]),
        Kind::Apache => ("/usr/sbin/apache2", vec!["-D", "FOREGROUND", "-f", &file]),
    };
    assert!(Path::new(program).is_file(), "{program} is missing: `make test-tools` brings it on Debian");
    let said = File::create(folder.join("said")).expect("a file for what it says");
    let mut guard = guarded(folder, program, &arguments);
    guard.stdout(said.try_clone().expect("the same file")).stderr(said).current_dir("/");
    if is_root() {
        guard.uid(NOBODY).gid(NOBODY);
    }
    guard.spawn().expect("a shell that starts the server")
}
