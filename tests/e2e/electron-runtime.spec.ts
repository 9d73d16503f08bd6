import { _electron } from '@playwright/test';
import { electronRuntime } from './drivers/electron-runtime.ts';
import { expect, test } from './workbench.ts';

/** What only Electron itself can show; these run in the project `electron`, which exists where its runtime is present. */
test('the page is isolated, in a sandbox, and denied all that it does not need', async ({ workbenches }) => {
  const { data, profile } = workbenches.folders;
  const executablePath = electronRuntime();
  if (!executablePath) throw new Error("Electron's runtime is not on this machine");
  const app = await _electron.launch({
    executablePath,
    args: ['.', `--user-data-dir=${profile}`, `--data=${data}`, ...(process.getuid?.() === 0 ? ['--no-sandbox'] : [])],
  });
  try {
    const page = await app.firstWindow();
    await page.waitForLoadState();
    expect(page.url()).toBe('app://hoorwerk/index.html');
    expect(await page.evaluate(() => [typeof Reflect.get(window, 'require'), typeof Reflect.get(window, 'process'), isSecureContext]))
      .toEqual(['undefined', 'undefined', true]);
    expect(await page.evaluate(() => Object.keys(Reflect.get(window, 'hoorwerk') as object).toSorted())).toEqual(['call', 'onEvent']);
    expect(await page.evaluate(() => fetch('https://example.org/').then(() => 'reached', () => 'refused'))).toBe('refused');
    expect(await page.evaluate(() => window.open('https://example.org/') === null)).toBe(true);
    expect(await page.evaluate(() => navigator.mediaDevices.getUserMedia({ audio: true }).then(() => 'given', () => 'denied'))).toBe('denied');
    expect(await page.evaluate(() => Notification.requestPermission())).toBe('denied');
    const seen = await app.evaluate(({ BrowserWindow, session }) => {
      const [window] = BrowserWindow.getAllWindows();
      return {
        windows: BrowserWindow.getAllWindows().length,
        spellChecker: session.defaultSession.isSpellCheckerEnabled(),
        webRtc: window?.webContents.getWebRTCIPHandlingPolicy(),
      };
    });
    expect(seen).toEqual({ windows: 1, spellChecker: false, webRtc: 'disable_non_proxied_udp' });
    expect(await app.evaluate(({ session }) => session.defaultSession.resolveProxy('https://example.org/'))).toMatch(/^SOCKS5 127\.0\.0\.1:9/);
  } finally {
    await app.close();
  }
});
