import { useState } from 'react';
import type { Coder } from '../../../schemas/records/coder.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { saveCoderProfile } from '../../use-cases/save-coder-profile.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { CoderForm } from '../coder/coder-form.tsx';

/**
 * Who codes: their name, corrected on all that they coded, or somebody else who goes on at this screen, as one of the
 * project's coders or as a new one. The two are never the same step: else one person's work gets another's name.
 */
export function WhoCodes({ coder }: { coder: Coder }) {
  const t = useT();
  const [changes, setChanges] = useState(false);
  const coders = useWorkbench((workbench) => workbench.project?.state.coders);
  const others = [...(coders?.values() ?? [])].filter(({ id }) => id !== coder.id);
  return (
    <section aria-label={t('settings.coder')} className="settings-coder">
      <h3 className="field-label">{t('settings.coder')}</h3>
      <CoderForm coder={coder} submitWords={t('settings.coder-save')} doneWords={t('settings.coder-saved')} />
      <p className="field-note">{t('settings.coder-note')}</p>
      {changes ? (
        <fieldset className="settings-other">
          <legend className="field-label">{t('settings.coder-other')}</legend>
          {others.length > 0 && (
            <div className="settings-coders">
              {others.map(({ id, name, initials }) => (
                <Button key={id} onPress={() => void saveCoderProfile({ name, initials, someoneElse: true })}>{t('settings.coder-as', { name, initials })}</Button>
              ))}
            </div>
          )}
          <CoderForm coder={null} someoneElse submitWords={t('settings.coder-go-on')} />
          <p className="field-note">{t('settings.coder-other-note')}</p>
        </fieldset>
      ) : <Button className="settings-change" onPress={() => setChanges(true)}>{t('settings.coder-other')}</Button>}
    </section>
  );
}
