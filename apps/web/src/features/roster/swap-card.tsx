import { Button } from '@mantine/core';
import { IconArrowsExchange, IconCheck, IconHourglass, IconX } from '@tabler/icons-react';
import { useDutyTexts } from '../../lib/i18n/duty';
import type { Swap } from '../../lib/types';
import { Refusal } from './dialog-form';
import classes from './my-duty.module.css';
import type { SwapAnswer, SwapRefusal } from './settled-refusal';
import { ShiftWords } from './shift-words';
import { useSwapAnswer } from './use-duty';

type Props = {
  swap: Swap;
  onTold: (words: string) => void;
  /** The card says a refusal itself for as long as it stands; whoever shows it has to when it goes. */
  onRefused: (refusal: SwapRefusal) => void;
};

/** A colleague's offer: what I would work, what they would, and my yes or no. */
export function SwapForMe({ swap, onTold, onRefused }: Props) {
  const { d } = useDutyTexts();
  const { shift, inReturn, note } = swap;
  const from = shift.person;
  const told = (given: SwapAnswer) => {
    if (given === 'decline') onTold(d('mine.declined'));
    else onTold(inReturn ? d('mine.accepted') : d('mine.gaveIn'));
  };
  const answer = useSwapAnswer(swap, { told, refused: onRefused });
  return (
    <article className={classes.swap} data-waiting>
      <h3>
        <IconArrowsExchange size={22} aria-hidden />
        {inReturn ? d('mine.asks', { name: from.name }) : d('mine.gives', { name: from.name })}
      </h3>
      <dl>
        <dt>{d('mine.youGet')}</dt>
        <dd>
          <ShiftWords shift={shift} />
        </dd>
        {inReturn && (
          <>
            <dt>{d('mine.theyGet', { name: from.name })}</dt>
            <dd>
              <ShiftWords shift={inReturn} />
            </dd>
          </>
        )}
      </dl>
      {note !== '' && <blockquote>{note}</blockquote>}
      <Refusal error={answer.error} />
      <div className={classes.actions}>
        <Button size="lg" variant="default" disabled={answer.isPending} onClick={() => answer.mutate('decline')}>
          {d('mine.decline')}
        </Button>
        <Button size="lg" loading={answer.isPending} onClick={() => answer.mutate('confirm')}>
          {d('mine.accept')}
        </Button>
      </div>
    </article>
  );
}

const signs = { proposed: IconHourglass, confirmed: IconCheck, declined: IconX, withdrawn: IconX };

/** An offer of mine and how it stands. */
export function MySwap({ swap, onTold, onRefused }: Props) {
  const { d } = useDutyTexts();
  const answer = useSwapAnswer(swap, { told: () => onTold(d('mine.withdrawn')), refused: onRefused });
  const Sign = signs[swap.state];
  return (
    <article className={classes.swap}>
      <h3>
        <Sign size={22} aria-hidden />
        {d(`mine.state_${swap.state}`, { name: swap.with.name })}
      </h3>
      <p>
        <ShiftWords shift={swap.shift} />
      </p>
      {swap.inReturn && (
        <p>
          ⇄ <ShiftWords shift={swap.inReturn} />
        </p>
      )}
      {swap.state === 'proposed' && (
        <>
          <Refusal error={answer.error} />
          <div className={classes.actions}>
            <Button variant="default" loading={answer.isPending} onClick={() => answer.mutate('withdraw')}>
              {d('mine.withdraw')}
            </Button>
          </div>
        </>
      )}
    </article>
  );
}
