import type { HostFile } from '../host/host.ts';

export type SkipReason = 'hidden' | 'empty-folder' | 'closed-folder' | 'project';

/** Why a file is no document to take in together with others, by what its name says; null where it may be one. */
export function skipReason({ name, folder, kind }: Pick<HostFile, 'name' | 'folder' | 'kind'>): SkipReason | null {
  if ([...folder.split('/'), name].some(isHidden)) return 'hidden';
  if (kind !== 'file') return kind === 'empty' ? 'empty-folder' : 'closed-folder';
  return name.toLowerCase().endsWith('.hoorwerk') ? 'project' : null;
}

/** What systems and programs put beside documents, and what their owners do not see. */
function isHidden(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || ['thumbs.db', 'desktop.ini', '__macosx'].includes(name.toLowerCase());
}
