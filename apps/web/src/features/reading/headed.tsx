import { IconHelpCircle } from '@tabler/icons-react';
import { type ReactNode, useId, useState } from 'react';
import { useTexts } from '../../lib/i18n';
import type { Step } from '../../lib/types';
import lineClasses from './lines.module.css';

/** The heading of a step, and beside it, unfolding, why the step is as it is. */
export function Headed({ step: { why, title }, children }: { step: Step; children?: ReactNode }) {
  const { t, say } = useTexts();
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <>
      <div className={lineClasses.head}>
        <h2>
          {say(title)}
          {children}
        </h2>
        {why && (
          <button
            type="button"
            className={lineClasses.why}
            aria-expanded={open}
            aria-controls={id}
            onClick={() => setOpen(!open)}
          >
            <IconHelpCircle size={18} aria-hidden />
            {t('incident.why')}
          </button>
        )}
      </div>
      {why && (
        <p id={id} className={lineClasses.reason} hidden={!open}>
          {say(why)}
        </p>
      )}
    </>
  );
}
