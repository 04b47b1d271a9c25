import type { Config } from '@zenmeban/config';
import type { Accounts } from './accounts';

/** What is printed below the line that says where Zenmeban is: what to do next. */
export function greeting(config: Config, accounts: Accounts): string {
  const lines = accounts === 'demo' && config.demo ? demoLines(config) : accountLines(accounts);
  const inbox = config.localInbox
    ? [`  Mail leaves this machine for nobody: read it at ${config.publicUrl}/inbox`]
    : [];
  return ['', ...lines, ...inbox, `  Data is kept in ${config.dataDir}`, '  Ctrl-C stops everything.', ''].join('\n');
}

function demoLines(config: Config): string[] {
  return [
    `  Open ${config.publicUrl} and sign in, password demo-demo-demo for all:`,
    '    floor@demo.local         on the floor: find a playbook, open an incident, follow its steps',
    '    supervisor@demo.local    is called, acknowledges, signs off',
    '    manager@demo.local       sees all three sites',
    '    admin@demo.local         sets things up',
  ];
}

function accountLines(accounts: Accounts): string[] {
  return accounts === 'none'
    ? [
        '  There is no account yet. Create the first: npm run zenmeban -- administrator create --email you@example.com --name 王芳',
      ]
    : [];
}
