import { readFileSync } from 'node:fs';
import { ConfigError } from './config-error';
import { secretVariables, type Variables, variables } from './variables';

/**
 * Reads the variables of Zenmeban from an environment, secrets also from the files that `*_FILE` names.
 * @param check more problems of values that are well-formed each by itself; they are reported together with the rest
 * @throws ConfigError with every problem at once
 */
export function readVariables(env: NodeJS.ProcessEnv, check: (given: Partial<Variables>) => string[]): Variables {
  const problems: string[] = [];
  const raw: Record<string, string> = {};
  for (const name of Object.keys(variables.shape)) {
    const value = env[name];
    if (value !== undefined && value !== '') raw[name] = value;
  }
  for (const name of secretVariables) {
    const path = env[`${name}_FILE`];
    if (path === undefined || path === '') continue;
    if (name in raw) problems.push(`Set either ${name} or ${name}_FILE, not both.`);
    try {
      raw[name] = readFileSync(path, 'utf8').trim();
      if (raw[name] === '') problems.push(`The file that ${name}_FILE names is empty.`);
    } catch {
      problems.push(`The file that ${name}_FILE names cannot be read.`);
    }
  }
  const result = variables.safeParse(raw);
  if (result.success) {
    problems.push(...check(result.data));
    if (problems.length === 0) return result.data;
  } else {
    problems.push(...result.error.issues.map((issue) => issue.message), ...check(wellFormed(raw)));
  }
  throw new ConfigError([...new Set(problems)]);
}

/** What can be read one by one, so that a malformed PORT does not hide a missing SECRET. */
function wellFormed(raw: Record<string, string>): Partial<Variables> {
  const good = Object.entries(variables.shape).flatMap(([name, schema]) => {
    const parsed = schema.safeParse(raw[name]);
    // A malformed value is reported already: count it as given, so that it is not called missing too.
    return [[name, parsed.success ? parsed.data : raw[name]]];
  });
  return Object.fromEntries(good) as Partial<Variables>;
}
