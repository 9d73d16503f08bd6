import { palette } from './palette.ts';

/**
 * A theme's colour for both schemes, as a CSS value that follows the scheme by itself. Records hold the light value;
 * the palette's twelve have a dark one of their own, other colours are lifted to where they can be read.
 */
export function themeColor(color: string): string {
  const known = palette.find(({ light }) => light === color);
  return `light-dark(${color}, ${known ? known.dark : `oklch(from ${color} max(l, 0.74) c h)`})`;
}
