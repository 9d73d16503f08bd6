import { existsSync } from 'node:fs';
import { chromium } from '@playwright/test';

const places = [
  '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome', '/opt/google/chrome/chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome', 'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/** The Chromium that the tests drive: `HOORWERK_CHROMIUM`, the system's, or Playwright's own; null where there is none. */
export function findChromium() {
  const named = process.env.HOORWERK_CHROMIUM;
  if (named) return existsSync(named) ? named : null;
  const system = places.find((place) => existsSync(place));
  if (system) return system;
  const own = chromium.executablePath();
  return existsSync(own) ? own : null;
}

/**
 * What the browser does without: the page under its address bar, which is a program of its own that costs as much as the
 * start itself. Of two such lists Chromium heeds the last, so that what Playwright would leave out stands here again.
 */
const withoutFeatures = [
  'WebUIOmniboxPopup', 'WebUIOmniboxAimPopup', 'WebUIOmniboxFullPopup',
  'AimEnabled', 'AvoidUnnecessaryBeforeUnloadCheckSync', 'DestroyProfileOnBrowserClose', 'HttpsFirstBalancedModeAutoEnable', 'HttpsUpgrades',
  'LensOverlay', 'MediaRouter', 'NetworkTimeServiceQuerying', 'OptimizationHints', 'PaintHolding', 'PreconnectToSearch', 'ThirdPartyStoragePartitioning',
];

/** Nothing that asks the network, and no sandbox where root would have none. */
export const chromiumArgs = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  `--disable-features=${withoutFeatures.join(',')}`, '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync',
];
