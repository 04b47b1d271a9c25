import { Button, Loader } from '@mantine/core';
import { can } from '@zenmeban/domain/engine';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useDutyTexts } from '../../lib/i18n/duty';
import { useVisitorTexts } from '../../lib/i18n/visitors';
import type { VisitorsImport } from '../../lib/types';
import { Notice } from '../../ui/notice';
import { Page } from '../../ui/page';
import { Refusal } from '../roster/dialog-form';
import { FileField, ProblemWords } from '../roster/file-field';
import classes from '../roster/import.module.css';
import { useFileImport } from '../roster/use-import';
import { useSite } from '../roster/use-site';
import { useMe } from '../session/use-me';
import { ImportRows } from './import-rows';
import { visitorsChanged } from './use-visitors';

const route = getRouteApi('/signed-in/visitors/import');

/** Visitors from a spreadsheet: choose, look, write; all rows or none. */
export function VisitorsImportPage() {
  const { v, t, say } = useVisitorTexts();
  const { d } = useDutyTexts();
  const { site, siteId } = useSite(route.useSearch().site);
  const { actor } = useMe();
  const { file, problem, preview, write, choose, lookAgain, clear } = useFileImport<VisitorsImport>({
    address: '/api/v1/visitors/import',
    query: { site: siteId },
    changed: visitorsChanged,
  });
  const error = preview.error ?? write.error;
  return (
    <Page title={v('import.title')} text={v('import.text')} wide>
      <Link to="/visitors" search={{ site: siteId }} className={classes.back}>
        {v('import.back')}
      </Link>
      {site && can(actor, 'visitors.enter', { siteId }) ? (
        <>
          <pre className={classes.dim}>{`${v('import.example')}:\nday,visitors,site\n2026-11-23,128,${site.code}`}</pre>
          <FileField file={file} onFile={choose} />
        </>
      ) : (
        site && <Notice tone="warning">{`${say(site.name)}: ${v('page.notAllowed')}`}</Notice>
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
      {file && error && (
        <div className={classes.failed}>
          {error instanceof DOMException ? (
            <Notice tone="error">{d('import.changedOnDisk')}</Notice>
          ) : (
            <Refusal error={error} />
          )}
          <Button variant="default" onClick={lookAgain}>
            {t('app.retry')}
          </Button>
        </div>
      )}
      {file && preview.data && (
        <ImportRows
          siteId={siteId}
          result={write.data ?? preview.data}
          written={write.data !== undefined}
          isWriting={write.isPending}
          onWrite={() => write.mutate(file)}
          onAnother={clear}
        />
      )}
    </Page>
  );
}
