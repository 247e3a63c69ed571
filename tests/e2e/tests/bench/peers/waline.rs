//! What Waline's client asks of its server, answered with the comments of the bench.

use super::artalk::avatar;
use crate::packed::{FOR_EVER, Packing, packed};
use crate::plan::Plan;
use crate::{place, thread};
use article_widget_e2e::{OrFail, Reply, Request, Server};
use serde_json::{Value, json};

/// Serves the files of Waline's client, and answers it.
#[track_caller]
pub(crate) fn waline(server: &Server, size: usize, plan: &Plan) {
    let package = plan.peers.waline.as_deref().or_fail("Waline is not installed: cargo xtask bench --peers");
    for name in ["waline.js", "waline.css"] {
        let bytes = std::fs::read(package.join("dist").join(name)).or_fail("Waline's files");
        place::file(server, &format!("/bench/files/waline/{name}"), &bytes, FOR_EVER);
    }
    let comments: Vec<Value> = (1..=size).map(|number| comment(number, &thread::text(number))).collect();
    let list = answer(&json!({ "page": 1, "totalPages": 1, "pageSize": size, "count": size, "data": comments }));
    server.run("/bench/waline/", move |request| match (request.method.as_str(), request.path.as_str()) {
        ("GET", "/bench/waline/api/comment") => list.clone(),
        ("POST", "/bench/waline/api/comment") => posted(request, size),
        (_, "/bench/waline/avatar.svg") => avatar(),
        (_, path) => Reply::new("text/plain", path.as_bytes().to_vec()).with_status(404),
    });
}

fn posted(request: &Request, size: usize) -> Reply {
    let said: Value = serde_json::from_slice(&request.body).unwrap_or_default();
    answer(&comment(size + 1, said.get("comment").and_then(Value::as_str).unwrap_or_default()))
}

fn comment(id: usize, text: &str) -> Value {
    json!({
        "objectId": id, "nick": thread::NAME, "link": "", "avatar": "/bench/waline/avatar.svg", "comment": thread::paragraphs(text),
        "orig": text, "time": thread::AT_MILLIS, "like": 0, "sticky": false, "status": "approved", "browser": "", "os": "",
        "addr": "", "children": [],
    })
}

fn answer(data: &Value) -> Reply {
    packed("application/json", json!({ "errno": 0, "errmsg": "", "data": data }).to_string().as_bytes(), Packing::Quick)
}
