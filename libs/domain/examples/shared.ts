import type { SharedFiles } from '../check/shared-files';
import { both, urgent } from './playbook';

/** What the playbooks of specs may name: one situation, one list, one register, two policies. */
export const shared: SharedFiles = {
  situations: [{ id: 'accident', icon: 'bandage', title: both('Accident'), position: 0 }],
  lists: new Map([
    [
      'causes',
      [
        { id: 'floor', label: both('Floor') },
        { id: 'shoes', label: both('Shoes') },
      ],
    ],
  ]),
  registers: [
    {
      id: 'injury',
      title: both('Injuries'),
      record: [{ field: 'injury' }, { field: 'treatment', when: { injury: 'minor' } }],
    },
  ],
  policies: [urgent, { ...urgent, id: 'overdue' }],
};
