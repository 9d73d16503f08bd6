import type { CodeId } from '../../../schemas/ids.ts';
import { themeFrequencies } from '../../analyses/theme-frequencies.ts';
import type { ProjectSnapshot } from '../../coding/state.ts';

/** The figures of one theme itself, without the themes below it. */
export interface ThemeCounts {
  /** Every coding, also of moderators and outside turns. */
  codings: number;
  /** Those that count: they touch a turn of a speaker who is counted. */
  counted: number;
  words: number;
  speakers: number;
  oneVoice: boolean;
}

/** By theme: the theme frequencies as they are counted by default, with the number of all codings beside them. */
export function themeCounts(snapshot: ProjectSnapshot): Map<CodeId, ThemeCounts> {
  const codings = new Map<unknown, number>();
  for (const { codeId } of snapshot.state.codings.values()) codings.set(codeId, (codings.get(codeId) ?? 0) + 1);
  const { rows } = themeFrequencies.run(snapshot, themeFrequencies.options.parse({}));
  const byCode = new Map(rows.map((row) => [row.code_id, row]));
  return new Map([...snapshot.state.codes.keys()].map((id): [CodeId, ThemeCounts] => {
    const row = byCode.get(id);
    return [id, {
      codings: codings.get(id) ?? 0, counted: Number(row?.codings ?? 0), words: Number(row?.words ?? 0),
      speakers: Number(row?.speakers ?? 0), oneVoice: row?.one_voice === true,
    }];
  }));
}
