import { useLayoutEffect, useRef, useState, type ReactNode } from 'react';
import { Panel, usePanelRef, type PanelSize } from 'react-resizable-panels';
import { useT } from '../../i18n/index.ts';
import { setPreferences, usePreferences } from '../settings/preferences.ts';
import type { Side } from './pane-state.ts';

export interface SidePanelProps {
  side: Side;
  open: boolean;
  /** A page of the file stands in it, which needs more room. */
  page?: boolean;
  children: ReactNode;
}

const limits = { left: { minSize: 190, maxSize: 480 }, right: { minSize: 230, maxSize: 560 }, page: { minSize: 320, maxSize: 900 } } as const;
const widthNames = { left: 'leftWidth', right: 'rightWidth', page: 'pageWidth' } as const;

/**
 * A pane beside the page, as wide as it was left; px, so that it stays when the window grows. A closed one stays in
 * the group without width: the group lays out anew, and forgets widths, when a panel leaves it. Dragged to nothing it
 * is closed.
 */
export function SidePanel({ side, open, page = false, children }: SidePanelProps) {
  const use = page ? 'page' : side;
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
    else if (inPixels === 0 && (before?.inPixels ?? 0) > 0 && isDragged()) setPreferences({ [side]: false });
  };
  return (
    <Panel
      id={side} panelRef={panel} defaultSize={width} {...limits[use]} collapsible groupResizeBehavior="preserve-pixel-size"
      onResize={(size, _id, before) => onResize(size, before)}
    >
      {open && <SideSection side={side} page={page}>{children}</SideSection>}
    </Panel>
  );
}

/** What a pane holds, as a part of the screen of its own. */
export function SideSection({ side, page = false, children }: Omit<SidePanelProps, 'open'>) {
  const t = useT();
  return <section className={page ? `side ${side} page` : `side ${side}`} id={`${side}-pane`} data-pane={side} aria-label={t(`shell.${side}`)} tabIndex={-1}>{children}</section>;
}

/** A window that grows narrow takes a pane's width too, but that is not the user's doing. */
function isDragged(): boolean {
  return document.querySelector('[data-separator="active"], [data-separator="focus"]') !== null;
}

let keeping: ReturnType<typeof setTimeout> | undefined;
let widths: { leftWidth?: number; rightWidth?: number; pageWidth?: number } = {};

/** Remembers widths once they hold still. */
function keep(changed: typeof widths): void {
  widths = { ...widths, ...changed };
  clearTimeout(keeping);
  keeping = setTimeout(() => setPreferences(widths), 200);
}
