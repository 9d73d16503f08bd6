import { AArrowDown, AArrowUp } from 'lucide-react';
import { useT, type Language } from '../../i18n/index.ts';
import { Checkbox } from '../../ui/checkbox.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { RadioGroup } from '../../ui/radio-group.tsx';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { setPreferences, stepTextSize, textSizes, usePreferences, type Preferences } from './preferences.ts';
import { WhoCodes } from './who-codes.tsx';
import './settings.css';

/** How the screen looks, and who codes. Everything holds at once; there is nothing to confirm. */
export function SettingsDialog({ isOpen, onClose }: { isOpen: boolean; onClose(): void }) {
  const t = useT();
  const { language, scheme } = usePreferences();
  const coder = useWorkbench((workbench) => workbench.coder);
  const languages: { id: Language; label: string }[] = [{ id: 'nl', label: t('settings.nl') }, { id: 'en', label: t('settings.en') }];
  const schemes: { id: Preferences['scheme']; label: string }[] = [
    { id: 'system', label: t('settings.system') }, { id: 'light', label: t('settings.light') }, { id: 'dark', label: t('settings.dark') },
  ];
  return (
    <Dialog title={t('settings.title')} isOpen={isOpen} onClose={onClose}>
      <div className="settings">
        <RadioGroup label={t('settings.language')} items={languages} value={language} onChange={(next) => setPreferences({ language: next })} />
        <RadioGroup label={t('settings.scheme')} items={schemes} value={scheme} onChange={(next) => setPreferences({ scheme: next })} />
        <TextSize />
        <PageLook />
        {coder && <WhoCodes key={coder.id} coder={coder} />}
      </div>
    </Dialog>
  );
}

/** How the page is set, and what the mouse selects on it. */
function PageLook() {
  const t = useT();
  const { measure, leading, pageFont, focusMode, snap, weights } = usePreferences();
  return (
    <>
      <RadioGroup
        label={t('settings.page-font')} value={pageFont} onChange={(next) => setPreferences({ pageFont: next })}
        items={(['serif', 'sans'] as const).map((id) => ({ id, label: t(`settings.page-font.${id}`) }))}
      />
      <RadioGroup
        label={t('settings.page-width')} value={measure} onChange={(next) => setPreferences({ measure: next })}
        items={(['narrow', 'normal', 'wide'] as const).map((id) => ({ id, label: t(`settings.page-width.${id}`) }))}
      />
      <RadioGroup
        label={t('settings.leading')} value={leading} onChange={(next) => setPreferences({ leading: next })}
        items={(['tight', 'normal', 'loose'] as const).map((id) => ({ id, label: t(`settings.leading.${id}`) }))}
      />
      <RadioGroup
        label={t('settings.snap')} value={snap} onChange={(next) => setPreferences({ snap: next })}
        items={(['word', 'sentence', 'off'] as const).map((id) => ({ id, label: t(`settings.snap.${id}`) }))}
      />
      <Checkbox isSelected={focusMode} onChange={(next) => setPreferences({ focusMode: next })}>{t('settings.focus-mode')}</Checkbox>
      <Checkbox isSelected={weights} onChange={(next) => setPreferences({ weights: next })}>{t('settings.weights')}</Checkbox>
    </>
  );
}

function TextSize() {
  const t = useT();
  const { textSize } = usePreferences();
  return (
    <fieldset className="field">
      <legend className="field-label">{t('settings.text-size')}</legend>
      <div className="settings-size">
        <IconButton icon={AArrowDown} label={t('settings.smaller')} isDisabled={textSize === textSizes[0]} onPress={() => stepTextSize(-1)} />
        <output className="settings-sample">{t('settings.sample')} <small>{t('settings.size', { size: textSize })}</small></output>
        <IconButton icon={AArrowUp} label={t('settings.larger')} isDisabled={textSize === textSizes.at(-1)} onPress={() => stepTextSize(1)} />
      </div>
    </fieldset>
  );
}
