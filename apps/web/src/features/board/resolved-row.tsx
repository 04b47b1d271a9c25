import { Button } from '@mantine/core';
import { can } from '@zenmeban/domain/engine';
import { useState } from 'react';
import { now } from '../../lib/clock';
import { clockTime } from '../../lib/format';
import { useTexts } from '../../lib/i18n';
import type { IncidentRow } from '../../lib/types';
import { Card } from '../../ui/card';
import { CloseDialog } from '../incident/dialogs';
import { accessOf, useMe } from '../session/use-me';
import classes from './board.module.css';
import { RowHead } from './row-head';

/** A resolved incident that waits for the supervisor's signature. */
export function ResolvedRow({ incident }: { incident: IncidentRow }) {
  const { t, language } = useTexts();
  const { actor } = useMe();
  const [closing, setClosing] = useState(false);
  const { resolvedAt, site } = incident;
  return (
    <Card as="article">
      <RowHead incident={incident} />
      <div className={classes.sign}>
        <span className={classes.dim}>
          {resolvedAt && t('board.resolvedBy', { time: clockTime(resolvedAt, site.timeZone, language, now()) })}
        </span>
        {can(actor, 'incident.close', accessOf(incident)) && (
          <Button variant="light" onClick={() => setClosing(true)}>
            {t('incident.closeAction')}
          </Button>
        )}
      </div>
      <CloseDialog incident={incident} opened={closing} onClose={() => setClosing(false)} />
    </Card>
  );
}
