import { useEffect, useState } from 'react';
import type { CodeId } from '../../../schemas/ids.ts';
import type { ProjectSnapshot } from '../../../app/coding/state.ts';
import { language } from '../../i18n/index.ts';
import { viewOf } from '../../use-cases/analyse.ts';
import { usePassages } from './passages-state.ts';
import type { Passages } from './use-passages.ts';

/** The speaker with more than half of a theme's words (counting.md: one voice). */
export interface Loudest { name: string; share: number }

/** The one voice of the theme that is shown, counted off the screen's thread; null where there is none, or not yet. */
export function useLoudest({ snapshot, code }: Pick<Passages, 'snapshot' | 'code'>): Loudest | null {
  const withSubtree = usePassages((state) => state.withSubthemes);
  const codeId = code?.id ?? null;
  const [found, setFound] = useState<{ snapshot: ProjectSnapshot; codeId: CodeId; withSubtree: boolean; loudest: Loudest | null } | null>(null);
  useEffect(() => {
    if (codeId === null) return undefined;
    const leaving = new AbortController();
    const request = { id: 'theme-frequencies', options: { withSubtree }, sorting: null, filter: '', language: language(), width: null };
    const find = async () => {
      const result = await viewOf(snapshot, request, leaving.signal);
      if (!result.ok || leaving.signal.aborted) return;
      const row = result.value.table.rows.find((one) => one['code_id'] === codeId);
      const name = row?.['one_voice_name'];
      setFound({ snapshot, codeId, withSubtree, loudest: typeof name === 'string' ? { name, share: Number(row?.['one_voice_share']) } : null });
    };
    void find();
    return () => leaving.abort();
  }, [snapshot, codeId, withSubtree]);
  return found?.snapshot === snapshot && found.codeId === codeId && found.withSubtree === withSubtree ? found.loudest : null;
}
