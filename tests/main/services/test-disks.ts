import * as node from 'node:fs/promises';
import type { FileSystem } from '../../../main/services/disk.ts';

/** A file system whose disk is full: new bytes fail after so many, with the system's own code. `room` may be changed meanwhile. */
export function fullDisk(room: { bytes: number }): FileSystem {
  const full = () => Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
  return withHandles((handle) => ({
    async write(bytes: Uint8Array, offset: number, length: number, position: number) {
      if (room.bytes <= 0) throw full();
      const fits = Math.min(length, room.bytes);
      room.bytes -= fits;
      return handle.write(bytes, offset, fits, position);
    },
    async writeFile(bytes: Uint8Array) {
      const fits = bytes.subarray(0, room.bytes);
      room.bytes -= fits.length;
      await handle.writeFile(fits);
      if (fits.length < bytes.length) throw full();
    },
  }));
}

/** A file system that does not wait for the disk, for tests with hundreds of files. */
export function hastyDisk(): FileSystem {
  return withHandles(() => ({ sync: async () => undefined }));
}

/** The real file system, with other ways to do some things with an open file. */
function withHandles(changed: (handle: node.FileHandle) => object): FileSystem {
  return {
    ...node,
    async open(...args: Parameters<typeof node.open>) {
      const handle = await node.open(...args);
      const others = changed(handle);
      return new Proxy(handle, {
        get(target, key) {
          const value: unknown = Reflect.get(Object.hasOwn(others, key) ? others : target, key);
          return typeof value === 'function' ? value.bind(target) : value;
        },
      });
    },
  };
}
