import { NativeSelect, SegmentedControl, TextInput } from '@mantine/core';
import { IconBuilding, IconChevronDown } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { now } from '../../lib/clock';
import { useTexts } from '../../lib/i18n';
import { useOperationTexts } from '../../lib/i18n/operations';
import { sitesQuery } from '../../lib/queries';
import type { LedgerSummary } from '../../lib/types';
import { type LedgerSearch, ledgerStates } from './ledger-search';
import classes from './ledger.module.css';
import { lastDays, type Period, presetOf, presets } from './period';

type Props = {
  search: LedgerSearch;
  period: Period;
  summary: LedgerSummary | undefined;
  onChange: (change: LedgerSearch) => void;
};

/** Which days, which site, and whether only what did not go as it should. */
export function LedgerFilters({ search, period, summary, onChange }: Props) {
  const { say } = useTexts();
  const { t } = useOperationTexts();
  const { data: sites = [] } = useQuery(sitesQuery);
  const preset = presetOf(period, now());
  const count = (state: 'late' | 'failed' | 'repaired') => summary && summary[state] + summary.channels[state];
  const counts = { late: count('late'), failed: count('failed'), repaired: count('repaired') };
  return (
    <div className={classes.filters}>
      <SegmentedControl
        className={classes.presets}
        aria-label={t('ledger.period')}
        value={preset === null ? '' : String(preset)}
        onChange={(value) => onChange(lastDays(Number(value), now()))}
        data={presets.map((days) => ({ value: String(days), label: t(`ledger.days_${days}`) }))}
      />
      <div className={classes.days}>
        {(['from', 'to'] as const).map((edge) => (
          <TextInput
            key={edge}
            type="date"
            aria-label={t(`ledger.${edge}`)}
            value={period[edge]}
            onChange={(event) =>
              event.currentTarget.value !== '' && onChange({ ...period, [edge]: event.currentTarget.value })
            }
          />
        ))}
      </div>
      {sites.length > 1 && (
        <NativeSelect
          aria-label={t('ledger.site')}
          leftSection={<IconBuilding size={20} />}
          rightSection={<IconChevronDown size={20} />}
          value={search.site ?? ''}
          onChange={(event) => onChange({ site: event.currentTarget.value || undefined })}
          data={[
            { value: '', label: t('ledger.allSites') },
            ...sites.map(({ id, name }) => ({ value: id, label: say(name) })),
          ]}
        />
      )}
      <SegmentedControl
        aria-label={t('ledger.filter')}
        value={search.state ?? 'all'}
        onChange={(value) => onChange({ state: ledgerStates.find((state) => state === value) })}
        data={[
          { value: 'all', label: t('ledger.all') },
          ...ledgerStates.map((state) => ({
            value: state,
            label: [state === 'repaired' ? t('ledger.repaired') : t(`ledger.state_${state}`), counts[state]]
              .filter((part) => part !== undefined)
              .join(' '),
          })),
        ]}
      />
    </div>
  );
}
