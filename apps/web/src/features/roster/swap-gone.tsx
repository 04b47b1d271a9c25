import { CloseButton } from '@mantine/core';
import { useTexts } from '../../lib/i18n';
import { Refusal } from './dialog-form';
import classes from './my-duty.module.css';
import type { SwapRefusal } from './settled-refusal';
import { ShiftWords } from './shift-words';

/** Why an answer to a swap came too late, where its card stood, until it is put away. */
export function SwapGone({ refusal: { swap, error }, onClose }: { refusal: SwapRefusal; onClose: () => void }) {
  const { t } = useTexts();
  return (
    <article className={classes.swap}>
      <div className={classes.goneHead}>
        <p>
          <ShiftWords shift={swap.shift} />
        </p>
        <CloseButton size={44} iconSize={20} aria-label={t('app.close')} onClick={onClose} />
      </div>
      <Refusal error={error} />
    </article>
  );
}
