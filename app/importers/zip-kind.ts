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

/** One letter a byte, for looking at signatures. */
export function latin(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return text;
}
