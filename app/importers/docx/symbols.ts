/** Letters for the signs of symbol fonts that stand in minutes: bullets, arrows, boxes that are ticked. */
const signs: Readonly<Record<string, string>> = {
  'b7': '•', 'a7': '▪', 'd8': '➢', '76': '❖', '6e': '■', '6f': '□', '71': '❑', 'a8': '□', 'fc': '✓', 'fb': '✗', 'fe': '☑', 'fd': '☒', 'e0': '→', 'df': '←', 'e8': '➔', 'f0': '⇨', '4a': '☺', '4c': '☹',
};

/** Greek letters and signs of the font Symbol, where these differ from the other symbol fonts. */
const greek: Readonly<Record<string, string>> = {
  '61': 'α', '62': 'β', '67': 'γ', '64': 'δ', '6d': 'μ', '70': 'π', '73': 'σ', '44': 'Δ', '57': 'Ω', 'a3': '≤', 'b3': '≥', 'b1': '±', 'b4': '×', 'b0': '°', 'ae': '→', 'ac': '←', 'de': '⇒', 'b9': '≠', 'bb': '≈', 'd6': '√', 'a5': '∞',
};

/** The letter for `<w16se:symEx w16se:char="1F60A"/>`, as Word writes emoji. */
export function emojiLetter(char: string): string | null {
  const code = Number.parseInt(char, 16);
  return code >= 0xa0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : null;
}

/** The letter for `<w:sym w:font="Wingdings" w:char="F0FC"/>`; null where there is none. */
export function symbolLetter(font: string, char: string): string | null {
  const code = Number.parseInt(char, 16);
  if (Number.isNaN(code)) return null;
  // The private place of symbol fonts; other codes are letters as they stand.
  if (code < 0xf000 || code > 0xf0ff) return code < 0x20 || code > 0xffff || (code >= 0xd800 && code < 0xe000) ? null : String.fromCharCode(code);
  const key = (code & 0xff).toString(16);
  return (/^symbol$/iu.test(font) ? greek[key] : undefined) ?? signs[key] ?? null;
}
