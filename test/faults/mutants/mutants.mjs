/**
 * Changes to the built code that a test suite worth its name cannot miss, each with the smallest fault that tells.
 * `patches` are [file in dist, what stands there, what stands there instead]; a patch that finds nothing is an error, so
 * that no mutant falls asleep when the code moves on.
 */
export const mutants = [
  {
    name: 'no sweeper',
    fault: 'redis-wiped',
    backend: 'redis',
    patches: [['libs/engine/engine-loops.js', /fire\.sweep\([^)]*\)/, 'Promise.resolve()']],
  },
  {
    name: 'a hint of any generation fires',
    fault: 'duplicate-hints',
    patches: [['libs/timers/fire.js', ' AND timer.gen = wanted.gen AND state', ' AND state']],
  },
  {
    name: 'fires what is not due',
    fault: 'duplicate-hints',
    patches: [['libs/timers/fire.js', / AND due_at <= app\.app_now\(\)(?=\s+RETURNING)/, '']],
  },
  {
    name: 'the hint is marked and never handed over',
    fault: 'healthy',
    patches: [['libs/timers/relay.js', 'this.queues.add(', '(async () => undefined)(']],
  },
  {
    name: 'what a dropped link means is read from err.command',
    fault: 'dropped-after-data',
    patches: [
      [
        'libs/notifications/delivery-outcome.js',
        /(?=const aboutThisMail)/,
        "if (thrown?.command === 'CONN') return { outcome: 'temporary', smtpCode, error };\n    ",
      ],
    ],
  },
  {
    name: 'an acknowledgement ends the chain',
    fault: 'ack-race',
    patches: [
      [
        'libs/escalation/answers.js',
        /(async acknowledge\([\s\S]*?chains\.change\([^;]*;)/,
        "$1 await tx.query(`UPDATE app.timer SET state = 'cancelled' WHERE subject = '${escalation.id}'`);",
      ],
    ],
  },
  {
    name: 'an acknowledgement takes nothing back',
    fault: 'ack-race',
    patches: [
      ['libs/notifications/withdraw.js', /await tx\.query\(/, 'if (tx) return;\n    await tx.query('],
      ['libs/notifications/is-still-true.js', /(export function isStillTrue\([^)]*\) \{)/, '$1 return true;'],
    ],
  },
  {
    name: 'no fencing token',
    fault: 'event-loop-blocked',
    patches: [
      ['libs/notifications/record-attempt.js', /lease_token = \$2 AND state = 'sending'/g, '$2::uuid IS NOT NULL'],
    ],
  },
  {
    name: 'a lease never ends',
    fault: 'worker-killed',
    patches: [['libs/notifications/lease.js', /leaseSeconds = \d+/, 'leaseSeconds = 100_000']],
  },
  {
    name: 'notices are written a moment after the commit',
    fault: 'power-loss',
    patches: [
      [
        'libs/notifications/queue-notices.js',
        /const written = await tx\.query\(/,
        'database.afterCommit(() => void setTimeout(() => afterwards().catch(() => undefined), 500));\n    async function afterwards() {\n    const written = await database.source.query(',
      ],
      ['libs/notifications/queue-notices.js', /\n\}(?=\s*(\/\/#|$))/, '\n}}'],
    ],
  },
  {
    name: 'whoever refuses a mail is tried again',
    fault: 'smtp-5xx',
    patches: [['libs/notifications/delivery-outcome.js', "outcome: 'permanent'", "outcome: 'temporary'"]],
  },
  {
    name: 'a refused call leads nowhere',
    fault: 'smtp-5xx',
    patches: [['libs/escalation/escalations.js', /(async hurry\([^)]*\) \{)/, '$1 return;']],
  },
];
