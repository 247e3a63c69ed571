//! What the browser of a page does when the program asks for it, and what it tells the program.

use article_widget::app::effect::LinkRequest;
use article_widget::app::msg::{FindingMsg, LinkMsg, ListMsg, PageMsg, PublishedMsg, SearchMsg};
use article_widget::app::{Effect, Msg};
use article_widget::domain::author::AuthorId;
use article_widget::domain::seen::Seen;
use article_widget::domain::sort::Sort;
use article_widget::domain::thread_id::ThreadKey;
use article_widget::manage;
use article_widget::store::copy::key_value::{KeyValue, write_once};
use article_widget::store::copy::request::{CopyId, Found, Request, Response};
use article_widget::store::copy::store_error::StoreError;
use article_widget::store::format::record_key;
use article_widget::store::format::stored_text::StoredText;
use article_widget::widget;

use super::Page;

/// Where a browser remembers what the reader has seen of a thread; without the day that it puts before that.
fn seen_key(thread: &ThreadKey) -> String {
    format!("aw1p:seen:{}", thread.as_str())
}

impl Page {
    /// Carries out an effect and gives what the program is told then.
    pub(super) fn carry_out(&mut self, effect: &widget::Effect) -> Vec<widget::Msg> {
        match effect {
            widget::Effect::App(effect) => self.carry_out_of_thread(effect),
            widget::Effect::Manage(effect) => self.carry_out_of_manage(effect).into_iter().map(Into::into).collect(),
            widget::Effect::Fetch(part) => vec![widget::Msg::Fetched(widget::Code::of(*part))],
            widget::Effect::Put { key, value } => {
                self.storage.set(key, value).unwrap();
                Vec::new()
            }
            widget::Effect::Refuse(_) => Vec::new(),
        }
    }

    /// Shows what stands in the primary copy, as a page does before the rest of its code is there.
    pub(super) fn look_first(&mut self) {
        let app = &mut self.widget.app;
        if !app.may_look_first() || self.refuse.is_some() || self.silent {
            return;
        }
        let thread = app.config.thread.key();
        let keys = self.storage.keys("aw1").unwrap();
        let keys = keys.into_iter().filter(|key| record_key::thread_of(key) == Some(thread.as_str()));
        let records: Vec<Found> =
            keys.filter_map(|key| self.storage.get(&key).unwrap().map(|value| Found { key, value })).collect();
        app.look_first(&records, true);
    }

    fn carry_out_of_manage(&mut self, effect: &manage::Effect) -> Vec<manage::Msg> {
        use manage::{Effect, Msg};
        match effect {
            Effect::Store(request) => self.respond(request).into_iter().map(Msg::Responded).collect(),
            Effect::ForgetPreferences => {
                ["aw1p:name", "aw1p:author", "aw1p:sort"].iter().for_each(|key| self.storage.remove(key).unwrap());
                let seen = self.storage.keys("aw1p:seen:").unwrap();
                seen.iter().for_each(|key| self.storage.remove(key).unwrap());
                Vec::new()
            }
            Effect::ReadEverything(purpose) => {
                let mut records = self.stored();
                let complete = !self.mirror_hangs && matches!(self.refuse_mirror, None | Some(StoreError::Blocked));
                let readable = complete && self.refuse_mirror.is_none();
                let mirrored = self.mirrored().into_iter().filter(|found| readable && !records.contains(found));
                records.extend(mirrored.collect::<Vec<_>>());
                let records = records.into_iter().map(|(key, value)| Found { key, value }).collect();
                vec![Msg::ReadEverything { purpose: purpose.clone(), records, complete, usage: self.usage }]
            }
            Effect::Continue(work) if self.has_time() => vec![Msg::GotTime(*work)],
            _ => Vec::new(),
        }
    }

    /// Whether there is time for another slice.
    fn has_time(&mut self) -> bool {
        let has_time = self.slices != Some(0);
        self.slices = self.slices.map(|slices| slices.saturating_sub(1));
        has_time
    }

    fn carry_out_of_thread(&mut self, effect: &Effect) -> Vec<widget::Msg> {
        match effect {
            Effect::Store(request) => {
                self.respond(request).into_iter().map(|response| Msg::Responded(response).into()).collect()
            }
            Effect::MeasureUsage if self.asks_for_space_later => Vec::new(),
            Effect::MeasureUsage => vec![PageMsg::MeasuredUsage(self.usage).into()],
            Effect::ReadPreferences => {
                let read = |key| match self.storage.get(key) {
                    Ok(Some(StoredText::Text(text))) => Some(text),
                    _ => None,
                };
                let author = read("aw1p:author").and_then(|id| AuthorId::parse_local(&id));
                let sort = read("aw1p:sort").and_then(|name| Sort::parse(&name));
                vec![PageMsg::ReadPreferences { name: read("aw1p:name"), author, sort }.into()]
            }
            Effect::KeepName(name) => {
                self.storage.set("aw1p:name", name).unwrap();
                Vec::new()
            }
            Effect::KeepSort(sort) => {
                self.storage.set("aw1p:sort", sort.as_str()).unwrap();
                Vec::new()
            }
            Effect::KeepSeen { thread, seen } => {
                self.storage.set(&seen_key(thread), seen).unwrap();
                Vec::new()
            }
            Effect::ReadSeen(thread) => {
                let seen = match self.storage.get(&seen_key(thread)) {
                    Ok(Some(StoredText::Text(text))) => Seen::parse(&text),
                    _ => None,
                };
                vec![FindingMsg::Remembered(seen).into()]
            }
            Effect::GoOnSearching => vec![SearchMsg::GotTime.into()],
            Effect::KeepAuthor(id) => {
                self.storage.set("aw1p:author", id.as_str()).unwrap();
                Vec::new()
            }
            Effect::DrawAuthor => {
                self.drawn += 1;
                vec![PageMsg::DrewAuthor(AuthorId::local(u128::from(self.drawn) << 64)).into()]
            }
            // There is no other widget.
            Effect::Link(LinkRequest::Found(id)) => vec![LinkMsg::Led { id: *id, writes: false }.into()],
            Effect::Link(LinkRequest::Absent(id)) => vec![LinkMsg::Missed(*id).into()],
            Effect::Published(request) => self.network.carry_out(request).into_iter().map(Into::into).collect(),
            Effect::DrawMore if !self.draws_later => vec![ListMsg::GotTime(32).into()],
            Effect::Continue if self.has_time() => vec![PublishedMsg::GotTime.into()],
            _ => Vec::new(),
        }
    }

    /// Does what one of the two copies is asked, unless it refuses.
    fn respond(&mut self, request: &Request) -> Vec<Response> {
        let copy = request.copy();
        let refused = match (copy, request) {
            (_, Request::Check { .. }) => None,
            (CopyId::Mirror, _) => self.refuse_mirror,
            (CopyId::Primary, Request::Write { .. }) => {
                let is_full = self.is_full_while.is_some_and(|text| self.is_stored(text));
                let full = (self.room == Some(0) || is_full).then_some(StoreError::Full);
                self.room = self.room.map(|writes| writes.saturating_sub(1));
                self.refuse.or(full)
            }
            (CopyId::Primary, _) => self.refuse,
        };
        if self.silent || copy == CopyId::Mirror && self.mirror_hangs {
            return Vec::new();
        }
        let store = if copy == CopyId::Primary { &*self.storage } else { &*self.mirror };
        let told = |response| vec![response];
        let ended = match request {
            _ if refused.is_some() => refused.map_or(Ok(()), Err),
            Request::List { thread, .. } => {
                let of_thread = |key: &String| record_key::thread_of(key) == Some(thread.as_str());
                let keys = store.keys("").unwrap().into_iter().filter(of_thread).collect();
                return told(Response::Listed { copy, thread: thread.clone(), result: Ok(keys) });
            }
            Request::Fetch { thread, keys, .. } => {
                let found = |key: &String| Some(Found { value: store.get(key).unwrap()?, key: key.clone() });
                let records = keys.iter().filter_map(found).collect();
                return told(Response::Fetched { copy, thread: thread.clone(), records, end: Some(Ok(())) });
            }
            Request::Write { key, value, .. } => write_once(store, key, value),
            Request::Check { key, value } => match store.get(key).unwrap() {
                Some(held) if held == StoredText::from(&**value) => Ok(()),
                Some(_) => Err(StoreError::Taken),
                None => Err(StoreError::Vanished),
            },
            Request::Put { key, value, .. } => store.set(key, value),
            Request::Remove { keys, .. } => keys.iter().try_for_each(|key| store.remove(key)),
        };
        request.ended(ended).into_iter().flat_map(told).collect()
    }
}
