import { Button, CloseButton } from '@mantine/core';
import { IconArrowBackUp, IconCircleCheck } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import { ErrorNotice } from '../../ui/notice';
import classes from './parts.module.css';
import type { Undo } from './use-roster';

const shownForMs = 20_000;

/** Says what was just done and takes it back; goes away by itself unless that failed. */
export function UndoBar({ state: { done, isUndone, undo, forget } }: { state: Undo }) {
  const { t } = useTexts();
  const { d } = useDutyTexts();
  const stays = undo.isPending || undo.isError;
  useEffect(() => {
    if (!done || stays) return;
    const timer = setTimeout(forget, shownForMs);
    return () => clearTimeout(timer);
  }, [done, stays, forget]);
  return (
    <div role="status" className={classes.undoPlace}>
      {done && (
        <div className={classes.undo}>
          <IconCircleCheck size={22} aria-hidden />
          <span className={classes.undoWords}>{isUndone ? d('common.undone') : done.words}</span>
          {!isUndone && done.undo && (
            <Button
              variant="white"
              leftSection={<IconArrowBackUp size={20} aria-hidden />}
              loading={undo.isPending}
              onClick={() => undo.mutate(done)}
            >
              {d('common.undo')}
            </Button>
          )}
          <CloseButton
            size={44}
            iconSize={20}
            aria-label={t('app.close')}
            onClick={forget}
            className={classes.undoClose}
          />
          <ErrorNotice error={undo.error} />
        </div>
      )}
    </div>
  );
}
