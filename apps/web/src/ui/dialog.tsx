import { CloseButton } from '@mantine/core';
import { type ReactNode, useEffect, useId, useRef } from 'react';
import { useTexts } from '../lib/i18n';
import dialogClasses from './dialog.module.css';

type Props = { opened: boolean; onClose: () => void; title: string; children: ReactNode };

/** The browser's own modal dialog: it keeps the focus inside, closes on Escape and gives the focus back. */
export function Dialog({ opened, onClose, title, children }: Props) {
  const { t } = useTexts();
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    if (opened) dialog.current?.showModal();
    else dialog.current?.close();
  }, [opened]);
  return (
    <dialog ref={dialog} className={dialogClasses.dialog} aria-labelledby={id} onClose={onClose}>
      {opened && (
        <>
          <div className={dialogClasses.dialogHead}>
            <h2 id={id}>{title}</h2>
            <CloseButton size={44} iconSize={20} aria-label={t('app.close')} onClick={onClose} />
          </div>
          {children}
        </>
      )}
    </dialog>
  );
}
