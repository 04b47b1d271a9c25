import { useState } from 'react';
import { useTexts } from '../../lib/i18n';
import type { PlaybookSummary } from '../../lib/types';
import { Sign } from '../../ui/playbook-icon';
import classes from './browse.module.css';
import { PlaybookTile } from './playbook-tile';
import { shelvesOf } from './shelves';
import startClasses from './start.module.css';

type Props = {
  playbooks: readonly PlaybookSummary[];
  /** The playbook that is being opened, if any. */
  opening: string | null;
  disabled: boolean;
  onOpen: (playbook: PlaybookSummary) => void;
};

/** Nothing typed: the situations in view at once, below them the playbooks of the one chosen, or all of them. */
export function Browse({ playbooks, opening, disabled, onOpen }: Props) {
  const { t, say } = useTexts();
  const [chosen, setChosen] = useState<string | null>(null);
  const shelves = shelvesOf(playbooks);
  const shown = shelves.filter(({ situation }) => chosen === null || situation.id === chosen);
  return (
    <>
      <div className={classes.situations} role="group" aria-label={t('start.situations')}>
        {shelves.map(({ situation: { id, icon, title } }) => (
          <Situation
            key={id}
            icon={icon}
            title={say(title)}
            pressed={id === chosen}
            onPress={() => setChosen(id === chosen ? null : id)}
          />
        ))}
        <Situation
          icon="grid"
          title={t('start.allSituations')}
          pressed={chosen === null}
          onPress={() => setChosen(null)}
        />
      </div>
      <p className={classes.hint}>{t('start.hint')}</p>
      <div className={classes.shelves} data-one={shown.length === 1}>
        {shown.map(({ situation, playbooks: onShelf }) => (
          <section key={situation.id} className={classes.shelf} aria-label={say(situation.title)}>
            <h2>{say(situation.title)}</h2>
            <div className={startClasses.tiles}>
              {onShelf.map((playbook) => (
                <PlaybookTile
                  key={playbook.id}
                  playbook={playbook}
                  opening={opening === playbook.id}
                  disabled={disabled}
                  onOpen={() => onOpen(playbook)}
                />
              ))}
            </div>
          </section>
        ))}
      </div>
    </>
  );
}

type SituationProps = { icon: string; title: string; pressed: boolean; onPress: () => void };

function Situation({ icon, title, pressed, onPress }: SituationProps) {
  return (
    <button type="button" className={classes.situation} aria-pressed={pressed} onClick={onPress}>
      <Sign name={icon} />
      <span>{title}</span>
    </button>
  );
}
