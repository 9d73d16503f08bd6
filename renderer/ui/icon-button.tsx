import type { LucideIcon } from 'lucide-react';
import { Button as AriaButton, type ButtonProps as AriaButtonProps } from 'react-aria-components';
import { Tooltip, type TooltipPlacement } from './tooltip.tsx';

export interface IconButtonProps extends Omit<AriaButtonProps, 'children' | 'className' | 'aria-label'> {
  icon: LucideIcon;
  /** Its name, read aloud and shown as a tooltip. */
  label: string;
  /** Its key as tinykeys writes it, shown in the tooltip. */
  keys?: string | undefined;
  placement?: TooltipPlacement;
  className?: string;
}

/** A button that is an icon only; it always has a name. */
export function IconButton({ icon: Icon, label, keys, placement, className = '', ...rest }: IconButtonProps) {
  return (
    <Tooltip text={label} keys={keys} placement={placement}>
      <AriaButton {...rest} aria-label={label} className={`icon-button ${className}`}>
        <Icon aria-hidden />
      </AriaButton>
    </Tooltip>
  );
}
