import type { CodeNode } from '../../../app/coding/tree.ts';
import { fold } from '../../../app/support/fold.ts';

/** The themes whose name or definition holds these letters, with those above them; accents and case do not count. */
export function filterTree(nodes: readonly CodeNode[], typed: string): CodeNode[] {
  const letters = fold(typed.trim());
  if (letters === '') return [...nodes];
  const kept = (node: CodeNode): CodeNode[] => {
    const children = node.children.flatMap(kept);
    const fits = fold(`${node.code.name}\n${node.code.definition}`).includes(letters);
    return fits || children.length > 0 ? [{ ...node, children: fits ? node.children : children }] : [];
  };
  return nodes.flatMap(kept);
}
