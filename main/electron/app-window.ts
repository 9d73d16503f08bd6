import path from 'node:path';
import { app, BrowserWindow } from 'electron';
import { webPreferences } from './harden.ts';
import { startPage } from './origin.ts';
import { keepWindowState, readWindowState } from './window-state.ts';

/** Opens the one window where it was before; shown when there is something to see. */
export async function openWindow(log: (line: string) => void): Promise<BrowserWindow> {
  const userData = app.getPath('userData');
  const state = readWindowState(userData);
  const window = new BrowserWindow({
    title: 'Hoorwerk',
    ...(state ? { x: state.x, y: state.y, width: state.width, height: state.height } : { width: 1280, height: 800 }),
    minWidth: 640,
    minHeight: 480,
    show: false,
    backgroundColor: '#f4f1ea',
    webPreferences: webPreferences(path.join(app.getAppPath(), 'dist/main/preload.cjs')),
  });
  if (state?.maximized) window.maximize();
  keepWindowState(window, userData, log);
  window.once('ready-to-show', () => window.show());
  await window.loadURL(startPage);
  return window;
}

/** Brings the window to the front, as a second start of the program asks. */
export function showWindow(window: BrowserWindow): void {
  if (window.isMinimized()) window.restore();
  window.show();
  window.focus();
}
