import { useMutation } from '@tanstack/react-query';
import i18next from 'i18next';
import { useState } from 'react';
import { now } from '../../lib/clock';
import { NetworkProblem, readProblem } from '../../lib/problem';
import type { RosterImport } from '../../lib/types';
import { idempotencyKey } from '../../lib/uuid-v7';
import { rosterChanged } from './use-roster';

const largestBytes = 2 * 1024 * 1024;
const workbook = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** Why a file is not even sent. */
export type FileProblem = { readonly kind: 'too_large'; readonly megabytes: string } | { readonly kind: 'wrong_kind' };

/** What speaks against a file before anybody reads it; null when nothing does. */
export function problemOf({ name, size }: { name: string; size: number }): FileProblem | null {
  if (!/\.(xlsx|csv)$/i.test(name)) return { kind: 'wrong_kind' };
  if (size <= largestBytes) return null;
  return { kind: 'too_large', megabytes: (size / 1024 / 1024).toFixed(1) };
}

/** The file that was chosen, what the server found in it, and its way into the roster. The file survives every error. */
export function useImport(siteId: string) {
  const [file, setFile] = useState<File | null>(null);
  // One key per chosen file: a second try after a lost answer writes nothing twice.
  const [key, setKey] = useState('');
  const preview = useMutation({ mutationFn: (chosen: File) => send(siteId, chosen, null) });
  const write = useMutation({ mutationFn: (chosen: File) => send(siteId, chosen, key), onSettled: rosterChanged });
  return {
    file,
    problem: file && problemOf(file),
    preview,
    write,
    choose: (chosen: File) => {
      setFile(chosen);
      setKey(idempotencyKey(now()));
      preview.reset();
      write.reset();
      if (!problemOf(chosen)) preview.mutate(chosen);
    },
    /** After an error: the same file once more. */
    lookAgain: () => {
      write.reset();
      if (file) preview.mutate(file);
    },
    clear: () => {
      setFile(null);
      preview.reset();
      write.reset();
    },
  };
}

/** Writes the shifts, or without a key only looks. The one body that is no JSON, so it does not go through the typed client. */
async function send(siteId: string, file: File, key: string | null): Promise<RosterImport> {
  const query = new URLSearchParams({ preview: String(key === null), name: file.name });
  // Read first: the browser refuses a file that was changed on the disk since, and that is no fault of the network.
  const bytes = await file.arrayBuffer();
  const response = await fetch(`/api/v1/sites/${siteId}/roster/import?${query.toString()}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: {
      'Content-Type': /\.csv$/i.test(file.name) ? 'text/csv' : workbook,
      'Accept-Language': i18next.language,
      ...(key !== null && { 'Idempotency-Key': key }),
    },
    body: bytes,
  }).catch((cause: unknown) => {
    throw new NetworkProblem(cause);
  });
  if (!response.ok) throw await readProblem(response);
  return (await response.json()) as RosterImport;
}
