import type { ReactNode } from 'react';
import { Toolbar as AriaToolbar } from 'react-aria-components';

/** Buttons in a row; one stop for Tab, arrows within. */
export function Toolbar({ label, className = '', children }: { label: string; className?: string; children: ReactNode }) {
  return <AriaToolbar aria-label={label} className={`toolbar ${className}`}>{children}</AriaToolbar>;
}
