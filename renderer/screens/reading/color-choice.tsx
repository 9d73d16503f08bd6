import { Check } from 'lucide-react';
import { Label, Radio, RadioGroup } from 'react-aria-components';
import { palette } from '../../../app/coding/palette.ts';
import { useT } from '../../i18n/index.ts';
import { themeColor } from '../../../app/coding/theme-color.ts';

const names = [
  'codebook.color.1', 'codebook.color.2', 'codebook.color.3', 'codebook.color.4', 'codebook.color.5', 'codebook.color.6',
  'codebook.color.7', 'codebook.color.8', 'codebook.color.9', 'codebook.color.10', 'codebook.color.11', 'codebook.color.12',
] as const;

/** The palette's twelve, and the theme's own colour where it is another. Each has a name. */
export function ColorChoice({ color, onChange }: { color: string; onChange(color: string): void }) {
  const t = useT();
  const known = palette.map(({ light }) => light);
  const all = known.includes(color) ? known : [...known, color];
  return (
    <RadioGroup className="field" value={color} onChange={onChange} orientation="horizontal">
      <Label className="field-label">{t('codebook.color')}</Label>
      <div className="color-choice">
        {all.map((value, at) => (
          <Radio key={value} value={value} className="color" aria-label={t(names[at] ?? 'codebook.color.own')} style={{ background: themeColor(value) }}>
            {({ isSelected }) => isSelected && <Check aria-hidden />}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}
