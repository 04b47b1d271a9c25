import { Button } from '@mantine/core';
import { IconFileSpreadsheet } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { useDutyTexts } from '../../lib/i18n/duty';
import classes from './import.module.css';
import type { FileProblem } from './use-import';

/** A button, and a place to drop a file on. */
export function FileField({ file, onFile }: { file: File | null; onFile: (file: File) => void }) {
  const { d } = useDutyTexts();
  const input = useRef<HTMLInputElement>(null);
  const [over, setOver] = useState(false);
  return (
    <div
      className={classes.drop}
      data-over={over}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const [dropped] = event.dataTransfer.files;
        if (dropped) onFile(dropped);
      }}
    >
      <IconFileSpreadsheet size={36} aria-hidden />
      {file && <strong>{file.name}</strong>}
      <Button variant={file ? 'default' : 'filled'} onClick={() => input.current?.click()}>
        {file ? d('import.chooseOther') : d('import.choose')}
      </Button>
      <span className={classes.dim}>{`${d('import.drop')} · ${d('import.kinds')}`}</span>
      <input
        ref={input}
        type="file"
        hidden
        accept=".xlsx,.csv"
        aria-label={d('import.choose')}
        onChange={(event) => {
          const [chosen] = event.currentTarget.files ?? [];
          // So that choosing the same file again, corrected, is heard.
          event.currentTarget.value = '';
          if (chosen) onFile(chosen);
        }}
      />
    </div>
  );
}

/** Why a file is not even sent. */
export function ProblemWords({ problem }: { problem: FileProblem }) {
  const { d } = useDutyTexts();
  return problem.kind === 'too_large' ? d('import.tooLarge', { size: problem.megabytes }) : d('import.wrongKind');
}
