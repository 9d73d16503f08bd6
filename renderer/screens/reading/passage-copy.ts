import { citationText, type CitedRange } from '../../../app/exporters/citation.ts';
import type { CodingId } from '../../../schemas/ids.ts';
import { language } from '../../i18n/index.ts';
import { copyOut } from '../../ui/copy-out.ts';
import { notify } from '../../use-cases/notices.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';
import { useReading } from './reading-state.ts';

/** What would be copied: the selection, else the chosen coding. */
export function passageToCopy(): CitedRange | CodingId | null {
  const { page, selection } = useReading.getState();
  if (page && selection) return { documentId: page.documentId, ...selection };
  return useUi.getState().focusedCodingId;
}

/** Writes a passage with who said it and where, as plain text and as HTML. */
export function writeCitation(data: DataTransfer, cited: CitedRange | CodingId): void {
  const { project } = useWorkbench.getState();
  if (!project) return;
  const { plain, html } = citationText(project, cited, language());
  data.setData('text/plain', plain);
  data.setData('text/html', html);
}

/** Copies a passage from a button or a command; says so, since nothing else shows it. */
export function copyPassage(cited: CitedRange | CodingId | null = passageToCopy()): void {
  if (cited === null) {
    notify({ kind: 'info', key: 'reading.select-first-copy' });
    return;
  }
  const copied = copyOut((data) => writeCitation(data, cited));
  notify({ kind: copied ? 'info' : 'problem', key: copied ? 'reading.copied' : 'reading.not-copied' });
}
