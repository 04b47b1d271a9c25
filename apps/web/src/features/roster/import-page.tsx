import { Button, Loader, NativeSelect } from '@mantine/core';
import { can } from '@zenmeban/domain/engine';
import { getRouteApi, Link } from '@tanstack/react-router';
import { IconBuilding, IconChevronDown, IconDownload } from '@tabler/icons-react';
import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import { Notice } from '../../ui/notice';
import { useMe } from '../session/use-me';
import { Refusal } from './dialog-form';
import { FileField, ProblemWords } from './file-field';
import { ImportPreview } from './import-preview';
import classes from './import.module.css';
import { useImport } from './use-import';
import { useSite } from './use-site';

const route = getRouteApi('/signed-in/roster/import');

/** Shifts from a spreadsheet: choose, look, write; all rows or none. */
export function ImportPage() {
  const { t, say } = useTexts();
  const { d } = useDutyTexts();
  const where = useSite(route.useSearch().site);
  const navigate = route.useNavigate();
  const state = useImport(where.siteId);
  const { file, problem, preview, write } = state;
  const { actor } = useMe();
  const mayImport = can(actor, 'roster.change', { siteId: where.siteId });
  return (
    <div className={classes.page}>
      <Link to="/roster" search={{ site: where.siteId }} className={classes.back}>
        {d('import.backToRoster')}
      </Link>
      <h1>{d('import.title')}</h1>
      <p className={classes.dim}>{d('import.text')}</p>
      <div className={classes.tools}>
        {where.sites.length > 1 && (
          <NativeSelect
            aria-label={d('common.site')}
            leftSection={<IconBuilding size={20} />}
            rightSection={<IconChevronDown size={20} />}
            value={where.siteId}
            onChange={(event) => {
              where.choose(event.currentTarget.value);
              state.clear();
              void navigate({ search: { site: event.currentTarget.value }, replace: true });
            }}
            data={where.sites.map(({ id, name }) => ({ value: id, label: say(name) }))}
          />
        )}
        <Button
          component="a"
          variant="default"
          href={`/api/v1/sites/${where.siteId}/roster/template`}
          download
          leftSection={<IconDownload size={20} aria-hidden />}
        >
          {d('import.template')}
        </Button>
      </div>
      {mayImport ? (
        <FileField file={file} onFile={state.choose} />
      ) : (
        where.siteId !== '' && <Notice tone="warning">{d('import.notAllowed')}</Notice>
      )}
      {problem && (
        <Notice tone="error">
          <ProblemWords problem={problem} />
        </Notice>
      )}
      {preview.isPending && (
        <p className={classes.looking} role="status">
          <Loader size={22} /> {d('import.looking')}
        </p>
      )}
      {file && (preview.error ?? write.error) && (
        <div className={classes.failed}>
          {(preview.error ?? write.error) instanceof DOMException ? (
            <Notice tone="error">{d('import.changedOnDisk')}</Notice>
          ) : (
            <Refusal error={preview.error ?? write.error} />
          )}
          <Button variant="default" onClick={state.lookAgain}>
            {t('app.retry')}
          </Button>
        </div>
      )}
      {file && preview.data && (
        <ImportPreview
          siteId={where.siteId}
          result={write.data ?? preview.data}
          written={write.data !== undefined}
          isWriting={write.isPending}
          onWrite={() => write.mutate(file)}
          onAnother={state.clear}
        />
      )}
    </div>
  );
}
