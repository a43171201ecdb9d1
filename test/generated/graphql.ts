/* eslint-disable */
/** Internal type. DO NOT USE DIRECTLY. */
type Exact<T extends { [key: string]: unknown }> = { [K in keyof T]: T[K] };
/** Internal type. DO NOT USE DIRECTLY. */
export type Incremental<T> = T | { [P in keyof T]?: P extends ' $fragmentName' | '__typename' ? T[P] : never };
import type { DocumentTypeDecoration } from '@graphql-typed-document-node/core';
export type IntRange = {
  from?: number | null | undefined;
  to?: number | null | undefined;
};

/** How a plugin stands; one that is active stays so while a new version of it is loaded and probed. */
export type PluginState =
  /** Its renderers can be chosen. */
  | 'ACTIVE'
  /** It was unregistered. */
  | 'DISABLED'
  /** It was removed; requests that began before are still being finished. */
  | 'DRAINING'
  /** Its renderers can not be chosen; error says why. */
  | 'FAILED'
  /** Its files are being checked and its code is being loaded. */
  | 'LOADING'
  /** Its renderers are being tried on a sample. */
  | 'PROBING';

export type RenderStatus =
  | 'CANCELLED'
  | 'FAILED'
  | 'QUEUED'
  | 'RUNNING'
  | 'SUCCEEDED';

/** ERROR blocks publication, WARNING does not, INFO is worth a look. */
export type Severity =
  | 'ERROR'
  | 'INFO'
  | 'WARNING';

export type ReportsQueryVariables = Exact<{
  years?: IntRange | null | undefined;
  first?: number | null | undefined;
  after?: string | null | undefined;
}>;


export type ReportsQuery = { reports: { totalCount: number, pageInfo: { hasNextPage: boolean, endCursor: string | null }, edges: Array<{ node: { id: string, year: number, title: string, organization: { name: string }, applications: { received: { total: number | null } }, checks: { passed: boolean } } }> } };

export type ReportLineFragment = { id: string, year: number, title: string, organization: { name: string }, applications: { received: { total: number | null } }, checks: { passed: boolean } };

export type ReportByNameQueryVariables = Exact<{
  organization?: string | null | undefined;
  year?: number | null | undefined;
}>;


export type ReportByNameQuery = { report: { id: string, title: string, overview: { heading: string, blocks: Array<{ level: number, text: string }> }, applications: { outcomes: { total: { naturalPersons: number | null, enterprises: number | null, total: number | null } } }, checks: { passed: boolean, violations: Array<{ code: string, message: string, paths: Array<string>, expected: number | null, actual: number | null }> } } | null };

export type ReportTablesQueryVariables = Exact<{
  organization?: string | null | undefined;
  year?: number | null | undefined;
}>;


export type ReportTablesQuery = { report: { tables: Array<{ title: string, unit: string | null, columns: Array<{ key: string, labels: Array<string> }>, rows: Array<{ key: string, labels: Array<string>, cells: Array<{ path: string, value: number | null, raw: string | null }> }> }> } | null };

export type TextAndHtmlQueryVariables = Exact<{
  organization?: string | null | undefined;
  year?: number | null | undefined;
}>;


export type TextAndHtmlQuery = { report: { id: string, text: { content: string | null }, html: { url: string, byteLength: number } } | null };

export type RenderersQueryVariables = Exact<{ [key: string]: never; }>;


export type RenderersQuery = { renderers: Array<{ id: string, title: string, mediaType: string, optionsSchema: Record<string, unknown>, plugin: { name: string, version: string, state: PluginState } }> };

export type PluginsQueryVariables = Exact<{ [key: string]: never; }>;


export type PluginsQuery = { plugins: Array<{ name: string, version: string, builtIn: boolean, state: PluginState, error: string | null }> };

export type RegisterPluginMutationVariables = Exact<{
  plugin: string;
}>;


export type RegisterPluginMutation = { registerPlugin:
    | { __typename: 'ForbiddenError', message: string }
    | { __typename: 'PluginError', message: string }
    | { __typename: 'RegisterPluginSuccess', plugin: { version: string, state: PluginState }, renderers: Array<{ id: string }> }
   };

export type UnregisterPluginMutationVariables = Exact<{
  plugin: string;
}>;


export type UnregisterPluginMutation = { unregisterPlugin: boolean };

export type RenderPdfMutationVariables = Exact<{
  report: string | number;
}>;


export type RenderPdfMutation = { renderReport:
    | { __typename: 'BusyError', message: string }
    | { __typename: 'ForbiddenError', message: string }
    | { __typename: 'InvalidInputError', message: string }
    | { __typename: 'NotFoundError', message: string }
    | { __typename: 'RenderReportSuccess', job: { id: string, status: RenderStatus, progress: number, error: string | null, rendering: { url: string, filename: string, byteLength: number } | null } }
    | { __typename: 'UnknownRendererError', message: string }
   };

export type JobStateFragment = { id: string, status: RenderStatus, progress: number, error: string | null, rendering: { url: string, filename: string, byteLength: number } | null };

export type RenderProgressSubscriptionVariables = Exact<{
  job: string | number;
}>;


export type RenderProgressSubscription = { renderJob: { id: string, status: RenderStatus, progress: number, error: string | null, rendering: { url: string, filename: string, byteLength: number } | null } };

export type ImportTextMutationVariables = Exact<{
  text: string;
  organization?: string | null | undefined;
  year?: number | null | undefined;
}>;


export type ImportTextMutation = { importReport:
    | { __typename: 'ForbiddenError' }
    | { __typename: 'ImportError', code: string, message: string, line: number | null }
    | { __typename: 'ImportReportSuccess', created: boolean, report: { id: string, year: number, title: string, organization: { name: string }, applications: { received: { total: number | null } }, checks: { passed: boolean } } }
   };

export type ValidateTextQueryVariables = Exact<{
  text: string;
}>;


export type ValidateTextQuery = { validate: { readable: boolean, checks: { passed: boolean, violations: Array<{ code: string, severity: Severity, message: string, paths: Array<string>, expected: number | null, actual: number | null }> }, errors: Array<{ code: string, message: string, line: number | null }> } };

export class TypedDocumentString<TResult, TVariables>
  extends String
  implements DocumentTypeDecoration<TResult, TVariables>
{
  __apiType?: NonNullable<DocumentTypeDecoration<TResult, TVariables>['__apiType']>;
  private value: string;
  public __meta__?: Record<string, any> | undefined;

  constructor(value: string, __meta__?: Record<string, any> | undefined) {
    super(value);
    this.value = value;
    this.__meta__ = __meta__;
  }

  override toString(): string & DocumentTypeDecoration<TResult, TVariables> {
    return this.value;
  }
}
export const ReportLineFragmentDoc = new TypedDocumentString(`
    fragment ReportLine on Report {
  id
  year
  title
  organization {
    name
  }
  applications {
    received {
      total
    }
  }
  checks {
    passed
  }
}
    `, {"fragmentName":"ReportLine"}) as unknown as TypedDocumentString<ReportLineFragment, unknown>;
export const JobStateFragmentDoc = new TypedDocumentString(`
    fragment JobState on RenderJob {
  id
  status
  progress
  error
  rendering {
    url
    filename
    byteLength
  }
}
    `, {"fragmentName":"JobState"}) as unknown as TypedDocumentString<JobStateFragment, unknown>;
export const ReportsDocument = new TypedDocumentString(`
    query Reports($years: IntRange, $first: Int = 20, $after: String) {
  reports(filter: {years: $years}, first: $first, after: $after) {
    totalCount
    pageInfo {
      hasNextPage
      endCursor
    }
    edges {
      node {
        ...ReportLine
      }
    }
  }
}
    fragment ReportLine on Report {
  id
  year
  title
  organization {
    name
  }
  applications {
    received {
      total
    }
  }
  checks {
    passed
  }
}`, {"hash":"sha256:73266aad944bb2d301046f8a731deda0c3c48da691586c26d86417866fb4e230"}) as unknown as TypedDocumentString<ReportsQuery, ReportsQueryVariables>;
export const ReportByNameDocument = new TypedDocumentString(`
    query ReportByName($organization: String = "北关区工信局", $year: Int = 2024) {
  report(organization: $organization, year: $year) {
    id
    title
    overview {
      heading
      blocks {
        level
        text
      }
    }
    applications {
      outcomes {
        total {
          naturalPersons
          enterprises
          total
        }
      }
    }
    checks {
      passed
      violations {
        code
        message
        paths
        expected
        actual
      }
    }
  }
}
    `, {"hash":"sha256:a85d8b376a7a84b7f603346a1b94809e9f816ae29d38dc3593ac34ecbf029a2b"}) as unknown as TypedDocumentString<ReportByNameQuery, ReportByNameQueryVariables>;
export const ReportTablesDocument = new TypedDocumentString(`
    query ReportTables($organization: String = "北关区工信局", $year: Int = 2024) {
  report(organization: $organization, year: $year) {
    tables {
      title
      unit
      columns {
        key
        labels
      }
      rows {
        key
        labels
        cells {
          path
          value
          raw
        }
      }
    }
  }
}
    `, {"hash":"sha256:8b9ebac874d2c320d8b5736ff8c25b3f57c11d189631f815173a97deab38d4e5"}) as unknown as TypedDocumentString<ReportTablesQuery, ReportTablesQueryVariables>;
export const TextAndHtmlDocument = new TypedDocumentString(`
    query TextAndHtml($organization: String = "北关区工信局", $year: Int = 2024) {
  report(organization: $organization, year: $year) {
    id
    text: rendering(renderer: "text") {
      content
    }
    html: rendering(renderer: "html") {
      url
      byteLength
    }
  }
}
    `, {"hash":"sha256:5688fc81ba9b11a349eefdd3237d72fee67ab98b8e3f4280b8624c10fc67f656"}) as unknown as TypedDocumentString<TextAndHtmlQuery, TextAndHtmlQueryVariables>;
export const RenderersDocument = new TypedDocumentString(`
    query Renderers {
  renderers {
    id
    title
    mediaType
    optionsSchema
    plugin {
      name
      version
      state
    }
  }
}
    `, {"hash":"sha256:e29e3b8c4613c513753e2b86be6ec27b71b7ac5cc74e61db70427e1f4fe2cf12"}) as unknown as TypedDocumentString<RenderersQuery, RenderersQueryVariables>;
export const PluginsDocument = new TypedDocumentString(`
    query Plugins {
  plugins {
    name
    version
    builtIn
    state
    error
  }
}
    `, {"hash":"sha256:e5eafc20604f5b54091798ac889456630c69d1c03d03125d6776a3645068b0d4"}) as unknown as TypedDocumentString<PluginsQuery, PluginsQueryVariables>;
export const RegisterPluginDocument = new TypedDocumentString(`
    mutation RegisterPlugin($plugin: String!) {
  registerPlugin(input: {name: $plugin}) {
    __typename
    ... on RegisterPluginSuccess {
      plugin {
        version
        state
      }
      renderers {
        id
      }
    }
    ... on Error {
      message
    }
  }
}
    `, {"hash":"sha256:f867373c34634019a7d52d0568ab3df76db945c5bcc592b623aef85c9cf5682e"}) as unknown as TypedDocumentString<RegisterPluginMutation, RegisterPluginMutationVariables>;
export const UnregisterPluginDocument = new TypedDocumentString(`
    mutation UnregisterPlugin($plugin: String!) {
  unregisterPlugin(name: $plugin)
}
    `, {"hash":"sha256:ff1ce2061b2616fdfbd41a350d9285df7b869278591b3d469535bc0f78ab944f"}) as unknown as TypedDocumentString<UnregisterPluginMutation, UnregisterPluginMutationVariables>;
export const RenderPdfDocument = new TypedDocumentString(`
    mutation RenderPdf($report: ID!) {
  renderReport(input: {report: $report, renderer: "pdf"}) {
    __typename
    ... on RenderReportSuccess {
      job {
        ...JobState
      }
    }
    ... on Error {
      message
    }
  }
}
    fragment JobState on RenderJob {
  id
  status
  progress
  error
  rendering {
    url
    filename
    byteLength
  }
}`, {"hash":"sha256:14c3dc5641102b017ad0e2a47ddd4a7e2dca59e8c8499107c30d2e2facf9f713"}) as unknown as TypedDocumentString<RenderPdfMutation, RenderPdfMutationVariables>;
export const RenderProgressDocument = new TypedDocumentString(`
    subscription RenderProgress($job: ID!) {
  renderJob(id: $job) {
    ...JobState
  }
}
    fragment JobState on RenderJob {
  id
  status
  progress
  error
  rendering {
    url
    filename
    byteLength
  }
}`, {"hash":"sha256:58bd6c428048c974d06f4f925e2480332030f286dcbe5edf2cbf16efd0ebc51f"}) as unknown as TypedDocumentString<RenderProgressSubscription, RenderProgressSubscriptionVariables>;
export const ImportTextDocument = new TypedDocumentString(`
    mutation ImportText($text: String!, $organization: String, $year: Int) {
  importReport(input: {text: $text, organization: $organization, year: $year}) {
    __typename
    ... on ImportReportSuccess {
      created
      report {
        ...ReportLine
      }
    }
    ... on ImportError {
      code
      message
      line
    }
  }
}
    fragment ReportLine on Report {
  id
  year
  title
  organization {
    name
  }
  applications {
    received {
      total
    }
  }
  checks {
    passed
  }
}`, {"hash":"sha256:377bc49f93b3d2728174b926bc24ac4cac5cc411868a58c243204813400dc3c5"}) as unknown as TypedDocumentString<ImportTextMutation, ImportTextMutationVariables>;
export const ValidateTextDocument = new TypedDocumentString(`
    query ValidateText($text: String!) {
  validate(input: {text: $text}) {
    readable
    checks {
      passed
      violations {
        code
        severity
        message
        paths
        expected
        actual
      }
    }
    errors {
      code
      message
      line
    }
  }
}
    `, {"hash":"sha256:2af04fbaa1c802f5ce1fffcf973571b67020d3d9861f31f9160ec96b87fe894d"}) as unknown as TypedDocumentString<ValidateTextQuery, ValidateTextQueryVariables>;