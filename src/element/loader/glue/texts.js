// What Yew has drawn, so that it can be drawn on though others have changed it meanwhile. Translators, dictionaries and highlighters
// put something in the place of a text, wrap it, cut it or write over it; Yew would go on writing into what is no longer in the page,
// and break off where what it draws before is gone.
//
// So each node that Yew puts somewhere is marked with where, and each text with what it says. As soon as Yew changes a text, or what
// stands beside it, its own words are there again and what others made of the old ones is gone; they may do the same to the new ones.
// Where Yew changes nothing, nothing is done, so that nobody fights.

/** The mark: `home`, `before` and `after` of a node, `first` and `last` of an element's children, `text` and `old` one. */
const MARK = "__article_widget_mark";
/** Milliseconds in which a translation may come of what a text said before. */
const LATE = 10_000;
/** Milliseconds in which a translator may put the same words there several times. */
const AT_ONCE = 100;
/** How many such translations are reckoned with. */
const LATE_ONES = 5;
/** How often elements are put back in a row before Yew draws something: others may be as stubborn. */
const REPAIRS = 20;

let repairs = REPAIRS;
let turn = 0;

const watcher = new MutationObserver((changes) => {
  turn++;
  for (const { target } of changes) {
    const parent = target.nodeType === Node.TEXT_NODE ? target[MARK]?.home : target;
    const list = parent?.[MARK];
    if (!list || list.turn === turn) continue;
    list.turn = turn;
    if (isSpoilt(parent, list)) restore(parent);
  }
});

/** In the place of `parent.insertBefore(node, next)`. */
export function put(parent, node, next) {
  reach(parent);
  if (next && next.parentNode !== parent) restore(parent);
  forget(node);
  const list = markOf(parent);
  const mark = markOf(node);
  const after = next?.[MARK]?.home === parent ? next : null;
  const before = after ? after[MARK].before : list.last;
  mark.home = parent;
  mark.before = before;
  mark.after = after;
  mark.text = node.data;
  mark.shown = 1;
  mark.late = 0;
  link(list, before, after, node, node);
  // The page's scripts may do what they like with an article.
  if (!list.home && !list.watched && parent.localName !== "article") {
    list.watched = true;
    watcher.observe(parent, { childList: true, characterData: true, subtree: true });
  }
  return parent.insertBefore(node, next?.parentNode === parent ? next : null);
}

/** In the place of `parent.removeChild(node)`. */
export function takeOut(parent, node) {
  repairs = REPAIRS;
  if (node.parentNode !== parent || (isText(node) && isMixed(parent))) restore(parent);
  forget(node);
  return parent.removeChild(node);
}

/** In the place of `node.nodeValue = text`. */
export function say(node, text) {
  const mark = markOf(node);
  const { home } = mark;
  if (home) {
    reach(home);
    // As often as the old words were shown somebody may be translating them, and will put that in the place of the new.
    mark.late = Math.min(mark.late + mark.shown - isOthers(node, mark), LATE_ONES);
    mark.since = performance.now();
    if (node.parentNode !== home || isMixed(home)) restore(home);
    mark.shown = 1;
  }
  mark.old = mark.text;
  mark.text = text;
  node.data = text;
}

/** Puts back what others have taken out around an element, which nobody would see otherwise. */
function reach(element) {
  repairs = REPAIRS;
  if (element.isConnected) return;
  for (let inner = element; inner; inner = inner[MARK]?.home) {
    const home = inner[MARK]?.home;
    if (home && inner.parentNode !== home) restore(home);
  }
}

/** Makes an element's children Yew's again, and what texts say. What stands where it should is not touched. */
function restore(parent) {
  for (let child = parent.firstChild, next; child; child = next) {
    next = child.nextSibling;
    if (child[MARK]?.home !== parent) parent.removeChild(child);
  }
  let place = parent.firstChild;
  for (let node = markOf(parent).first; node; node = node[MARK].after) {
    const mark = node[MARK];
    if (isText(node) && isOthers(node, mark)) {
      mark.shown++;
      if (node.data !== mark.text) node.data = mark.text;
    }
    if (node === place) place = place.nextSibling;
    else parent.insertBefore(node, place);
  }
}

/** Whether others have changed an element's children so that it cannot wait until Yew draws there. */
function isSpoilt(parent, list) {
  for (let node = list.first; node; node = node[MARK].after) {
    const mark = node[MARK];
    const isAway = node.parentNode !== parent;
    if (isText(node)) {
      if (node.data === mark.old && mark.old !== mark.text) return repairs-- > 0;
      if (mark.late && isOthers(node, mark) && performance.now() - mark.since < LATE) setTimeout(doubt, AT_ONCE, node, mark);
    } else if (isAway && !node.isConnected && parent.isConnected && isMixed(parent)) {
      // A copy stands in its place, whose buttons do nothing.
      return repairs-- > 0;
    }
  }
  return false;
}

/** What others have written may be a translation of what a text said before: it is asked for again. */
function doubt(node, mark) {
  if (mark.late && mark.home && isOthers(node, mark)) {
    mark.late--;
    restore(mark.home);
  }
}

/** Whether a text says in the page what others have made of it. */
function isOthers(node, mark) {
  return node.parentNode !== mark.home || node.data !== mark.text;
}

/** Whether there is something of others' among an element's children. */
function isMixed(parent) {
  for (let child = parent.firstChild; child; child = child.nextSibling) if (child[MARK]?.home !== parent) return true;
  return false;
}

function isText(node) {
  return node.nodeType === Node.TEXT_NODE;
}

function markOf(node) {
  return (node[MARK] ??= {});
}

/** Takes a node out of the list of its home. */
function forget(node) {
  const { home, before, after } = markOf(node);
  if (!home) return;
  link(home[MARK], before, after, after, before);
  node[MARK].home = undefined;
}

/** Says what comes after one node of a list, and what before another. */
function link(list, before, after, next, previous) {
  if (before) before[MARK].after = next;
  else list.first = next;
  if (after) after[MARK].before = previous;
  else list.last = previous;
}
