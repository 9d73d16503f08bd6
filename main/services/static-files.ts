import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** A file of the screen. */
export interface StaticFile { type: string; bytes: Uint8Array<ArrayBuffer> }

/**
 * The screen's files by their path in an address (`/index.html`, and `/` for the same), all read at once: what is not
 * among them is not served, whatever an address says, and a build meanwhile changes nothing for a running program.
 */
export async function readStaticFiles(folder: string): Promise<ReadonlyMap<string, StaticFile>> {
  const files = new Map<string, StaticFile>();
  for (const entry of await readdir(folder, { withFileTypes: true, recursive: true })) {
    if (!entry.isFile()) continue;
    const file = path.join(entry.parentPath, entry.name);
    const address = `/${path.relative(folder, file).split(path.sep).map(encodeURIComponent).join('/')}`;
    files.set(address, { type: types[path.extname(entry.name).toLowerCase()] ?? 'application/octet-stream', bytes: await readFile(file) });
  }
  const index = files.get('/index.html');
  if (index) files.set('/', index);
  return files;
}

/** Headers of every answer of the screen's origin, in both hosts. The program never needs the network, so nothing else is allowed. */
export const safeHeaders: Readonly<Record<string, string>> = {
  'content-security-policy': [
    "default-src 'none'", "script-src 'self'", "style-src 'self'", "img-src 'self' blob: data:", "font-src 'self'", "worker-src 'self'",
    "connect-src 'self'", "object-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'permissions-policy': 'camera=(), microphone=(), geolocation=(), display-capture=(), usb=(), serial=(), hid=(), payment=()',
  'cache-control': 'no-store',
};

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.txt': 'text/plain; charset=utf-8',
};
