// Dates in words, as the reader's browser writes them.

// The first that a page makes takes 15 ms, any other next to nothing. So one is made while the module is still on its way.
setTimeout(() => new Intl.DateTimeFormat());

/**
 * What writes dates and times in a language; in the browser's own where the tag is empty or none that the browser knows. Of what has
 * no time it writes the day, which is the same in every place.
 */
export function dateFormat(language, isDay) {
  const options = isDay ? { dateStyle: "long", timeZone: "UTC" } : { dateStyle: "long", timeStyle: "short" };
  try {
    return new Intl.DateTimeFormat(language || undefined, options);
  } catch {
    return new Intl.DateTimeFormat(undefined, options);
  }
}
