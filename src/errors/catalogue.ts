/** What the catalogue says of one kind of error. `{name}` in a sentence is replaced by a public parameter. */
export interface CatalogueEntry {
  /** HTTP status where the error is the whole answer. */
  readonly status: number;
  readonly en: string;
  readonly zh: string;
}

/** Every error that a caller can meet, by its stable code. docs/errors.md lists the same rows. */
export const catalogue = {
  EMPTY_DOCUMENT: { status: 422, en: 'The document is empty.', zh: '文件是空的。' },
  NOT_TEXT: {
    status: 422,
    en: 'The document is not text that can be read (binary data or an unknown encoding).',
    zh: '文件不是可读取的文本（二进制内容或无法识别的编码）。',
  },
  DOCUMENT_IN_ENGLISH: {
    status: 422,
    en: 'The document has the labels of the form in English, which is for reading only. Give the one in Chinese.',
    zh: '文件使用英文版表格标签，只供阅读，不能导入。请提供中文版。',
  },
  DOCUMENT_OLD_OFFICE: {
    status: 422,
    en: 'The document is of an old Office (.doc, .xls or .wps). Open it and save it as .docx, .xlsx or PDF.',
    zh: '文件是旧版 Office 格式（.doc、.xls 或 .wps），请打开后另存为 .docx、.xlsx 或 PDF。',
  },
  DOCUMENT_ENCRYPTED: {
    status: 422,
    en: 'The document can be opened with a password only. Save it without one.',
    zh: '文件设有打开密码，请取消密码后重新保存。',
  },
  DOCUMENT_SCANNED: {
    status: 422,
    en: 'The PDF has no text, only pictures of pages. Give the document that was scanned, or one with a checked text layer.',
    zh: 'PDF 中没有文字，只有页面图片。请提供扫描前的电子文件，或经核对的带文字层的文件。',
  },
  DOCUMENT_IS_PICTURE: {
    status: 422,
    en: 'The document is a picture ({kind}). Give the document that it shows.',
    zh: '文件是图片（{kind}），请提供图片所示的电子文件。',
  },
  DOCUMENT_KIND_UNSUPPORTED: {
    status: 422,
    en: 'Documents of the kind {kind} are not read. Save it as .docx, .xlsx, PDF or HTML; unpack archives.',
    zh: '不支持读取 {kind} 文件，请另存为 .docx、.xlsx、PDF 或网页；压缩包请先解压。',
  },
  DOCUMENT_TOO_LARGE: {
    status: 413,
    en: 'The document is larger than {limit} bytes.',
    zh: '文件超过 {limit} 字节的上限。',
  },
  DOCUMENT_DAMAGED: {
    status: 422,
    en: 'The document is damaged or incomplete: it is not valid {kind}.',
    zh: '文件已损坏或不完整：不是有效的 {kind}。',
  },
  DOCUMENT_UNSAFE: {
    status: 422,
    en: 'The document was not opened, for it is built in a way that may harm: {reason}.',
    zh: '文件结构存在风险，未予打开：{reason}。',
  },
  READING_TIMEOUT: {
    status: 422,
    en: 'The document was not read: it took longer than {seconds} s.',
    zh: '读取文件超过 {seconds} 秒，已停止，未作任何保存。',
  },
  READING_FAILED: {
    status: 422,
    en: 'The document was not read: it needs more memory than a report ever does, or breaks the program that reads it.',
    zh: '文件无法读取：所需内存远超正常报告，或导致读取程序中断。',
  },
  READERS_BUSY: {
    status: 503,
    en: 'Too many documents wait to be read; nothing was accepted. Try again in {retryAfterSeconds} s.',
    zh: '等待读取的文件过多，请求未被受理，请在 {retryAfterSeconds} 秒后重试。',
  },
  NOT_A_REPORT: {
    status: 422,
    en: 'This is not an annual report on government information disclosure: neither its title nor its tables were found.',
    zh: '这不是政府信息公开工作年度报告：未找到标题和报表。',
  },
  UNKNOWN_ORGANIZATION: {
    status: 422,
    en: 'The document does not say which body the report is of; name the organization.',
    zh: '文件中未找到报告单位名称，请指定单位。',
  },
  UNKNOWN_YEAR: {
    status: 422,
    en: 'The document does not say which year the report is of; name the year.',
    zh: '文件中未找到报告年度，请指定年度。',
  },
  TABLE_MISSING: {
    status: 422,
    en: 'The table “{table}” was not found.',
    zh: '未找到报表“{table}”。',
  },
  TABLE_INCOMPLETE: {
    status: 422,
    en: 'The table “{table}” breaks off: the row “{row}” was not found.',
    zh: '报表“{table}”不完整：未找到“{row}”一行。',
  },
  ROW_UNREADABLE: {
    status: 422,
    en: 'The row “{row}” of the table “{table}” should hold {expected} figures, but {found} were found.',
    zh: '报表“{table}”中“{row}”一行应有 {expected} 个数据，实际读到 {found} 个。',
  },
  CELL_UNREADABLE: {
    status: 422,
    en: '“{raw}” in the row “{row}” of the table “{table}” is not a figure.',
    zh: '报表“{table}”中“{row}”一行的“{raw}”不是数字。',
  },
  CELL_DOUBTFUL: {
    status: 422,
    en: '“{raw}” in the row “{row}” of the table “{table}” stands by itself and may be the number of a page.',
    zh: '报表“{table}”中“{row}”一行的“{raw}”单独成行，可能是页码，无法确定。',
  },
  COLUMN_MISSING: {
    status: 422,
    en: 'The columns of the table “{table}” are not those of the form: “{column}” is missing or stands in another place.',
    zh: '报表“{table}”的表头与规定格式不符：缺少“{column}”或其位置不同。',
  },
  DUPLICATE_CHAPTER: {
    status: 422,
    en: 'The tables of “{chapter}” are there twice.',
    zh: '“{chapter}”的报表出现了两次。',
  },
  INPUT_INVALID: { status: 400, en: 'The input is invalid: {reason}', zh: '输入无效：{reason}' },
  REQUEST_TOO_LARGE: {
    status: 413,
    en: 'The request is longer than {limit} bytes. Send fewer documents at a time.',
    zh: '请求超过 {limit} 字节的上限，请减少一次提交的文件。',
  },
  QUERY_TOO_LARGE: {
    status: 400,
    en: 'The query asks for too much: its {measure} is {asked}, the limit is {limit}. Ask for less, or in pages.',
    zh: '查询内容过多：{measure} 为 {asked}，上限为 {limit}。请减少字段，或分页查询。',
  },
  DOCUMENT_UNKNOWN: {
    status: 404,
    en: 'The gateway knows no operation by this hash. Reload the page, or register the operation.',
    zh: '网关没有此哈希对应的操作。请刷新页面，或先登记该操作。',
  },
  DOCUMENT_NOT_TRUSTED: {
    status: 403,
    en: 'This gateway executes registered operations only; send the hash of one.',
    zh: '此网关只执行已登记的操作，请发送其哈希。',
  },
  CURSOR_INVALID: {
    status: 400,
    en: 'The cursor does not belong to this list and order.',
    zh: '游标与当前列表或排序不符。',
  },
  UNAUTHENTICATED: {
    status: 401,
    en: 'The sign-in is not valid (any more); sign in again.',
    zh: '登录信息无效或已过期，请重新登录。',
  },
  SIGN_IN_UNAVAILABLE: {
    status: 503,
    en: 'Nobody can be signed in at the moment; without signing in, published reports can be read.',
    zh: '暂时无法登录；不登录仍可查阅已发布的报告。',
  },
  TOO_MANY_REFUSALS: {
    status: 429,
    en: 'Too much of what you asked for was refused; nothing more is done for {retryAfterSeconds} s.',
    zh: '您的操作被拒绝次数过多，请在 {retryAfterSeconds} 秒后重试。',
  },
  FORBIDDEN: { status: 403, en: 'You may not do this here: {reason}', zh: '您没有执行此操作的权限：{reason}' },
  NOT_FOUND: { status: 404, en: 'Nothing was found by “{id}”.', zh: '未找到“{id}”。' },
  REPORT_EXISTS: {
    status: 409,
    en: 'A report of “{organization}” for {year} exists already and differs from this one.',
    zh: '“{organization}”{year}年度的报告已存在，且内容与本文件不同。',
  },
  CONFLICT: {
    status: 409,
    en: 'It was changed meanwhile; its revision is now {currentRevision}.',
    zh: '内容已被他人修改，当前版本为 {currentRevision}。',
  },
  UNKNOWN_RENDERER: {
    status: 400,
    en: 'There is no renderer “{renderer}”; registered are: {available}.',
    zh: '没有名为“{renderer}”的渲染器；已注册：{available}。',
  },
  RENDERER_OPTIONS_INVALID: {
    status: 400,
    en: 'The options of the renderer “{renderer}” are invalid: {reason}',
    zh: '渲染器“{renderer}”的选项无效：{reason}',
  },
  COUNT_TOO_LARGE: {
    status: 422,
    en: 'The sum {digits} is larger than 2^53-1, which a JSON number can not hold exactly; ask for it in `cells`.',
    zh: '合计 {digits} 超过 2^53-1，JSON 数字无法精确表示；请在 `cells` 中查询。',
  },
  SUBJECT_UNSUPPORTED: {
    status: 400,
    en: 'The renderer “{renderer}” computes with the figures of a single report; it can not print any other document.',
    zh: '渲染器“{renderer}”只处理单份年报的数据，不能输出其他文档。',
  },
  RENDERING_FAILED: {
    status: 500,
    en: 'The renderer “{renderer}” {version} failed ({phase}, {fault}).',
    zh: '渲染器“{renderer}”{version} 执行失败（{phase}，{fault}）。',
  },
  RENDERING_TIMEOUT: {
    status: 504,
    en: 'The renderer “{renderer}” {version} did not finish within {seconds} s ({phase}).',
    zh: '渲染器“{renderer}”{version} 未能在 {seconds} 秒内完成（{phase}）。',
  },
  RENDERER_SUSPENDED: {
    status: 503,
    en: 'The renderer “{renderer}” {version} has failed repeatedly and rests; try again in {retryAfterSeconds} s.',
    zh: '渲染器“{renderer}”{version} 连续出错，暂停使用，请在 {retryAfterSeconds} 秒后重试。',
  },
  BROWSER_UNAVAILABLE: {
    status: 503,
    en: 'PDF cannot be made here because no Chromium can be started; set PUPPETEER_EXECUTABLE_PATH or install chromium-headless-shell.',
    zh: '当前无法生成 PDF：没有可用的 Chromium，请设置 PUPPETEER_EXECUTABLE_PATH 或安装 chromium-headless-shell。',
  },
  QUEUE_FULL: {
    status: 503,
    en: 'The queue of renderings is full; nothing was accepted. Try again in {retryAfterSeconds} s.',
    zh: '渲染队列已满，请求未被受理，请在 {retryAfterSeconds} 秒后重试。',
  },
  PLUGIN_INVALID: {
    status: 422,
    en: 'The plugin “{plugin}” cannot be registered: {reason}',
    zh: '插件“{plugin}”无法注册：{reason}',
  },
  FOLDER_NOT_EMPTY: {
    status: 409,
    en: 'There is something in the folder “{folder}” already; nothing was written.',
    zh: '目录“{folder}”中已有内容，未写入任何文件。',
  },
  GATEWAY_UNREACHABLE: {
    status: 503,
    en: 'No gateway answers at {url}; start one with “nianbao serve”, or name it with --gateway.',
    zh: '{url} 没有网关应答：请先运行“nianbao serve”，或用 --gateway 指定网关地址。',
  },
  GATEWAY_REFUSED: { status: 502, en: 'The gateway answered: {reason}', zh: '网关答复：{reason}' },
  STORE_IN_USE: {
    status: 503,
    en: 'The data folder {folder} is in use by the process {pid}.',
    zh: '数据目录 {folder} 正被进程 {pid} 使用。',
  },
  STORE_NEWER: {
    status: 503,
    en: 'The database was written by a newer version: documents of {collection} have version {found}, this one knows {known}.',
    zh: '数据库由更新的版本写入：{collection} 的文档版本为 {found}，本版本仅支持到 {known}。',
  },
  STORE_UNAVAILABLE: {
    status: 503,
    en: 'The database cannot be reached at the moment.',
    zh: '数据库暂时无法访问。',
  },
  QUERY_TOO_EXPENSIVE: {
    status: 422,
    en: 'The database takes too long for this query; narrow it by year, organization or a rarer word.',
    zh: '该查询耗时过长，请用年度、机构或更少见的词语缩小范围。',
  },
  DUMP_INVALID: {
    status: 422,
    en: 'The export can not be read here: {reason}. {stored} entries before it were stored.',
    zh: '导出文件此处无法读取：{reason}。此前已存入 {stored} 项。',
  },
  DUMP_NEWER: {
    status: 422,
    en: 'The export was written by a newer version: its lines have version {version}, this one reads {known}.',
    zh: '导出文件由更新的版本写出：行版本为 {version}，本版本仅支持 {known}。',
  },
  DUMP_INCOMPLETE: {
    status: 422,
    en: 'The export is not whole: it breaks off after {entries} entries. What it has is stored now ({stored} entries are new).',
    zh: '导出文件不完整：在第 {entries} 项之后中断。其中内容已存入（新增 {stored} 项）。',
  },
  FILE_UNWRITABLE: {
    status: 500,
    en: '“{file}” can not be written.',
    zh: '无法写入文件“{file}”。',
  },
  FILE_UNREADABLE: {
    status: 422,
    en: '“{file}” can not be read as a file.',
    zh: '无法读取文件“{file}”。',
  },
  ADDRESS_IN_USE: {
    status: 500,
    en: 'The address {address} is in use by another program; set PORT to another port.',
    zh: '地址 {address} 已被其他程序占用，请用 PORT 指定其他端口。',
  },
  CONFIG_INVALID: { status: 500, en: 'The configuration is invalid: {faults}', zh: '配置无效：{faults}' },
  INTERNAL: { status: 500, en: 'Something went wrong here.', zh: '服务内部错误。' },
} as const satisfies Record<string, CatalogueEntry>;

/** A stable error code. */
export type ErrorCode = keyof typeof catalogue;
