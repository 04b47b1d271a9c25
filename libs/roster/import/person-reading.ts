import type { PersonHere } from '../people-here';
import { mailAddress, type Reading } from './read-shift-row';

/** Finds people of a site by address or, where only one is called so, by name. */
export function personReading(people: readonly PersonHere[]): Reading {
  return {
    read: (text) => {
      const address = mailAddress(text);
      const found = people.filter(({ email, name }) => (address === undefined ? name === text : email === address));
      return found.length === 1 ? found[0]?.email : undefined;
    },
    advice: {
      zh: '这个案场没有此人，或有几人同名；请填写其邮箱地址。',
      en: 'nobody of this site has this address or name, or several do; write the e-mail address.',
    },
  };
}
