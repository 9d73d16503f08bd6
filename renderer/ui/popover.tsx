import type { ReactElement, ReactNode } from 'react';
import { Dialog as AriaDialog, DialogTrigger, Popover as AriaPopover, type PopoverProps as AriaPopoverProps } from 'react-aria-components';

export interface PopoverProps {
  /** What it says it is, read aloud. */
  label: string;
  trigger: ReactElement;
  placement?: NonNullable<AriaPopoverProps['placement']>;
  /** Given `close` where the content ends it itself. */
  children: ReactNode | ((close: () => void) => ReactNode);
}

/** A small pane that floats at its button and goes on Escape or a click beside it. */
export function Popover({ label, trigger, placement = 'bottom start', children }: PopoverProps) {
  return (
    <DialogTrigger>
      {trigger}
      <AriaPopover className="popover" placement={placement} offset={6}>
        <AriaDialog className="popover-body" aria-label={label}>
          {({ close }) => (typeof children === 'function' ? children(close) : children)}
        </AriaDialog>
      </AriaPopover>
    </DialogTrigger>
  );
}
