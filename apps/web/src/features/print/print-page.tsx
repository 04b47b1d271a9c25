import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTexts } from '../../lib/i18n';
import { ApiProblem } from '../../lib/problem';
import { playbookQuery } from '../../lib/queries';
import { LoadingPage } from '../../ui/loading-page';
import { NotFoundPage, UnexpectedPage } from '../../ui/notice-pages';
import classes from './print.module.css';
import { Sheet } from './sheet';

const route = getRouteApi('/signed-in/playbooks/$playbookId/print');

/** A playbook as one sheet of paper for the staff room, in either language; what is around the sheet is not printed. */
export function PrintPage() {
  const { t, language } = useTexts();
  const { playbookId } = route.useParams();
  const { lang = language } = route.useSearch();
  const navigate = route.useNavigate();
  const { data: playbook, error } = useQuery(playbookQuery(playbookId));
  if (!playbook) {
    if (!error) return <LoadingPage />;
    return error instanceof ApiProblem && error.status < 500 ? <NotFoundPage /> : <UnexpectedPage error={error} />;
  }
  return (
    <div className={classes.page}>
      <div className={classes.tools}>
        <ActionIcon
          renderRoot={(root) => <Link {...root} to="/playbooks/$playbookId" params={{ playbookId }} />}
          aria-label={t('app.back')}
        >
          <IconArrowLeft size={24} />
        </ActionIcon>
        <SegmentedControl
          aria-label={t('menu.language')}
          value={lang}
          onChange={(value) => void navigate({ search: { lang: value === 'en' ? 'en' : 'zh' }, replace: true })}
          data={[
            { value: 'zh', label: '中文' },
            { value: 'en', label: 'English' },
          ]}
        />
        <Button leftSection={<IconPrinter size={20} />} onClick={() => print()}>
          {t('reading.print')}
        </Button>
      </div>
      <Sheet playbook={playbook} language={lang} />
    </div>
  );
}
