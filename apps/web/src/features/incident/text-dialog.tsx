import { Button, Textarea } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import { useState } from 'react';
import { useTexts } from '../../lib/i18n';
import { fieldError } from '../../lib/problem';
import type { Incident } from '../../lib/types';
import { Dialog } from '../../ui/dialog';
import { ErrorNotice } from '../../ui/notice';
import dialogClasses from './text-dialog.module.css';

type Props = {
  opened: boolean;
  onClose: () => void;
  title: string;
  text?: string;
  label: string;
  hint?: string;
  /** The name of the text in the request, by which the server speaks of it. */
  field: string;
  initial?: string;
  required?: boolean;
  confirm: string;
  danger?: boolean;
  action: UseMutationResult<Incident, Error, string>;
};

/** Asks for one text and acts; a refusal keeps what was typed. */
export function TextDialog({ initial = '', ...props }: Props) {
  const { opened, onClose, title, text, label, hint, field, required, confirm, danger, action } = props;
  const { t } = useTexts();
  const [typed, setTyped] = useState(initial);
  const missing = required === true && typed.trim() === '';
  const inField = fieldError(action.error, field);
  return (
    <Dialog opened={opened} onClose={onClose} title={title}>
      <form
        className={dialogClasses.dialog}
        onSubmit={(event) => {
          event.preventDefault();
          if (missing || action.isPending) return;
          action.mutate(typed, {
            onSuccess: () => {
              setTyped(initial);
              onClose();
            },
          });
        }}
      >
        {text && <p className={dialogClasses.dialogText}>{text}</p>}
        <Textarea
          autoFocus
          label={label}
          description={hint}
          withAsterisk={required}
          autosize
          minRows={3}
          maxRows={10}
          value={typed}
          error={inField}
          onChange={(event) => setTyped(event.currentTarget.value)}
        />
        {inField === null && <ErrorNotice error={action.error} />}
        <div className={dialogClasses.dialogButtons}>
          <Button variant="default" size="lg" onClick={onClose}>
            {t('app.back')}
          </Button>
          <Button
            type="submit"
            size="lg"
            color={danger ? 'red' : 'green'}
            disabled={missing}
            loading={action.isPending}
          >
            {confirm}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
