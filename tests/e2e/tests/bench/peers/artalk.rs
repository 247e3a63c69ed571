//! What Artalk's client asks of its server, answered with the comments of the bench.

use crate::packed::{FOR_EVER, Packing, packed};
use crate::plan::Plan;
use crate::{place, thread};
use article_widget_e2e::{OrFail, Reply, Request, Server};
use serde_json::{Value, json};

/// When everything was written, in the form in which its server says it.
const DATE: &str = "2025-08-22 12:00:00";

/// Serves Artalk's files, and answers its client.
#[track_caller]
pub(crate) fn artalk(server: &Server, size: usize, plan: &Plan) {
    let package = plan.peers.artalk.as_deref().or_fail("Artalk is not installed: cargo xtask bench --peers");
    for name in ["Artalk.js", "Artalk.css"] {
        let bytes = std::fs::read(package.join("dist").join(name)).or_fail("Artalk's files");
        place::file(server, &format!("/bench/files/artalk/{name}"), &bytes, FOR_EVER);
    }
    let comments: Vec<Value> = (1..=size).map(|number| comment(number, &thread::text(number))).collect();
    let page = json!({ "id": 1, "admin_only": false, "key": thread::ID, "url": "", "title": "A quiet harbour", "site_name": "bench", "vote_up": 0, "vote_down": 0, "pv": 1, "date": DATE });
    let list = answer(&json!({ "comments": comments, "count": size, "roots_count": size, "page": page }));
    server.run("/bench/artalk/", move |request| match request.path.as_str() {
        "/bench/artalk/api/v2/comments" if request.method == "GET" => list.clone(),
        "/bench/artalk/api/v2/comments" => posted(request, size),
        "/bench/artalk/api/v2/conf" => {
            answer(&json!({ "frontend_conf": {}, "version": { "version": "2.9.1", "commit_hash": "" } }))
        }
        "/bench/artalk/api/v2/pages/pv" => answer(&json!({ "pv": 1 })),
        path if path.starts_with("/bench/artalk/api/v2/stats/") => answer(&json!({ "data": { thread::ID: size } })),
        "/bench/artalk/avatar.svg" => avatar(),
        path => Reply::new("text/plain", path.as_bytes().to_vec()).with_status(404),
    });
}

/// A picture for everybody.
pub(crate) fn avatar() -> Reply {
    let circle = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 8 8\"><circle cx=\"4\" cy=\"4\" r=\"4\" fill=\"#999\"/></svg>";
    Reply::new("image/svg+xml", circle.as_bytes().to_vec()).with_header("Cache-Control", FOR_EVER)
}

fn posted(request: &Request, size: usize) -> Reply {
    let said: Value = serde_json::from_slice(&request.body).unwrap_or_default();
    answer(&comment(size + 1, said.get("content").and_then(Value::as_str).unwrap_or_default()))
}

fn comment(id: usize, text: &str) -> Value {
    json!({
        "id": id, "content": text, "content_marked": thread::paragraphs(text), "user_id": 1, "nick": thread::NAME,
        "email_encrypted": "0", "link": "", "ua": "", "date": DATE, "is_collapsed": false, "is_pending": false,
        "is_pinned": false, "is_allow_reply": true, "is_verified": false, "rid": 0, "badge_name": "", "badge_color": "",
        "ip_region": "", "visible": true, "vote_up": 0, "vote_down": 0, "page_key": thread::ID, "page_url": "", "site_name": "bench",
    })
}

fn answer(value: &Value) -> Reply {
    packed("application/json", value.to_string().as_bytes(), Packing::Quick)
}
