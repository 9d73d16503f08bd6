/** A theme's colour on the light page and on the dark one. `Code.color` holds the light value. */
export interface Hue { light: string; dark: string }

/**
 * Twelve hues, each 3:1 against page and ground of its scheme, in the order in which they are proposed: neighbours
 * apart, and the first six apart from each other, for deuteranopes and protanopes too, for whom three of them differ by
 * lightness (tests/app/coding/palette.test.ts measures it). Eight are those of the design; the fourth to the seventh
 * were chosen to make that true.
 */
export const palette: readonly Hue[] = [
  { light: '#b4481e', dark: '#ee9066' },
  { light: '#1f6fb2', dark: '#7bb8ec' },
  { light: '#2f7d55', dark: '#7cc7a0' },
  { light: '#5a1246', dark: '#b0568f' },
  { light: '#4a2fd0', dark: '#8b70f2' },
  { light: '#4a3410', dark: '#fbe9a0' },
  { light: '#4a6577', dark: '#9fb8c8' },
  { light: '#5b5fc7', dark: '#a9acf5' },
  { light: '#b03a67', dark: '#ec8fb2' },
  { light: '#8a4fa3', dark: '#cba0e0' },
  { light: '#8a6d00', dark: '#d8be5a' },
  { light: '#0f7c86', dark: '#6cc9d2' },
];

/** The value of a theme's colour on the dark page; a colour that is not of the palette stays as it is. */
export function darkValue(light: string): string {
  return palette.find((hue) => hue.light === light)?.dark ?? light;
}

/** The hue that the fewest of these colours use, in the palette's order. */
export function proposeColor(used: Iterable<string>): string {
  const counts = new Map(palette.map((hue) => [hue.light, 0]));
  for (const color of used) counts.set(color, (counts.get(color) ?? 0) + 1);
  const [first, ...rest] = palette.map((hue) => hue.light);
  return rest.reduce((best, color) => ((counts.get(color) ?? 0) < (counts.get(best) ?? 0) ? color : best), first ?? '#5d584e');
}
