import type { AnalysisColumn, AnalysisRow } from './analysis.ts';

type Language = 'nl' | 'en';

/** A cell as people read it: 1.234, 14,1 %, 0,25, *ja*; terms by their words; *–* where there is nothing. */
export function cellWords({ unit, terms }: AnalysisColumn, value: AnalysisRow[string] | undefined, language: Language): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'boolean') return value ? { nl: 'ja', en: 'yes' }[language] : { nl: 'nee', en: 'no' }[language];
  if (typeof value === 'string') return terms?.[value]?.[language] ?? value;
  switch (unit) {
    case 'share': return format(value, language, { style: 'percent', minimumFractionDigits: 1, maximumFractionDigits: 1 });
    case 'ratio': return format(value, language, { minimumFractionDigits: 3, maximumFractionDigits: 3 });
    case 'number': return String(value);
    default: return format(value, language, {});
  }
}

/** What stands under a column's name: of what it is a share, or that it is a number of things; empty for words. */
export function unitWords({ unit, of }: AnalysisColumn, language: Language): string {
  if (of) return of[language];
  switch (unit) {
    case 'count': return { nl: 'aantal', en: 'number' }[language];
    case 'share': return '%';
    case 'ratio': return { nl: 'coëfficiënt', en: 'coefficient' }[language];
    default: return '';
  }
}

const formats = new Map<string, Intl.NumberFormat>();

function format(value: number, language: Language, options: Intl.NumberFormatOptions): string {
  const key = `${language}/${options.style ?? ''}/${options.minimumFractionDigits ?? ''}`;
  const known = formats.get(key) ?? new Intl.NumberFormat(language, options);
  formats.set(key, known);
  return known.format(value);
}
