// Makes what is kept on this origin what a visit is to find: in localStorage, and for the widget in its mirror as well.
const [hasMirror, done] = arguments;

const asked = (request) => new Promise((resolve, reject) => {
  request.onsuccess = () => resolve(request.result);
  request.onerror = () => reject(request.error);
});

const mirror = async (wanted) => {
  const opening = indexedDB.open("article-widget", 1);
  opening.onupgradeneeded = () => opening.result.createObjectStore("records");
  const database = await asked(opening);
  const store = database.transaction("records", "readwrite").objectStore("records");
  const kept = new Set(await asked(store.getAllKeys()));
  for (const key of kept) if (!wanted.has(key)) store.delete(key);
  for (const [key, value] of wanted) if (!kept.has(key)) store.put(value, key);
  await new Promise((resolve, reject) => {
    store.transaction.oncomplete = resolve;
    store.transaction.onabort = () => reject(store.transaction.error);
  });
  database.close();
};

(async () => {
  const wanted = new Map(await (await fetch("/bench/seed.json")).json());
  for (const key of Object.keys(localStorage)) if (!wanted.has(key)) localStorage.removeItem(key);
  for (const [key, value] of wanted) if (localStorage.getItem(key) !== value) localStorage.setItem(key, value);
  if (hasMirror) await mirror(wanted);
})().then(() => done(""), (error) => done(String(error)));
