import { formatDate, formatNumber, language } from './index.ts';

/** 14,1 % of a share of 0 to 1: one decimal, none from 10 % where `whole`. */
export function formatShare(share: number, whole = false): string {
  return formatNumber(share, { style: 'percent', maximumFractionDigits: whole ? 0 : 1, minimumFractionDigits: whole ? 0 : 1 });
}

/** *vandaag 10:42*, *gisteren 9:05*, *14 maart 16:20*, with the year where it is another one. */
export function formatMoment(instant: string, now = new Date()): string {
  const at = new Date(instant);
  const time = formatDate(at, { hour: '2-digit', minute: '2-digit' });
  return `${formatDay(instant, now)} ${time}`;
}

/** *vandaag*, *gisteren*, *14 maart*, *14 maart 2023*. */
export function formatDay(instant: string, now = new Date()): string {
  const at = new Date(instant);
  const days = Math.round((startOfDay(now) - startOfDay(at)) / 86_400_000);
  if (days === 0 || days === 1) return new Intl.RelativeTimeFormat(language(), { numeric: 'auto' }).format(-days, 'day');
  const year = at.getFullYear() === now.getFullYear() ? {} : { year: 'numeric' as const };
  return formatDate(at, { day: 'numeric', month: 'long', ...year });
}

/** 1,2 MB: for people, so 1 MB is a million bytes. */
export function formatBytes(bytes: number): string {
  if (bytes < 1000) return formatNumber(bytes, { style: 'unit', unit: 'byte', unitDisplay: 'short' });
  if (bytes < 1_000_000) return formatNumber(bytes / 1000, { style: 'unit', unit: 'kilobyte', maximumFractionDigits: 0 });
  const megabytes = bytes / 1_000_000;
  return formatNumber(megabytes, { style: 'unit', unit: 'megabyte', maximumFractionDigits: megabytes < 100 ? 1 : 0 });
}

function startOfDay(date: Date): number {
  return new Date(date.getFullYear(), date.getMonth(), date.getDate()).getTime();
}
