//! The browser side of one widget: carries out effects, one arm each, and answers with messages.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use gloo::timers::callback::Timeout;
use web_sys::{Element, HtmlElement};

use super::article_source::load_article;
use super::channel::Channel;
use super::fetching::Load;
use super::leaving::Leaving;
use super::mirror::Mirror;
use super::neighbours::{self, Neighbour};
use super::presence::Presence;
use super::printing::Printing;
use super::published_source::PublishedLoad;
use super::reading_place::ReadingPlace;
use super::{
    chosen_file, clipboard, console, everything, focus, host_events, local_place, page_address, preferences, requests,
    room, save_as, surroundings,
};
use crate::app::config::Keeping;
use crate::app::effect::PublishedOrder;
use crate::app::host_event::HostEvent;
use crate::app::panel::PanelMsg;
use crate::app::{Effect, Msg};
use crate::store::order::{Answer, Order, Place};
use crate::store::store_error::StoreError;

/// One widget's browser side. Dropping it undoes its listeners, timers and requests.
pub struct Orders {
    host: HtmlElement,
    root: Element,
    send: Rc<dyn Fn(Msg)>,
    keeping: Rc<Cell<Keeping>>,
    neighbour: Neighbour,
    channel: Channel,
    leaving: Leaving,
    _presence: Presence,
    _printing: Printing,
    place: RefCell<ReadingPlace>,
    timer: RefCell<Option<Timeout>>,
    load: RefCell<Option<Load>>,
    published: RefCell<Option<PublishedLoad>>,
}

impl Orders {
    /// For the widget of `host`, whose component draws into `root`; answers go to `send`.
    pub fn new(host: HtmlElement, root: Element, keeping: Keeping, send: Rc<dyn Fn(Msg)>) -> Self {
        let (hear, listen, emptied) = (Rc::clone(&send), Rc::clone(&send), Rc::clone(&send));
        let (woken, hidden) = (Rc::clone(&send), Rc::clone(&send));
        let (started, ended) = (Rc::clone(&send), Rc::clone(&send));
        let keeping = Rc::new(Cell::new(keeping));
        let listening = Rc::clone(&keeping);
        Self {
            host,
            root,
            neighbour: Neighbour::new(
                Rc::clone(&keeping),
                Rc::new(move |news| hear(Msg::Heard(news))),
                Rc::new(move || emptied(Msg::Woken)),
            ),
            // The other pages tell only what the browser keeps.
            channel: Channel::new(Rc::new(move |news| {
                if listening.get() == Keeping::Browser {
                    listen(Msg::Heard(news));
                }
            })),
            keeping,
            leaving: Leaving::default(),
            // A sleeping page's timers sleep too.
            _presence: Presence::new(
                Rc::new(move || {
                    woken(Msg::Woken);
                    woken(Msg::Ticked);
                }),
                Rc::new(move || hidden(Msg::Hidden)),
            ),
            _printing: {
                let started: Rc<dyn Fn()> = Rc::new(move || started(Msg::StartedPrinting));
                let ended: Rc<dyn Fn()> = Rc::new(move || ended(Msg::EndedPrinting));
                Printing::new(&started, &ended)
            },
            place: RefCell::default(),
            send,
            timer: RefCell::default(),
            load: RefCell::default(),
            published: RefCell::default(),
        }
    }

    /// Carries out one effect. What needs the page as it will be (`Focus`, `FillForm`, `TellPage`, `ReturnToPlace`) is for after
    /// drawing.
    pub fn run(&self, effect: Effect) {
        let send = Rc::clone(&self.send);
        match effect {
            Effect::Store(order) => self.store(order),
            Effect::Tell(news) => {
                neighbours::tell(self.neighbour.number, self.keeping.get(), &news);
                // What a page keeps to itself stays in it.
                if self.keeping.get() == Keeping::Browser {
                    self.channel.tell(&news);
                }
            }
            Effect::KeepIn(keeping) => self.keeping.set(keeping),
            Effect::ReadPreferences => {
                // Whoever wants nothing kept is not greeted by name either.
                let kept = self.keeping.get() == Keeping::Browser;
                let name = preferences::name().filter(|_| kept);
                let author = preferences::author().filter(|_| kept);
                send(Msg::ReadPreferences { name, author, sort: preferences::sort().filter(|_| kept) });
            }
            Effect::KeepName(name) if self.keeping.get() == Keeping::Browser => preferences::keep_name(&name),
            Effect::KeepAuthor(id) if self.keeping.get() == Keeping::Browser => preferences::keep_author(&id),
            Effect::KeepSort(sort) if self.keeping.get() == Keeping::Browser => preferences::keep_sort(sort),
            Effect::KeepName(_) | Effect::KeepAuthor(_) | Effect::KeepSort(_) => {}
            Effect::ReadEverything(purpose) => {
                everything::read(
                    self.keeping.get(),
                    Rc::new(move |records, complete| {
                        let measure = everything::measure();
                        send(Msg::ReadEverything { purpose: purpose.clone(), records, complete, measure });
                    }),
                );
            }
            Effect::TellSevenDaysOnce => {
                if preferences::tells_seven_days() {
                    send(Msg::NotToldOfSevenDays);
                }
            }
            Effect::ForgetPreferences => preferences::forget(),
            Effect::DrawAuthor => send(Msg::DrewAuthor(surroundings::new_author())),
            Effect::ReadChosenFile => {
                let read = move |name, text| send(Msg::Panel(PanelMsg::ReadFile { name, text }));
                chosen_file::read(&self.root, Rc::new(read));
            }
            Effect::Continue(work) => {
                Timeout::new(0, move || send(Msg::GotTime(work))).forget();
            }
            Effect::MeasureRoom => {
                // Reading all of it takes some milliseconds that the first drawing should not wait for.
                Timeout::new(0, move || send(Msg::MeasuredRoom(everything::measure()))).forget();
            }
            Effect::AskToPersist(may_prompt) => room::ask_to_persist(may_prompt),
            Effect::FetchArticle { src, attempt } => {
                let load = load_article(src, move |result| {
                    send(Msg::LoadedArticle { attempt, result: result.map(Rc::new) });
                });
                self.load.replace(Some(load));
            }
            Effect::Published(PublishedOrder::Fetch { address, attempt }) => {
                let report = move |piece| send(Msg::ReadPublished { attempt, piece });
                self.published.replace(Some(PublishedLoad::begin(address, Rc::new(report))));
            }
            Effect::Published(PublishedOrder::More) => self.published.borrow().iter().for_each(PublishedLoad::more),
            Effect::Published(PublishedOrder::Stop) => drop(self.published.take()),
            Effect::WakeAfter(millis) => {
                // A timer longer than 2^31 ms fires at once; an hour's error in "3 years ago" is none.
                let millis = u32::try_from(millis.min(3_600_000)).unwrap_or(3_600_000);
                self.timer.replace(Some(Timeout::new(millis, move || send(Msg::Ticked))));
            }
            Effect::FillForm { form, text } => {
                if let Some(text) = focus::fill(&self.root, form, &text) {
                    send(Msg::Typed { form, text });
                }
            }
            Effect::MarkPlace => drop(self.place.replace(ReadingPlace::of(&self.host))),
            Effect::ReturnToPlace => self.place.take().return_there(),
            Effect::CopyText(text) => clipboard::copy(&text, move |worked| send(Msg::CopiedText(worked))),
            Effect::SaveFile { name, text } => {
                save_as::offer(&name, "text/plain;charset=utf-8", &text);
            }
            Effect::WarnBeforeLeaving(armed) => self.leaving.set(armed),
            Effect::Warn(message) => console::warn(&format!("article-widget: {message}")),
            Effect::Focus(target) => focus::focus(&self.root, target),
            Effect::Reply { ticket, reply } => requests::reply(ticket, reply),
            Effect::TellPage { thread, event } => {
                let is_ready = matches!(event, HostEvent::Ready { .. });
                host_events::dispatch(&self.host, &thread, event);
                if is_ready && page_address::asks_for_comments() {
                    self.root.scroll_into_view();
                }
            }
        }
    }

    fn store(&self, order: Order) {
        let send = Rc::clone(&self.send);
        let answer: Rc<dyn Fn(Answer)> = Rc::new(move |answer| send(Msg::Answered(answer)));
        match (order.place(), self.keeping.get()) {
            (Place::Local, keeping) => local_place::run(order, keeping, &answer),
            (Place::Mirror, Keeping::Browser) => Mirror::run(order, answer),
            // What is kept for a while only has no second copy.
            (Place::Mirror, _) => order.ended(Err(StoreError::Blocked)).into_iter().for_each(|none| answer(none)),
        }
    }
}
