// What of others' is in the site, for the bill of materials: a line each of name, version and licence.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The lines of some packages, in order of their names; `room` is where they are installed. */
export function parts(room, names) {
  return [...names].sort().map((name) => {
    const { version, license } = JSON.parse(readFileSync(join(room, 'node_modules', ...name.split('/'), 'package.json'), 'utf8'));
    if (!version || !license) throw new Error(`${name} does not say its version and licence`);
    return `${name} ${version} ${license}`;
  });
}
