// Dates and ages in words, as the reader's browser writes them.

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

/** What writes ages in a language, which is found likewise: how many of a unit ago something was, and now for none. */
export function ageFormat(language) {
  const made = (numeric) => {
    try {
      return new Intl.RelativeTimeFormat(language || undefined, { numeric });
    } catch {
      return new Intl.RelativeTimeFormat(undefined, { numeric });
    }
  };
  // A day ago is not always yesterday.
  const [ago, now] = [made("always"), made("auto")];
  return { say: (count, unit) => (count ? ago : now).format(-count, unit) };
}
