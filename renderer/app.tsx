import { useEffect } from 'react';
import { I18nProvider } from 'react-aria-components';
import { language, useT } from './i18n/index.ts';
import { CoderScreen } from './screens/coder/coder-screen.tsx';
import { forgetBetweenProjects } from './screens/forget-project.ts';
import { Palette } from './screens/palette/palette.tsx';
import { registerCommands } from './screens/palette/commands.ts';
import { listenForShortcuts } from './screens/palette/shortcuts.ts';
import { RecoveryScreen } from './screens/recovery/recovery-screen.tsx';
import { Dialogs } from './screens/shell/dialogs.tsx';
import { DropTarget } from './screens/shell/drop-target.tsx';
import { listenToHost } from './screens/shell/host-events.ts';
import { Notices } from './screens/shell/notices.tsx';
import { Shell } from './screens/shell/shell.tsx';
import { shellCommands } from './screens/shell/shell-commands.ts';
import { TaskList } from './screens/shell/task-list.tsx';
import { FailedScreen } from './screens/start/failed-screen.tsx';
import { StartScreen } from './screens/start/start-screen.tsx';
import { StartingScreen } from './screens/start/starting-screen.tsx';
import { watchLeaving } from './use-cases/last-moment.ts';
import { useWorkbench } from './use-cases/workbench.ts';

/** The whole screen: what the workbench's phase calls for, and what floats above every phase. */
export function App() {
  // Subscribing here renders everything anew when the language changes.
  useT();
  useEffect(() => registerCommands(shellCommands), []);
  useEffect(() => listenForShortcuts(window), []);
  useEffect(() => listenToHost(), []);
  useEffect(forgetBetweenProjects, []);
  useEffect(() => watchLeaving(), []);
  return (
    <I18nProvider locale={language() === 'nl' ? 'nl-NL' : 'en-GB'}>
      <CurrentScreen />
      <Dialogs />
      <Palette />
      <DropTarget />
      <div className="floats">
        <TaskList />
        <Notices />
      </div>
    </I18nProvider>
  );
}

function CurrentScreen() {
  const phase = useWorkbench((workbench) => workbench.phase);
  switch (phase) {
    case 'starting': return <StartingScreen />;
    case 'failed': return <FailedScreen />;
    case 'coder': return <CoderScreen />;
    case 'recovery': return <RecoveryScreen />;
    case 'start': return <StartScreen />;
    case 'project': return <Shell />;
  }
}
