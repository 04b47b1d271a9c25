import { Button, TextInput } from '@mantine/core';
import { IconBuilding, IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import type { Site } from '../../lib/types';
import classes from './reach.module.css';
import { sitesMatching } from './verdict';

type Props = { sites: readonly Site[]; siteId: string; onChoose: (id: string) => void };

/** From so many on, the sites fold away behind a search. */
const few = 4;

/** A tap on few sites; of many, some letters of the name, in any language, and Enter. */
export function SitePicker({ sites, siteId, onChoose }: Props) {
  const { say } = useTexts();
  const { d } = useDutyTexts();
  const [typed, setTyped] = useState<string | null>(null);
  const chosen = sites.find(({ id }) => id === siteId);
  if (sites.length > few && chosen && typed === null) {
    return (
      <div className={classes.chosenSite}>
        <IconBuilding size={24} aria-hidden />
        <strong>{say(chosen.name)}</strong>
        <Button variant="default" onClick={() => setTyped('')}>
          {d('reach.change')}
        </Button>
      </div>
    );
  }
  const found = sitesMatching(sites, typed ?? '');
  const choose = (id: string) => {
    onChoose(id);
    setTyped(null);
  };
  return (
    <div className={classes.picker}>
      {sites.length > few && (
        <TextInput
          autoFocus
          label={d('reach.findSite')}
          placeholder={d('reach.findSiteHint')}
          leftSection={<IconSearch size={20} />}
          value={typed ?? ''}
          onChange={(event) => setTyped(event.currentTarget.value)}
          onKeyDown={(event) => {
            const [first] = found;
            if (event.key === 'Enter' && first) choose(first.id);
            if (event.key === 'Escape' && chosen) setTyped(null);
          }}
        />
      )}
      {found.length === 0 && <p role="status">{d('reach.noSuchSite')}</p>}
      <div className={classes.sites} role="group" aria-label={d('common.site')}>
        {found.map(({ id, code, name }) => (
          <button key={id} type="button" aria-pressed={id === siteId} onClick={() => choose(id)}>
            <strong>{say(name)}</strong>
            <span>{code}</span>
          </button>
        ))}
      </div>
    </div>
  );
}
