/** Letters that were set one behind another on one baseline in one type. Points, in the frame of the text's direction. */
export interface Run {
  /** Spaces that the file has are in it, gaps are not. */
  text: string;
  /** Left and right side of each UTF-16 unit. */
  left: number[];
  right: number[];
  /** Distance of the baseline from the top. */
  baseline: number;
  size: number;
  bold: boolean;
  font: string;
  /** Degrees, clockwise, 0 for text that runs from left to right. */
  turn: number;
  /** Set in ink that is not seen: what a program read on a photograph. */
  hidden: boolean;
}

interface Stroke { x0: number; y0: number; x1: number; y1: number; direction: [number, number] }

type Look = Pick<Run, 'size' | 'bold' | 'font' | 'hidden'>;

/** Gathers letters, as they are put on the page, into runs. */
export class Pen {
  private readonly done: Run[] = [];
  private run: Run | null = null;

  put(letters: string, stroke: Stroke, look: Look): void {
    const text = readable(letters);
    if (text === '') return;
    const turn = turnOf(stroke.direction);
    const [left, baseline] = inFrame(turn, stroke.x0, stroke.y0);
    const [right] = inFrame(turn, stroke.x1, stroke.y1);
    const { run } = this;
    const isNext = run !== null && run.turn === turn && run.bold === look.bold && run.font === look.font && run.hidden === look.hidden
      && Math.abs(run.size - look.size) < 0.02 * run.size && Math.abs(run.baseline - baseline) < 0.04 * run.size && follows(run, left);
    const here = isNext ? run : this.start({ ...look, text: '', left: [], right: [], baseline, turn });
    for (let at = 0; at < text.length; at += 1) {
      // A ligature's letters share its room.
      here.left.push(left + ((right - left) * at) / text.length);
      here.right.push(left + ((right - left) * (at + 1)) / text.length);
    }
    here.text += text;
  }

  runs(): Run[] {
    return withoutShadows(this.done.filter(({ text }) => text.trim() !== ''));
  }

  private start(run: Run): Run {
    this.run = run;
    this.done.push(run);
    return run;
  }
}

/** Up to most of a letter further on, or a little back (kerning). */
function follows(run: Run, left: number): boolean {
  const gap = left - (run.right.at(-1) ?? left);
  return gap > -0.4 * run.size && gap < widestSpace * run.size;
}

/** Wider gaps, as a share of the type's size, may part columns. */
export const widestSpace = 0.8;

/** White space as one space; what is not seen is left out, but for soft hyphens, which are seen where they are put. */
function readable(letters: string): string {
  return letters.replace(/[\s\u00A0]+/gu, ' ').replace(/(?!\u00AD)[\p{Cc}\p{Cf}]/gu, '');
}

function turnOf([x, y]: readonly [number, number]): number {
  if (x > 0 && Math.abs(y) < 1e-6 * x) return 0;
  return (Math.round((Math.atan2(y, x) * 180) / Math.PI) + 360) % 360;
}

/** A point as the reader of turned text would measure it. */
function inFrame(turn: number, x: number, y: number): [number, number] {
  if (turn === 0) return [x, y];
  const angle = (turn * Math.PI) / 180;
  return [x * Math.cos(angle) + y * Math.sin(angle), y * Math.cos(angle) - x * Math.sin(angle)];
}

/** Type that is made bold by setting it twice, a hair apart, is read once. */
function withoutShadows(runs: readonly Run[]): Run[] {
  const seen = new Map<string, Run[]>();
  return runs.filter((run) => {
    const same = seen.get(run.text) ?? [];
    const apart = 0.12 * run.size;
    if (same.some((one) => one.turn === run.turn && Math.abs(one.baseline - run.baseline) < apart && Math.abs((one.left[0] ?? 0) - (run.left[0] ?? 0)) < apart)) return false;
    seen.set(run.text, [...same, run]);
    return true;
  });
}
