import type { Page } from '@playwright/test';

export interface LaunchOptions {
  /** The data folder that both hosts share. */
  data: string;
  /** The browser's profile, where IndexedDB lives. */
  profile: string;
  width?: number;
  height?: number;
  colorScheme?: 'light' | 'dark';
}

export interface SavedFile { name: string; bytes: Uint8Array }

/** A running workbench, whatever its host: what a user does outside the page is done through this. */
export interface Running {
  page: Page;
  /** Does what makes the workbench ask for files, and answers with these. */
  choose(paths: string[], action: () => Promise<void>): Promise<void>;
  /** Does what makes the workbench save a file, and gives what was saved. */
  save(action: () => Promise<void>): Promise<SavedFile>;
  /** A second window on the same work; null where the host has one window only. */
  secondWindow(): Promise<Page> | null;
  /** A new address of the same run, as the terminal gives it; null where the host has none. */
  newAddress(): Promise<string> | null;
  /** Messages of the page's console that tell of trouble, violations of the CSP among them. */
  troubles: string[];
  close(): Promise<void>;
}

export interface Driver {
  launch(options: LaunchOptions): Promise<Running>;
  /** A profile was copied to another folder: where the host keeps something about it elsewhere, that holds for the copy too. */
  copied?(profile: string, copy: string): void;
}

/** Collects what the console says of trouble. */
export function watchConsole(page: Page, troubles: string[]): void {
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') troubles.push(`${message.type()}: ${message.text()}`);
  });
  page.on('pageerror', (error) => troubles.push(`pageerror: ${error.stack ?? error.message}`));
}
