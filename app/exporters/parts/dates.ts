const months = {
  nl: ['januari', 'februari', 'maart', 'april', 'mei', 'juni', 'juli', 'augustus', 'september', 'oktober', 'november', 'december'],
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
} as const;

/** `14 maart 2024` from an ISO date or instant (its day in UTC). Own month names, so that every machine writes the same. */
export function longDate(iso: string, language: 'nl' | 'en'): string {
  const [year = '', month = '', day = ''] = iso.slice(0, 10).split('-');
  return `${Number(day)} ${months[language][Number(month) - 1] ?? month} ${year}`;
}
