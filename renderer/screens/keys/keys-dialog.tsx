import { useT } from '../../i18n/index.ts';
import { Dialog } from '../../ui/dialog.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { keyCaps } from '../../ui/key-caps.ts';
import { effectiveCommands, isEnabled, useCommands, type Command } from '../palette/commands.ts';
import { useUi } from '../ui-state.ts';
import './keys.css';

/** Every key, by group. What the registry holds is what stands here: nothing is written down twice. */
export function KeysDialog({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const t = useT();
  const reviewing = useUi((ui) => ui.review !== null);
  // Behind a review the keys of the project wait: what can't be done there is left out, but for the review's own.
  const commands = effectiveCommands(useCommands((state) => state.commands))
    .filter((command) => command.keys !== undefined && (!reviewing || command.group === 'review.group' || isEnabled(command)));
  const groups = [...new Set(commands.map(({ group }) => group))];
  return (
    <Dialog title={t('keys.title')} lead={t('keys.lead', { keys: keyCaps('$mod+k') })} isOpen={isOpen} onClose={onClose} width="wide">
      <div className="keys">
        {groups.map((group) => (
          <section key={group} className="keys-group">
            <h3 className="k">{t(group)}</h3>
            <dl>{commands.filter((command) => command.group === group).map((command) => <Row key={command.id} command={command} />)}</dl>
          </section>
        ))}
      </div>
    </Dialog>
  );
}

function Row({ command }: { command: Command }) {
  const t = useT();
  const all = [...(command.keys === undefined ? [] : [command.keys]), ...(command.alsoKeys ?? [])];
  return (
    <div className="keys-row">
      <dt>{t(command.title)}</dt>
      <dd>{all.map((keys, index) => <span key={keys}>{index > 0 && ` ${t('keys.or')} `}<Kbd keys={keys} /></span>)}</dd>
    </div>
  );
}
