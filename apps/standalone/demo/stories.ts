/** How one kind of incident is told: where, in which words, with which answers. */
export type Story = {
  readonly playbook: string;
  /** How often among all incidents, relative to the others. */
  readonly weight: number;
  /** Place codes, those where it happens most first; a site may lack some. */
  readonly places: readonly string[];
  readonly summaries: readonly string[];
  /** Answers to open questions and notes to steps. */
  readonly details: readonly string[];
  readonly notes: readonly string[];
  readonly resolutions: readonly string[];
  /** Options that are chosen mostly, whatever the question is called. */
  readonly usual: readonly string[];
};

export const stories: readonly Story[] = [
  {
    playbook: 'customer-falls',
    weight: 3,
    places: ['hall', 'kids', 'flat-a', 'path', 'parking', 'garden', 'lounge', 'flat-b'],
    summaries: [
      '一名小朋友在大厅跑动时滑倒，膝盖擦红',
      '老先生下台阶时踩空，坐倒在地，家属陪同',
      '雨天门口地砖湿滑，一位女士滑了一下，手撑地',
      '客户看样板间时被地毯边绊倒',
      '孩子从儿童区滑梯旁摔下，哭闹，未见外伤',
      '客户穿鞋套上楼梯打滑，扶住栏杆后坐下',
      '停车场减速带处一位阿姨绊倒，手掌擦伤',
      '洽谈区椅子后滑，客户坐空',
    ],
    details: ['右膝擦伤，已消毒', '手掌轻微擦伤，活动自如', '未见外伤，自述无不适', '脚踝略有扭到，可行走'],
    notes: ['已扶到沙发上休息', '已递热水和毛巾', '家属在场，情绪平稳', '现场已放“小心地滑”牌', '已拍照留存'],
    resolutions: [
      '客户休息二十分钟后自行离开，现场已处理干净。',
      '已陪同客户观察，无不适；次日电话回访，客户表示感谢。',
      '伤口已简单处理，客户继续看房；隐患已修复。',
    ],
    usual: ['none', 'no', 'minor', 'wet-floor', 'stable', 'calm', 'child'],
  },
  {
    playbook: 'spilled-drink',
    weight: 3,
    places: ['lounge', 'bar', 'hall', 'model'],
    summaries: [
      '上茶时客户转身，茶水洒到衣袖',
      '咖啡杯被小朋友碰倒，洒在客户裤子上',
      '托盘倾斜，果汁溅到客户外套',
      '客户自己碰翻水杯，弄湿户型资料',
      '热茶洒到桌面，少量溅到客户手背',
      '柠檬水打翻，浅色连衣裙上有水渍',
    ],
    details: ['浅色衬衫袖口有茶渍', '裤腿湿了一小片', '外套前襟有果汁印', '资料已重新打印一份'],
    notes: ['当场致歉并递上纸巾', '已换热毛巾', '衣物已当场处理', '桌面地面已擦干', '客户表示没关系'],
    resolutions: [
      '客户接受道歉，衣物处理后继续洽谈。',
      '已联系干洗店取送，费用由案场承担，客户满意。',
      '客户婉拒干洗，赠饮一杯，未再提及。',
    ],
    usual: ['none', 'no', 'cold', 'accepted', 'tea', 'water'],
  },
  {
    playbook: 'gift',
    weight: 1,
    places: ['hall', 'lounge', 'bar'],
    summaries: [
      '老客户送来自家种的水果一箱，感谢接待',
      '成交客户送喜糖和巧克力给前台',
      '客户离开时塞红包给服务人员，已婉拒',
      '客户送锦旗一面，感谢雨天送伞',
      '客户送月饼券两张，坚持留下',
    ],
    details: ['自家水果一箱', '喜糖两盒', '锦旗一面', '购物卡一张，已退还', '月饼券两张'],
    notes: ['已再三婉拒并致谢', '客户坚持，按规定登记上交', '已由主管当面退还', '已向客户说明规定'],
    resolutions: ['礼品已登记并上交，已向客户致谢。', '红包当场婉拒并退还，客户理解。', '食品已登记，由主管安排分享。'],
    usual: ['no', 'declined', 'low', 'food', 'registered'],
  },
  {
    playbook: 'complaint',
    weight: 2,
    places: ['lounge', 'hall', 'parking', 'flat-a', 'bar'],
    summaries: [
      '客户等候近半小时无人接待，当面投诉',
      '客户反映置业顾问承诺的优惠与合同不一致',
      '停车无人引导，客户绕了两圈，投诉安保态度',
      '客户投诉洽谈区空调太冷，反映两次未调',
      '客户反映卫生间异味，要求立即处理',
      '客户投诉样板间讲解催促，未看完即被请出',
      '客户反映微信咨询两天未回复',
      '客户投诉水吧饮品上错且无人道歉',
    ],
    details: [
      '等候时间过长，希望有人先招呼',
      '希望给出书面说明',
      '要求当班人员当面道歉',
      '希望当场解决，不要再推给别人',
      '希望下次看房由固定顾问接待',
    ],
    notes: [
      '已请客户到安静的洽谈室',
      '全程记录，未打断客户',
      '已向客户致歉并复述诉求',
      '已请主管到场',
      '答复时限已告知客户',
    ],
    resolutions: [
      '已当面致歉并说明原因，客户接受处理结果。',
      '主管出面沟通，客户认可补救方案；已安排班前会通报。',
      '两天内电话回访，客户表示满意。',
    ],
    usual: ['yes', 'in-person', 'face-to-face', 'service', 'waiting', 'satisfied', 'accepted', 'justified', 'apology'],
  },
];

export const comments: readonly string[] = [
  '收到，我五分钟内到。',
  '我已在现场。',
  '收到，先安抚客户，我马上过来。',
  '已与客户沟通，请继续按步骤处理。',
  '知道了，请保洁先到现场。',
];

export const surnames: readonly string[] = ['李', '张', '刘', '杨', '朱', '许', '沈', '曹', '袁', '魏'];
