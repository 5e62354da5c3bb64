// Which modules a module imports, found by reading them; nothing is changed in any of them.
const IMPORT = /(?:^|;)\s*(?:import|export)\s*(?:[^'"();]*?\bfrom\s*)?["']([^"']+)["']/gm;

/** Where a specifier leads from a module, as a path of the site; `map` is the import map, paths of the site too. */
export function resolve(specifier, from, map) {
  if (/^\.\.?\//.test(specifier)) return new URL(specifier, `site:/${from}`).pathname.slice(1);
  if (Object.hasOwn(map, specifier)) return map[specifier];
  const folder = Object.keys(map).find((key) => key.endsWith('/') && specifier.startsWith(key));
  if (folder === undefined) throw new Error(`${from} imports ${specifier}, which import-map.json does not name`);
  return map[folder] + specifier.slice(folder.length);
}

/** Everything that a module imports statically, itself first, each once; `read(path)` answers a module's text. */
export function graphOf(entry, map, read) {
  const found = new Set([entry]);
  for (const path of found) {
    if (!path.endsWith('.js')) continue;
    for (const [, specifier] of read(path).matchAll(IMPORT)) found.add(resolve(specifier, path, map));
  }
  return [...found];
}
