/**
 * What kind of document a zip is, by the names of its files, which stand in plain letters at its start and in the list
 * at its end; the name of the file only tells where these do not. Null where it is no zip.
 */
export function zipKind(bytes: Uint8Array, fileName: string): 'docx' | 'odt' | 'zip' | null {
  const head = latin(bytes.subarray(0, 4096));
  if (!head.startsWith('PK\u0003\u0004') && !head.startsWith('PK\u0005\u0006')) return null;
  if (head.includes('mimetypeapplication/vnd.oasis.opendocument.text')) return 'odt';
  if (head.includes('word/') || latin(bytes.subarray(-65_536)).includes('word/document')) return 'docx';
  if (/\.doc[xm]$/iu.test(fileName)) return 'docx';
  return /\.odt$/iu.test(fileName) ? 'odt' : 'zip';
}

/** The start of a text file, letter by letter, without its byte order mark; of UTF-16 the letters that are Latin. */
export const headLetters = (bytes: Uint8Array) => (
  latin(bytes.subarray(0, 4096)).replaceAll('\0', '').replace(/^(?:\u00EF\u00BB\u00BF|\u00FF\u00FE|\u00FE\u00FF)?/u, ''));

/** What a PDF says at its start, where other bytes may stand before it. */
export const hasPdfSignature = (bytes: Uint8Array) => latin(bytes.subarray(0, 1024)).includes('%PDF-');

/** The first bytes of what Word wrote before 2007. */
export const hasOldWordSignature = (bytes: Uint8Array) => latin(bytes.subarray(0, 8)) === '\u00D0\u00CF\u0011\u00E0\u00A1\u00B1\u001A\u00E1';

/** Whether these letters, one a byte, stand anywhere in a file. */
export function includesLetters(bytes: Uint8Array, letters: string): boolean {
  const wanted = Array.from(letters, (letter) => letter.charCodeAt(0));
  for (let at = bytes.indexOf(wanted[0] ?? 0); at >= 0; at = bytes.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, index) => bytes[at + index] === byte)) return true;
  }
  return false;
}

/** One letter a byte, for looking at signatures. */
export function latin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
