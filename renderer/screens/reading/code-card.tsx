import type { Code } from '../../../schemas/records/code.ts';
import { ancestry, pathSeparator } from '../../../app/coding/tree.ts';
import { useT } from '../../i18n/index.ts';
import { Swatch } from '../../ui/swatch.tsx';
import { themeColor } from '../../../app/coding/theme-color.ts';
import type { OpenProject } from '../../use-cases/workbench.ts';
import { AlsoTheme } from './also-theme.tsx';
import { Examples } from './examples.tsx';
import { MemoField } from './memo-field.tsx';

/** The chosen theme: what it means, the memo on it, and its passages. */
export function CodeCard({ code, project }: { code: Code; project: OpenProject }) {
  const t = useT();
  const above = ancestry(project.state, code.id).slice(1).toReversed().map(({ name }) => name);
  return (
    <>
      <section className="card" aria-labelledby="chosen-theme" style={{ '--c': themeColor(code.color) } as React.CSSProperties}>
        {above.length > 0 && <p className="card-path">{above.join(pathSeparator)}</p>}
        <h2 className="card-title" id="chosen-theme"><Swatch color={code.color} size={11} />{code.name}{code.key !== null && <kbd className="kbd">{code.key}</kbd>}</h2>
        <p className="card-definition">{code.definition === '' ? t('codebook.no-definition') : code.definition}</p>
        {code.inactive === true && <p className="card-note">{t('codebook.is-inactive')}</p>}
        {(code.use || code.avoid) && (
          <dl className="card-rules">
            {code.use && <><dt>{t('codebook.use')}</dt><dd>{code.use}</dd></>}
            {code.avoid && <><dt>{t('codebook.avoid')}</dt><dd>{code.avoid}</dd></>}
          </dl>
        )}
        <Examples code={code} project={project} />
        <MemoField target={{ kind: 'code', id: code.id }} project={project} />
      </section>
      <AlsoTheme code={code} except={null} project={project} title={t('codebook.codings')} />
    </>
  );
}
