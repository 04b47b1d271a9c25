import { Button } from '@mantine/core';
import { useOperationTexts } from '../../lib/i18n/operations';
import { Dialog } from '../../ui/dialog';
import { CopyPhrase } from '../incident/copy-phrase';
import classes from './channels.module.css';

/** The signing secret the server made: it is never shown again. */
export function SecretOnce({ secret, onClose }: { secret: string | null; onClose: () => void }) {
  const { t } = useOperationTexts();
  return (
    <Dialog opened={secret !== null} onClose={onClose} title={t('channels.secret')}>
      <div className={classes.form}>
        <p className={classes.dim}>{t('channels.secretOnce')}</p>
        <code className={classes.secret}>{secret}</code>
        <div className={classes.buttons}>
          <CopyPhrase text={secret ?? ''} />
          <Button size="lg" onClick={onClose}>
            {t('channels.done')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
