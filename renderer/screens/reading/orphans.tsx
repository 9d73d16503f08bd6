import { useT } from '../../i18n/index.ts';
import { Swatch } from '../../ui/swatch.tsx';
import type { OpenProject } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';
import { snippet } from './words.ts';

/** Codings whose text was not found again: shown, never dropped. */
export function Orphans({ project }: { project: OpenProject }) {
  const t = useT();
  const { codings, codes } = project.state;
  const orphans = project.verification.orphans.flatMap((id) => codings.get(id) ?? []);
  if (orphans.length === 0) return null;
  return (
    <section className="card-list orphans">
      <h3 className="k">{t('reading.orphan.title')} <span>{orphans.length}</span></h3>
      <p className="card-definition">{t('reading.orphan.lead')}</p>
      <ul>
        {orphans.map((coding) => {
          const code = codes.get(coding.codeId);
          return (
            <li key={coding.id}>
              <button type="button" className="passage-link" onClick={() => useUi.setState({ focusedCodingId: coding.id })}>
                {snippet(coding.anchor.quotation)}
                <small>{code && <Swatch color={code.color} size={8} />} {code?.name}</small>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
