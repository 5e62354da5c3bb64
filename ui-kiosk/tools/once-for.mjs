// Makes files only when what they are made from has changed.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const room = join(dirname(fileURLToPath(import.meta.url)), '..');

/** Answers `folder`, filled with what `make()` gave ({name: text}) for these sources. */
export function onceFor(folder, sources, make) {
  const digest = createHash('sha256');
  for (const source of sources) digest.update(readFileSync(join(room, source)));
  const wanted = digest.digest('hex');
  const stamp = join(folder, '.stamp');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return folder;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, text] of Object.entries(make())) writeFileSync(join(folder, name), text);
  writeFileSync(stamp, wanted);
  return folder;
}
