import { readFileSync } from 'node:fs';
import path from 'node:path';
import { screen, type BrowserWindow, type Rectangle } from 'electron';
import writeFileAtomic from 'write-file-atomic';
import { z } from 'zod';

const stateSchema = z.object({
  x: z.int(), y: z.int(), width: z.int().min(640).max(20_000), height: z.int().min(480).max(20_000), maximized: z.boolean(),
});
export type WindowState = z.infer<typeof stateSchema>;

/** Where the window was when it last closed; null the first time, or where that place is on no screen any more. */
export function readWindowState(userData: string): WindowState | null {
  try {
    const state = stateSchema.parse(JSON.parse(readFileSync(stateFile(userData), 'utf8')));
    return isVisible(state, screen.getDisplayMatching(state).workArea) ? state : null;
  } catch {
    // Missing or unreadable: the window opens where the system puts it.
    return null;
  }
}

/** Keeps the window's place when it closes. */
export function keepWindowState(window: BrowserWindow, userData: string, log: (line: string) => void): void {
  window.on('close', () => {
    const state: WindowState = { ...window.getNormalBounds(), maximized: window.isMaximized() };
    try {
      writeFileAtomic.sync(stateFile(userData), JSON.stringify(state));
    } catch (cause) {
      log(`the window's place could not be kept: ${cause instanceof Error ? cause.message : String(cause)}`);
    }
  });
}

const stateFile = (userData: string) => path.join(userData, 'window.json');

/** Enough of the window's bar is on the screen to take hold of it. */
export function isVisible(window: Rectangle, area: Rectangle): boolean {
  const across = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  return across >= 120 && window.y >= area.y - 8 && window.y <= area.y + area.height - 60;
}
