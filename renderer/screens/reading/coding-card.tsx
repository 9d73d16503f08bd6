import { Copy, FileSearch, Trash2 } from 'lucide-react';
import type { Code } from '../../../schemas/records/code.ts';
import type { Coding } from '../../../schemas/records/coding.ts';
import { codeTree, flattenTree, pathSeparator } from '../../../app/coding/tree.ts';
import { locate } from '../../../app/document/locate.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Swatch } from '../../ui/swatch.tsx';
import { themeColor } from '../../ui/theme-color.ts';
import { plainTextOf } from '../../use-cases/plain-text-of.ts';
import type { OpenProject } from '../../use-cases/workbench.ts';
import { runCommand } from '../palette/commands.ts';
import { hasPages } from '../source-page/shown-page.ts';
import { AlsoTheme } from './also-theme.tsx';
import { recode, removeCoding } from './coding-actions.ts';
import { placeOf } from './drawn-codings.ts';
import { MemoField } from './memo-field.tsx';
import { OtherCodings } from './other-codings.tsx';
import { copyPassage } from './passage-copy.ts';
import { WeightField } from './weight-field.tsx';
import { momentWords, placeOfPassage } from './words.ts';

/** All that is known of one coding, and what can be done with it. */
export function CodingCard({ coding, project }: { coding: Coding; project: OpenProject }) {
  const t = useT();
  const { state } = project;
  const code = state.codes.get(coding.codeId);
  const document = state.documents.get(coding.documentId);
  if (!code || !document) return null;
  const text = plainTextOf(document);
  const place = placeOf(coding, text);
  const location = place && locate(project, text, place.start, place.end);
  const speakers = location?.speakers ?? [];
  const coder = state.coders.get(coding.coderId);
  return (
    <>
      <section className="card" aria-labelledby="coding-theme" style={{ '--c': themeColor(code.color) } as React.CSSProperties}>
        <h2 className="card-title" id="coding-theme"><Swatch color={code.color} size={11} />{code.name}</h2>
        {code.definition !== '' && <p className="card-definition">{code.definition}</p>}
        <blockquote className="quote">{coding.anchor.quotation}</blockquote>
        {!place && <p className="card-lost">{t('reading.orphan.what')}</p>}
        <dl className="meta">
          <dt>{t(speakers.length > 1 ? 'reading.speakers' : 'reading.speaker')}</dt>
          <dd>{speakers.length === 0 ? t('reading.no-speaker') : speakers.map(({ id, name, role }) => <div key={id}>{role ? `${name} · ${role}` : name}</div>)}</dd>
          <dt>{t('reading.place')}</dt>
          <dd>{location ? placeOfPassage(location, t) : t('reading.place.unknown')}</dd>
          <dt>{t('reading.coder')}</dt>
          <dd><span title={coder?.name}>{coder?.initials ?? '?'}</span> · {momentWords(coding.createdAt, t)}</dd>
          <dt id="weight-label">{t('reading.weight')}</dt>
          <dd><WeightField coding={coding} isDisabled={project.readOnly !== null} /></dd>
        </dl>
        <MemoField target={{ kind: 'coding', id: coding.id }} project={project} />
        <div className="card-actions">
          <ChangeTheme coding={coding} project={project} />
          {hasPages(document.format) && <IconButton icon={FileSearch} label={t('page.command')} keys="b" onPress={() => void runCommand('passage.page')} />}
          <IconButton icon={Copy} label={t('reading.command.copy')} keys="c" onPress={() => copyPassage(coding.id)} />
          <IconButton icon={Trash2} label={t('reading.command.delete')} keys="Delete" isDisabled={project.readOnly !== null} onPress={() => void removeCoding(coding.id)} />
        </div>
      </section>
      {place && <OtherCodings coding={coding} place={place} text={text} project={project} />}
      <AlsoTheme code={code} except={coding.id} project={project} title={t('reading.also', { code: code.name })} />
    </>
  );
}

function ChangeTheme({ coding, project }: { coding: Coding; project: OpenProject }) {
  const t = useT();
  const items = flattenTree(codeTree(project.state)).map(({ code, path }) => ({
    id: code.id, label: code.name, color: code.color, current: code.id === coding.codeId,
    ...(path.length > 1 ? { detail: path.slice(0, -1).join(pathSeparator) } : {}),
    onAction: () => change(code),
  }));
  const change = (code: Code) => void recode(coding.id, code.id);
  return <Menu label={t('reading.change-theme')} trigger={<Button isDisabled={project.readOnly !== null}>{t('reading.change-theme')}</Button>} items={items} />;
}
