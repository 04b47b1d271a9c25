import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { useTexts } from '../../lib/i18n';
import { useDutyTexts } from '../../lib/i18n/duty';
import type { ImportRow, RosterImport } from '../../lib/types';
import { ButtonLink } from '../../ui/button-link';
import { Notice } from '../../ui/notice';
import classes from './import.module.css';

type Props = {
  siteId: string;
  result: RosterImport;
  written: boolean;
  isWriting: boolean;
  onWrite: () => void;
  onAnother: () => void;
};

const states = ['new', 'changed', 'same', 'conflict', 'wrong'] as const;

/** What the file holds, row by row, and the one button, which is there only when every row is good. */
export function ImportPreview({ siteId, result, written, isWriting, onWrite, onAnother }: Props) {
  const { d } = useDutyTexts();
  const { counts, rows, good } = result;
  const toWrite = counts.new + counts.changed + counts.conflict;
  return (
    <section className={classes.preview}>
      <ul className={classes.counts} aria-label={d('import.counts', { count: rows.length })}>
        {states
          .filter((state) => counts[state] > 0)
          .map((state) => (
            <li key={state} data-state={state}>
              <strong>{counts[state]}</strong> {d(`import.${state}`)}
            </li>
          ))}
      </ul>
      {written ? (
        <div role="status" className={classes.done}>
          <Notice>{d('import.done', { count: result.imported })}</Notice>
          <div className={classes.tools}>
            <ButtonLink to="/roster" search={{ site: siteId }}>
              {d('import.toRoster')}
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

function Verdict({ result: { rows, counts, good } }: { result: RosterImport }) {
  const { d } = useDutyTexts();
  if (rows.length === 0) return <Notice tone="warning">{d('import.empty')}</Notice>;
  if (!good) {
    return (
      <Notice tone="error">
        <strong>{d('import.wrongTitle', { count: counts.wrong })}</strong>
        <br />
        {d('import.wrongText')}
      </Notice>
    );
  }
  if (counts.same === rows.length) return <Notice>{d('import.nothingNew')}</Notice>;
  return (
    <>
      <Notice>{d('import.goodTitle')}</Notice>
      {counts.conflict > 0 && <Notice tone="warning">{d('import.conflictText', { count: counts.conflict })}</Notice>}
    </>
  );
}

const shownAtFirst = 100;

function Rows({ rows }: { rows: readonly ImportRow[] }) {
  const { say } = useTexts();
  const { d } = useDutyTexts();
  const problems = rows.filter(({ state }) => state === 'wrong' || state === 'conflict');
  const [which, setWhich] = useState<'problems' | 'all'>(problems.length > 0 ? 'problems' : 'all');
  const [everything, setEverything] = useState(false);
  const chosen = which === 'problems' ? problems : rows;
  const shown = everything ? chosen : chosen.slice(0, shownAtFirst);
  return (
    <>
      {problems.length > 0 && (
        <SegmentedControl
          className={classes.which}
          value={which}
          onChange={(value) => setWhich(value === 'all' ? 'all' : 'problems')}
          data={(['problems', 'all'] as const).map((value) => ({ value, label: d(`import.show_${value}`) }))}
        />
      )}
      <div className={classes.scroll} tabIndex={0} role="group" aria-label={d('import.title')}>
        <table className={classes.rows}>
          <thead>
            <tr>
              {(['row', 'state', 'person', 'post', 'date', 'hours', 'what'] as const).map((column) => (
                <th key={column} scope="col">
                  {d(`import.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map(({ row, state, person, post, date, start, end, messages }) => (
              <tr key={row} data-state={state}>
                <th scope="row">{row}</th>
                <td>
                  <span className={classes.state}>{d(`import.${state}`)}</span>
                </td>
                <td>{person}</td>
                <td>{post}</td>
                <td>{date}</td>
                <td>{[start, end].filter(Boolean).join('–')}</td>
                <td>
                  {messages.map(({ column, text }) => (
                    <p key={column + text.zh}>
                      {column !== '' && !say(text).startsWith(column) && <strong>{`${column}: `}</strong>}
                      {say(text)}
                    </p>
                  ))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {shown.length < chosen.length && (
        <div className={classes.tools}>
          <span className={classes.dim}>{d('import.shownOf', { shown: shown.length, count: chosen.length })}</span>
          <Button variant="default" onClick={() => setEverything(true)}>
            {d('import.showMore')}
          </Button>
        </div>
      )}
    </>
  );
}
