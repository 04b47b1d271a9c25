import type { Story } from './story';

export const spills: Story = {
  playbook: 'spilled-drink',
  weight: 4,
  answers: { burn: 'none', damaged: [['nothing']], 'leaves-garment': false, returned: 'clean' },
  notes: {
    apologise: ['马上道歉，客户说没关系。', '道歉并先问有没有烫到。'],
    blot: ['递了纸巾和干净毛巾，客户自己擦。'],
    'clear-table': ['桌面地面已擦干，换了一杯新的。'],
    'supervisor-comes': ['主管到场再次致歉。', '已当面致歉，客户态度平和。'],
    'offer-cleaning': ['主动提出送洗，客户婉拒。', '已说明送洗费用由我们承担。'],
  },
  cases: [
    {
      places: ['lounge', 'bar'],
      summary: '上茶时客户突然转身，茶水洒到衣袖，已放凉',
      answers: { drink: 'hot', cause: 'guest', damaged: [['clothes']], course: '茶已放温，客户转身碰到托盘。' },
      resolution: '客户接受道歉，衣袖已擦干，继续洽谈。',
    },
    {
      places: ['lounge', 'model'],
      summary: '咖啡杯被小朋友碰倒，洒在客户浅色裤子上',
      answers: {
        drink: 'hot',
        cause: 'child',
        'leaves-garment': true,
        damaged: [['clothes']],
        garment: '米色西裤一条，左腿咖啡渍约手掌大',
        receipt: ['0312', '0318', '0327'],
        course: '孩子伸手拿糖碰倒杯子，咖啡不烫。',
      },
      notes: { 'cleaning-order': '已送合作洗衣店，客户在案场换了备用裤。' },
      resolution: '裤子已洗净送还，客户满意。',
    },
    {
      places: ['lounge', 'hall'],
      summary: '托盘倾斜，果汁溅到客户外套和包上',
      answers: {
        drink: 'cold',
        cause: 'equipment',
        'leaves-garment': true,
        damaged: [['clothes', 'bag']],
        'damage-note': '帆布包侧面一小块果汁印',
        garment: '浅灰风衣，前襟果汁印',
        receipt: ['0341', '0345'],
        course: '托盘防滑垫脱落，杯子滑动。',
      },
      notes: { 'cleaning-order': '风衣和包一起送洗，约好后天送到客户公司。' },
      resolution: '衣物已洗净送还；托盘防滑垫全部更换。',
    },
    {
      places: ['lounge'],
      summary: '客户自己碰翻水杯，弄湿户型资料',
      answers: {
        drink: 'cold',
        cause: 'guest',
        damaged: [['papers']],
        'damage-note': '户型图两页',
        course: '资料已重新打印。',
      },
      resolution: '资料已重新打印，客户没有在意。',
    },
    {
      places: ['bar', 'lounge'],
      summary: '热茶溅到客户手背，皮肤有点发红',
      answers: {
        burn: 'red',
        drink: 'hot',
        cause: 'staff',
        course: '倒茶过满，放下时溅出，客户右手背发红。',
      },
      notes: { 'cool-burn': '凉水冲了二十分钟，红已退。', 'tell-insurer': '已报备，客户未就医。' },
      resolution: '凉水冲洗后不再疼，客户接受道歉；提醒水吧倒茶七分满。',
    },
    {
      places: ['hall', 'model'],
      summary: '人多拥挤，柠檬水洒在客户连衣裙上',
      answers: { drink: 'cold', cause: 'crowded', damaged: [['clothes']], course: '开盘日人多，服务人员被撞到手臂。' },
      resolution: '水渍已吹干，客户婉拒送洗；高峰时段改走外侧通道上饮品。',
    },
  ],
};
