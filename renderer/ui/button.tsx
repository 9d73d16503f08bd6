import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';

export interface ButtonProps extends Omit<AriaButtonProps, 'children' | 'className'> {
  /** `primary`: the one thing to do here, once a screen. `quiet`: no edge, for rows and bars. */
  variant?: 'plain' | 'primary' | 'quiet' | 'danger';
  icon?: LucideIcon;
  className?: string;
  children: ReactNode;
}

/** A button with words, and an icon before them where one helps. */
export function Button({ variant = 'plain', icon: Icon, className = '', children, ...rest }: ButtonProps) {
  return (
    <AriaButton {...rest} className={`button ${variant} ${className}`}>
      {Icon && <Icon aria-hidden />}
      {children}
    </AriaButton>
  );
}
