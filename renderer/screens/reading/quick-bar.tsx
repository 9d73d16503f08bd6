import { Tag } from 'lucide-react';
import { useLayoutEffect, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { codeTree, flattenTree } from '../../../app/coding/tree.ts';
import { useT } from '../../i18n/index.ts';
import { Swatch } from '../../ui/swatch.tsx';
import { Toolbar } from '../../ui/toolbar.tsx';
import type { OpenProject } from '../../use-cases/workbench.ts';
import { useUi } from '../ui-state.ts';
import { placeAt } from './place-at.ts';
import { useReading, type Page } from './reading-state.ts';
import { openTagging, tagWith } from './tagging.ts';

/** Themes that fit in a small bar; the palette has the others. */
const most = 4;

/** What can be put on a selection that was drawn with the mouse, right at its end. */
export function QuickBar({ page, project }: { page: Page; project: OpenProject }) {
  const t = useT();
  const selection = useReading((state) => state.selection);
  const byPointer = useReading((state) => state.byPointer);
  const element = useRef<HTMLDivElement>(null);
  const view = useUi((state) => state.view);
  // What was drawn before the list of passages came beside the text is not what is being worked on.
  const [drawn, setDrawn] = useState({ selection, view });
  if (drawn.selection !== selection) setDrawn({ selection, view });
  const isShown = selection !== null && byPointer && drawn.view === view && project.readOnly === null;
  useLayoutEffect(() => {
    if (isShown && element.current) placeAt(element.current, page, selection);
  }, [isShown, selection, page]);
  if (!isShown) return null;
  // By key, so that each stays in its place; those without a key come after.
  const offered = flattenTree(codeTree(project.state)).map((node) => node.code).filter((code) => code.inactive !== true).toSorted((a, b) => (a.key ?? 10) - (b.key ?? 10)).slice(0, most);
  return (
    <div ref={element} className="quick-bar" onMouseDown={(event) => event.preventDefault()} role="presentation">
      <Toolbar label={t('reading.quick-bar')}>
        {offered.map((code) => (
          <AriaButton key={code.id} className="quick-theme" aria-label={t('reading.tag-with', { code: code.name })} onPress={() => void tagWith(code.id)}>
            <Swatch color={code.color} />
            <span className="quick-name">{code.name}</span>
            {code.key !== null && <kbd className="kbd">{code.key}</kbd>}
          </AriaButton>
        ))}
        <AriaButton className="quick-theme quick-other" aria-label={t('reading.other-theme')} onPress={openTagging}>
          <Tag aria-hidden />
          <kbd className="kbd">T</kbd>
        </AriaButton>
      </Toolbar>
    </div>
  );
}
