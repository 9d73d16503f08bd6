import { useT } from '../../i18n/index.ts';
import { Kbd } from '../../ui/kbd.tsx';
import { useReading } from './reading-state.ts';

/** What the keys do now, while letters stand on the sentences or a coding's borders are being moved. */
export function ModeHint() {
  const t = useT();
  const jumping = useReading((state) => state.jumping);
  const reshaping = useReading((state) => state.reshaping);
  const words = jumping ? t(`reading.jump.${jumping}`) : reshaping ? t('reading.reshape.hint') : null;
  return (
    <output className="mode-hint-place">
      {words !== null && (
        <span className="mode-hint">
          {words}
          {reshaping && !jumping && <span><Kbd keys="Enter" /> {t('reading.reshape.keep')}</span>}
          <span><Kbd keys="Escape" /> {t('reading.mode.leave')}</span>
        </span>
      )}
    </output>
  );
}
