import { Columns2, Copy, Maximize2, Printer, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import type { CodeId } from '../../../schemas/ids.ts';
import { formatNumber, useT } from '../../i18n/index.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { MultiSelect, Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { registerCommands } from '../palette/commands.ts';
import { usePreferences } from '../settings/preferences.ts';
import { toggleWide, useRoom } from './beside.ts';
import { copyPassages } from './passage-actions.ts';
import type { Grouping, Order } from './passage-list.ts';
import { usePassages } from './passages-state.ts';
import { closePassages } from './to-text.ts';
import { showThemes, type Passages } from './use-passages.ts';

const groupings: readonly Grouping[] = ['theme', 'speaker', 'role', 'document', 'none'];
const everything = 'all';
const orders: readonly Order[] = ['place', 'time', 'theme', 'speaker', 'role'];

/** Which passages, how they are put together, and what is done with all of them. */
export function PassagesToolbar({ passages }: { passages: Passages }) {
  const t = useT();
  const { nodes, themes, counts, items, shown } = passages;
  const { query, grouping, order, withSubthemes } = usePassages();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => registerCommands([
    { id: 'passages.filter', title: 'passages.command.filter', group: 'passages.group.commands', keys: '/', run: () => field.current?.focus() },
    {
      id: 'passages.copyAll', title: 'passages.command.copyAll', group: 'passages.group.commands',
      run: () => copyPassages(shown.map((item) => item.id)), enabled: () => shown.length > 0,
    },
  ]), [shown]);
  const choices: { id: CodeId | typeof everything; label: string; detail: string }[] = [
    { id: everything, label: t('passages.allThemes'), detail: formatNumber(items.length) },
    ...nodes.map((node) => ({ id: node.code.id, label: `${'\u2003'.repeat(node.depth)}${node.code.name}`, detail: formatNumber(counts.get(node.code.id) ?? 0) })),
  ];
  return (
    <div className="passages-toolbar no-print">
      <MultiSelect<CodeId | typeof everything>
        label={t('passages.themes')} hideLabel className="passages-theme" items={choices} value={themes.length > 0 ? themes.map(({ id }) => id) : [everything]}
        onChange={(ids) => showThemes(ids.includes(everything) && themes.length > 0 ? [] : ids.filter((id): id is CodeId => id !== everything))}
      />
      <Checkbox isSelected={withSubthemes} onChange={(next) => usePassages.setState({ withSubthemes: next })} isDisabled={themes.length === 0}>{t('passages.withSubthemes')}</Checkbox>
      <div className="passages-filter">
        <TextField
          label={t('passages.filter')} hideLabel placeholder={t('passages.filter')} value={query} inputRef={field}
          onChange={(next) => usePassages.setState({ query: next })}
          onKeyDown={(event) => { if (event.key === 'Escape') usePassages.setState({ query: '' }); }}
        />
        {query !== '' && <IconButton icon={X} label={t('passages.filter.clear')} onPress={() => usePassages.setState({ query: '' })} />}
      </div>
      <Select<Grouping>
        label={t('passages.groupBy')} hideLabel className="passages-choice" value={grouping} onChange={(next) => usePassages.setState({ grouping: next })}
        items={groupings.map((id) => ({ id, label: t(`passages.group.${id}`) }))}
      />
      <Select<Order>
        label={t('passages.order')} hideLabel className="passages-choice" value={order} onChange={(next) => usePassages.setState({ order: next })}
        items={orders.map((id) => ({ id, label: t(`passages.order.${id}`) }))}
      />
    </div>
  );
}

/** What is done with all that is shown, and with the list itself. */
export function PassagesAll({ passages: { shown } }: { passages: Passages }) {
  const t = useT();
  const hasRoom = useRoom();
  const isWide = usePreferences((preferences) => preferences.passagesWide);
  return (
    <span className="passages-all no-print">
      <IconButton icon={Copy} label={t('passages.copyAll')} isDisabled={shown.length === 0} onPress={() => copyPassages(shown.map((item) => item.id))} />
      <IconButton icon={Printer} label={t('passages.print')} keys="$mod+p" isDisabled={shown.length === 0} onPress={() => window.print()} />
      {hasRoom && <IconButton icon={isWide ? Columns2 : Maximize2} label={t(isWide ? 'passages.beside' : 'passages.wide')} keys="w" onPress={toggleWide} />}
      {hasRoom && !isWide && <IconButton icon={X} label={t('passages.close')} keys="Escape" onPress={closePassages} />}
    </span>
  );
}
