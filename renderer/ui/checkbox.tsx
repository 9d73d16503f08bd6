import { Check, Minus } from 'lucide-react';
import type { ReactNode } from 'react';
import { Checkbox as AriaCheckbox, type CheckboxProps as AriaCheckboxProps } from 'react-aria-components';

export interface CheckboxProps extends Omit<AriaCheckboxProps, 'children' | 'className'> {
  children?: ReactNode;
  className?: string;
}

/** Yes or no, with its words beside it. Without words it needs an `aria-label`. */
export function Checkbox({ children, className = '', ...rest }: CheckboxProps) {
  return (
    <AriaCheckbox {...rest} className={`checkbox ${className}`}>
      {({ isSelected, isIndeterminate }) => (
        <>
          <span className="checkbox-box" aria-hidden>{isIndeterminate ? <Minus /> : isSelected ? <Check /> : null}</span>
          {children}
        </>
      )}
    </AriaCheckbox>
  );
}
