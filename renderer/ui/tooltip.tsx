import type { ReactElement } from 'react';
import { Tooltip as AriaTooltip, TooltipTrigger, type TooltipProps as AriaTooltipProps } from 'react-aria-components';
import { Kbd } from './kbd.tsx';

export type TooltipPlacement = NonNullable<AriaTooltipProps['placement']> | undefined;

export interface TooltipProps {
  text: string;
  keys?: string | undefined;
  placement?: TooltipPlacement;
  /** The one focusable element that it explains: a button of this kit or of React Aria. */
  children: ReactElement;
}

/** A few words at a button, on hover after a moment and on focus at once. */
export function Tooltip({ text, keys, placement = 'bottom', children }: TooltipProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={0}>
      {children}
      <AriaTooltip className="tooltip" offset={6} placement={placement}>
        {text}
        {keys !== undefined && <Kbd keys={keys} />}
      </AriaTooltip>
    </TooltipTrigger>
  );
}
