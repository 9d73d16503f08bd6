import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components';
import { useT } from '../i18n/index.ts';
import { IconButton } from './icon-button.tsx';
import { ScrollArea } from './scroll-area.tsx';

export interface DialogProps {
  title: string;
  isOpen: boolean;
  onClose(): void;
  /** Below the title, one sentence. */
  lead?: ReactNode;
  children: ReactNode;
  /** Buttons at the foot, the primary one last. */
  actions?: ReactNode;
  width?: 'narrow' | 'normal' | 'wide';
  /** `alertdialog` where an answer is needed: no closing by a click beside it. */
  role?: 'dialog' | 'alertdialog';
}

/** A window over the work. Rare: what can be undone is not asked. Escape and a click beside it close it. */
export function Dialog({ title, isOpen, onClose, lead, children, actions, width = 'normal', role = 'dialog' }: DialogProps) {
  const t = useT();
  return (
    <ModalOverlay className="veil" isOpen={isOpen} onOpenChange={(open) => { if (!open) onClose(); }} isDismissable={role === 'dialog'}>
      <Modal className={`modal ${width}`}>
        <AriaDialog className="dialog" role={role}>
          <header className="dialog-head">
            <Heading slot="title" className="dialog-title">{title}</Heading>
            <IconButton icon={X} label={t('shell.close')} onPress={onClose} />
          </header>
          {lead !== undefined && <p className="dialog-lead">{lead}</p>}
          <ScrollArea className="dialog-body">{children}</ScrollArea>
          {actions !== undefined && <footer className="dialog-foot">{actions}</footer>}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
