import type { Document } from '../../../schemas/records/document.ts';
import { useT } from '../../i18n/index.ts';
import { Swatch } from '../../ui/swatch.tsx';
import type { OpenProject } from '../../use-cases/workbench.ts';

/** A document whose text was lost: that it was, and what can still be read of it, the words under its codings. */
export function LostText({ document, project }: { document: Document; project: OpenProject }) {
  const t = useT();
  const { codings, codes } = project.state;
  const kept = [...codings.values()].filter((coding) => coding.documentId === document.id).toSorted((a, b) => a.anchor.start - b.anchor.start);
  return (
    <div className="reading-stage">
      <section className="lost-text" aria-labelledby="lost-text-title">
        <h1 id="lost-text-title">{document.name}</h1>
        <p role="alert">{t('reading.lost.lead')}</p>
        {kept.length > 0 && <h2 className="k">{t('reading.lost.kept')} <span>{kept.length}</span></h2>}
        <ul>
          {kept.map((coding) => {
            const code = codes.get(coding.codeId);
            return (
              <li key={coding.id}>
                <blockquote lang={document.language ?? undefined}>{coding.anchor.quotation}</blockquote>
                <small>{code && <Swatch color={code.color} size={8} />} {code?.name}</small>
              </li>
            );
          })}
        </ul>
      </section>
    </div>
  );
}
