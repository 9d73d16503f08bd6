import { describe, expect, it } from 'vitest';
import { darkValue, palette, proposeColor } from '../../../app/coding/palette.ts';

const grounds = { light: ['#fffdf9', '#f4f1ea'], dark: ['#21201d', '#191816'] } as const;
const schemes = ['light', 'dark'] as const;

type Triple = readonly [number, number, number];

describe('the palette', () => {
  it('has twelve hues, no value twice in a scheme', () => {
    expect(palette).toHaveLength(12);
    for (const scheme of schemes) expect(new Set(palette.map((hue) => hue[scheme])).size).toBe(12);
  });

  it.each(schemes)('stands out 3:1 from page and ground in the %s scheme', (scheme) => {
    for (const hue of palette) {
      for (const ground of grounds[scheme]) expect(contrast(hue[scheme], ground), `${hue[scheme]} on ${ground}`).toBeGreaterThanOrEqual(3);
    }
  });

  it.each(schemes.flatMap((scheme) => (['everyone', 'deuteranopes', 'protanopes'] as const).map((eyes) => ({ scheme, eyes }))))(
    'keeps the first six apart for $eyes in the $scheme scheme', ({ scheme, eyes }) => {
      const six = palette.slice(0, 6).map((hue) => hue[scheme]);
      for (const [i, a] of six.entries()) {
        for (const b of six.slice(i + 1)) expect(difference(a, b, eyes), `${a} and ${b}`).toBeGreaterThan(19);
      }
    },
  );

  it.each(schemes)('keeps all twelve apart for the unimpaired eye in the %s scheme', (scheme) => {
    for (const [i, a] of palette.entries()) {
      for (const b of palette.slice(i + 1)) expect(difference(a[scheme], b[scheme], 'everyone'), `${a[scheme]} and ${b[scheme]}`).toBeGreaterThan(15);
    }
  });

  it.each(schemes.flatMap((scheme) => (['everyone', 'deuteranopes', 'protanopes'] as const).map((eyes) => ({ scheme, eyes }))))(
    'keeps neighbours in the order of proposal apart for $eyes in the $scheme scheme', ({ scheme, eyes }) => {
      for (const [at, hue] of palette.slice(1).entries()) {
        const before = palette[at]?.[scheme] ?? '';
        expect(difference(before, hue[scheme], eyes), `${before} and ${hue[scheme]}`).toBeGreaterThan(19);
      }
    },
  );

  it('proposes each hue once before it proposes one again', () => {
    const used: string[] = [];
    for (let i = 0; i < 24; i += 1) used.push(proposeColor(used));
    expect(used.slice(0, 12)).toEqual(palette.map((hue) => hue.light));
    expect(used.slice(12)).toEqual(used.slice(0, 12));
  });

  it('knows the dark value of its own colours and leaves others alone', () => {
    expect(palette.map((hue) => darkValue(hue.light))).toEqual(palette.map((hue) => hue.dark));
    expect(darkValue('#123456')).toBe('#123456');
  });
});

/** Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB. */
const eyesight: Record<'everyone' | 'deuteranopes' | 'protanopes', readonly [Triple, Triple, Triple]> = {
  everyone: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  deuteranopes: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  protanopes: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
};

function linear(hex: string): Triple {
  const channel = (at: number) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  };
  return [channel(1), channel(3), channel(5)];
}

const times = (row: Triple, [r, g, b]: Triple) => row[0] * r + row[1] * g + row[2] * b;
const luminance = (color: Triple) => times([0.2126, 0.7152, 0.0722], color);

/** WCAG 2. */
function contrast(a: string, b: string): number {
  const [light = 0, dark = 0] = [luminance(linear(a)), luminance(linear(b))].toSorted((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

/** CIE 1976 colour difference, D65, as these eyes see the two; about 2.3 is just noticeable. */
function difference(a: string, b: string, eyes: keyof typeof eyesight): number {
  const [x, y] = [lab(a, eyes), lab(b, eyes)];
  return Math.hypot(x[0] - y[0], x[1] - y[1], x[2] - y[2]);
}

function lab(hex: string, eyes: keyof typeof eyesight): Triple {
  const color = linear(hex);
  const seen = eyesight[eyes].map((row) => Math.min(1, Math.max(0, times(row, color))));
  const rgb: Triple = [seen[0] ?? 0, seen[1] ?? 0, seen[2] ?? 0];
  const x = scale(times([0.4124, 0.3576, 0.1805], rgb) / 0.95047);
  const y = scale(luminance(rgb));
  const z = scale(times([0.0193, 0.1192, 0.9505], rgb) / 1.08883);
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

const scale = (value: number) => (value > 216 / 24389 ? Math.cbrt(value) : (value * 24389 / 27 + 16) / 116);
