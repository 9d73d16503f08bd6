import path from 'node:path';
import { flipFuses } from '@electron/fuses';
import { fuses } from './fuses.mjs';

/** Called by electron-builder when the program is laid out and not yet signed. */
export default async function afterPack({ appOutDir, packager, electronPlatformName }) {
  const name = packager.appInfo.productFilename;
  const programs = {
    darwin: `${name}.app/Contents/MacOS/${name}`,
    win32: `${name}.exe`,
    linux: packager.executableName,
  };
  await flipFuses(path.join(appOutDir, programs[electronPlatformName]), { ...fuses, resetAdHocDarwinSignature: electronPlatformName === 'darwin' });
}
