// What scripts of other people do to the texts of a page. Each marks what it has written with « and ».
window.changers = (() => {
  const skipped = "textarea, script, style";
  const texts = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    return found;
  };
  const isWord = (text) => /\p{L}/u.test(text.data) && text.parentElement && !text.parentElement.closest(skipped);

  /** Calls a function for every text, now and whenever one comes or says something else. */
  const follow = (root, one, says) => {
    texts(root).forEach(one);
    const observer = new MutationObserver((changes) => {
      for (const { type, target, addedNodes } of changes) {
        if (type === "characterData") says?.(target);
        for (const node of addedNodes) node.nodeType === Node.TEXT_NODE ? one(node) : texts(node).forEach(one);
      }
    });
    observer.observe(root, { childList: true, subtree: true, characterData: true });
    return observer;
  };

  /** Page translators: another text inside two elements, in the place of the first. `after` milliseconds pass until it is known. */
  const translator = (root, after) => {
    const done = [];
    let isOff = false;
    const put = (text, words) => {
      if (isOff || !text.parentNode || text.parentElement.closest("font")) return;
      const outer = document.createElement("font");
      const inner = document.createElement("font");
      inner.textContent = words;
      outer.append(inner);
      text.replaceWith(outer);
      done.push([outer, text, text.data]);
    };
    const one = (text) => {
      if (!isWord(text) || text.parentElement.closest("font")) return;
      const words = `«${text.data}»`;
      if (after) setTimeout(put, after, text, words);
      else put(text, words);
    };
    const observer = follow(root, one, after ? one : undefined);
    /** "Show original": the text itself again, or a copy that was kept of it. */
    const undo = (copies) => {
      observer.disconnect();
      isOff = true;
      for (const [outer, text, words] of done.splice(0)) outer.replaceWith(copies ? document.createTextNode(words) : text);
    };
    return { undo };
  };

  /** Others write over the text that is there. */
  const overwriter = (root) => {
    const done = new Map();
    const one = (text) => {
      if (!isWord(text) || text.data.startsWith("«")) return;
      done.set(text, text.data);
      text.data = `«${text.data}»`;
    };
    const observer = follow(root, one, one);
    const undo = () => {
      observer.disconnect();
      for (const [text, words] of done) text.data = words;
    };
    return { undo };
  };

  /** Dictionaries and search marks: a word is cut out of its text and wrapped. */
  const highlighter = (root, word) => {
    const one = (text) => {
      const at = text.data.indexOf(word);
      if (at < 0 || !text.parentElement || text.parentElement.closest(`mark, ${skipped}`)) return;
      const found = text.splitText(at);
      found.splitText(word.length);
      const mark = document.createElement("mark");
      mark.textContent = found.data;
      found.parentNode.replaceChild(mark, found);
    };
    follow(root, one, one);
    return {
      undo() {
        for (const mark of root.querySelectorAll("mark")) {
          const parent = mark.parentNode;
          parent.replaceChild(document.createTextNode(mark.textContent), mark);
          parent.normalize();
        }
      },
    };
  };

  /** Likewise, as beginners do it: the markup is written anew, and every element is another. */
  const rewriter = (root, word) => {
    for (const list of root.querySelectorAll("ol.comments, .toolbar")) {
      list.innerHTML = list.innerHTML.replaceAll(word, `<mark>${word}</mark>`);
    }
  };

  /** One deed at a time, of any kind, anywhere below `root`. */
  const mangler = (root, chance) => {
    const pick = (list) => list[Math.floor(chance() * list.length)];
    const made = [];
    const wrap = (text, name) => {
      const element = document.createElement(name);
      text.replaceWith(element);
      element.append(text);
    };
    const deeds = [
      function translate(text) {
        const outer = document.createElement("font");
        outer.append(Object.assign(document.createElement("font"), { textContent: `«${text.data}»` }));
        made.push([outer, text]);
        text.replaceWith(outer);
      },
      function wrapFirst(text) {
        const outer = document.createElement("span");
        text.before(outer);
        outer.append(text);
      },
      function wrapAfter(text) { wrap(text, "mark"); },
      function cut(text) {
        const rest = text.splitText(Math.floor(chance() * text.length));
        if (chance() < 0.5) wrap(rest, "mark");
      },
      function overwrite(text) { text.data = `«${text.data}»`; },
      function copy(text) { text.replaceWith(text.cloneNode()); },
      function join(text) { text.parentNode.normalize(); },
      function fill(text) { const parent = text.parentElement; if (!parent.firstElementChild) parent.textContent = `«${parent.textContent}»`; },
      function beside(text) { text.after(document.createElement("font")); },
      function markUp(text) { const parent = text.parentElement; if (!parent.matches("label, form, .panel *")) parent.innerHTML = parent.innerHTML; },
      function undo() {
        const [outer, text] = made.splice(Math.floor(chance() * made.length), 1)[0] ?? [];
        if (outer?.parentNode) outer.replaceWith(chance() < 0.5 ? text : document.createTextNode(text.data));
      },
    ];
    return (times) => {
      for (let time = 0; time < times; time++) {
        const text = pick(texts(root).filter((text) => text.data && text.parentElement && !text.parentElement.closest(skipped)));
        if (text) pick(deeds)(text);
      }
    };
  };

  return { translator, overwriter, highlighter, rewriter, mangler };
})();
