import { ActionIcon } from '@mantine/core';
import {
  IconChevronLeft,
  IconChevronRight,
  IconDots,
  IconHistory,
  IconTableImport,
  IconTransferIn,
} from '@tabler/icons-react';
import { useVisitorTexts } from '../../lib/i18n/visitors';
import { DropPanel } from '../../ui/drop-panel';
import dropClasses from '../../ui/drop-panel.module.css';
import { ButtonLink } from '../../ui/button-link';
import { type Month, monthBeside, monthWords } from './month';
import classes from './visitors.module.css';

type Props = {
  month: Month;
  /** The month of today: later ones hold nothing yet. */
  last: Month;
  siteId: string;
  mayChangeCounter: boolean;
  onMonth: (month: Month) => void;
  onAsk: (asked: 'changes' | 'counter') => void;
};

/** Which month, and what else can be done. */
export function MonthBar({ month, last, siteId, mayChangeCounter, onMonth, onAsk }: Props) {
  const { v, language } = useVisitorTexts();
  return (
    <div className={classes.bar}>
      <div className={classes.months}>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          aria-label={v('page.previousMonth')}
          onClick={() => onMonth(monthBeside(month, -1))}
        >
          <IconChevronLeft size={22} />
        </ActionIcon>
        <strong>{monthWords(month, language)}</strong>
        <ActionIcon
          variant="subtle"
          color="gray"
          size={44}
          aria-label={v('page.nextMonth')}
          disabled={month >= last}
          onClick={() => onMonth(monthBeside(month, 1))}
        >
          <IconChevronRight size={22} />
        </ActionIcon>
      </div>
      <div className={classes.barEnd}>
        <ButtonLink
          variant="default"
          to="/visitors/import"
          search={{ site: siteId }}
          leftSection={<IconTableImport size={20} aria-hidden />}
        >
          {v('page.import')}
        </ButtonLink>
        <DropPanel label={v('page.more')} icon={<IconDots size={22} />}>
          <button type="button" className={dropClasses.dropItem} onClick={() => onAsk('changes')}>
            <IconHistory size={22} aria-hidden />
            {v('page.changes')}
          </button>
          {mayChangeCounter && (
            <button type="button" className={dropClasses.dropItem} onClick={() => onAsk('counter')}>
              <IconTransferIn size={22} aria-hidden />
              {v('page.counter')}
            </button>
          )}
        </DropPanel>
      </div>
    </div>
  );
}
