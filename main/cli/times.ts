/**
 * The instant that a build writes everywhere, so that the same input gives the same bytes: `SOURCE_DATE_EPOCH` (seconds,
 * as reproducible builds set it), else the first moment of 2000.
 */
export function buildInstant(): string {
  return sourceDate() ?? '2000-01-01T00:00:00.000Z';
}

/** The instant that an export names as its own: `SOURCE_DATE_EPOCH`, else now. */
export function exportInstant(): string {
  return sourceDate() ?? new Date().toISOString();
}

function sourceDate(): string | null {
  const seconds = process.env['SOURCE_DATE_EPOCH'];
  return seconds !== undefined && /^\d{1,11}$/.test(seconds) ? new Date(Number(seconds) * 1000).toISOString() : null;
}
