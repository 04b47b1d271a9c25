/** Words that mean the same on the floor of any venue; the first of each row is the usual one. */
const sameMeaning: readonly (readonly [usual: string, others: RegExp])[] = [
  ['客户', /客人|顾客|宾客|来宾|访客|业主/g],
  ['小孩', /小朋友|孩子|宝宝|娃娃/g],
  ['饮品', /饮料/g],
  ['销售', /置业顾问|销售员|顾问/g],
  ['同事', /员工/g],
  ['customer', /\b(guest|client|visitor)(?=s?\b)/g],
  ['colleague', /\b(co-?worker|teammate|workmate|employee)(?=s?\b)/g],
];

/** A plain text with each word of the list replaced by the usual one: 客人摔倒 becomes 客户摔倒. */
export const inUsualWords = (plain: string): string =>
  sameMeaning.reduce((text, [usual, others]) => text.replace(others, usual), plain);
