// Runs WordPress, with the plugin of examples/wordpress/ and without, and writes down the pages that it serves, with every file
// that they name, so that any server can serve them: node pages.js <where the plugin is> <where the pages go>
//
// WordPress, its database and PHP come from the npm registry: PHP is compiled to WebAssembly, the database is a file.

import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { loadNodeRuntime, useHostFilesystem } from "@php-wasm/node";
import { PHP, PHPRequestHandler } from "@php-wasm/universal";

const [plugin, site] = process.argv.slice(2).map((path) => resolve(path));
const builds = resolve("node_modules/@wp-playground/wordpress-builds");
const wordpress = resolve("wordpress");
const content = `${wordpress}/wp-content`;
const ADDRESS = "http://harbour.example";

const POST = {
  post_title: "The harbour in November",
  post_status: "publish",
  post_content: "<!-- wp:paragraph --><p>The boats came back before the rain. By noon the quay was empty but for two crates of rope and a dog "
    + "that belonged to nobody in particular.</p><!-- /wp:paragraph -->",
};

// What an author writes into a Custom HTML block, where there is no plugin.
const WITH_BLOCK = {
  ...POST,
  comment_status: "closed",
  post_content: `${POST.post_content}<!-- wp:html --><div data-article-widget data-thread="harbour-in-november"></div>
<script type="module" src="/wp-content/plugins/article-widget/article-widget/article-widget.js"></script><!-- /wp:html -->`,
};

const handler = new PHPRequestHandler({
  documentRoot: wordpress,
  absoluteUrl: ADDRESS,
  maxPhpInstances: 1,
  phpFactory: async () => {
    const php = new PHP(await loadNodeRuntime("8.2"));
    useHostFilesystem(php);
    return php;
  },
});

/** Runs PHP and gives what it prints; the first sentence of trouble ends it all. */
async function run(code) {
  const php = await handler.getPrimaryPhp();
  const { text, errors, exitCode } = await php.run({ code: `<?php ${code}` });
  if (exitCode || errors) throw new Error(`PHP ended with ${exitCode}: ${errors || text}`);
  return text;
}

/** Runs PHP inside WordPress, as its first user, who may write anything. */
const inside = (code) => run(`require '${wordpress}/wp-load.php'; require_once ABSPATH . 'wp-admin/includes/plugin.php'; wp_set_current_user(1); ${code}`);

const phpText = (value) => `json_decode('${JSON.stringify(value).replaceAll("\\", "\\\\").replaceAll("'", "\\'")}', true)`;

/** WordPress as it is unpacked: the program, what browsers ask of it, and the database in a file. */
async function unpack() {
  rmSync(wordpress, { recursive: true, force: true });
  cpSync(`${builds}/public/wp-6.5`, wordpress, { recursive: true });
  const database = `${content}/mu-plugins/sqlite`;
  for (const [archive, to] of [["wordpress/wp-6.5", wordpress], ["sqlite-database-integration/sqlite-database-integration", database]]) {
    await run(`$zip = new ZipArchive; if ($zip->open('${builds}/src/${archive}.zip') !== true || !$zip->extractTo('${to}')) exit(1);`);
  }
  const place = "'{SQLITE_IMPLEMENTATION_FOLDER_PATH}'";
  const drop = readFileSync(`${database}/sqlite-database-integration-main/db.copy`, "utf8");
  writeFileSync(`${content}/db.php`, drop.replace(place, "__DIR__ . '/mu-plugins/sqlite/sqlite-database-integration-main'"));
  cpSync("classic", `${content}/themes/classic`, { recursive: true });
  cpSync(plugin, `${content}/plugins/article-widget`, { recursive: true });
  await inside(`update_option('home', '${ADDRESS}'); update_option('siteurl', '${ADDRESS}');`);
}

/** What WordPress serves for a post, as a page beside the files that it names. */
async function page(name, id) {
  const { text, httpStatusCode, errors } = await handler.request({ url: `/?p=${id}` });
  if (httpStatusCode !== 200 || errors) throw new Error(`${name}: WordPress answered with ${httpStatusCode} ${errors}`);
  const local = text.replaceAll(`${ADDRESS}/wp-`, "/wp-").replaceAll(`${ADDRESS}/wp-`.replaceAll("/", "\\/"), "\\/wp-");
  for (const [path] of local.replaceAll("\\/", "/").matchAll(/\/wp-(content|includes)\/[\w./-]+/g)) {
    if (existsSync(wordpress + path)) cpSync(wordpress + path, site + path, { recursive: true });
  }
  writeFileSync(`${site}/${name}.html`, local);
}

async function make() {
  const begun = Date.now();
  await unpack();
  mkdirSync(site, { recursive: true });
  const insert = async (post) => Number(await inside(`echo wp_insert_post(${phpText(post)});`));
  const [post, withBlock] = [await insert(POST), await insert(WITH_BLOCK)];
  await page("html-block", withBlock);
  await inside("if (activate_plugin('article-widget/article-widget.php') !== null) exit(1);");
  await page("block-theme", post);
  await inside("switch_theme('classic');");
  await page("classic-theme", post);
  // What the loader fetches by itself, no page names.
  cpSync(`${plugin}/article-widget`, `${site}/wp-content/plugins/article-widget/article-widget`, { recursive: true });
  const versions = await inside("echo 'WordPress ', get_bloginfo('version'), ' on PHP ', PHP_VERSION;");
  console.log(`${versions}: 3 pages in ${Math.round((Date.now() - begun) / 1000)} s`);
}

// PHP would keep the process alive.
make().then(() => process.exit(0), (error) => {
  console.error(error);
  process.exit(1);
});
