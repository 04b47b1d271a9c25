import type { Story } from './story';

export const gifts: Story = {
  playbook: 'gift',
  weight: 1,
  answers: {
    'could-decline': true,
    pressed: false,
    'over-limit': false,
    'money-returned': 'returned',
    'handed-to': '当班主管',
    disposition: 'shared',
  },
  notes: {
    decline: ['按规定婉拒，客户很热情。', '说明公司规定，再三感谢。'],
    register: ['已登记礼品台账。'],
  },
  cases: [
    {
      places: ['hall'],
      summary: '老客户送来自家种的橘子一箱，感谢接待，坚持留下',
      answers: {
        'gift-kind': 'food',
        'could-decline': false,
        pressed: true,
        item: '橘子一箱',
        value: [60, 80],
        giver: '李先生，二期业主',
      },
      notes: { 'ask-advice': '主管同意先收下并登记。', disposition: '下午茶时间大家分享。' },
      resolution: '已登记并由主管安排分享，已回电致谢。',
    },
    {
      places: ['lounge'],
      summary: '客户签约后塞红包给服务人员',
      answers: {
        'gift-kind': 'money',
        'could-decline': false,
        pressed: true,
        item: '红包一个',
        value: [200, 500, 800],
        giver: '签约客户',
      },
      notes: { 'secure-money': '两人在场清点并封存。', 'return-money': '主管当面退还，客户理解。' },
      resolution: '红包当天由主管当面退还，客户理解并称赞。',
    },
    {
      places: ['hall', 'bar'],
      summary: '客户送喜糖和巧克力给前台同事',
      answers: {
        'gift-kind': 'food',
        'could-decline': false,
        item: '喜糖两盒、巧克力一盒',
        value: [90, 120],
        giver: '新婚业主',
      },
      resolution: '喜糖已登记，由大家分享，并送上祝福卡。',
    },
    {
      places: ['hall'],
      summary: '客户离开前要送购物卡，已谢绝',
      answers: { 'gift-kind': 'card', item: '购物卡一张（未收）', value: 500, giver: '张女士' },
      resolution: '购物卡已当场谢绝，客户理解。',
    },
    {
      places: ['hall', 'lounge'],
      summary: '客户送锦旗一面，感谢雨天送伞到车位',
      answers: {
        'gift-kind': 'item',
        'could-decline': false,
        item: '锦旗一面',
        value: [80, 100],
        giver: '刘女士',
        disposition: 'displayed',
      },
      notes: { disposition: '挂在员工休息室。' },
      resolution: '锦旗已登记并陈列，已向客户致谢。',
    },
  ],
};
