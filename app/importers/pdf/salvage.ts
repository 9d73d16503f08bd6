/**
 * A cut or damaged PDF with a new list of pages at its end, made of the page objects that can still be seen in it, so
 * that pdf.js, which rebuilds the rest, finds them. Writers put the list of pages at the end, where a broken download
 * stops. Null where no page can be seen: in files whose objects are packed together none can. Linear in the bytes.
 */
export function salvagePages(bytes: Uint8Array): Uint8Array | null {
  const found = pageObjects(bytes);
  if (found.pages.length === 0) return null;
  const tree = found.highest + 1;
  const kids = found.pages.map(({ number, generation }) => `${number} ${generation} R`).join(' ');
  const tail = `\nendstream\nendobj\n${tree} 0 obj\n<< /Type /Pages /Kids [${kids}] /Count ${found.pages.length} /MediaBox [0 0 595 842] >>\nendobj\n`
    + `${tree + 1} 0 obj\n<< /Type /Catalog /Pages ${tree} 0 R >>\nendobj\ntrailer\n<< /Size ${tree + 2} /Root ${tree + 1} 0 R >>\nstartxref\n0\n%%EOF\n`;
  const whole = new Uint8Array(bytes.length + tail.length);
  whole.set(bytes);
  whole.set(new TextEncoder().encode(tail), bytes.length);
  return whole;
}

interface PageObject { number: number; generation: number }

/** Objects that call themselves a page, in the order of the file, which is that of writing. */
function pageObjects(bytes: Uint8Array): { pages: PageObject[]; highest: number } {
  const pages = new Map<number, PageObject>();
  let highest = 0;
  // A piece at a time, with what may have been cut at its edge.
  for (let from = 0; from < bytes.length; from += pieceSize) {
    const text = Array.from(bytes.subarray(from, from + pieceSize + longestObject), (byte) => String.fromCharCode(byte)).join('');
    for (const match of text.matchAll(/(?:^|[\r\n ])(\d{1,7}) (\d{1,5}) obj\b([^]{0,600})/g)) {
      const number = Number(match[1]);
      const own = (match[3] ?? '').split(/endobj|stream/)[0] ?? '';
      highest = Math.max(highest, number);
      // The last of several with one number is the one that counts.
      if (/\/Type\s*\/Page(?![A-Za-z])/.test(own)) pages.set(number, { number, generation: Number(match[2]) });
    }
  }
  return { pages: [...pages.values()], highest };
}

const pieceSize = 1 << 20;
const longestObject = 700;
