import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTexts } from '../../lib/i18n';
import { playbookQuery } from '../../lib/queries';
import { LoadingPage } from '../../ui/loading-page';
import { UnexpectedPage } from '../../ui/notice-pages';
import pageClasses from '../../ui/ui.module.css';
import cardClasses from '../incident/step-card.module.css';
import { Instructions } from '../incident/instructions';

const route = getRouteApi('/signed-in/playbooks/$playbookId');

/** A playbook that is only read: all of its steps, one below the other. */
export function ReadingPage() {
  const { say } = useTexts();
  const { playbookId } = route.useParams();
  const { data: playbook, error } = useQuery(playbookQuery(playbookId));
  if (!playbook) return error ? <UnexpectedPage error={error} /> : <LoadingPage />;
  return (
    <div className={pageClasses.page}>
      <h1>{say(playbook.title)}</h1>
      <p>{say(playbook.summary)}</p>
      {playbook.steps.map((step) => (
        <section key={step.id} className={cardClasses.card}>
          <h2 className={cardClasses.stepTitle}>{say(step.title)}</h2>
          <Instructions step={step} />
        </section>
      ))}
    </div>
  );
}
