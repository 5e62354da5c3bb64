// Puts the site together without a bundler: the sources and lit's own published modules as they are, the tables that are
// made at build, and a page for each face. All but the pages lies in a folder named after its contents, so that a browser
// may keep it for good and never mixes two versions.
import { createHash } from 'node:crypto';
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { graphOf } from './modules.mjs';

/** Folders of the site's `lib/` and the packages they come from. */
export const PACKAGES = { lit: 'lit', 'lit-html': 'lit-html', 'lit-element': 'lit-element', 'reactive-element': '@lit/reactive-element' };
/** Each face: its page, and the module whose imports the browser is told of before it finds them. */
export const FACES = {
  citizen: { page: 'index.html', graph: 'src/citizen/start.js' },
  worker: { page: 'worker.html', graph: 'src/worker/main.js' },
  technician: { page: 'technician.html', graph: 'src/technician/main.js' },
};

/** Builds into `out`; `tables` is {name: text}. */
export function site(room, out, tables) {
  const fresh = join(out, 'fresh');
  rmSync(out, { recursive: true, force: true });
  cpSync(join(room, 'src'), join(fresh, 'src'), { recursive: true });
  mkdirSync(join(fresh, 'tables'));
  for (const [name, text] of Object.entries(tables)) writeFileSync(join(fresh, 'tables', name), text);
  const map = JSON.parse(readFileSync(join(room, 'import-map.json'), 'utf8'));
  const read = (path) => {
    if (!existsSync(join(fresh, path))) library(room, fresh, path);
    return readFileSync(join(fresh, path), 'utf8');
  };
  const entries = modulesIn(join(fresh, 'src')).map((path) => relative(fresh, path));
  for (const entry of entries) graphOf(entry, map, read);
  for (const face of Object.keys(FACES)) flatten(join(fresh, 'src', 'styles', `${face}.css`));
  const folder = `/ui/${digestOf(fresh)}`;
  renameSync(fresh, join(out, folder.slice('/ui/'.length)));
  for (const { page, graph } of Object.values(FACES)) {
    const modules = graphOf(graph, map, (path) => readFileSync(join(out, folder.slice('/ui/'.length), path), 'utf8'));
    writeFileSync(join(out, page), filled(readFileSync(join(room, page), 'utf8'), folder, map, modules));
  }
}

/** A style sheet that names others holds them instead: a page waits for each of its sheets before it shows anything. */
function flatten(path) {
  const held = (_, name) => `/* ${name} */\n${readFileSync(join(dirname(path), name), 'utf8')}`;
  writeFileSync(path, readFileSync(path, 'utf8').replace(/@import '\.\/([\w-]+\.css)';\n/g, held));
}

/** One file of a package, and the package's licence. */
function library(room, fresh, path) {
  const [, name, ...rest] = path.split('/');
  if (!path.startsWith('lib/') || !PACKAGES[name]) throw new Error(`no module is called ${path}`);
  const source = join(room, 'node_modules', ...PACKAGES[name].split('/'));
  mkdirSync(dirname(join(fresh, path)), { recursive: true });
  copyFileSync(join(source, ...rest), join(fresh, path));
  copyFileSync(join(source, 'LICENSE'), join(fresh, 'lib', name, 'LICENSE'));
}

function filled(html, folder, map, modules) {
  const imports = Object.fromEntries(Object.entries(map).map(([name, path]) => [name, `${folder}/${path}`]));
  const kind = (path) => (path.endsWith('.json') ? ' as="json"' : '');
  const links = modules.map((path) => `<link rel="modulepreload"${kind(path)} href="${folder}/${path}">`);
  return html
    .replaceAll('__SITE__', folder)
    .replace('__IMPORTS__', () => JSON.stringify({ imports }))
    .replace(/( *)<!-- modules -->/, (_, indent) => links.map((link) => indent + link).join('\n'));
}

function modulesIn(folder) {
  return filesIn(folder).filter((path) => path.endsWith('.js'));
}

function filesIn(folder) {
  return readdirSync(folder).sort().flatMap((name) => {
    const path = join(folder, name);
    return statSync(path).isDirectory() ? filesIn(path) : [path];
  });
}

function digestOf(folder) {
  const digest = createHash('sha256');
  for (const path of filesIn(folder)) digest.update(relative(folder, path)).update('\0').update(readFileSync(path)).update('\0');
  return digest.digest('hex').slice(0, 16);
}
