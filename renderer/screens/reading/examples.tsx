import type { Code } from '../../../schemas/records/code.ts';
import { examplesOf } from '../../../app/coding/examples.ts';
import { useT } from '../../i18n/index.ts';
import type { OpenProject } from '../../use-cases/workbench.ts';
import { showCoding } from './coding-actions.ts';

/** Passages that show what a theme means, chosen at the coding; each opens in its place. */
export function Examples({ code, project }: { code: Code; project: OpenProject }) {
  const t = useT();
  const examples = examplesOf(project.state, code);
  if (examples.length === 0) return null;
  return (
    <section className="card-examples" aria-labelledby="theme-examples">
      <h3 className="field-label" id="theme-examples">{t('codebook.examples')}</h3>
      <ul>
        {examples.map(({ id, anchor }) => (
          <li key={id}><button type="button" className="passage-link" onClick={() => showCoding(id)}>{anchor.quotation}</button></li>
        ))}
      </ul>
    </section>
  );
}
