import { useBatch } from '../../use-cases/batch.ts';
import { closeProject } from '../../use-cases/close-project.ts';
import { openProjectFile } from '../../use-cases/open-project-file.ts';
import { openSample } from '../../use-cases/open-sample.ts';
import { redo } from '../../use-cases/redo.ts';
import { saveProjectFile } from '../../use-cases/save-project-file.ts';
import { undo } from '../../use-cases/undo.ts';
import { useWorkbench } from '../../use-cases/workbench.ts';
import type { Command } from '../palette/commands.ts';
import { usePaletteOpen } from '../palette/palette-state.ts';
import { stepTextSize } from '../settings/preferences.ts';
import { useNewProject } from '../start/new-project-state.ts';
import { useUi, type UiState, type View } from '../ui-state.ts';
import { importDocuments } from './incoming.ts';
import { togglePane } from './pane-state.ts';
import { focusPane } from './panes-focus.ts';

const open = () => useWorkbench.getState().project;
/** Nothing comes in that has the screen to itself. */
const isFree = () => useUi.getState().review === null && useBatch.getState().items === null;
const inProject = () => open() !== null && isFree();
const writable = () => inProject() && open()?.readOnly === null;
/** Where projects can be begun and opened: on the start screen and in a project. */
const anywhere = () => ['start', 'project'].includes(useWorkbench.getState().phase) && isFree();

const view = (name: View, keys: string): Command => ({
  id: `view.${name}`, title: `command.view.${name}`, group: 'group.view', keys, enabled: inProject,
  run: () => useUi.setState({ view: name }),
});
const dialog = (name: NonNullable<UiState['dialog']>) => () => useUi.setState({ dialog: name });

/** What the shell itself can do; screens register theirs beside it. */
export const shellCommands: Command[] = [
  { id: 'palette.open', title: 'command.palette.open', group: 'group.help', keys: '$mod+k', hidden: true, run: () => usePaletteOpen.setState(true, true) },

  view('reading', 'Alt+Digit1'), view('passages', 'Alt+Digit2'), view('analysis', 'Alt+Digit3'), view('history', 'Alt+Digit4'),
  { id: 'panel.left', title: 'command.panel.left', group: 'group.view', keys: 'Alt+BracketLeft', enabled: inProject, run: () => togglePane('left') },
  { id: 'panel.right', title: 'command.panel.right', group: 'group.view', keys: 'Alt+BracketRight', enabled: inProject, run: () => togglePane('right') },
  { id: 'pane.next', title: 'command.pane.next', group: 'group.view', keys: 'F6', hidden: true, run: () => focusPane(1) },
  { id: 'pane.previous', title: 'command.pane.previous', group: 'group.view', keys: 'Shift+F6', hidden: true, run: () => focusPane(-1) },
  { id: 'zoom.in', title: 'command.zoom.in', group: 'group.view', keys: '$mod+Shift+Period', run: () => stepTextSize(1) },
  { id: 'zoom.out', title: 'command.zoom.out', group: 'group.view', keys: '$mod+Shift+Comma', run: () => stepTextSize(-1) },

  { id: 'edit.undo', title: 'command.edit.undo', group: 'group.edit', keys: '$mod+z', enabled: () => writable() && (open()?.stacks.undo.length ?? 0) > 0, run: () => void undo() },
  { id: 'edit.redo', title: 'command.edit.redo', group: 'group.edit', keys: '$mod+Shift+z', alsoKeys: ['$mod+y'], enabled: () => writable() && (open()?.stacks.redo.length ?? 0) > 0, run: () => void redo() },

  { id: 'document.import', title: 'command.document.import', group: 'group.project', keys: '$mod+i', enabled: writable, run: () => void importDocuments('several') },
  { id: 'document.import-folder', title: 'command.document.import-folder', group: 'group.project', enabled: writable, run: () => void importDocuments('folder') },
  { id: 'export.dialog', title: 'command.export.dialog', group: 'group.project', keys: '$mod+e', enabled: inProject, run: dialog('export') },
  { id: 'project.save', title: 'command.project.save', group: 'group.project', keys: '$mod+s', enabled: inProject, run: () => void saveProjectFile() },
  { id: 'snapshots.show', title: 'command.snapshots.show', group: 'group.project', enabled: inProject, run: dialog('snapshots') },
  { id: 'page.print', title: 'command.page.print', group: 'group.project', keys: '$mod+p', enabled: inProject, run: () => window.print() },
  { id: 'project.new', title: 'command.project.new', group: 'group.project', keys: '$mod+Alt+n', enabled: anywhere, run: () => useNewProject.setState(true, true) },
  { id: 'project.open', title: 'command.project.open', group: 'group.project', keys: '$mod+o', enabled: anywhere, run: () => void openProjectFile() },
  { id: 'project.sample', title: 'command.project.sample', group: 'group.project', enabled: anywhere, run: () => void openSample() },
  { id: 'project.close', title: 'command.project.close', group: 'group.project', enabled: inProject, run: () => void closeProject() },

  { id: 'settings.show', title: 'command.settings.show', group: 'group.help', keys: '$mod+Comma', run: dialog('settings') },
  { id: 'keys.show', title: 'command.keys.show', group: 'group.help', keys: 'Shift+?', run: dialog('keys') },
];
