import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { launchStandIn } from '../../electron/stand-in/launch.ts';
import type { Driver, Running } from './driver.ts';

/** The compiled main process and preload, in the stand-in for Electron. */
export const standInDriver: Driver = {
  async launch(options) {
    const standIn = await launchStandIn({
      userData: options.profile,
      args: [`--data=${options.data}`],
      colorScheme: options.colorScheme ?? 'light',
    });
    const page = await standIn.firstPage();
    if (options.width && options.height) await page.setViewportSize({ width: options.width, height: options.height });
    const running: Running = {
      page,
      troubles: standIn.troubles,
      async choose(paths, action) {
        const before = standIn.world.asked.length;
        standIn.world.dialogs.push({ kind: 'showOpenDialog', result: { canceled: false, filePaths: paths } });
        await action();
        await until(() => standIn.world.asked.length > before, 'the workbench asked for no file');
      },
      async save(action) {
        const target = path.join(options.data, `saved-${Date.now()}`);
        const before = standIn.world.asked.length;
        standIn.world.dialogs.push({ kind: 'showSaveDialog', result: { canceled: false, filePath: target } });
        await action();
        await until(() => existsSync(target), 'the workbench saved no file');
        const asked = standIn.world.asked[before] as { defaultPath: string };
        const bytes = readFileSync(target);
        rmSync(target);
        return { name: asked.defaultPath, bytes };
      },
      secondWindow: () => null,
      newAddress: () => null,
      close: () => standIn.quit(),
    };
    return running;
  },
};

async function until(done: () => boolean, otherwise: string): Promise<void> {
  const limit = Date.now() + 30_000;
  while (!done()) {
    if (Date.now() > limit) throw new Error(otherwise);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}
