import { Button } from '@mantine/core';
import { useDutyTexts } from '../../lib/i18n/duty';
import { useVisitorTexts } from '../../lib/i18n/visitors';
import type { VisitorsImport } from '../../lib/types';
import { ButtonLink } from '../../ui/button-link';
import { Notice } from '../../ui/notice';
import classes from '../roster/import.module.css';

type Props = {
  siteId: string;
  result: VisitorsImport;
  written: boolean;
  isWriting: boolean;
  onWrite: () => void;
  onAnother: () => void;
};

const states = ['new', 'changed', 'same', 'odd', 'wrong'] as const;

/** What the file holds, and the one button, which is there only when every row is good. */
export function ImportRows({ siteId, result, written, isWriting, onWrite, onAnother }: Props) {
  const { v } = useVisitorTexts();
  const { d } = useDutyTexts();
  const { counts, rows, good } = result;
  const toWrite = rows.length - counts.same - counts.wrong;
  return (
    <section className={classes.preview}>
      <ul className={classes.counts} aria-label={d('import.counts', { count: rows.length })}>
        {states
          .filter((state) => counts[state] > 0)
          .map((state) => (
            <li key={state} data-state={lookOf(state)}>
              <strong>{counts[state]}</strong> {v(`import.${state}`)}
            </li>
          ))}
      </ul>
      {written ? (
        <div role="status" className={classes.done}>
          <Notice>{v('import.done', { count: result.imported })}</Notice>
          <div className={classes.tools}>
            <ButtonLink to="/visitors" search={{ site: siteId }}>
              {v('import.toVisitors')}
            </ButtonLink>
            <Button variant="default" onClick={onAnother}>
              {d('import.another')}
            </Button>
          </div>
        </div>
      ) : (
        <>
          <Verdict result={result} />
          {good && toWrite > 0 && (
            <Button size="lg" className={classes.write} loading={isWriting} onClick={onWrite}>
              {d('import.do', { count: toWrite })}
            </Button>
          )}
        </>
      )}
      {rows.length > 0 && <Rows rows={rows} />}
    </section>
  );
}

/** An odd row looks as a shift in conflict does: it can be imported, but should be looked at. */
const lookOf = (state: (typeof states)[number]) => (state === 'odd' ? 'conflict' : state);

function Verdict({ result: { rows, counts, good } }: { result: VisitorsImport }) {
  const { v } = useVisitorTexts();
  const { d } = useDutyTexts();
  if (rows.length === 0) return <Notice tone="warning">{v('import.empty')}</Notice>;
  if (!good) {
    return (
      <Notice tone="error">
        <strong>{d('import.wrongTitle', { count: counts.wrong })}</strong>
        <br />
        {d('import.wrongText')}
      </Notice>
    );
  }
  if (counts.same === rows.length) return <Notice>{v('import.nothingNew')}</Notice>;
  return counts.odd > 0 ? (
    <Notice tone="warning">{v('import.oddText', { count: counts.odd })}</Notice>
  ) : (
    <Notice>{d('import.goodTitle')}</Notice>
  );
}

/** Those to look at first, the others below. */
function Rows({ rows }: { rows: VisitorsImport['rows'] }) {
  const { v, say } = useVisitorTexts();
  const { d } = useDutyTexts();
  const needsLook = ({ state }: { state: string }) => state === 'wrong' || state === 'odd';
  const sorted = [...rows.filter(needsLook), ...rows.filter((row) => !needsLook(row))];
  const shown = sorted.slice(0, 500);
  return (
    <div className={classes.scroll} tabIndex={0} role="group" aria-label={v('import.rows')}>
      <table className={classes.rows}>
        <thead>
          <tr>
            <th scope="col">{d('import.row')}</th>
            <th scope="col">{d('import.state')}</th>
            <th scope="col">{v('page.site')}</th>
            <th scope="col">{v('day.day')}</th>
            <th scope="col">{v('day.visitors')}</th>
            <th scope="col">{v('import.before')}</th>
            <th scope="col">{d('import.what')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ row, state, site, day, visitors, before, messages }) => (
            <tr key={row} data-state={lookOf(state)}>
              <th scope="row">{row}</th>
              <td>
                <span className={classes.state}>{v(`import.${state}`)}</span>
              </td>
              <td>{site}</td>
              <td>{day}</td>
              <td>{visitors}</td>
              <td>{before ?? ''}</td>
              <td>
                {messages.map(({ column, text }) => (
                  <p key={column + text.zh}>
                    {column !== '' && <strong>{`${column}: `}</strong>}
                    {say(text)}
                  </p>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < rows.length && (
        <p className={classes.dim}>{d('import.shownOf', { shown: shown.length, count: rows.length })}</p>
      )}
    </div>
  );
}
