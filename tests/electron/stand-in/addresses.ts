/**
 * Chromium knows no `app://`, so the stand-in shows `app://HOST` as `http://HOST.app.localhost`: a secure context with a
 * stable origin, whose IndexedDB survives restarts.
 */
export const schemeHost = (scheme: string, host: string) => `${host}.${scheme}.localhost`;

export function toReal(address: string, schemes: Iterable<string>): string {
  for (const scheme of schemes) {
    const match = new RegExp(`^${scheme}://([^/]+)(.*)$`).exec(address);
    if (match) return `http://${schemeHost(scheme, match[1] ?? '')}${match[2] ?? ''}`;
  }
  return address;
}

export function toApp(address: string): string {
  return address.replace(/^(blob:)?http:\/\/([^/:]+)\.([^./:]+)\.localhost(?::\d+)?/, '$1$3://$2');
}
