/** What a word of a sentence about requests says. */
export type Tag =
  | 'noise'
  | 'own'
  | 'and'
  | 'each'
  | 'among'
  | 'none'
  | 'application'
  | 'disclosure'
  | 'business'
  | RowKind
  | ColumnKind
  | DisputeKind
  | ResultKind;

/** Rows of the table of requests; `requests` is none of them in particular. `received` may also mean what was carried over, `newlyReceived` never. */
export type RowKind =
  | 'requests'
  | 'newlyReceived'
  | 'received'
  | 'handled'
  | 'carriedOver'
  | 'carried'
  | 'answered'
  | 'carriedForward'
  | 'disclosed'
  | 'partlyDisclosed'
  | 'withheld'
  | 'unavailable'
  | 'notProcessed'
  | 'other';

/** Who applied. */
export type ColumnKind =
  | 'naturalPersons'
  | 'organizations'
  | 'enterprises'
  | 'researchInstitutions'
  | 'publicInterestOrganizations'
  | 'legalServices';

/** Blocks of the table of disputes. */
export type DisputeKind = 'review' | 'litigation' | 'directLitigation' | 'litigationAfterReview';

/** How disputes ended. */
export type ResultKind = 'upheld' | 'corrected' | 'otherResult' | 'pending';

/** Words by what they say; of those that match, the longest is taken. */
export const words: readonly (readonly [Tag, string])[] = [
  [
    'none',
    '未收到|没有收到|没收到|未接到|没有接到|未接收到|未受理|未发生|没有发生|未产生|没有产生|未出现|未引发|未有|暂无|没有|均无|无|未',
  ],
  [
    'carriedForward',
    '(?:结转|转|转入|转结|顺延|留待|延续)(?:至|到|入)?(?:下一?年度?|次年|下年度?)(?:继续)?(?:办理|处理|答复)?|下一?年度?继续(?:办理|处理)|顺延(?:继续)?(?:办理)?',
  ],
  [
    'carriedOver',
    '(?:上一?年度?)(?:结转|转入|转结|遗留|顺延|转)(?:(?:至|到)?(?:本年度?|今年|当年))?(?:继续)?(?:办理|处理)?|结转自?上一?年度?',
  ],
  ['carried', '结转'],
  ['newlyReceived', '新收到?|新增|新接收?|新接到|新受理'],
  ['received', '收到|受理|接收到?|接到|收悉|收件'],
  ['handled', '收办|办理|经办'],
  ['answered', '办结|答复|办复|处理|回复|办理完毕|办理完结|办毕|办理答复|处理答复'],
  ['disclosed', '予以公开|同意公开'],
  ['partlyDisclosed', '部分公开'],
  ['withheld', '不予公开'],
  ['unavailable', '无法提供'],
  ['notProcessed', '不予处理'],
  ['other', '其他处理'],
  ['naturalPersons', '自然人|公民个人'],
  ['organizations', '法人(?:或|和|及|与|、|或者)?其他组织|法人组织|法人'],
  ['enterprises', '商业企业'],
  ['researchInstitutions', '科研机构'],
  ['publicInterestOrganizations', '社会公益组织'],
  ['legalServices', '法律服务机构'],
  ['review', '行政复议|复议'],
  ['litigation', '行政诉讼|诉讼'],
  ['directLitigation', '未经复议直接(?:提起)?(?:行政)?(?:起诉|诉讼)'],
  ['litigationAfterReview', '复议后(?:起诉|诉讼|提起诉讼|提起行政诉讼)'],
  ['upheld', '结果维持|维持'],
  ['corrected', '结果纠正|纠正'],
  ['otherResult', '其他结果'],
  ['pending', '尚未审结|未审结'],
  [
    'application',
    '政府信息公开的?申请|政府信息的?申请|依申请公开(?:政府)?信息(?:公开)?的?申请|依申请公开政府信息|政府信息依申请公开|依申请公开|依申请信息公开|依申请政府信息公开|依申请|信息公开的?申请|公开申请|申请公开政府信息|申请政府信息公开|申请信息公开|申请公开|申请',
  ],
  ['disclosure', '政府信息公开|政府信息|信息公开|政务公开'],
  ['business', '审理|审结|代理|应诉|化解|调解'],
  ['each', '均|都|各|分别'],
  ['and', '和|及|与|以及|或者|或|、|并|且'],
  ['among', '其中|含|包括|包含'],
  [
    'noise',
    '共计|总计|合计|总共|一共|共|总|计|为|是|有|了|的|数量|总数|总量|件数|数|案件|事项|情况|工作|办件|案|件|类|方面|已|也|由|被|因|在|于|经|全部|按时|按期|按规定|依法|依规|及时|规范|妥善|期限|时限|内|规定|法定|年度|引起|引发|导致|产生|发生|提起|提出|申请人|作出|做出|社会公众|公众|群众|继续|而|公开工作|行政机关|:|“|”|"',
  ],
  [
    'own',
    '本年度?|今年|当年|全年|年内|报告期内|本机关|本单位|本部门|本局|本委|本办|本镇|本乡|本街道|我局|我委|我办|我厅|我镇|我乡|我街道|我单位|我部门|我中心|我院|我站|我所|我处|全局|全委|全镇|全乡',
  ],
];
