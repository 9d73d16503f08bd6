import { create } from 'zustand';
import type { DocumentId } from '../../../schemas/ids.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';
import { passageToTag } from '../reading/tagging.ts';
import { openPane } from '../shell/pane-state.ts';
import { useUi } from '../ui-state.ts';

/** Whether the page of the document that is read stands beside its text. */
export const useShownPage = create<{ isShown: boolean }>(() => ({ isShown: false }));

/** Documents whose file has pages that can be drawn. */
export const hasPages = (format: string | undefined) => format === 'pdf';

export function canShowPage(): boolean {
  const { documentId } = useUi.getState();
  return hasPages(formatOf(documentId));
}

/** Puts the page beside the text, with the selection or the chosen coding marked; takes it away where it shows that already. */
export function togglePage(): void {
  const { isShown } = useShownPage.getState();
  const passage = passageToTag();
  if (isShown && !passage) useShownPage.setState({ isShown: false });
  else {
    useShownPage.setState({ isShown: true });
    openPane('right');
  }
}

function formatOf(documentId: DocumentId | null): string | undefined {
  return documentId === null ? undefined : useWorkbench.getState().project?.state.documents.get(documentId)?.format;
}
