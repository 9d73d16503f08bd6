import { useEffect, useState } from 'react';
import { useT } from '../../i18n/index.ts';
import { Button } from '../../ui/button.tsx';
import { ProgressBar } from '../../ui/progress-bar.tsx';
import { useTasks, type Task } from '../../use-cases/tasks.ts';

/** Work shorter than this is not shown: a card that flashes tells nobody anything. */
const patience = 350;

/** Long work that is going on: its name, how far it is, and a way to stop it. */
export function TaskList() {
  const t = useT();
  const tasks = useTasks();
  return (
    <section className="tasks" aria-label={t('shell.tasks')} aria-live="polite">
      {tasks.map((task) => <TaskCard key={task.id} task={task} />)}
    </section>
  );
}

function TaskCard({ task }: { task: Task }) {
  const t = useT();
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), patience);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  const words = t(task.title, task.values);
  return (
    <div className="task">
      <p>{words}</p>
      <ProgressBar label={words} done={task.done} />
      {task.cancel && <Button variant="quiet" onPress={task.cancel}>{t('shell.stop')}</Button>}
    </div>
  );
}
