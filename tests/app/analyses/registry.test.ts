import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { analyses } from '../../../app/analyses/registry.ts';

const folder = new URL('../../../app/analyses/', import.meta.url);

describe('the list of analyses', () => {
  it('holds the descriptor of every file that exports one', async () => {
    const found: unknown[] = [];
    for (const file of readdirSync(folder).filter((name) => name.endsWith('.ts') && name !== 'registry.ts')) {
      const module: Record<string, unknown> = await import(new URL(file, folder).href);
      found.push(...Object.values(module).filter((value) => typeof value === 'object' && value !== null && 'definition' in value && 'run' in value));
    }
    expect(found.length).toBeGreaterThan(0);
    expect(new Set(analyses)).toEqual(new Set(found));
  });

  it('has ids that differ, and a default for every option', () => {
    expect(new Set(analyses.map((analysis) => analysis.id)).size).toBe(analyses.length);
    for (const analysis of analyses) expect(analysis.options.safeParse({}).success).toBe(true);
  });

  it('says in both languages what each counts', () => {
    for (const { definition, name } of analyses) {
      for (const words of [definition, name]) expect(words.nl !== '' && words.en !== '' && words.nl !== words.en).toBe(true);
    }
  });
});
