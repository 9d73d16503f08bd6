import type { OpenWhat } from '../../schemas/host.ts';
import { HostError, type HostFile } from './contract.ts';

/** A file of the page, chosen or dropped, as a host's. `folder` where the file does not know it itself. */
export function chosenFile(file: File, folder?: string): HostFile {
  return {
    name: file.name,
    folder: folder ?? file.webkitRelativePath.split('/').slice(0, -1).join('/'),
    kind: 'file',
    size: file.size,
    async read() {
      try {
        return new Uint8Array(await file.arrayBuffer());
      } catch (cause) {
        throw new HostError({ code: 'bad-file', message: `${file.name} can no longer be read` }, { cause });
      }
    },
  };
}

/** Asks for files with the browser's own dialog. Null: cancelled. Of an empty folder the browser says nothing. */
export function askForFiles(what: OpenWhat, accept: string): Promise<HostFile[] | null> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = what === 'several';
  input.webkitdirectory = what === 'folder';
  input.accept = what === 'folder' ? '' : accept;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])].map((file) => chosenFile(file))));
    input.addEventListener('cancel', () => resolve(null));
    input.click();
  });
}

/** Hands bytes to the browser as a download. */
export function download(name: string, bytes: Uint8Array): void {
  const address = URL.createObjectURL(new Blob([new Uint8Array(bytes)]));
  const link = document.createElement('a');
  link.href = address;
  link.download = name;
  link.click();
  // The download has its own hold on the bytes once it has begun.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}
