import { useMemo } from 'react';
import type { CodingId } from '../../../schemas/ids.ts';
import type { Code } from '../../../schemas/records/code.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { plainTextOf } from '../../use-cases/plain-text-of.ts';
import type { OpenProject } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';
import { showCoding } from './coding-actions.ts';
import { speakersIn, themePassages, withoutOne } from './theme-passages.ts';
import { pageWords, snippet } from './words.ts';

interface AlsoThemeProps { code: Code; except: CodingId | null; project: OpenProject; title: string }

/** More than these are for the passages view. */
const most = 20;

/** The theme's passages elsewhere, each a way to its place. */
export function AlsoTheme({ code, except, project, title }: AlsoThemeProps) {
  const t = useT();
  const here = useUi((state) => state.documentId);
  const passages = useMemo(() => themePassages(project, code.id, plainTextOf), [project, code.id]);
  const shown = withoutOne(passages, except, most);
  if (passages.length === 0 || (except !== null && shown.length === 0)) return null;
  return (
    <section className="card-list">
      <h3 className="k">
        <b className="k-name">{title}</b>
        <span>{t('reading.also.count', { codings: passages.length, speakers: speakersIn(passages) })}</span>
      </h3>
      <ul>
        {shown.map(({ coding, document, location }) => {
          const details = [
            ...(location?.speakers.map(({ name }) => name) ?? []), location && pageWords(location, t),
            ...(document.id === here ? [] : [document.name]),
          ].filter((part): part is string => typeof part === 'string');
          return (
            <li key={coding.id}>
              <button type="button" className="passage-link" onClick={() => showCoding(coding.id)}>
                {snippet(coding.anchor.quotation)}
                <small>{location ? details.join(' · ') : t('reading.orphan.short')}</small>
              </button>
            </li>
          );
        })}
      </ul>
      {shown.length + (except === null ? 0 : 1) < passages.length && (
        <Button variant="quiet" onPress={() => useUi.setState({ codeId: code.id, view: 'passages' })}>{t('reading.also.all', { count: passages.length })}</Button>
      )}
    </section>
  );
}
