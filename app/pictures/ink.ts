/**
 * The colours of a picture: CSS values that follow the scheme of the screen. In a file that leaves they are the light
 * ones, which renderer/styles/tokens.css has too.
 */
export const ink = { strong: 'var(--ink)', plain: 'var(--ink-2)', quiet: 'var(--ink-3)', line: 'var(--line)', bar: 'var(--accent)', inverse: 'var(--accent-ink)' } as const;

export const lightTokens: Readonly<Record<string, string>> = {
  '--ink': '#23211d', '--ink-2': '#5d584e', '--ink-3': '#6c665a', '--line': '#e3ddd0', '--paper': '#fffdf9', '--accent': '#2f5d8a', '--accent-ink': '#fffdf9',
};

/**
 * Steps of a heat map, from little to much: the accent on paper, each with the ink that reads 4.5:1 on it in both schemes
 * (measured by tests). In between no step has an ink that does.
 */
export const heatSteps: readonly { fill: string; ink: string }[] = [
  ...([[10, 8], [20, 16], [31, 24], [43, 32], [56, 40]] as const).map(([light, dark]) => ({ fill: `light-dark(${mixed('#2f5d8a', '#fffdf9', light)}, ${mixed('#8db8e3', '#21201d', dark)})`, ink: ink.strong })),
  { fill: 'light-dark(#2f5d8a, #8db8e3)', ink: ink.inverse },
];

/** The step of a value, of the largest one; null for nothing. */
export function heatStep(value: number, most: number): (typeof heatSteps)[number] | null {
  if (value <= 0 || most <= 0) return null;
  return heatSteps[Math.min(heatSteps.length - 1, Math.floor((value / most) * heatSteps.length))] ?? null;
}

/** So much of a colour, in percents, on another. */
function mixed(color: string, ground: string, share: number): string {
  const part = (hex: string, at: number) => Number.parseInt(hex.slice(at, at + 2), 16);
  const channel = (at: number) => Math.round((part(color, at) * share + part(ground, at) * (100 - share)) / 100).toString(16).padStart(2, '0');
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** A CSS value of a picture as it is in the light scheme. */
export function lightValue(value: string): string {
  const [, light = value] = /^light-dark\(([^,]+),/.exec(value) ?? [];
  const [, token = ''] = /^var\((--[\w-]+)\)$/.exec(light) ?? [];
  return lightTokens[token] ?? light;
}
