import type { PageLine } from './page-lines.ts';

/** The lines with what stands beside or across the text moved behind the nearest paragraph that ends on its page. */
export function withAsides(lines: readonly PageLine[], endsAfter: (line: PageLine) => boolean): PageLine[] {
  const order = lines.filter(inFlow);
  for (const group of groupsOf(lines)) {
    const [first] = group;
    if (!first) continue;
    const place = lines.slice(0, lines.indexOf(first)).findLast(inFlow);
    const from = place ? order.indexOf(place) : -1;
    const onPage = (line: PageLine | undefined) => line?.page === first.page;
    let at = from;
    while (onPage(order[at]) && !endsAfter(order[at] ?? first) && onPage(order[at + 1])) at += 1;
    // Nothing ends behind it on this page: before the paragraph that runs on to the next.
    if (onPage(order[at]) && !endsAfter(order[at] ?? first)) {
      at = from;
      while (onPage(order[at]) && !endsAfter(order[at] ?? first)) at -= 1;
    }
    order.splice(at + 1, 0, ...group);
  }
  return order;
}

const inFlow = ({ kind }: PageLine) => kind !== 'aside' && kind !== 'turned';

/** Lines out of the flow, those of one region together. */
function groupsOf(lines: readonly PageLine[]): PageLine[][] {
  const groups: PageLine[][] = [];
  for (const line of lines) {
    if (inFlow(line)) continue;
    const last = groups.at(-1);
    if (last?.[0]?.region === line.region && line.kind === 'aside') last.push(line);
    else groups.push([line]);
  }
  return groups;
}
