import { EventEmitter } from 'node:events';
import type { BrowserContext, Page } from '@playwright/test';
import type { SchemeHandler } from './serve.ts';
import type { WindowDouble } from './window-double.ts';

/** What a dialog of the system is answered with; `kind` must be the dialog that the app opens. */
export type DialogAnswer =
  | { kind: 'showOpenDialog'; result: { canceled: boolean; filePaths: string[] } }
  | { kind: 'showSaveDialog'; result: { canceled: boolean; filePath?: string } };

export interface MenuItem { id?: string; label?: string; role?: string; accelerator?: string; click?: () => void; submenu?: MenuItem[] }

/** All that the doubles share: the app's side of one run of the stand-in. */
export interface World {
  app: EventEmitter;
  windows: WindowDouble[];
  handlers: Map<string, (event: object, ...args: unknown[]) => unknown>;
  schemes: Map<string, SchemeHandler>;
  dialogs: DialogAnswer[];
  /** Options of the dialogs that were shown. */
  asked: unknown[];
  /** What was handed to the system to open or show. */
  opened: string[];
  focused: number[];
  menu: MenuItem[];
  requestFilter: ((details: { url: string }, answer: (verdict: { cancel?: boolean }) => void) => void) | null;
  context(): Promise<BrowserContext>;
  watch(page: Page): void;
  trouble(line: string): void;
}
