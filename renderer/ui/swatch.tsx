import type { CSSProperties } from 'react';
import { themeColor } from '../../app/coding/theme-color.ts';

/** A theme's colour as a small square. Never alone: a name, key or initials stand beside it. */
export function Swatch({ color, size = 10 }: { color: string; size?: number }) {
  const style: CSSProperties = { background: themeColor(color), width: size, height: size };
  return <span className="swatch" style={style} aria-hidden />;
}
