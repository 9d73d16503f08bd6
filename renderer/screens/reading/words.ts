import type { Location } from '../../../app/document/locate.ts';
import type { TurnKind } from '../../../schemas/records/content.ts';
import { formatDate, type useT } from '../../i18n/index.ts';

type T = ReturnType<typeof useT>;

/** `blz. 4, alinea 2, betoog`. */
export function placeOfPassage(location: Location, t: T): string {
  const parts = [
    pageWords(location, t),
    location.paragraph === null ? null : t('reading.paragraph', { paragraph: location.paragraph }),
    location.turnKind === null ? null : t(`reading.kind.${location.turnKind satisfies TurnKind}`),
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(', ') : t('reading.place.unknown');
}

/** `blz. 4` or `blz. 4–5`; null where the document has no pages. */
export function pageWords({ page, lastPage }: Location, t: T): string | null {
  if (page === null) return null;
  return lastPage === null || lastPage === page ? t('reading.page', { page }) : t('reading.pages', { page, lastPage });
}

/** `vandaag 10:42`, `gisteren 9:05`, `14 mrt 2026 16:20`. */
export function momentWords(at: string, t: T, now = new Date()): string {
  const time = formatDate(at, { hour: 'numeric', minute: '2-digit' });
  const days = Math.round((startOfDay(now) - startOfDay(new Date(at))) / 86_400_000);
  if (days === 0) return t('reading.today', { time });
  if (days === 1) return t('reading.yesterday', { time });
  return `${formatDate(at, { dateStyle: 'medium' })} ${time}`;
}

const startOfDay = (date: Date) => new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();

/** A quotation short enough for a list, cut at a word. */
export function snippet(quotation: string, longest = 120): string {
  const line = quotation.replaceAll(/\s+/g, ' ').trim();
  if (line.length <= longest) return line;
  const cut = line.slice(0, longest);
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), longest - 20))}…`;
}
