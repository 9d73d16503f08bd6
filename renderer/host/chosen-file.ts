import { HostError, type HostFile } from './contract.ts';

/** A file of the page, chosen or dropped, as a host's. */
export function chosenFile(file: File): HostFile {
  return {
    name: file.name,
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

/** Asks for files with the browser's own dialog. Empty: cancelled. */
export function askForFiles(multiple: boolean, accept: string): Promise<HostFile[]> {
  const input = document.createElement('input');
  input.type = 'file';
  input.multiple = multiple;
  input.accept = accept;
  return new Promise((resolve) => {
    input.addEventListener('change', () => resolve([...(input.files ?? [])].map(chosenFile)));
    input.addEventListener('cancel', () => resolve([]));
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
