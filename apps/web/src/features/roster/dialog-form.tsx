import { Button } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTexts } from '../../lib/i18n';
import { ApiProblem } from '../../lib/problem';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice, Notice } from '../../ui/notice';
import classes from './dialogs.module.css';

type Props = {
  title: string;
  onClose: () => void;
  confirm: string;
  danger?: boolean;
  /** Why it cannot be sent yet; the button stays usable and says it. */
  lacking?: string | null;
  action: { isPending: boolean; error: unknown };
  onSubmit: () => void;
  /** Stands beside the buttons, for what else can be done. */
  aside?: ReactNode;
  children: ReactNode;
};

/** A dialog with fields, a way back and one way on; whatever is refused is said with all its reasons. */
export function DialogForm({ title, onClose, confirm, danger, lacking, action, onSubmit, aside, children }: Props) {
  const { t } = useTexts();
  return (
    <Dialog opened onClose={onClose} title={title}>
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!lacking && !action.isPending) onSubmit();
        }}
      >
        {children}
        <Refusal error={action.error} />
        {lacking && <p className={classes.lacking}>{lacking}</p>}
        <div className={classes.buttons}>
          <Button variant="default" size="lg" onClick={onClose}>
            {t('app.back')}
          </Button>
          <Button
            type="submit"
            size="lg"
            color={danger ? 'red' : 'green'}
            disabled={Boolean(lacking)}
            loading={action.isPending}
          >
            {confirm}
          </Button>
        </div>
        {aside}
      </form>
    </Dialog>
  );
}

/** The server's no, with what it says of each field. */
export function Refusal({ error }: { error: unknown }) {
  const fields = error instanceof ApiProblem ? error.errors : [];
  if (fields.length === 0) return <ErrorNotice error={error} />;
  return (
    <Notice tone="error">
      <ul className={classes.reasons}>
        {fields.map(({ path, message }) => (
          <li key={path}>{message}</li>
        ))}
      </ul>
    </Notice>
  );
}
