import { Button } from '@mantine/core';
import { IconArrowRight, IconCircleCheck, IconPencil, IconSchool } from '@tabler/icons-react';
import { now } from '../../lib/clock';
import { isSameDay } from '../../lib/format';
import { useTexts } from '../../lib/i18n';
import type { Playbook } from '../../lib/types';
import { NotDone } from '../../ui/not-done';
import { ErrorNotice } from '../../ui/notice';
import barClasses from '../incident/step-bar.module.css';
import { useMe } from '../session/use-me';
import { useOpenIncident } from '../start/use-open-incident';
import { useWhere } from '../start/use-where';
import classes from './reading.module.css';
import { usePractised } from './use-practised';

/** Within the thumb's reach: open it in earnest, or practise it. */
export function ReadingBar({ playbook }: { playbook: Playbook }) {
  const { t } = useTexts();
  const where = useWhere(useMe().me);
  const open = useOpenIncident(where);
  const drill = useOpenIncident(where, 'drill');
  const busy = open.isPending || drill.isPending;
  const noSite = !where.isPending && where.sites.length === 0;
  const isIncident = playbook.kind === 'incident';
  return (
    <div className={barClasses.bar}>
      <div className={barClasses.barInner}>
        <div className={barClasses.barNotice}>
          <NotDone error={open.error} what="opening" />
          <ErrorNotice error={open.error ? null : drill.error} />
        </div>
        {isIncident ? (
          <Button
            size="xl"
            variant="default"
            className={barClasses.barSide}
            leftSection={<IconSchool size={22} />}
            loading={drill.isPending}
            disabled={noSite || busy}
            onClick={() => drill.mutate(playbook.id)}
          >
            {t('reading.practise')}
          </Button>
        ) : (
          <MarkPractised playbook={playbook} />
        )}
        {(isIncident || playbook.loggable) && (
          <Button
            size="xl"
            className={barClasses.barMain}
            loading={open.isPending}
            disabled={noSite || busy}
            rightSection={isIncident ? <IconArrowRight size={22} /> : <IconPencil size={22} />}
            onClick={() => open.mutate(playbook.id)}
          >
            {isIncident ? t('reading.start') : t('reading.log')}
          </Button>
        )}
      </div>
    </div>
  );
}

/** Guidance has nothing to open: who has gone through it says so, once a day. */
function MarkPractised({ playbook }: { playbook: Playbook }) {
  const { t } = useTexts();
  const mark = usePractised(playbook.id);
  const today = playbook.practisedAt !== null && isSameDay(playbook.practisedAt, now());
  return (
    <>
      {mark.error && (
        <div className={barClasses.barNotice}>
          <ErrorNotice error={mark.error} />
        </div>
      )}
      <span role="status" className={classes.practised} hidden={!today}>
        {today && (
          <>
            <IconCircleCheck size={22} aria-hidden />
            {t('reading.practisedToday')}
          </>
        )}
      </span>
      {!today && (
        <Button
          size="xl"
          variant="default"
          className={barClasses.barSide}
          leftSection={<IconSchool size={22} />}
          loading={mark.isPending}
          onClick={() => mark.mutate()}
        >
          {t('reading.markPractised')}
        </Button>
      )}
    </>
  );
}
