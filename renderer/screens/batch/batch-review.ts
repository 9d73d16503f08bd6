import { noteAccepted, useBatch } from '../../use-cases/batch.ts';
import { useUi } from '../ui-state.ts';

/** Whether the review of one file is followed by that of the next. */
let following = false;

/** Opens the review of one file that was read. */
export function reviewItem(id: string): void {
  following = false;
  open(id);
}

/** Opens the reviews of all that were read, one after the other; leaving one without accepting it ends that. */
export function reviewAll(): void {
  const [first] = toReview();
  if (!first) return;
  following = true;
  open(first);
}

const toReview = () => (useBatch.getState().items ?? []).filter(({ state }) => state.kind === 'read').map(({ id }) => id);

function open(id: string): void {
  const state = useBatch.getState().items?.find((item) => item.id === id)?.state;
  if (state?.kind === 'read') useUi.setState({ review: { reading: state.reading, bytes: state.bytes } });
}

// A review that closes shows the list again, or the next review.
useUi.subscribe((ui, before) => {
  if (before.review === null || ui.review !== null || useBatch.getState().items === null) return;
  const left = toReview().length;
  noteAccepted();
  const next = toReview();
  following &&= next.length < left;
  if (following && next[0] !== undefined) open(next[0]);
});
