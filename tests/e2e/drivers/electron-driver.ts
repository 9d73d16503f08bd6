import { readFileSync } from 'node:fs';
import { _electron } from '@playwright/test';
import path from 'node:path';
import { watchConsole, type Driver, type Running } from './driver.ts';
import { electronRuntime } from './electron-runtime.ts';

/** Electron itself, where its runtime is present. Dialogs of the system are answered in the main process. */
export const electronDriver: Driver = {
  async launch(options) {
    const executablePath = electronRuntime();
    if (!executablePath) throw new Error("Electron's runtime is not on this machine");
    const app = await _electron.launch({
      executablePath,
      args: ['.', `--user-data-dir=${options.profile}`, `--data=${options.data}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
      colorScheme: options.colorScheme ?? 'light',
    });
    const page = await app.firstWindow();
    const troubles: string[] = [];
    watchConsole(page, troubles);
    const running: Running = {
      page,
      troubles,
      async choose(paths, action) {
        await app.evaluate(({ dialog }, filePaths) => {
          dialog.showOpenDialog = async () => ({ canceled: false, filePaths });
        }, paths);
        await action();
      },
      async save(action) {
        const target = path.join(options.data, `saved-${Date.now()}`);
        await app.evaluate(({ dialog }, filePath) => {
          dialog.showSaveDialog = async (...args: unknown[]) => {
            Object.assign(globalThis, { savedName: (args.at(-1) as { defaultPath: string }).defaultPath });
            return { canceled: false, filePath };
          };
        }, target);
        await action();
        for (;;) {
          try {
            const bytes = readFileSync(target);
            return { name: await app.evaluate(() => (globalThis as { savedName?: string }).savedName ?? ''), bytes };
          } catch {
            await page.waitForTimeout(50);
          }
        }
      },
      secondWindow: () => null,
      newAddress: () => null,
      close: () => app.close(),
    };
    return running;
  },
};
