import type { SearchEntry, SearchIndex } from '../search';

/** A playbook by its names; the first of each language is the title. */
const entry = (number: number, id: string, zh: readonly string[], en: readonly string[]): SearchEntry => ({
  id,
  number,
  names: { zh, en },
  words: { zh: [], en: [] },
  texts: { zh: ['登记经过'], en: ['Record what happened'] },
});

/** Four playbooks, and how the characters of their names and a few more are read. */
export const searchIndex: SearchIndex = {
  playbooks: [
    entry(4, 'fall', ['客户或小孩摔倒', '滑倒', '地面湿滑', '120'], ['A customer or child falls', 'slip', 'ambulance']),
    entry(11, 'lift', ['与客户同乘电梯', '谁先进'], ['Sharing a lift with a customer', 'elevator']),
    entry(16, 'spill', ['饮品洒在客人身上', '饮料洒了', '咖啡'], ['A drink is spilled on a guest', 'coffee', 'stain']),
    entry(23, 'complaint', ['客户投诉', '差评'], ['A customer complains', 'bad review']),
  ],
  readings: {
    usual: charactersOf(
      'cha差 cheng乘 chong重 dao倒道到 di地 dian电電 fei啡非 hai孩 hu户 hua滑花华 huo或 jin进 ka咖 ke客 liao料了 lv率 mian面',
      'pin品 ping评 ren人 sa洒撒 shang上 shen身 shi湿 shuai摔 shui谁 su诉訴 ti梯 tong同 tou投头 xian先 xiao小 yin饮 yu与 zai在',
    ),
    other: charactersOf('chai差 de地 le了 shuai率'),
  },
  pinyin: { 饮料洒了: 'yin liao sa le' },
};

function charactersOf(...lines: string[]): Record<string, string> {
  const words = lines.join(' ').split(' ');
  return Object.fromEntries(words.map((word) => [word.replace(/\P{ASCII}/gu, ''), word.replace(/[a-z]/g, '')]));
}
