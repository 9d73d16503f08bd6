import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { Exporter } from '../../../app/exporters/exporter.ts';
import { exporters } from '../../../app/exporters/registry.ts';

const folder = new URL('../../../app/exporters/', import.meta.url);
/** Files of the folder that are no format. */
const others = new Set(['registry.ts', 'exporter.ts', 'citation.ts']);

const isExporter = (value: unknown): value is Exporter => typeof value === 'object' && value !== null && 'write' in value && 'extension' in value;

describe('the list of exporters', () => {
  it('holds the one descriptor of every file in the folder', async () => {
    const files = readdirSync(folder).filter((name) => name.endsWith('.ts') && !others.has(name));
    const found: Exporter[] = [];
    for (const file of files) {
      const module = await import(new URL(file, folder).href) as Record<string, unknown>;
      const own = Object.values(module).filter(isExporter);
      expect([file, own.length]).toEqual([file, 1]);
      found.push(...own);
    }
    expect(found.map(({ id }) => id).toSorted()).toEqual(exporters.map(({ id }) => id).toSorted());
  });

  it('has an id and words of its own for each', () => {
    expect(exporters.map(({ id }) => id)).toEqual(['dataset', 'dataset-guarded', 'frequencies', 'analyses', 'passages-docx', 'passages-md', 'codebook-csv', 'codebook-qdc']);
    for (const words of exporters.flatMap(({ name, description }) => [name, description])) {
      expect(words.nl).not.toBe('');
      expect(words.en).not.toBe(words.nl);
    }
    expect(new Set(exporters.map(({ name }) => name.nl)).size).toBe(exporters.length);
  });
});
