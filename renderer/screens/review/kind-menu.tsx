import { ChevronDown } from 'lucide-react';
import type { DocumentKind } from '../../../schemas/records/document.ts';
import { recognisers } from '../../../app/structure/registry.ts';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { Menu } from '../../ui/menu.tsx';

export interface KindMenuProps {
  kind: DocumentKind;
  /** Corrections that would go; undoing brings them back. */
  corrections: number;
  isDisabled: boolean;
  onKind(kind: DocumentKind): void;
}

/** What the document was taken for, to be read as something else. */
export function KindMenu({ kind, corrections, isDisabled, onKind }: KindMenuProps) {
  const t = useT();
  const detail = corrections > 0 ? { detail: t('review.kind.warning', { count: corrections }) } : {};
  return (
    <Menu
      label={t('review.kind.menu')} placement="bottom start"
      trigger={<Button variant="quiet" className="review-kind" isDisabled={isDisabled}>{t(`review.kind.${kind}`)}<ChevronDown aria-hidden /></Button>}
      items={recognisers.map((one) => ({
        id: one.kind, label: t(`review.kind.as.${one.kind}`), current: one.kind === kind, disabled: one.kind === kind,
        ...(one.kind === kind ? {} : detail), onAction: () => onKind(one.kind),
      }))}
    />
  );
}
