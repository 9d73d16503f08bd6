/** In which forms one analysis leaves. CSV comes in a zip, since a table can't say what it counts. */
export const viewFormats = { csv: 'zip', xlsx: 'xlsx', svg: 'svg' } as const;
export type ViewFormat = keyof typeof viewFormats;
