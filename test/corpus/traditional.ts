/** Traditional characters for the simplified ones of the form and of the corpus' own text. */
const pairs =
  '政政 务務 开開 总總 体體 况況 动動 主主 应應 报報 处處 废廢 规規 办辦 结結 项項 额額 购購 诉訴 讼訟 议議 复復 维維 纠糾 尚尚 审審 请請 数數 ' +
  '业業 构構 组組 织織 团團 学學 农農 门門 单單 这這 进進 过過 获獲 现現 无無 与與 区區 县縣 厅廳 员員 监監 责責 设設 备備 问問 题題 还還 为為 关關 ' +
  '从從 发發 间間 实實 许許 罚罰 强強 级級 网網 费費 确確 续續 减減 当當 内內 务務 护護 类類 缴繳 逾逾 际際 经經 质質 执執 专專 业業 标標 计計 统統 产產 继繼 转轉 属屬 国國 密密 证證 线線 条條 华華 时時 贯貫 导導 严嚴 习習 训訓 绩績 贴貼 栏欄 欢歡 评評 满滿';

/** Pairs of one simplified character and its traditional form. */
export const reversePairs: ReadonlyMap<string, string> = new Map(
  pairs.split(' ').map((pair) => [pair.charAt(0), pair.charAt(1)] as const),
);
