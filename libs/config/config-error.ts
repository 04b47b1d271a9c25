/** The environment cannot be used. `problems` holds one sentence per problem, all of them at once, without any secret. */
export class ConfigError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(problems.join('\n'));
    this.name = 'ConfigError';
  }
}
