// Runs before every script of a page of the bench, and notes what its reader waits for. Times are milliseconds since the navigation began.
// `bench` is what the driver reads; `settled` and `posted` are promises.
(() => {
  const own = {
    root: () => document, list: "ol.comments", count: ".heading", field: "textarea", press: "form > button",
    isKept: (text) => (localStorage.getItem("comments") ?? "").includes(text),
  };
  // The server of a peer has the comment before the row is there.
  const peer = { root: () => document, isKept: () => true };
  const widget = {
    root: () => document.querySelector("article-widget")?.shadowRoot, list: "ol.comments", count: ".heading",
    field: "form[data-form=new] textarea", press: "form[data-form=new] button[type=submit]",
    isKept: (text) => Object.values(localStorage).some((value) => value.includes(text) && value.includes('"post"')),
  };
  const subjects = {
    plain: own, minimal: own, "minimal-fetched": own, auto: own, "widget-stored": widget, "widget-published": widget,
    isso: { ...peer, list: "#isso-root", count: ".isso-thread-heading", field: ".isso-postbox textarea", press: ".isso-postbox [type=submit]" },
    artalk: { ...peer, list: ".atk-list-comments-wrap", count: ".atk-comment-count-num", field: "textarea.atk-textarea", press: ".atk-send-btn" },
    waline: { ...peer, list: ".wl-cards", count: ".wl-num", field: "textarea.wl-editor", press: ".wl-info .wl-btn.primary" },
  };
  const [, name] = location.pathname.match(/^\/bench\/visit\/([a-z-]+)$/) ?? [];
  const subject = subjects[name];
  if (!subject || window !== top) return;
  const asked = new URLSearchParams(location.search);
  const expected = Number(asked.get("n"));
  // So long nothing may change, and no task be long, until a visit counts as over.
  const quiet = Number(asked.get("quiet") ?? 400);
  const PATIENCE = 50_000;

  const observed = (type) => {
    const entries = [];
    new PerformanceObserver((list) => entries.push(...list.getEntries())).observe({ type, buffered: true });
    return entries;
  };
  const tasks = observed("longtask");
  const shifts = observed("layout-shift");
  performance.setResourceTimingBufferSize(2000);

  const memories = new Set();
  for (const way of ["instantiate", "instantiateStreaming"]) {
    const real = WebAssembly[way];
    WebAssembly[way] = async (source, imports) => {
      const made = await real.call(WebAssembly, source, imports);
      const given = Object.values(imports ?? {}).flatMap((module) => Object.values(module));
      for (const each of [...Object.values((made.instance ?? made).exports), ...given]) {
        if (each instanceof WebAssembly.Memory) memories.add(each);
      }
      return made;
    };
  }

  // Calls back once the frame that is being made has been painted.
  const channel = new MessageChannel();
  const waiting = [];
  channel.port1.onmessage = () => waiting.shift()();
  const afterFrame = (then) => { waiting.push(then); channel.port2.postMessage(0); };

  const digits = (element) => Number(element?.textContent.replace(/\D/g, "") || NaN);
  const found = (selector) => subject.root()?.querySelector(selector);

  // What a reader sees of the rows in view: where each is and what it says. Empty until no row is missing in the view, and there is a
  // form that takes keys.
  const look = () => {
    const list = found(subject.list);
    const rows = list?.children ?? [];
    const field = found(subject.field);
    let picture = "";
    let isFull = false;
    for (const row of rows) {
      const { top, bottom, height } = row.getBoundingClientRect();
      isFull = bottom >= innerHeight;
      if (bottom > 0 && top < innerHeight) picture += `${Math.round(top)} ${Math.round(height)} ${row.textContent}\n`;
      if (isFull) break;
    }
    if (rows.length < expected && !isFull || !field || field.disabled || rows.length === 0) picture = "";
    return { rows: rows.length, picture, count: digits(found(subject.count)) };
  };

  const times = { rows: 0, count: 0, all: 0 };
  let last = { rows: -1, picture: "", count: NaN };
  let changed = 0;
  let settle;
  const bench = { settled: new Promise((resolve) => { settle = resolve; }) };
  Object.defineProperty(window, "bench", { value: bench });

  const fetched = (until) => {
    const sum = { code: 0, data: 0, sent: 0, requests: 0 };
    for (const { name: url, responseEnd, encodedBodySize, transferSize } of performance.getEntriesByType("resource")) {
      if (responseEnd > until) continue;
      sum[/\.(m?js|css|wasm)$/.test(new URL(url).pathname) ? "code" : "data"] += encodedBodySize;
      sum.sent += transferSize;
      sum.requests += 1;
    }
    return sum;
  };
  const nodes = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_ALL);
    let sum = 0;
    do {
      sum += 1;
      if (walker.currentNode.shadowRoot) sum += nodes(walker.currentNode.shadowRoot);
    } while (walker.nextNode());
    return sum;
  };
  bench.memory = () => [...memories].reduce((sum, { buffer }) => sum + buffer.byteLength, 0);

  const figures = () => {
    const durations = tasks.map(({ duration }) => duration);
    // A browser holds its first paint back for a moment, whatever the page has drawn.
    const [paint] = performance.getEntriesByName("first-paint");
    const drawn = Math.max(times.rows, times.count, paint?.startTime ?? 0);
    return {
      paint: paint?.startTime ?? null, rows: times.rows, drawn, all: Math.max(times.all, drawn),
      blocked: durations.reduce((sum, duration) => sum + Math.max(0, duration - 50), 0),
      longest: Math.max(0, ...durations),
      shift: shifts.reduce((sum, { value, hadRecentInput }) => hadRecentInput ? sum : sum + value, 0),
      moved: shifts.flatMap(({ sources }) => [...sources]).slice(0, 5).map(({ node, previousRect: from, currentRect: to }) =>
        `${node?.className || node?.nodeName}: y ${from.y} to ${to.y}, height ${from.height} to ${to.height}`),
      nodes: nodes(document), inDocument: last.rows,
      page: performance.getEntriesByType("navigation")[0].encodedBodySize,
      untilDrawn: fetched(drawn), whole: fetched(Infinity),
    };
  };

  const frame = () => {
    const now = performance.now();
    const seen = look();
    const is = { rows: seen.picture !== last.picture, count: seen.count !== last.count, all: seen.rows !== last.rows };
    last = seen;
    if (is.rows || is.count || is.all) {
      changed = Infinity;
      afterFrame(() => {
        changed = performance.now();
        for (const each of Object.keys(times)) if (is[each]) times[each] = changed;
      });
    }
    const busy = Math.max(0, ...tasks.slice(-1).map(({ startTime, duration }) => startTime + duration));
    const isWhole = seen.picture !== "" && seen.count === expected;
    if (isWhole && document.readyState === "complete" && now - Math.max(changed, busy) > quiet) return settle(figures());
    if (now > PATIENCE) return settle({ failure: `${JSON.stringify(seen)} instead of ${expected} comments` });
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);

  // Puts the focus into the form, and waits for the row with a text.
  bench.expect = (text) => {
    let pressed = 0;
    let inDocument = 0;
    found(subject.field).focus();
    addEventListener("click", (event) => { pressed = event.timeStamp; }, { capture: true, once: true });
    const root = subject.root();
    const observer = new MutationObserver((records) => {
      if (inDocument) return;
      const list = found(subject.list);
      const isRow = (node) => list.contains(node) && node.textContent.includes(text);
      const touched = ({ type, target, addedNodes }) => type === "characterData" ? [target] : [...addedNodes];
      if (records.some((record) => touched(record).some(isRow))) inDocument = performance.now();
    });
    observer.observe(root === document ? document.body : root, { childList: true, characterData: true, subtree: true });
    bench.posted = new Promise((resolve) => {
      const end = (failure, shown) => {
        observer.disconnect();
        resolve(failure ? { failure } : { post: shown - pressed, heard: inDocument - pressed, untilKept: fetched(performance.now()) });
      };
      const waitUntilKept = (shown) => {
        if (subject.isKept(text)) return end("", shown);
        requestAnimationFrame(() => waitUntilKept(shown));
      };
      const look = () => {
        const begun = performance.now();
        if (begun > 2 * PATIENCE) return end(`no row reads ${text}`);
        // What came after this frame had begun may not be in it.
        const isInFrame = inDocument > 0 && inDocument <= begun;
        afterFrame(() => isInFrame ? waitUntilKept(performance.now()) : requestAnimationFrame(look));
      };
      requestAnimationFrame(look);
    });
  };
  // Where the button is pressed: the middle of it, in the view.
  bench.button = () => {
    const button = found(subject.press);
    button.scrollIntoView({ block: "center" });
    const { x, y, width, height } = button.getBoundingClientRect();
    return [x + width / 2, y + height / 2];
  };
})();
