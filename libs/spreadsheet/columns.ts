/** A column of a table, with the headers a file may use for it, Chinese or English. */
export type ColumnOf = {
  readonly headers: readonly string[];
  readonly needed: boolean;
  /** Numbers in it are numbers; elsewhere they are what Excel makes of days and times. */
  readonly isNumber?: boolean;
};

export type Columns<Field extends string> = Readonly<Record<Field, ColumnOf>>;

/** A header as it is compared: `Name_ZH` and `name zh` alike. */
export const canonicalHeader = (header: string): string =>
  header
    .normalize('NFKC')
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_.]+/g, ' ');

/** The column a header means; undefined when none is called so. */
export function fieldOf<Field extends string>(columns: Columns<Field>, header: string): Field | undefined {
  const wanted = canonicalHeader(header);
  const fields = Object.keys(columns) as Field[];
  return fields.find((field) => field === wanted || columns[field].headers.includes(wanted));
}
