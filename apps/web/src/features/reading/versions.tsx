import { Link } from '@tanstack/react-router';
import { calendarDay } from '../../lib/format';
import { useTexts } from '../../lib/i18n';
import type { PlaybookVersion } from '../../lib/types';
import classes from './reading.module.css';
import { useVersions } from './use-versions';

/** How the playbook came to say what it says: each version, what it changed, how many incidents went by it. */
export function Versions({ playbookId, shown }: { playbookId: string; shown: number }) {
  const { t } = useTexts();
  const { data: versions, error } = useVersions(playbookId);
  return (
    <section id="versions" className={classes.side} tabIndex={-1} aria-label={t('reading.versions')}>
      <h2>{t('reading.versions')}</h2>
      {error && !versions && <p className={classes.dim}>{t('reading.versionsUnreachable')}</p>}
      <ol className={classes.versions}>
        {versions?.map((version, index) => (
          <Version
            key={version.version}
            playbookId={playbookId}
            version={version}
            shown={version.version === shown}
            first={index === versions.length - 1}
          />
        ))}
      </ol>
    </section>
  );
}

type Props = { playbookId: string; version: PlaybookVersion; shown: boolean; first: boolean };

function Version({ playbookId, version: { version, loadedAt, current, incidents, changes }, shown, first }: Props) {
  const { t, say, language } = useTexts();
  return (
    <li>
      <p className={classes.versionHead}>
        <strong>{t('reading.version', { version })}</strong>
        {current && <span className={classes.current}>{t('reading.current')}</span>}
        {shown ? (
          <span className={classes.versionLink}>{t('reading.shown')}</span>
        ) : (
          <Link
            className={classes.versionLink}
            to="/playbooks/$playbookId"
            params={{ playbookId }}
            search={current ? {} : { version }}
            aria-label={t('reading.readVersion', { version })}
          >
            {t('start.read')}
          </Link>
        )}
      </p>
      <p className={classes.dim}>
        {[calendarDay(loadedAt, language), t('reading.incidents', { count: incidents })].join(' · ')}
      </p>
      {changes.length === 0 && !first && <p className={classes.dim}>{t('reading.nothingChanged')}</p>}
      {changes.length > 0 && (
        <ul>
          {changes.map((change) => (
            <li key={change.zh}>{say(change)}</li>
          ))}
        </ul>
      )}
    </li>
  );
}
