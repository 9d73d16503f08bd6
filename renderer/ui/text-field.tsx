import type { Ref } from 'react';
import { FieldError, Input, Label, Text, TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components';

export interface TextFieldProps extends Omit<AriaTextFieldProps, 'children' | 'className'> {
  /** Shown above the field; `hideLabel` keeps it for readers of the screen only. */
  label: string;
  hideLabel?: boolean;
  placeholder?: string;
  description?: string;
  /** What is wrong with it; empty or absent where nothing is. */
  error?: string | undefined;
  inputRef?: Ref<HTMLInputElement>;
  className?: string;
}

/** One line of text. */
export function TextField({ label, hideLabel = false, placeholder, description, error, inputRef, className = '', ...rest }: TextFieldProps) {
  const wrong = error !== undefined && error !== '';
  return (
    <AriaTextField {...rest} isInvalid={wrong} className={`field ${className}`}>
      <Label className={hideLabel ? 'hidden-text' : 'field-label'}>{label}</Label>
      <Input className="input" {...(inputRef ? { ref: inputRef } : {})} {...(placeholder === undefined ? {} : { placeholder })} />
      {description !== undefined && <Text slot="description" className="field-note">{description}</Text>}
      {wrong && <FieldError className="field-error">{error}</FieldError>}
    </AriaTextField>
  );
}
