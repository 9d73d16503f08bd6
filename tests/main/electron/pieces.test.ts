import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';

vi.mock('electron', () => ({ app: {}, Menu: {}, shell: {}, screen: {}, dialog: {} }));

const { menuTemplate } = await import('../../../main/electron/menu.ts');
const { filesIn } = await import('../../../main/electron/opened-files.ts');
const { isVisible } = await import('../../../main/electron/window-state.ts');
const { guardStore, noteCleanExit } = await import('../../../main/electron/unclean-exit.ts');
const { createFileTokens } = await import('../../../main/electron/file-dialogs.ts');
const { keepLanguage, readLanguage } = await import('../../../main/electron/menu-language.ts');
const { menuLanguage } = await import('../../../main/electron/labels.ts');

describe('the menu', () => {
  const template = (language: 'nl' | 'en', command = vi.fn(), platform: NodeJS.Platform = 'linux') =>
    menuTemplate({ language, platform, dataFolder: '/data', command });
  const items = (menu: Electron.MenuItemConstructorOptions[]): Electron.MenuItemConstructorOptions[] =>
    menu.flatMap((item) => [item, ...(Array.isArray(item.submenu) ? items(item.submenu) : [])]);

  it('speaks Dutch to Dutch systems and English to others', () => {
    expect([menuLanguage('nl-BE'), menuLanguage(''), menuLanguage('en-GB'), menuLanguage('de')]).toEqual(['nl', 'nl', 'en', 'en']);
    expect(template('nl').map((menu) => menu.label)).toEqual(['Bestand', 'Bewerken', 'Beeld', 'Help']);
    expect(template('en').map((menu) => menu.label)).toEqual(['File', 'Edit', 'View', 'Help']);
  });

  it('runs the commands of the screen by their ids', () => {
    const command = vi.fn();
    const commands = items(template('nl', command)).filter((item) => item.id?.includes('.'));
    for (const item of commands) (item.click as () => void)();
    expect(command.mock.calls.flat()).toEqual(commands.map((item) => item.id));
    expect(command).toHaveBeenCalledWith('edit.undo');
  });

  it('leaves the keys to the screen, which knows whether a text field has them', () => {
    const withKeys = (['linux', 'win32', 'darwin'] as const)
      .flatMap((platform) => items(template('en', vi.fn(), platform)))
      .filter((item) => item.accelerator);
    expect(withKeys.length).toBeGreaterThan(0);
    expect(withKeys.filter((item) => item.registerAccelerator !== false)).toEqual([]);
  });
});

describe('files that the system asks to open', () => {
  it('are the arguments of a kind that Hoorwerk reads, as whole paths', () => {
    expect(filesIn(['hoorwerk', '--data=/x', 'a.hoorwerk', '/b/c.TXT', 'picture.png', '--no-sandbox'], '/home/me'))
      .toEqual([path.resolve('/home/me/a.hoorwerk'), '/b/c.TXT']);
  });
});

describe('a window that was closed', () => {
  it.each([
    [{ x: 10, y: 10, width: 800, height: 600 }, true],
    [{ x: -700, y: 10, width: 800, height: 600 }, false],
    [{ x: 1900, y: 10, width: 800, height: 600 }, false],
    [{ x: 10, y: -100, width: 800, height: 600 }, false],
    [{ x: 10, y: 1060, width: 800, height: 600 }, false],
  ])('at %o opens there again only if its bar can be taken hold of: %s', (window, visible) => {
    expect(isVisible(window, { x: 0, y: 0, width: 1920, height: 1080 })).toBe(visible);
  });
});

describe('on disk', () => {
  const quiet = () => undefined;
  let folder: string;
  beforeEach(() => { folder = mkdtempSync(path.join(tmpdir(), 'hoorwerk-electron-')); });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('the menu\'s language is the one that the screen was set to, and the system\'s where nothing was kept or it is damaged', () => {
    const said: string[] = [];
    expect([readLanguage(folder, 'nl-NL'), readLanguage(folder, 'de')]).toEqual(['nl', 'en']);
    keepLanguage(folder, 'en', (line) => said.push(line));
    expect(readLanguage(folder, 'nl-NL')).toBe('en');
    writeFileSync(path.join(folder, 'language.json'), '{"language":"fr"}');
    expect(readLanguage(folder, 'nl-NL')).toBe('nl');
    keepLanguage(path.join(folder, 'gone'), 'en', (line) => said.push(line));
    expect(said).toEqual([expect.stringContaining('could not be kept')]);
  });

  it('the store is copied after an exit that was not clean, before anything opens it, and three copies are kept', () => {
    mkdirSync(path.join(folder, 'IndexedDB'));
    writeFileSync(path.join(folder, 'IndexedDB/000003.log'), 'work');
    expect(guardStore(folder, '2026-01-01T00:00:00.000Z', quiet)).toBeNull();
    noteCleanExit(folder);
    expect(guardStore(folder, '2026-01-02T00:00:00.000Z', quiet)).toBeNull();
    const copies = [3, 4, 5, 6].map((day) => guardStore(folder, `2026-01-0${day}T00:00:00.000Z`, quiet));
    expect(copies.map((copy) => copy !== null && existsSync(copy))).toEqual([false, true, true, true]);
    expect(readFileSync(path.join(copies[3] ?? '', '000003.log'), 'utf8')).toBe('work');
  });

  it('a store that can not be copied keeps nobody from starting, and leaves nothing half-copied', () => {
    mkdirSync(path.join(folder, 'IndexedDB'));
    guardStore(folder, '2026-01-01T00:00:00.000Z', quiet);
    // A file where the folder of copies should be: every copy fails.
    writeFileSync(path.join(folder, 'IndexedDB copies'), '');
    const log = vi.fn();
    expect(guardStore(folder, '2026-01-02T00:00:00.000Z', log)).toBeNull();
    expect(log).toHaveBeenCalledOnce();
  });

  it('a file is read by its token as it is then, and only files get one', async () => {
    const file = path.join(folder, 'verslag.txt');
    writeFileSync(file, 'De voorzitter opent.');
    const tokens = createFileTokens();
    const issued = await tokens.issue([file, folder, path.join(folder, 'missing.txt')]);
    expect(issued.map(({ name, size }) => ({ name, size }))).toEqual([{ name: 'verslag.txt', size: 20 }]);
    const token = issued[0]?.token ?? '';
    expect(new TextDecoder().decode((await tokens.read(token)).bytes)).toBe('De voorzitter opent.');
    writeFileSync(file, 'De voorzitter sluit.');
    expect(new TextDecoder().decode((await tokens.read(token)).bytes)).toBe('De voorzitter sluit.');
    await expect(tokens.read(file)).rejects.toMatchObject({ code: 'not-found' });
  });
});
