// Runs `npm ci` only when the lock file changed since the last time, so that a build without news costs nothing.
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const room = join(dirname(fileURLToPath(import.meta.url)), '..');
const stamp = join(room, 'node_modules', '.kiosk-lock-sha256');
const lock = createHash('sha256')
  .update(readFileSync(join(room, 'package-lock.json')))
  .digest('hex');

if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) process.exit(0);

const { status } = spawnSync(
  'npm',
  ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error'],
  { cwd: room, stdio: 'inherit' },
);
if (status !== 0) {
  console.error('npm ci failed: check that Node 20 or newer and npm are installed and the npm registry is reachable');
  process.exit(status ?? 1);
}
writeFileSync(stamp, lock);
