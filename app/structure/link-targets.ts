/**
 * Targets of links that a PDF prints again at the end of a page: lines that are nothing but an address, the last on
 * their page (`isLast`), of an address that also stands in the running text. Others are left where they are.
 */
export function findLinkTargets(texts: readonly string[], isLast: (at: number) => boolean): number[] {
  const candidates: number[] = [];
  for (let at = texts.length - 1; at >= 0; at -= 1) {
    if (address.test(texts[at] ?? '') && (isLast(at) || candidates.at(-1) === at + 1)) candidates.push(at);
  }
  if (candidates.length === 0) return [];
  const wanted = new Set(candidates.map((at) => bare(texts[at] ?? '')));
  const inText = new Set<string>();
  texts.forEach((text) => {
    if (address.test(text)) return;
    for (const [found] of text.matchAll(/(?:https?:\/\/|www\.)[^\s<>()"'‘’“”]+/giu)) if (wanted.has(bare(found))) inText.add(bare(found));
  });
  return candidates.filter((at) => inText.has(bare(texts[at] ?? ''))).toReversed();
}

const address = /^(?:https?:\/\/|www\.)\S+$/iu;

/** An address without what may differ between two printings of it. */
const bare = (text: string) => text.toLowerCase().replace(/^https?:\/\//, '').replace(/[/.,;]+$/, '');
