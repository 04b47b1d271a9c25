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

/** What the server finds in a file, and where it goes once it is good. */
export type FileImport = {
  /** Where files are sent. */
  readonly address: string;
  readonly query?: Readonly<Record<string, string>>;
  /** After something was written, or may have been. */
  readonly changed: () => Promise<unknown>;
};

/** A file of shifts and its way into the roster of a site. */
export const useImport = (siteId: string) =>
  useFileImport<RosterImport>({ address: `/api/v1/sites/${siteId}/roster/import`, changed: rosterChanged });

/** The file that was chosen, what the server found in it, and its way in. The file survives every error. */
export function useFileImport<Result>({ changed, ...to }: FileImport) {
  const [file, setFile] = useState<File | null>(null);
  // One key per chosen file: a second try after a lost answer writes nothing twice.
  const [key, setKey] = useState('');
  const preview = useMutation({ mutationFn: (chosen: File) => send<Result>(to, chosen, null) });
  const write = useMutation({ mutationFn: (chosen: File) => send<Result>(to, chosen, key), onSettled: changed });
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

/** Writes what a file holds, or without a key only looks. The one body that is no JSON, so it does not go through the typed client. */
async function send<Result>(
  { address, query: more }: Omit<FileImport, 'changed'>,
  file: File,
  key: string | null,
): Promise<Result> {
  const query = new URLSearchParams({ ...more, preview: String(key === null), name: file.name });
  // Read first: the browser refuses a file that was changed on the disk since, and that is no fault of the network.
  const bytes = await file.arrayBuffer();
  const response = await fetch(`${address}?${query.toString()}`, {
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
  return (await response.json()) as Result;
}
