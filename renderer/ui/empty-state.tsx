import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';

export interface EmptyStateProps {
  icon?: LucideIcon;
  /** One sentence that says what to do first. */
  children: ReactNode;
  /** One button. */
  action?: ReactNode;
}

/** What stands where nothing is yet. */
export function EmptyState({ icon: Icon, children, action }: EmptyStateProps) {
  return (
    <div className="empty">
      {Icon && <Icon aria-hidden />}
      <p>{children}</p>
      {action}
    </div>
  );
}
