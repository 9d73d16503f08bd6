import { Copy, FileSearch, Star, StarOff, Trash2 } from 'lucide-react';
import type { CodeId } from '../../../schemas/ids.ts';
import type { Coding } from '../../../schemas/records/coding.ts';
import { codeTree, flattenTree, pathSeparator } from '../../../app/coding/tree.ts';
import { locate } from '../../../app/document/locate.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { Swatch } from '../../ui/swatch.tsx';
import { themeColor } from '../../../app/coding/theme-color.ts';
import { plainTextOf } from '../../use-cases/plain-text-of.ts';
import { useWorkbench, type OpenProject } from '../../use-cases/workbench.ts';
import { runCommand } from '../palette/commands.ts';
import { usePreferences } from '../settings/preferences.ts';
import { hasPages } from '../source-page/shown-page.ts';
import { AlsoTheme } from './also-theme.tsx';
import { recode, removeCoding } from './coding-actions.ts';
import { placeOf } from './drawn-codings.ts';
import { MemoField } from './memo-field.tsx';
import { OtherCodings } from './other-codings.tsx';
import { copyPassage } from './passage-copy.ts';
import { copyTo } from './shape-actions.ts';
import { toggleExample } from './theme-actions.ts';
import { WeightField } from './weight-field.tsx';
import { momentWords, placeOfPassage } from './words.ts';

/** All that is known of one coding, and what can be done with it. */
export function CodingCard({ coding, project }: { coding: Coding; project: OpenProject }) {
  const t = useT();
  const weights = usePreferences((preferences) => preferences.weights);
  const { state } = project;
  const code = state.codes.get(coding.codeId);
  const document = state.documents.get(coding.documentId);
  if (!code || !document) return null;
  const text = plainTextOf(document);
  const place = placeOf(coding, text);
  const location = place && locate(project, text, place.start, place.end);
  const speakers = location?.speakers ?? [];
  const isExample = code.examples?.includes(coding.id) ?? false;
  const isReadOnly = project.readOnly !== null;
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
          {(weights || coding.weight !== null) && (
            <>
              <dt id="weight-label">{t('reading.weight')}</dt>
              <dd><WeightField coding={coding} isDisabled={isReadOnly} /></dd>
            </>
          )}
        </dl>
        <MemoField target={{ kind: 'coding', id: coding.id }} project={project} />
        <div className="card-actions">
          <ThemeMenu label={t('reading.change-theme')} current={coding.codeId} isDisabled={isReadOnly} onChoose={(id) => void recode(coding.id, id)} />
          <ThemeMenu label={t('reading.copy-theme')} current={coding.codeId} isDisabled={isReadOnly} onChoose={(id) => void copyTo(coding.id, id)} />
          <IconButton
            icon={isExample ? StarOff : Star} label={t(isExample ? 'codebook.example-not' : 'codebook.example')} isDisabled={isReadOnly}
            onPress={() => void toggleExample(code, coding.id)}
          />
          {hasPages(document.format) && <IconButton icon={FileSearch} label={t('page.command')} keys="o" onPress={() => void runCommand('passage.page')} />}
          <IconButton icon={Copy} label={t('reading.command.copy')} keys="c" onPress={() => copyPassage(coding.id)} />
          <IconButton icon={Trash2} label={t('reading.command.delete')} keys="Delete" isDisabled={isReadOnly} onPress={() => void removeCoding(coding.id)} />
        </div>
      </section>
      {place && <OtherCodings coding={coding} place={place} text={text} project={project} />}
      <AlsoTheme code={code} except={coding.id} project={project} title={t('reading.also', { code: code.name })} />
    </>
  );
}

/** Active themes to choose from, by the tree: to put the coding under another one, or the passage under one more. */
function ThemeMenu({ label, current, isDisabled, onChoose }: { label: string; current: CodeId; isDisabled: boolean; onChoose(code: CodeId): void }) {
  const codes = useWorkbench((workbench) => workbench.project?.state.codes);
  const items = codes ? flattenTree(codeTree({ codes })).filter(({ code }) => code.inactive !== true || code.id === current).map(({ code, path }) => ({
    id: code.id, label: code.name, color: code.color, current: code.id === current,
    ...(path.length > 1 ? { detail: path.slice(0, -1).join(pathSeparator) } : {}),
    onAction: () => onChoose(code.id),
  })) : [];
  return <Menu label={label} trigger={<Button isDisabled={isDisabled}>{label}</Button>} items={items} />;
}
