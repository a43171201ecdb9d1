import { defineForm } from '../define-form.ts';

const disputeResults = [
  { key: 'upheld', label: '结果维持', english: 'Upheld' },
  { key: 'corrected', label: '结果纠正', english: 'Corrected' },
  { key: 'otherResult', label: '其他结果', english: 'Other result' },
  { key: 'pending', label: '尚未审结', english: 'Pending' },
  { key: 'total', label: '总计', english: 'Total' },
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
    { kind: 'narrative', key: 'overview', number: '一', title: '总体情况', english: 'Overview' },
    {
      kind: 'figures',
      key: 'proactiveDisclosure',
      number: '二',
      title: '主动公开政府信息情况',
      english: 'Proactive disclosure of government information',
      shape: 'ProactiveDisclosure',
      tables: [
        {
          id: 'article20item1',
          title: '第二十条第（一）项',
          english: { title: 'Article 20, item (1)', unit: 'items', corner: 'Content' },
          unit: '件',
          kind: 'count',
          corner: '信息内容',
          rowShape: 'IssuedDocuments',
          columns: [
            { key: 'issued', label: '本年制发件数', english: 'Issued this year' },
            { key: 'repealed', label: '本年废止件数', english: 'Repealed this year' },
            { key: 'inForce', label: '现行有效件数', english: 'In force' },
          ],
          rows: [
            { key: 'regulations', label: '规章', english: 'Regulations' },
            {
              key: 'normativeDocuments',
              label: '行政规范性文件',
              english: 'Administrative normative documents',
              aliases: ['规范性文件'],
            },
          ],
        },
        {
          id: 'article20item5',
          title: '第二十条第（五）项',
          english: { title: 'Article 20, item (5)', unit: 'items', corner: 'Content' },
          unit: '件',
          kind: 'count',
          corner: '信息内容',
          columns: [{ label: '本年处理决定数量', english: 'Decisions this year', aliases: ['处理决定数量'] }],
          rows: [{ key: 'licensing', label: '行政许可', english: 'Administrative licences' }],
        },
        {
          id: 'article20item6',
          title: '第二十条第（六）项',
          english: { title: 'Article 20, item (6)', unit: 'items', corner: 'Content' },
          unit: '件',
          kind: 'count',
          corner: '信息内容',
          columns: [{ label: '本年处理决定数量', english: 'Decisions this year', aliases: ['处理决定数量'] }],
          rows: [
            { key: 'penalties', label: '行政处罚', english: 'Administrative penalties' },
            { key: 'coerciveMeasures', label: '行政强制', english: 'Administrative coercive measures' },
          ],
        },
        {
          id: 'article20item8',
          title: '第二十条第（八）项',
          english: { title: 'Article 20, item (8)', unit: '10,000 yuan', corner: 'Content' },
          unit: '万元',
          kind: 'decimal',
          corner: '信息内容',
          columns: [
            {
              label: '本年收费金额（单位：万元）',
              english: 'Fees collected this year (unit: 10,000 yuan)',
              aliases: ['本年收费金额', '收费金额'],
            },
          ],
          rows: [{ key: 'fees', label: '行政事业性收费', english: 'Administrative fees' }],
        },
      ],
    },
    {
      kind: 'figures',
      key: 'applications',
      number: '三',
      title: '收到和处理政府信息公开申请情况',
      english: 'Applications for government information received and handled',
      aliases: ['行政机关收到和处理政府信息公开申请情况'],
      shape: 'Applications',
      tables: [
        {
          id: 'applications',
          title: '收到和处理政府信息公开申请情况',
          english: {
            title: 'Applications for government information received and handled',
            unit: 'items',
            corner: '(In each column: row 1 plus row 2 equals row 3.7 plus row 4)',
          },
          unit: '件',
          kind: 'count',
          corner: '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）',
          rowShape: 'ApplicantCounts',
          columns: [
            {
              label: '申请人情况',
              english: 'Applicants',
              columns: [
                { key: 'naturalPersons', label: '自然人', english: 'Natural persons' },
                {
                  label: '法人或其他组织',
                  english: 'Legal persons or other organizations',
                  columns: [
                    { key: 'enterprises', label: '商业企业', english: 'Enterprises' },
                    { key: 'researchInstitutions', label: '科研机构', english: 'Research institutions' },
                    {
                      key: 'publicInterestOrganizations',
                      label: '社会公益组织',
                      english: 'Public interest organizations',
                    },
                    { key: 'legalServices', label: '法律服务机构', english: 'Legal service organizations' },
                    { key: 'others', label: '其他', english: 'Others' },
                  ],
                },
                { key: 'total', label: '总计', english: 'Total' },
              ],
            },
          ],
          rows: [
            {
              key: 'received',
              label: '一、本年新收政府信息公开申请数量',
              english: '1. Applications received this year',
            },
            {
              key: 'carriedOver',
              label: '二、上年结转政府信息公开申请数量',
              english: '2. Applications carried over from last year',
            },
            {
              key: 'outcomes',
              label: '三、本年度办理结果',
              english: '3. Outcomes this year',
              shape: 'ApplicationOutcomes',
              rows: [
                { key: 'disclosed', label: '（一）予以公开', english: '3.1 Disclosed' },
                {
                  key: 'partlyDisclosed',
                  label: '（二）部分公开（区分处理的，只计这一情形，不计其他情形）',
                  english: '3.2 Partly disclosed (where parts were separated, counted here only)',
                  aliases: ['（二）部分公开'],
                },
                {
                  key: 'withheld',
                  label: '（三）不予公开',
                  english: '3.3 Not disclosed',
                  shape: 'Withheld',
                  rows: [
                    { key: 'stateSecrets', label: '1.属于国家秘密', english: '3.3.1 State secrets' },
                    {
                      key: 'prohibitedByLaw',
                      label: '2.其他法律行政法规禁止公开',
                      english: '3.3.2 Prohibited by other laws or administrative regulations',
                    },
                    {
                      key: 'securityAndStability',
                      label: '3.危及“三安全一稳定”',
                      english: '3.3.3 Endangers national, public or economic security or social stability',
                    },
                    {
                      key: 'thirdPartyRights',
                      label: '4.保护第三方合法权益',
                      english: '3.3.4 Protects the lawful rights of third parties',
                    },
                    {
                      key: 'internalAffairs',
                      label: '5.属于三类内部事务信息',
                      english: '3.3.5 Three kinds of internal affairs information',
                    },
                    {
                      key: 'deliberativeProcess',
                      label: '6.属于四类过程性信息',
                      english: '3.3.6 Four kinds of information on work in progress',
                    },
                    {
                      key: 'enforcementFiles',
                      label: '7.属于行政执法案卷',
                      english: '3.3.7 Files of administrative enforcement',
                    },
                    {
                      key: 'administrativeInquiries',
                      label: '8.属于行政查询事项',
                      english: '3.3.8 Matters of administrative inquiry',
                    },
                  ],
                },
                {
                  key: 'unavailable',
                  label: '（四）无法提供',
                  english: '3.4 Can not be provided',
                  shape: 'Unavailable',
                  rows: [
                    {
                      key: 'notHeld',
                      label: '1.本机关不掌握相关政府信息',
                      english: '3.4.1 This body does not hold the information',
                    },
                    {
                      key: 'requiresCreation',
                      label: '2.没有现成信息需要另行制作',
                      english: '3.4.2 Does not exist and would have to be made',
                    },
                    {
                      key: 'unclear',
                      label: '3.补正后申请内容仍不明确',
                      english: '3.4.3 Still unclear after correction of the application',
                    },
                  ],
                },
                {
                  key: 'notProcessed',
                  label: '（五）不予处理',
                  english: '3.5 Not processed',
                  shape: 'NotProcessed',
                  rows: [
                    {
                      key: 'petitionsAndComplaints',
                      label: '1.信访举报投诉类申请',
                      english: '3.5.1 Petitions, reports and complaints',
                    },
                    { key: 'repeated', label: '2.重复申请', english: '3.5.2 Repeated applications' },
                    { key: 'publications', label: '3.要求提供公开出版物', english: '3.5.3 Requests for publications' },
                    {
                      key: 'excessive',
                      label: '4.无正当理由大量反复申请',
                      english: '3.5.4 Many repeated applications without good reason',
                    },
                    {
                      key: 'confirmationRequests',
                      label: '5.要求行政机关确认或重新出具已获取信息',
                      english: '3.5.5 Requests to confirm or reissue information already obtained',
                    },
                  ],
                },
                {
                  key: 'other',
                  label: '（六）其他处理',
                  english: '3.6 Other handling',
                  shape: 'OtherOutcomes',
                  rows: [
                    {
                      key: 'correctionOverdue',
                      label: '1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
                      english: '3.6.1 Not corrected in time without good reason, application no longer processed',
                      optional: true,
                    },
                    {
                      key: 'feeOverdue',
                      label: '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
                      english: '3.6.2 Fee not paid in time after notice, application no longer processed',
                      optional: true,
                    },
                    { key: 'miscellaneous', label: '3.其他', english: '3.6.3 Other', optional: true },
                  ],
                },
                { key: 'total', label: '（七）总计', english: '3.7 Total' },
              ],
            },
            { key: 'carriedForward', label: '四、结转下年度继续办理', english: '4. Carried forward to next year' },
          ],
        },
      ],
    },
    {
      kind: 'figures',
      key: 'disputes',
      number: '四',
      title: '政府信息公开行政复议、行政诉讼情况',
      english: 'Administrative reconsideration and litigation on disclosure',
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
          english: { title: 'Administrative reconsideration and litigation on disclosure', unit: 'items' },
          unit: '件',
          kind: 'count',
          columns: [
            {
              key: 'review',
              label: '行政复议',
              english: 'Administrative reconsideration',
              shape: 'DisputeCounts',
              columns: disputeResults,
            },
            {
              label: '行政诉讼',
              english: 'Administrative litigation',
              columns: [
                {
                  key: 'directLitigation',
                  label: '未经复议直接起诉',
                  english: 'Direct litigation',
                  shape: 'DisputeCounts',
                  columns: disputeResults,
                },
                {
                  key: 'litigationAfterReview',
                  label: '复议后起诉',
                  english: 'Litigation after reconsideration',
                  shape: 'DisputeCounts',
                  columns: disputeResults,
                },
              ],
            },
          ],
          rows: [{ label: '', english: '' }],
        },
      ],
    },
    {
      kind: 'narrative',
      key: 'problems',
      number: '五',
      title: '存在的主要问题及改进情况',
      english: 'Main problems and improvement',
      aliases: ['存在问题及改进情况', '存在的问题及改进情况', '政府信息公开工作存在的主要问题及改进情况'],
    },
    {
      kind: 'narrative',
      key: 'otherMatters',
      number: '六',
      title: '其他需要报告的事项',
      english: 'Other matters to report',
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
