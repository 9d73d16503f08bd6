import { ProgressBar as AriaProgressBar } from 'react-aria-components';

export interface ProgressBarProps {
  /** What is being done. */
  label: string;
  /** 0 to 1; null where it can't be told. */
  done: number | null;
}

/** How far a long piece of work is, with its name. */
export function ProgressBar({ label, done }: ProgressBarProps) {
  return (
    <AriaProgressBar aria-label={label} className="progress" isIndeterminate={done === null} value={(done ?? 0) * 100}>
      {({ percentage, isIndeterminate }) => (
        <span className="progress-track">
          <span className={isIndeterminate ? 'progress-fill waiting' : 'progress-fill'} style={isIndeterminate ? {} : { width: `${percentage ?? 0}%` }} />
        </span>
      )}
    </AriaProgressBar>
  );
}
