import { defineForm } from '../define-form.ts';

const disputeResults = [
  { key: 'upheld', label: '结果维持' },
  { key: 'corrected', label: '结果纠正' },
  { key: 'otherResult', label: '其他结果' },
  { key: 'pending', label: '尚未审结' },
  { key: 'total', label: '总计' },
] as const;

const applicants = [
  'naturalPersons',
  'enterprises',
  'researchInstitutions',
  'publicInterestOrganizations',
  'legalServices',
  'others',
] as const;

const disputeParts = ['upheld', 'corrected', 'otherResult', 'pending'] as const;

/** The form in use for reports of 2021 and later (国办公开办函〔2021〕30号). */
export const national2021 = defineForm({
  id: '2021',
  title: '政府信息公开工作年度报告格式（2021年）',
  source: '国办公开办函〔2021〕30号',
  validFrom: 2021,
  validTo: 9999,
  chapters: [
    { kind: 'narrative', key: 'overview', number: '一', title: '总体情况' },
    {
      kind: 'figures',
      key: 'proactiveDisclosure',
      number: '二',
      title: '主动公开政府信息情况',
      shape: 'ProactiveDisclosure',
      tables: [
        {
          id: 'article20item1',
          title: '第二十条第（一）项',
          unit: '件',
          kind: 'count',
          corner: '信息内容',
          rowShape: 'IssuedDocuments',
          columns: [
            { key: 'issued', label: '本年制发件数' },
            { key: 'repealed', label: '本年废止件数' },
            { key: 'inForce', label: '现行有效件数' },
          ],
          rows: [
            { key: 'regulations', label: '规章' },
            { key: 'normativeDocuments', label: '行政规范性文件', aliases: ['规范性文件'] },
          ],
        },
        {
          id: 'article20item5',
          title: '第二十条第（五）项',
          unit: '件',
          kind: 'count',
          corner: '信息内容',
          columns: [{ label: '本年处理决定数量', aliases: ['处理决定数量'] }],
          rows: [{ key: 'licensing', label: '行政许可' }],
        },
        {
          id: 'article20item6',
          title: '第二十条第（六）项',
          unit: '件',
          kind: 'count',
          corner: '信息内容',
          columns: [{ label: '本年处理决定数量', aliases: ['处理决定数量'] }],
          rows: [
            { key: 'penalties', label: '行政处罚' },
            { key: 'coerciveMeasures', label: '行政强制' },
          ],
        },
        {
          id: 'article20item8',
          title: '第二十条第（八）项',
          unit: '万元',
          kind: 'decimal',
          corner: '信息内容',
          columns: [{ label: '本年收费金额（单位：万元）', aliases: ['本年收费金额', '收费金额'] }],
          rows: [{ key: 'fees', label: '行政事业性收费' }],
        },
      ],
    },
    {
      kind: 'figures',
      key: 'applications',
      number: '三',
      title: '收到和处理政府信息公开申请情况',
      aliases: ['行政机关收到和处理政府信息公开申请情况'],
      shape: 'Applications',
      tables: [
        {
          id: 'applications',
          title: '收到和处理政府信息公开申请情况',
          unit: '件',
          kind: 'count',
          corner: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
          rowShape: 'ApplicantCounts',
          columns: [
            {
              label: '申请人情况',
              columns: [
                { key: 'naturalPersons', label: '自然人' },
                {
                  label: '法人或其他组织',
                  columns: [
                    { key: 'enterprises', label: '商业企业' },
                    { key: 'researchInstitutions', label: '科研机构' },
                    { key: 'publicInterestOrganizations', label: '社会公益组织' },
                    { key: 'legalServices', label: '法律服务机构' },
                    { key: 'others', label: '其他' },
                  ],
                },
                { key: 'total', label: '总计' },
              ],
            },
          ],
          rows: [
            { key: 'received', label: '一、本年新收政府信息公开申请数量' },
            { key: 'carriedOver', label: '二、上年结转政府信息公开申请数量' },
            {
              key: 'outcomes',
              label: '三、本年度办理结果',
              shape: 'ApplicationOutcomes',
              rows: [
                { key: 'disclosed', label: '（一）予以公开' },
                {
                  key: 'partlyDisclosed',
                  label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
                  aliases: ['（二）部分公开'],
                },
                {
                  key: 'withheld',
                  label: '（三）不予公开',
                  shape: 'Withheld',
                  rows: [
                    { key: 'stateSecrets', label: '1.属于国家秘密' },
                    { key: 'prohibitedByLaw', label: '2.其他法律行政法规禁止公开' },
                    { key: 'securityAndStability', label: '3.危及“三安全一稳定”' },
                    { key: 'thirdPartyRights', label: '4.保护第三方合法权益' },
                    { key: 'internalAffairs', label: '5.属于三类内部事务信息' },
                    { key: 'deliberativeProcess', label: '6.属于四类过程性信息' },
                    { key: 'enforcementFiles', label: '7.属于行政执法案卷' },
                    { key: 'administrativeInquiries', label: '8.属于行政查询事项' },
                  ],
                },
                {
                  key: 'unavailable',
                  label: '（四）无法提供',
                  shape: 'Unavailable',
                  rows: [
                    { key: 'notHeld', label: '1.本机关不掌握相关政府信息' },
                    { key: 'requiresCreation', label: '2.没有现成信息需要另行制作' },
                    { key: 'unclear', label: '3.补正后申请内容仍不明确' },
                  ],
                },
                {
                  key: 'notProcessed',
                  label: '（五）不予处理',
                  shape: 'NotProcessed',
                  rows: [
                    { key: 'petitionsAndComplaints', label: '1.信访举报投诉类申请' },
                    { key: 'repeated', label: '2.重复申请' },
                    { key: 'publications', label: '3.要求提供公开出版物' },
                    { key: 'excessive', label: '4.无正当理由大量反复申请' },
                    { key: 'confirmationRequests', label: '5.要求行政机关确认或重新出具已获取信息' },
                  ],
                },
                {
                  key: 'other',
                  label: '（六）其他处理',
                  shape: 'OtherOutcomes',
                  rows: [
                    {
                      key: 'correctionOverdue',
                      label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
                      optional: true,
                    },
                    {
                      key: 'feeOverdue',
                      label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
                      optional: true,
                    },
                    { key: 'miscellaneous', label: '3.其他', optional: true },
                  ],
                },
                { key: 'total', label: '（七）总计' },
              ],
            },
            { key: 'carriedForward', label: '四、结转下年度继续办理' },
          ],
        },
      ],
    },
    {
      kind: 'figures',
      key: 'disputes',
      number: '四',
      title: '政府信息公开行政复议、行政诉讼情况',
      aliases: [
        '政府信息公开行政复议行政诉讼情况',
        '因政府信息公开工作被申请行政复议、提起行政诉讼情况',
        '行政复议、行政诉讼情况',
        '行政复议行政诉讼情况',
      ],
      shape: 'Disputes',
      tables: [
        {
          id: 'disputes',
          title: '政府信息公开行政复议、行政诉讼情况',
          unit: '件',
          kind: 'count',
          columns: [
            { key: 'review', label: '行政复议', shape: 'DisputeCounts', columns: disputeResults },
            {
              label: '行政诉讼',
              columns: [
                { key: 'directLitigation', label: '未经复议直接起诉', shape: 'DisputeCounts', columns: disputeResults },
                { key: 'litigationAfterReview', label: '复议后起诉', shape: 'DisputeCounts', columns: disputeResults },
              ],
            },
          ],
          rows: [{ label: '' }],
        },
      ],
    },
    {
      kind: 'narrative',
      key: 'problems',
      number: '五',
      title: '存在的主要问题及改进情况',
      aliases: ['存在问题及改进情况', '存在的问题及改进情况', '政府信息公开工作存在的主要问题及改进情况'],
    },
    {
      kind: 'narrative',
      key: 'otherMatters',
      number: '六',
      title: '其他需要报告的事项',
      aliases: ['其他需要报告事项'],
    },
  ],
  equations: [
    { code: 'ROW_TOTAL', table: 'applications', each: 'row', left: applicants, right: ['total'] },
    {
      code: 'OUTCOME_TOTAL',
      table: 'applications',
      each: 'column',
      left: [
        'outcomes.disclosed',
        'outcomes.partlyDisclosed',
        'outcomes.withheld',
        'outcomes.unavailable',
        'outcomes.notProcessed',
        'outcomes.other',
      ],
      right: ['outcomes.total'],
    },
    {
      code: 'COLUMN_BALANCE',
      table: 'applications',
      each: 'column',
      left: ['received', 'carriedOver'],
      right: ['outcomes.total', 'carriedForward'],
    },
    ...(['review', 'directLitigation', 'litigationAfterReview'] as const).map((block) => ({
      code: 'DISPUTE_TOTAL' as const,
      table: 'disputes' as const,
      each: 'row' as const,
      left: disputeParts.map((part) => `${block}.${part}`),
      right: [`${block}.total`],
    })),
  ],
});
