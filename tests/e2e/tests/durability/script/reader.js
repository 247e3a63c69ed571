// A reader who writes with the page's own form, and a witness of every word that the page says about saving.
(() => {
  const NEW = "form[data-form=new]";
  const reader = { saved: [], said: [], refused: [], done: 0, ended: false };
  window.reader = reader;

  // Told at once, so that it is known outside the browser when the browser is gone.
  const tell = (kind, word) => {
    fetch(`/told/${kind}/${Math.round(performance.now())}/${word}`, { method: "POST" }).catch(() => {});
  };
  const root = () => document.querySelector("article-widget").shadowRoot;
  const composer = () => root().querySelector(`${NEW} textarea`);
  const pause = (millis) => new Promise((go) => setTimeout(go, millis));
  const rowText = (row) => row.querySelector(".comment-body p").textContent;

  const look = () => {
    for (const label of root().querySelectorAll("[data-save=saved]")) {
      const text = rowText(label.closest("li.comment"));
      if (!reader.saved.includes(text)) {
        reader.saved.push(text);
        tell("saved", text);
      }
    }
    const said = [...root().querySelectorAll("[data-save], [role=status]")].map((node) => node.textContent);
    for (const words of said) if (!reader.said.includes(words)) reader.said.push(words);
  };
  customElements.whenDefined("article-widget").then(() => {
    new MutationObserver(look).observe(root(), { subtree: true, childList: true, attributes: true, characterData: true });
  });

  reader.write = (text) => {
    const field = composer();
    field.value = text;
    field.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true }));
  };
  reader.send = () => root().querySelector(NEW).requestSubmit();

  // Posts a text; true once the composer has been drawn anew for the next comment, false if the text was refused.
  reader.post = async (text) => {
    const field = composer();
    reader.write(text);
    reader.send();
    while (composer() === field && !root().querySelector(`${NEW} .field-error`)) await pause(0);
    return composer() !== field;
  };

  // Types letter by letter and posts, text after text; the last text is typed without end.
  reader.live = async (name, posts, letterMillis, restMillis) => {
    for (let number = 0; ; number += 1) {
      const last = number === posts;
      const text = last ? `${name}-long-${"abcdefghijklmnopqrstuvwxyz".repeat(40)}` : `${name}-${number}`;
      for (let length = last ? 1 : name.length; length <= text.length; length += 1) {
        reader.write(text.slice(0, length));
        tell("typed", text.slice(0, length));
        await pause(letterMillis);
      }
      if (last) return;
      const sent = await reader.post(text);
      tell(sent ? "posted" : "refused", text);
      await pause(restMillis);
    }
  };

  // Posts as fast as the page takes it, from a given moment on.
  reader.flood = async (name, count, at, again) => {
    await pause(Math.max(0, at - Date.now()));
    for (let number = 0; number < count; number += 1) {
      const text = `${name}-${number}`;
      let sent = await reader.post(text);
      for (let tries = 0; !sent && tries < again; tries += 1) {
        await pause(100);
        sent = await reader.post(text);
      }
      if (!sent) {
        reader.refused.push(text);
        break;
      }
      reader.done += 1;
    }
    reader.ended = true;
  };

  // Every text that the thread shows, page by page.
  reader.everything = async () => {
    // They come by themselves, and at the press of a button where there are more than a thousand.
    while (root().querySelector(".gap")) {
      root().querySelector(".gap button")?.click();
      await pause(5);
    }
    return [...root().querySelectorAll("ol.comments > li.comment")].filter((row) => !row.classList.contains("deleted")).map(rowText);
  };

  // The keys of the mirror; null where its database cannot be opened.
  reader.mirrored = () => new Promise((resolve) => {
    const opening = indexedDB.open("article-widget", 1);
    opening.onupgradeneeded = () => opening.result.createObjectStore("records");
    opening.onerror = () => resolve(null);
    opening.onsuccess = () => {
      const database = opening.result;
      const all = database.transaction("records").objectStore("records").getAllKeys();
      all.onsuccess = () => { database.close(); resolve(all.result); };
    };
  });
})();
