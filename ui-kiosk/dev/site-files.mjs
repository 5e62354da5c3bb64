// DEVELOPMENT ONLY. Serves the built site as the runtime does: the same headers, the same policy, the same places.
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const site = join(dirname(fileURLToPath(import.meta.url)), '..', 'target', 'classes', 'ui');
const ENTRIES = { '/': 'index.html', '/worker': 'worker.html', '/technician': 'technician.html' };
const NAME = /^\/ui\/((?:[\w-]+\/){1,4}[\w-]+(?:\.[\w-]+){0,3}\.[a-z0-9]{1,5})$/;
const TYPES = {
  '.json': 'application/json',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** The runtime's policy; `scripts` names more sources of scripts. */
function policy(scripts = '') {
  return (
    `default-src 'none'; script-src 'self'${scripts}; style-src 'self'; img-src 'self' blob: data:; font-src 'self'; ` +
    "media-src 'self'; connect-src 'self'; form-action 'none'; frame-ancestors 'none'; base-uri 'none'; " +
    "require-trusted-types-for 'script'; trusted-types lit-html; sandbox allow-scripts allow-same-origin allow-forms"
  );
}

/** What every answer carries. */
export const HEADERS = {
  'Content-Security-Policy': policy(),
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
};

/** Answers a request for a page or one of its files; false when it asks for neither. */
export function serveFile(path, response, token, more = {}) {
  if (Object.hasOwn(ENTRIES, path)) {
    const html = readFileSync(join(site, ENTRIES[path]), 'utf8').replace('__KIOSK_TOKEN__', token);
    const [, map] = /<script type="importmap">(.*?)<\/script>/s.exec(html);
    const hash = createHash('sha256').update(map).digest('base64');
    send(response, html, { ...HEADERS, ...more, 'Content-Security-Policy': policy(` 'sha256-${hash}'`), 'Content-Type': TYPES['.html'] });
    return true;
  }
  const [, name] = NAME.exec(path) ?? [];
  if (name === undefined) return false;
  const kept = { 'Cache-Control': 'public, max-age=31536000, immutable', 'Content-Type': TYPES[extname(name)] };
  send(response, readFileSync(join(site, name)), { ...HEADERS, ...kept });
  return true;
}

function send(response, body, headers) {
  response.writeHead(200, headers);
  response.end(body);
}
