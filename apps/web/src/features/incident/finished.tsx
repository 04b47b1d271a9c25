import { Button } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../lib/i18n';
import type { Incident, Playbook } from '../../lib/types';
import { Notice } from '../../ui/notice';
import { ResolveDialog } from './dialogs';
import classes from './incident.module.css';
import barClasses from './step-bar.module.css';
import cardClasses from './step-card.module.css';
import { CallButton } from './step-bar';

/** No step is ready any more: what is left is to say that it is resolved. `blocking`: required steps still open. */
export function Finished({
  incident,
  playbook,
  blocking,
}: {
  incident: Incident;
  playbook: Playbook;
  blocking: string[];
}) {
  const { t, say } = useTexts();
  const [open, setOpen] = useState(false);
  const titles = playbook.steps.filter(({ id }) => blocking.includes(id)).map(({ title }) => say(title));
  return (
    <section className={cardClasses.card}>
      <div className={classes.finished}>
        <IconCircleCheck size={56} stroke={1.5} aria-hidden />
        <h2 className={cardClasses.stepTitle}>{t('incident.finishedTitle')}</h2>
        <p>{t('incident.finishedText')}</p>
      </div>
      {titles.length > 0 && (
        <Notice tone="warning">{t('incident.resolveBlocked', { titles: titles.join(t('app.comma')) })}</Notice>
      )}
      <div className={barClasses.bar}>
        <div className={barClasses.barInner}>
          <CallButton incident={incident} />
          <Button size="xl" className={barClasses.barMain} disabled={titles.length > 0} onClick={() => setOpen(true)}>
            {t('incident.resolve')}
          </Button>
        </div>
      </div>
      <ResolveDialog incident={incident} opened={open} onClose={() => setOpen(false)} />
    </section>
  );
}
