import { Quote } from 'lucide-react';
import { useState } from 'react';
import type { ProjectSnapshot } from '../../../app/coding/state.ts';
import { formatDate, useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Swatch } from '../../ui/swatch.tsx';
import { useUi } from '../ui-state.ts';
import { PassageListView } from './passage-list-view.tsx';
import { PassagesCounts } from './passages-counts.tsx';
import { usePassages } from './passages-state.ts';
import { PassagesAll, PassagesToolbar } from './passages-toolbar.tsx';
import { PassagesAsking } from './passages-asking.tsx';
import { PassagesChosen } from './passages-chosen.tsx';
import { SelectionBar } from './selection-bar.tsx';
import { closePassages } from './to-text.ts';
import { useListCommands } from './use-list-commands.ts';
import { usePassageRows, useSnapshot, type Passages } from './use-passages.ts';
import './passages.css';

/** All passages of a theme, or of all: to read, to go to, to copy, to put right. */
export function PassagesScreen() {
  const snapshot = useSnapshot();
  return snapshot && <OpenPassages snapshot={snapshot} />;
}

function OpenPassages({ snapshot }: { snapshot: ProjectSnapshot }) {
  const t = useT();
  const passages = usePassageRows(snapshot);
  useListCommands(passages);
  const [today] = useState(() => new Date());
  const { code, themes, shown, items } = passages;
  if (items.length === 0 && snapshot.state.codings.size === 0) {
    return (
      <>
        <h1 className="hidden-text">{t('passages.title')}</h1>
        <EmptyState icon={Quote} action={<Button variant="primary" onPress={closePassages}>{t('passages.empty.read')}</Button>}>
          {t('passages.empty.project')}
        </EmptyState>
      </>
    );
  }
  return (
    <div className="passages" data-screen="passages">
      <header className="passages-head">
        <div className="passages-title">
          <h1>{code && <Swatch color={code.color} size={12} />}{themes.length === 0 ? t('passages.allThemes') : themes.map(({ name }) => name).join(', ')}</h1>
          <PassagesAll passages={passages} />
        </div>
        {code && code.definition !== '' && <p className="passages-definition">{code.definition}</p>}
        <p className="passages-printed">
          {t('passages.printedOn', { project: snapshot.state.project?.name ?? '', date: formatDate(today) })}
        </p>
        <PassagesChosen />
        <PassagesToolbar passages={passages} />
        <PassagesCounts passages={passages} />
        <SelectionBar passages={passages} />
      </header>
      {shown.length === 0 ? <NothingShown passages={passages} /> : <PassageListView passages={passages} />}
      <PassagesAsking />
    </div>
  );
}

function NothingShown({ passages: { ofTheme } }: { passages: Passages }) {
  const t = useT();
  return ofTheme.length > 0
    ? (
      <EmptyState action={<Button onPress={() => usePassages.setState({ query: '' })}>{t('passages.filter.clear')}</Button>}>
        {t('passages.empty.filter')}
      </EmptyState>
    )
    : (
      <EmptyState icon={Quote} action={<Button onPress={() => useUi.setState({ codeId: null })}>{t('passages.empty.showAll')}</Button>}>
        {t('passages.empty.theme')}
      </EmptyState>
    );
}
