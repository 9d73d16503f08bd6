import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { Panel, usePanelRef, type PanelSize } from 'react-resizable-panels';
import { useT } from '../../i18n/index.ts';
import { setPreferences, usePreferences, type Preferences } from '../settings/preferences.ts';
import type { Side } from './pane-state.ts';

export interface SidePanelProps {
  side: Side;
  open: boolean;
  /** What stands in it instead of the usual, and needs more room: a page of the file, the list of passages. */
  guest?: Guest | null;
  /** Dragged to nothing. */
  onClosed(): void;
  children: ReactNode;
}

export type Guest = 'page' | 'passages';

const limits = {
  left: { minSize: 190, maxSize: 480 }, right: { minSize: 230, maxSize: 560 },
  page: { minSize: 320, maxSize: 900 }, passages: { minSize: 340, maxSize: 1100 },
} as const;
const widthNames = { left: 'leftWidth', right: 'rightWidth', page: 'pageWidth', passages: 'passagesWidth' } as const;

/**
 * A pane beside the page, as wide as it was left; px, so that it stays when the window grows. A closed one stays in
 * the group without width: the group lays out anew, and forgets widths, when a panel leaves it. Dragged to nothing it
 * is closed.
 */
export function SidePanel({ side, open, guest = null, onClosed, children }: SidePanelProps) {
  const use = guest ?? side;
  const widthName = widthNames[use];
  // Read once: a default that followed the drag would end the drag.
  const [width] = useState(() => (open ? usePreferences.getState()[widthName] : 0));
  const panel = usePanelRef();
  const was = useRef({ open, widthName });
  useLayoutEffect(() => {
    // The first time the group is not there yet, and the default width says it all.
    if (was.current.open === open && was.current.widthName === widthName) return;
    was.current = { open, widthName };
    if (open) panel.current?.resize(usePreferences.getState()[widthName]);
    else panel.current?.collapse();
  }, [open, panel, widthName]);
  const onResize = ({ inPixels }: PanelSize, before: PanelSize | undefined) => {
    if (inPixels >= limits[use].minSize) keep({ [widthName]: Math.round(inPixels) });
    else if (inPixels === 0 && (before?.inPixels ?? 0) > 0 && isDragged()) onClosed();
  };
  return (
    <Panel
      id={side} panelRef={panel} defaultSize={width} {...limits[use]} collapsible groupResizeBehavior="preserve-pixel-size"
      onResize={(size, _id, before) => onResize(size, before)}
    >
      {open && <SideSection side={side} guest={guest}>{children}</SideSection>}
    </Panel>
  );
}

/** What a pane holds, as a part of the screen of its own. */
export function SideSection({ side, guest = null, children }: Omit<SidePanelProps, 'open' | 'onClosed'>) {
  const t = useT();
  const name = t(guest === 'passages' ? 'view.passages' : `shell.${side}`);
  return <section className={guest ? `side ${side} for-${guest}` : `side ${side}`} id={`${side}-pane`} data-pane={side} aria-label={name} tabIndex={-1}>{children}</section>;
}

/** A window that grows narrow takes a pane's width too, but that is not the user's doing. */
function isDragged(): boolean {
  return document.querySelector('[data-separator="active"], [data-separator="focus"]') !== null;
}

let keeping: ReturnType<typeof setTimeout> | undefined;
let widths: Partial<Pick<Preferences, (typeof widthNames)[keyof typeof widthNames]>> = {};

/** Remembers widths once they hold still. */
function keep(changed: typeof widths): void {
  widths = { ...widths, ...changed };
  clearTimeout(keeping);
  keeping = setTimeout(() => setPreferences(widths), 200);
}
