//! The package under Vite's development server, which rewrites what it serves.

use super::site;
use article_widget_e2e::{Engine, OrFail, wait::Patience};
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command, Stdio};

/// The server, ended with its test.
struct Vite(Child);

impl Drop for Vite {
    fn drop(&mut self) {
        let _already_gone = self.0.kill();
        let _reaped = self.0.wait();
    }
}

#[track_caller]
fn serve(port: u16) -> Vite {
    let workshop = std::env::var_os("E2E_VITE").or_fail("E2E_VITE is not set: run `cargo xtask examples`");
    let mut vite = Command::new("node");
    vite.current_dir(workshop).args(["node_modules/vite/bin/vite.js", "--strictPort", "--host=127.0.0.1"]);
    vite.arg(format!("--port={port}")).stdin(Stdio::null()).stdout(Stdio::null());
    let vite = Vite(vite.spawn().or_fail("node does not start"));
    let mut patience = Patience::new();
    while TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_err() {
        assert!(patience.pause(), "Vite does not listen");
    }
    vite
}

#[test]
fn the_thread_comes_under_vites_development_server() {
    let Some(story) = site::story("vite") else { return };
    if story.session.engine() != Engine::Chromium {
        println!("one engine is enough: what differs is the server");
        return;
    }
    let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, 0)).or_fail("no free port");
    let port = listener.local_addr().or_fail("no free port").port();
    drop(listener);
    let _vite = serve(port);
    story.session.goto(&format!("http://127.0.0.1:{port}/"));
    let page = story.page();
    page.wait_until_ready();
    page.post("Ada", "While it is being made");
}
