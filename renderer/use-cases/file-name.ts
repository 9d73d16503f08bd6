import filenamify from 'filenamify/browser';

/** A name that every file system takes: of the project, with what it is in it. */
export function fileName(project: string, extension: string, what?: string): string {
  const name = filenamify(project.trim() || 'hoorwerk', { replacement: '-', maxLength: 80 }).trim();
  return `${name}${what ? ` ${what}` : ''}.${extension}`;
}
