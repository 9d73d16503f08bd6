import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { formatNumber } from '../../i18n/index.ts';

export interface FactRowProps {
  icon: LucideIcon;
  label: string;
  /** Null: nothing to count. A text where a number alone would not say it. */
  count: number | string | null;
  isCurrent: boolean;
  warn?: boolean;
  isDisabled?: boolean;
  /** A button beside it. */
  action?: ReactNode;
  onPress(): void;
}

/** One thing that was found, and how often. */
export function FactRow({ icon: Icon, label, count, isCurrent, warn = false, isDisabled = false, action, onPress }: FactRowProps) {
  return (
    <li className={action === undefined ? undefined : 'fact-line'}>
      <button
        type="button" className={warn ? 'row fact warn' : 'row fact'} aria-current={isCurrent ? 'true' : undefined} disabled={isDisabled}
        onClick={onPress}
      >
        <Icon aria-hidden />
        <span>{label}</span>
        {count !== null && <span className="n">{typeof count === 'number' ? formatNumber(count) : count}</span>}
      </button>
      {action}
    </li>
  );
}
