import type { Coding } from '../../../schemas/records/coding.ts';
import type { PlainText, TextRange } from '../../../app/document/plain-text.ts';
import { useT } from '../../i18n/index.ts';
import { Swatch } from '../../ui/swatch.tsx';
import type { OpenProject } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';
import { drawnCodings } from './drawn-codings.ts';

interface OtherCodingsProps { coding: Coding; place: TextRange; text: PlainText; project: OpenProject }

/** The other codings over the same text, longest first. */
export function OtherCodings({ coding, place, text, project }: OtherCodingsProps) {
  const t = useT();
  const hovered = useUi((state) => state.hoveredCodingId);
  const others = [...drawnCodings(project.state.codings, coding.documentId, text).values()]
    .filter(({ id, start, end }) => id !== coding.id && start < place.end && end > place.start)
    .toSorted((a, b) => b.end - b.start - (a.end - a.start) || a.start - b.start);
  if (others.length === 0) return null;
  return (
    <section className="card-list">
      <h3 className="k">{t('reading.here-too')} <span>{others.length}</span></h3>
      <ul>
        {others.map(({ id, codeId }) => {
          const code = project.state.codes.get(codeId);
          const coder = project.state.coders.get(project.state.codings.get(id)?.coderId ?? coding.coderId);
          return code && (
            <li key={id}>
              <button
                type="button" className={hovered === id ? 'here lit' : 'here'} onClick={() => useUi.setState({ focusedCodingId: id })}
                onMouseEnter={() => useUi.setState({ hoveredCodingId: id })} onMouseLeave={() => useUi.setState({ hoveredCodingId: null })}
                onFocus={() => useUi.setState({ hoveredCodingId: id })} onBlur={() => useUi.setState({ hoveredCodingId: null })}
              >
                <Swatch color={code.color} />
                <span>{code.name}</span>
                <small>{coder?.initials}</small>
              </button>
            </li>
          );
        })}
      </ul>
    </section>
  );
}
