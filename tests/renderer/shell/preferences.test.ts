import { beforeEach, describe, expect, test, vi } from 'vitest';

/** The page's own stores, as far as preferences use them. */
const stored = new Map<string, string>();
const root = { lang: '', dataset: {} as Record<string, string>, style: new Map<string, string>() };

beforeEach(() => {
  vi.resetModules();
  root.dataset = {};
  root.style.clear();
  vi.stubGlobal('document', { documentElement: { get lang() { return root.lang; }, set lang(next) { root.lang = next; }, dataset: root.dataset, style: { setProperty: (name: string, value: string) => root.style.set(name, value) } } });
  vi.stubGlobal('localStorage', { getItem: (name: string) => stored.get(name) ?? null, setItem: (name: string, value: string) => stored.set(name, value) });
});

const load = () => import('../../../renderer/screens/settings/preferences.ts');
const place = 'hoorwerk.preferences';

describe('preferences', () => {
  test('are Dutch, as the system and 17 px until somebody chooses', async () => {
    stored.clear();
    const { usePreferences, applyPreferences } = await load();
    applyPreferences();
    expect(usePreferences.getState()).toMatchObject({ language: 'nl', scheme: 'system', textSize: 17, left: true, right: true });
    expect(root.lang).toBe('nl');
    expect(root.dataset).toEqual({});
    expect(root.style.get('--page-size')).toBe('17px');
  });

  test('hold at once and after a restart', async () => {
    stored.clear();
    const first = await load();
    first.setPreferences({ language: 'en', scheme: 'dark' });
    first.stepTextSize(1);
    expect([root.lang, root.dataset.scheme, root.style.get('--page-size')]).toEqual(['en', 'dark', '18px']);
    vi.resetModules();
    const { usePreferences } = await load();
    expect(usePreferences.getState()).toMatchObject({ language: 'en', scheme: 'dark', textSize: 18 });
  });

  test.each(['{', 'null', '[]', '7', '{"textSize":900,"scheme":"pink","leftWidth":"wide"}'])('take %s in the store for nothing chosen', async (text) => {
    stored.set(place, text);
    const { usePreferences } = await load();
    expect(usePreferences.getState()).toMatchObject({ scheme: 'system', textSize: 17, leftWidth: 248 });
  });

  test('keep what can be read beside what cannot', async () => {
    stored.set(place, '{"scheme":"dark","textSize":900}');
    const { usePreferences } = await load();
    expect(usePreferences.getState()).toMatchObject({ scheme: 'dark', textSize: 17 });
  });

  test('stay at the ends of the sizes', async () => {
    stored.set(place, '{"textSize":24}');
    const { stepTextSize, usePreferences } = await load();
    stepTextSize(1);
    expect(usePreferences.getState().textSize).toBe(24);
    stepTextSize(-1);
    expect(usePreferences.getState().textSize).toBe(22);
  });
});
