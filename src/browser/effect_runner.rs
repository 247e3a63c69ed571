//! The browser side of one widget: carries out effects, one arm each, and reports back in `Msg`s.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::events::EventListener;
use gloo::timers::callback::Timeout;
use web_sys::{Element, HtmlElement};

use super::before_unload::BeforeUnload;
use super::channel::Channel;
use super::list_moves::ListMoves;
use super::mirror::Mirror;
use super::new_rows::NewRows;
use super::peers::{self, Peer};
use super::permalinks::Permalinks;
use super::printing::Printing;
use super::scroll_position::ScrollPosition;
use super::undo_keys::UndoKeys;
use super::{
    clipboard, console, environment, focus, history_toggles, host_calls, host_events, origin_storage, page_address,
    preferences, primary, quota, rows, save_as, selection,
};
use crate::app::config::Persistence;
use crate::app::host_event::HostEvent;
use crate::app::msg::{ComposerMsg, FindingMsg, ListMsg, PageMsg, PublishedMsg, SearchMsg};
use crate::app::{self, Effect};
use crate::store::copy::request::{Broadcast, CopyId, Request, Response};
use crate::store::copy::store_error::StoreError;
use crate::widget::Msg;

/// One widget's browser side. The caller holds back until after drawing the effects that need it ([`Effect::needs_drawing`]). Dropping it takes off its listeners, stops its timers and ends its requests.
pub struct EffectRunner {
    host: HtmlElement,
    pub(super) root: Element,
    pub(super) send: Rc<dyn Fn(Msg)>,
    pub(super) persistence: Rc<Cell<Persistence>>,
    peer: Peer,
    channel: Channel,
    before_unload: BeforeUnload,
    _printing: Printing,
    _histories: EventListener,
    scroll: RefCell<ScrollPosition>,
    /// The timer of the thread.
    timer: RefCell<Option<Timeout>>,
    /// The timer of "Your comments".
    pub(super) manage_timer: RefCell<Option<Timeout>>,
    /// The gaps of the list, if rows come as they come near the view.
    gaps: RefCell<Option<rows::Gaps>>,
    /// The rows that are new to the reader, once there was one.
    new_rows: RefCell<Option<NewRows>>,
    /// The keys that undo and do again, once there was something to undo.
    undo_keys: RefCell<Option<UndoKeys>>,
    _moves: ListMoves,
    links: Permalinks,
}

/// What carries out effects, for those who do not reach its code.
pub trait Runner {
    /// Carries out one effect of the thread.
    fn run(&self, effect: Effect);
    /// The browser side.
    fn as_runner(&self) -> &EffectRunner;
}

impl Runner for EffectRunner {
    fn run(&self, effect: Effect) {
        self.carry_out(effect);
    }

    fn as_runner(&self) -> &EffectRunner {
        self
    }
}

impl EffectRunner {
    /// For the widget of `host`, whose component draws into `root`. The `Msg`s that come of effects and events go to `send`.
    pub fn new(host: HtmlElement, root: Element, persistence: Persistence, send: Rc<dyn Fn(Msg)>) -> Self {
        let (hear, listen, emptied) = (Rc::clone(&send), Rc::clone(&send), Rc::clone(&send));
        let (started, ended) = (Rc::clone(&send), Rc::clone(&send));
        let _moves = ListMoves::new(&root, Rc::clone(&send));
        let links = Permalinks::new(&root, Rc::clone(&send));
        let persistence = Rc::new(Cell::new(persistence));
        let listening = Rc::clone(&persistence);
        Self {
            host,
            peer: Peer::new(
                Rc::clone(&persistence),
                Rc::new(move |broadcast| hear(app::Msg::Heard(broadcast).into())),
                Rc::new(move || emptied(PageMsg::Woken.into())),
            ),
            // Other pages broadcast only what the browser keeps: who keeps comments elsewhere does not listen to them.
            channel: Channel::new(Rc::new(move |broadcast| {
                if listening.get() == Persistence::Browser {
                    listen(app::Msg::Heard(broadcast).into());
                }
            })),
            persistence,
            before_unload: BeforeUnload::default(),
            _histories: history_toggles::listen(&root, Rc::clone(&send)),
            _printing: {
                let started: Rc<dyn Fn()> = Rc::new(move || started(PageMsg::StartedPrinting.into()));
                let ended: Rc<dyn Fn()> = Rc::new(move || ended(PageMsg::EndedPrinting.into()));
                Printing::new(&started, &ended)
            },
            scroll: RefCell::default(),
            send,
            timer: RefCell::default(),
            manage_timer: RefCell::default(),
            root,
            gaps: RefCell::default(),
            new_rows: RefCell::default(),
            undo_keys: RefCell::default(),
            _moves,
            links,
        }
    }

    fn carry_out(&self, effect: Effect) {
        let send = Rc::clone(&self.send);
        match effect {
            // The widget has handed this to "Your comments" already.
            Effect::ToManage(_) => {}
            Effect::Store(request) => {
                self.store(request, Rc::new(move |response| send(app::Msg::Responded(response).into())))
            }
            Effect::Broadcast(broadcast) => self.broadcast(&broadcast),
            Effect::KeepIn(persistence) => self.persistence.set(persistence),
            Effect::ReadPreferences => {
                // Where the browser keeps no comments, it is not asked for a name, author id or order either.
                let kept = self.persistence.get() == Persistence::Browser;
                let name = preferences::name().filter(|_| kept);
                let author = preferences::author().filter(|_| kept);
                let sort = preferences::sort().filter(|_| kept);
                send(PageMsg::ReadPreferences { name, author, sort }.into());
            }
            Effect::KeepName(name) if self.persistence.get() == Persistence::Browser => preferences::keep_name(&name),
            Effect::KeepAuthor(id) if self.persistence.get() == Persistence::Browser => preferences::keep_author(&id),
            Effect::KeepSort(sort) if self.persistence.get() == Persistence::Browser => preferences::keep_sort(sort),
            Effect::KeepFolds { thread, folded } if self.keeps() => preferences::keep_folded(&thread, &folded),
            Effect::ReadFolds(thread) if self.keeps() => {
                send(ListMsg::RememberedFolds(preferences::folded(&thread)).into());
            }
            Effect::KeepSeen { thread, seen } if self.persistence.get() == Persistence::Browser => {
                preferences::keep_seen(&thread, &seen);
            }
            Effect::ReadSeen(thread) if self.persistence.get() == Persistence::Browser => {
                send(FindingMsg::Remembered(preferences::seen(&thread)).into());
            }
            Effect::KeepSeen { .. } | Effect::ReadSeen(_) => {}
            Effect::KeepFolds { .. } | Effect::ReadFolds(_) => {}
            Effect::KeepName(_) | Effect::KeepAuthor(_) | Effect::KeepSort(_) => {}
            Effect::TellSevenDaysOnce => {
                if preferences::tells_seven_days() {
                    send(PageMsg::NotToldOfSevenDays.into());
                }
            }
            Effect::DrawAuthor => send(PageMsg::DrewAuthor(environment::new_author()).into()),
            Effect::Continue => {
                Timeout::new(0, move || send(PublishedMsg::GotTime.into())).forget();
            }
            Effect::DrawMore => rows::draw_more(send),
            Effect::WatchGaps => {
                self.gaps.borrow_mut().get_or_insert_with(|| rows::Gaps::new(&self.root, send)).watch();
            }
            Effect::WatchNew => {
                self.new_rows.borrow_mut().get_or_insert_with(|| NewRows::new(&self.root, send)).watch();
            }
            Effect::GoOnSearching => {
                Timeout::new(0, move || send(SearchMsg::GotTime.into())).forget();
            }
            Effect::ShowRow(id) => focus::show(&self.root, id),
            Effect::MeasureUsage => {
                // Reading all that the origin keeps takes some milliseconds that the first drawing should not wait for.
                Timeout::new(0, move || send(PageMsg::MeasuredUsage(origin_storage::usage()).into())).forget();
            }
            Effect::AskToPersist => quota::ask_to_persist(false),
            // Those who know the parts of the program do.
            Effect::FetchArticle { .. }
            | Effect::FetchLetter
            | Effect::FetchHistory
            | Effect::FetchNames
            | Effect::FetchSearch
            | Effect::MarkFound(_)
            | Effect::Published(_) => {}
            Effect::WakeAfter(millis) => drop(self.timer.replace(Some(self.tick(millis, app::Msg::Ticked.into())))),
            Effect::FillComposer { composer, text } => {
                if let Some(text) = focus::fill(&self.root, composer, &text) {
                    send(ComposerMsg::Typed { composer, text }.into());
                }
            }
            Effect::AskSelection(comment) => {
                if let Some(text) = selection::within_comment(&self.root, comment) {
                    send(ComposerMsg::Selected { comment, text }.into());
                }
            }
            Effect::Link(request) => self.links.carry_out(request, send),
            Effect::KeepScroll => drop(self.scroll.replace(ScrollPosition::of(&self.host))),
            Effect::RestoreScroll => self.scroll.take().restore(),
            Effect::CopyText(text) => clipboard::copy(&text, move |worked| send(PageMsg::CopiedText(worked).into())),
            Effect::SaveFile { name, text } => {
                save_as::offer(&name, "text/plain;charset=utf-8", &text);
            }
            Effect::OfferUndo { undo, redo } => {
                self.undo_keys.borrow_mut().get_or_insert_with(|| UndoKeys::new(&self.root, send)).offer(undo, redo);
            }
            Effect::WarnBeforeLeaving(armed) => self.before_unload.set(armed),
            Effect::Warn(message) => console::warn(&format!("article-widget: {message}")),
            Effect::Focus(target) => focus::focus(&self.root, target),
            Effect::Settle { ticket, result } => host_calls::settle_for_thread(ticket, result),
            Effect::DispatchEvent { thread, event } => {
                let is_ready = matches!(event, HostEvent::Ready { .. });
                host_events::dispatch(&self.host, &thread, event);
                if is_ready && page_address::asks_for_comments() {
                    self.root.scroll_into_view();
                }
            }
        }
    }

    /// Whether anything is kept in the browser, if only as long as the tab is open.
    fn keeps(&self) -> bool {
        self.persistence.get() != Persistence::Nowhere
    }

    /// A timer that sends a `Msg` after so many milliseconds, at the latest after an hour.
    pub(super) fn tick(&self, millis: u64, msg: Msg) -> Timeout {
        // A timer longer than 2^31 ms fires at once. One that rings early does no harm: it is asked for again.
        let millis = u32::try_from(millis.min(3_600_000)).unwrap_or(3_600_000);
        let send = Rc::clone(&self.send);
        Timeout::new(millis, move || send(msg.clone()))
    }

    /// Sends a broadcast to the other widgets of this page, and to the other pages of the origin.
    pub(super) fn broadcast(&self, broadcast: &Broadcast) {
        peers::broadcast(self.peer.number, self.persistence.get(), broadcast);
        // What is kept in the tab or in memory alone is not told to other pages.
        if self.persistence.get() == Persistence::Browser {
            self.channel.broadcast(broadcast);
        }
    }

    /// Asks a copy, and hands its responses to whoever asked.
    pub(super) fn store(&self, request: Request, respond: Rc<dyn Fn(Response)>) {
        match (request.copy(), self.persistence.get()) {
            (CopyId::Primary, persistence) => primary::run(request, persistence, &respond),
            (CopyId::Mirror, Persistence::Browser) => Mirror::run(request, respond),
            // What is kept in the tab, or in memory alone, has no mirror.
            (CopyId::Mirror, _) => {
                request.ended(Err(StoreError::Blocked)).into_iter().for_each(|response| respond(response))
            }
        }
    }
}
