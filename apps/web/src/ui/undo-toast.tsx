import { Button } from '@mantine/core';
import { useTexts } from '../lib/i18n';
import classes from './undo-toast.module.css';

type Props = {
  /** What was done; null shows nothing. */
  said: string | null;
  undoLabel: string;
  onUndo: () => void;
  onClose: () => void;
};

/** What was just done, and for as long as it stands here the way back. At the bottom, within the thumb's reach. */
export function UndoToast({ said, undoLabel, onUndo, onClose }: Props) {
  const { t } = useTexts();
  return (
    <div className={classes.place} role="status">
      {said !== null && (
        <div className={classes.toast}>
          <span className={classes.said}>{said}</span>
          <Button variant="subtle" className={classes.button} onClick={onUndo}>
            {undoLabel}
          </Button>
          <Button variant="subtle" className={classes.button} onClick={onClose}>
            {t('app.close')}
          </Button>
        </div>
      )}
    </div>
  );
}
