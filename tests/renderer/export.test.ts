import { describe, expect, it } from 'vitest';
import { fail, ok } from '../../app/support/result.ts';
import { outcomeWords } from '../../renderer/screens/export/outcome.ts';

describe('what is said after an export', () => {
  it('tells what was written and where', () => {
    expect(outcomeWords('Dataset', ok({ where: 'Downloads/dataset.zip' }))).toEqual({ kind: 'done', text: 'Dataset: geschreven naar Downloads/dataset.zip' });
  });

  it('tells that nothing was written where the user chose no place', () => {
    expect(outcomeWords('Dataset', ok(null))).toMatchObject({ kind: 'cancelled', text: expect.stringContaining('niet geschreven') });
  });

  it('tells why it could not be written, in words of the screen', () => {
    const { kind, text } = outcomeWords('Dataset', fail('disk-full', 'no space left'));
    expect(kind).toBe('failed');
    expect(text).toContain('De schijf is vol');
  });
});
