import { FieldError, Label, Text, TextArea as AriaTextArea, TextField as AriaTextField, type TextFieldProps as AriaTextFieldProps } from 'react-aria-components';

export interface TextAreaProps extends Omit<AriaTextFieldProps, 'children' | 'className' | 'type'> {
  label: string;
  hideLabel?: boolean;
  placeholder?: string;
  description?: string;
  error?: string | undefined;
  rows?: number;
  className?: string;
}

/** Several lines of text; it grows with them. */
export function TextArea({ label, hideLabel = false, placeholder, description, error, rows = 3, className = '', ...rest }: TextAreaProps) {
  const wrong = error !== undefined && error !== '';
  return (
    <AriaTextField {...rest} isInvalid={wrong} className={`field ${className}`}>
      <Label className={hideLabel ? 'hidden-text' : 'field-label'}>{label}</Label>
      <AriaTextArea className="input area" rows={rows} {...(placeholder === undefined ? {} : { placeholder })} />
      {description !== undefined && <Text slot="description" className="field-note">{description}</Text>}
      {wrong && <FieldError className="field-error">{error}</FieldError>}
    </AriaTextField>
  );
}
