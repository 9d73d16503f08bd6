import { Menu, shell, type MenuItemConstructorOptions } from 'electron';
import { labels, type MenuLanguage } from './labels.ts';

export interface MenuContext {
  language: MenuLanguage;
  platform: NodeJS.Platform;
  dataFolder: string;
  /** Runs a command of the screen, by the id that the screen registers. */
  command(id: string): void;
}

/** Sets the program's menu. Its commands are those of the screen; the screen listens for their keys itself. */
export function setMenu(context: MenuContext): void {
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(context)));
}

export function menuTemplate(context: MenuContext): MenuItemConstructorOptions[] {
  const words = labels[context.language];
  const item = (id: string, label: string, accelerator?: string): MenuItemConstructorOptions => ({
    id,
    label,
    click: () => context.command(id),
    // Shown beside the item but heard by the screen, which knows whether a text field has the key. macOS can't do that.
    ...(accelerator && context.platform !== 'darwin' ? { accelerator, registerAccelerator: false } : {}),
  });
  const line: MenuItemConstructorOptions = { type: 'separator' };
  return [
    ...(context.platform === 'darwin' ? [{ role: 'appMenu' } as const] : []),
    { label: words.file, submenu: [
      item('project.new', words.newProject),
      item('project.open', words.openProject, 'CommandOrControl+O'),
      item('document.import', words.addDocument, 'CommandOrControl+I'),
      item('document.import-folder', words.addFolder),
      line,
      item('project.save', words.saveProject, 'CommandOrControl+S'),
      item('export.dialog', words.export, 'CommandOrControl+E'),
      line,
      item('project.close', words.closeProject),
      ...(context.platform === 'darwin' ? [] : [line, { role: 'quit', label: words.quit } as const]),
    ] },
    { label: words.edit, submenu: [
      item('edit.undo', words.undo, 'CommandOrControl+Z'),
      item('edit.redo', words.redo, 'CommandOrControl+Shift+Z'),
      line,
      { role: 'cut', label: words.cut }, { role: 'copy', label: words.copy }, { role: 'paste', label: words.paste }, { role: 'selectAll', label: words.selectAll },
    ] },
    { label: words.view, submenu: [
      item('view.reading', words.reading), item('view.passages', words.passages),
      item('view.analysis', words.analysis), item('view.history', words.history),
      line,
      item('panel.left', words.leftPanel), item('panel.right', words.rightPanel),
      line,
      item('zoom.in', words.zoomIn, 'CommandOrControl+Plus'), item('zoom.out', words.zoomOut, 'CommandOrControl+-'),
      { role: 'togglefullscreen', label: words.fullScreen },
    ] },
    { label: words.help, role: 'help', submenu: [
      item('palette.open', words.palette, 'CommandOrControl+K'),
      item('keys.show', words.keys),
      item('settings.show', words.settings),
      line,
      { id: 'data-folder', label: words.dataFolder, click: () => void shell.openPath(context.dataFolder) },
    ] },
  ];
}
