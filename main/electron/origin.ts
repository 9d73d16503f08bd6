/** The page's own scheme and host: the one origin that is served and listened to. */
export const scheme = 'app';
export const origin = `${scheme}://hoorwerk`;
export const startPage = `${origin}/index.html`;

/** Whether an address is a page or file of ours. */
export function isOurs(address: string): boolean {
  return address === origin || address.startsWith(`${origin}/`);
}

/** Whether a request may be made at all: our own files, and blobs that our own page made. */
export function mayRequest(address: string): boolean {
  return isOurs(address) || address.startsWith(`blob:${origin}/`);
}
