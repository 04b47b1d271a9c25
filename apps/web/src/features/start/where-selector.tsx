import { NativeSelect } from '@mantine/core';
import { IconBuilding, IconChevronDown, IconMapPin } from '@tabler/icons-react';
import { useTexts } from '../../lib/i18n';
import classes from './start.module.css';
import type { Where } from './use-where';

/** Site (when there is a choice) and place of what is opened next, in two small selectors. */
export function WhereSelector({ where }: { where: Where }) {
  const { t, say } = useTexts();
  return (
    <div className={classes.where}>
      {where.sites.length > 1 && (
        <NativeSelect
          className={classes.select}
          aria-label={t('start.site')}
          leftSection={<IconBuilding size={20} />}
          rightSection={<IconChevronDown size={20} />}
          value={where.siteId}
          onChange={(event) => where.chooseSite(event.currentTarget.value)}
          data={where.sites.map(({ id, name }) => ({ value: id, label: say(name) }))}
        />
      )}
      <NativeSelect
        className={classes.select}
        aria-label={t('start.place')}
        leftSection={<IconMapPin size={20} />}
        rightSection={<IconChevronDown size={20} />}
        value={where.placeId}
        onChange={(event) => where.choosePlace(event.currentTarget.value)}
        data={[
          { value: '', label: t('start.noPlace') },
          ...where.places.map(({ id, name }) => ({ value: id, label: say(name) })),
        ]}
      />
    </div>
  );
}
