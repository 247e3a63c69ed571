// Brings the sheets of pages.js from the npm registry, without what their packages depend on, and writes the pages:
// node site.js <where the site goes>
//
// A package that was brought before is not asked for again. What a sheet would fetch from other sites is left out.

import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { pages } from "./pages.js";

const site = resolve(process.argv[2]);
const STORE = "node_modules";

/** Each sheet with where it comes from: the package, the file in it, and where npm's package is unpacked. */
function sheetsOf({ from = [], sheets = [], light = {}, dark = {} }) {
  return [...sheets, ...light.sheets ?? [], ...dark.sheets ?? []].map((sheet) => {
    const specifier = from.find((each) => sheet.startsWith(`${each.slice(0, each.lastIndexOf("@"))}/`));
    return { sheet, specifier, place: `${STORE}/${specifier.replaceAll("/", "+")}`, file: sheet.slice(specifier.lastIndexOf("@") + 1) };
  });
}

/** Brings the packages whose sheets are not here. Of each only the sheets' folders are unpacked. */
function fetchPackages(all) {
  const missing = [...new Set(all.filter(({ place, file }) => !existsSync(`${place}/${file}`)).map(({ specifier }) => specifier))];
  if (!missing.length) return;
  mkdirSync(STORE, { recursive: true });
  // npm tells its scripts where it is itself.
  const pack = [process.env.npm_execpath, "pack", "--silent", "--ignore-scripts", `--pack-destination=${STORE}`, ...missing];
  const archives = execFileSync(process.execPath, pack, { encoding: "utf8" }).trim().split("\n");
  for (const [at, specifier] of missing.entries()) {
    const own = all.filter((each) => each.specifier === specifier);
    const [{ place }] = own;
    rmSync(place, { recursive: true, force: true });
    mkdirSync(place);
    const folders = [...new Set(own.map(({ file }) => dirname(`package/${file}`)))];
    const outer = folders.filter((folder) => !folders.some((other) => folder.startsWith(`${other}/`)));
    execFileSync("tar", ["-xzf", `../${archives[at]}`, "--strip-components=1", ...outer], { cwd: place });
    rmSync(`${STORE}/${archives[at]}`);
  }
}

const IMPORT = /@import\s*(?:url\()?\s*["']?([^"')\s;]+)["']?\)?[^;]*;/g;

/** Puts a sheet into the site, with the sheets that it imports. */
function bring(place, file, to) {
  const text = readFileSync(`${place}/${file}`, "utf8");
  const own = text.replace(IMPORT, (rule, address) => /^(https?:)?\/\//.test(address) ? "" : rule);
  for (const [, address] of own.matchAll(IMPORT)) bring(place, join(dirname(file), address), join(dirname(to), address));
  mkdirSync(dirname(to), { recursive: true });
  writeFileSync(to, own);
}

/** The article that all pages have, in the page's classes. */
function article(classes = {}) {
  const open = (tag, name = tag) => `<${tag}${classes[name] ? ` class="${classes[name]}"` : ""}`;
  return `${open("article")}>
${open("h1")}>The harbour in November</h1>
${open("p")}>The boats came back before the rain.</p>
${open("p", "text")}>By noon the quay was empty but for two crates of rope and a dog that belonged to <a href="#">nobody in particular</a>. The tide went out and
the boats lay on the sand until evening, when the first lamps were lit along the wall and somebody began to count the crates.</p>
${open("h2")}>What was counted</h2>
${open("ul")}><li>Two crates of rope</li><li>One dog</li></ul>
<blockquote><p>Nobody counts the gulls.</p></blockquote>
${open("table")}><thead><tr><th>Day</th><th>Boats</th></tr></thead><tbody><tr><td>Monday</td><td>12</td></tr><tr><td>Tuesday</td><td>9</td></tr></tbody></table>
<form><label for="search">Search</label> ${open("input")} id="search" name="search"> ${open("button")} type="button">Look</button></form>
</article>`;
}

function page(entry, scheme) {
  const own = entry[scheme];
  const { header, main, footer, style = "", sheets = [] } = entry;
  const links = [...sheets, ...own.sheets ?? []].map((sheet) => `<link rel="stylesheet" href="sheets/${sheet}">`).join("\n");
  const styles = style + (own.style ?? "");
  const widget = `<article-widget thread="gallery">\n${article(entry.article)}\n</article-widget>`;
  const html = `<!doctype html>
<html lang="en"${own.html ? ` ${own.html}` : ""}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>The harbour: ${entry.name}, ${scheme}</title>
${links}
${styles ? `<style>${styles}</style>\n` : ""}<script type="module" src="article-widget/article-widget.js"></script>
</head>
<body${own.body ? ` ${own.body}` : ""}>
${header}
${main.replace("…", () => widget)}
${footer}
</body>
</html>
`;
  // What differs between light and dark in the classes of the page.
  return html.replaceAll("@ ", `${own.section ?? ""} `).replaceAll("@\"", `${own.section ?? ""}"`);
}

const all = pages.flatMap(sheetsOf);
fetchPackages(all);
for (const { sheet, place, file } of all) bring(place, file, `${site}/sheets/${sheet}`);
mkdirSync(site, { recursive: true });
const written = [];
for (const entry of pages) {
  for (const scheme of ["light", "dark"]) {
    if (!entry[scheme]) continue;
    written.push(`${entry.name}-${scheme}`);
    writeFileSync(`${site}/${written.at(-1)}.html`, page(entry, scheme));
  }
}
writeFileSync(`${site}/pages.json`, JSON.stringify(written));
console.log(`${written.length} pages of ${pages.length} style sheets`);
