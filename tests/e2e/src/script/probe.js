// Runs before every other script of a page under test and records what nobody would otherwise see.
(() => {
  const seen = { errors: [], violations: [], calls: [], shifts: [] };
  Object.defineProperty(window, "__e2e", { value: seen });
  // The page may put its own in the place of it.
  const map = Function.prototype.call.bind(Array.prototype.map);
  addEventListener("error", (event) => {
    // A resource that cannot be loaded is an event without a message; stories about outages expect those.
    if (event.message) seen.errors.push(`${event.message} (${event.filename}:${event.lineno})`);
  });
  addEventListener("unhandledrejection", (event) => seen.errors.push(`rejection: ${event.reason}`));
  document.addEventListener("securitypolicyviolation", (event) => {
    seen.violations.push(`${event.effectiveDirective} | ${event.blockedURI} | ${event.sample} | ${event.sourceFile}:${event.lineNumber}`);
  });
  for (const name of ["alert", "confirm", "prompt", "print"]) {
    window[name] = (text) => { seen.calls.push(`${name}(${text})`); };
  }
  try {
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) {
        seen.shifts.push({
          value: entry.value,
          recent: entry.hadRecentInput,
          from: map(entry.sources, ({ node, previousRect: a, currentRect: b }) =>
            `${node && (node.className || node.nodeName)} ${a.y},${a.height} → ${b.y},${b.height}`),
        });
      }
    }).observe({ type: "layout-shift", buffered: true });
  } catch {
    // Only Chromium measures layout shifts.
  }
})();
