/**
 * The arguments with which the test of the role table tries each way into the schema. `$report`, `$organization` and
 * `$job` are a draft, its body and a finished rendering of it; `$reader` is the role of a reader there. A mutation is
 * tried so that it changes nothing.
 */
export const operations: Readonly<Record<string, string>> = {
  'query.apiKeys': '',
  'query.auditLog': '(first: 1)',
  'query.comparison': '(base: $report, other: $report)',
  'query.forms': '',
  'query.importBatch': '(id: "SW1wb3J0QmF0Y2g6bm90aGluZw==")',
  'query.indicators': '',
  'query.node': '(id: $report)',
  'query.organization': '(id: $organization)',
  'query.organizations': '(search: "草稿局")',
  'query.plugins': '',
  'query.renderJob': '(id: $job)',
  'query.renderers': '',
  'query.report': '(id: $report)',
  'query.reports': '(filter: {within: $organization})',
  'query.rollup': '(filter: {within: $organization})',
  'query.trend': '(organization: $organization)',
  'query.trendRendering': '(organization: $organization, renderer: "text")',
  'query.validate': '(input: {text: "nothing"})',
  'query.viewer': '',
  'mutation.cancelImportBatch': '(id: "SW1wb3J0QmF0Y2g6bm90aGluZw==")',
  'mutation.cancelRenderJob': '(id: $job)',
  'mutation.createApiKey': '(input: {name: "one more", roles: [$reader]})',
  'mutation.createReport': '(input: {organization: "草稿局", year: 2023})',
  'mutation.decideFinding':
    '(input: {report: $report, expectedRevision: 999, finding: "x", reason: "x", verdict: CONFIRMED})',
  'mutation.importReport': '(input: {text: "nothing"})',
  'mutation.importReports': '(input: {files: []})',
  'mutation.publishReport': '(input: {id: $report, expectedRevision: 999})',
  'mutation.registerPlugin': '(input: {name: "nothing"})',
  'mutation.renderReport': '(input: {report: $report, renderer: "text"})',
  'mutation.reopenFinding': '(input: {report: $report, expectedRevision: 999, finding: "x"})',
  'mutation.reviewReport':
    '(input: {id: $report, expectedRevision: 999, stage: 1, decision: APPROVE, proofread: true})',
  'mutation.revokeApiKey': '(id: "nothing")',
  'mutation.saveOrganization': '(input: {id: $organization, name: ""})',
  'mutation.saveReviewPolicy': '(input: {organization: $organization, stages: []})',
  'mutation.submitReport': '(input: {id: $report, expectedRevision: 999})',
  'mutation.unregisterPlugin': '(name: "nothing")',
  'mutation.updateReport': '(input: {id: $report, expectedRevision: 999})',
  'mutation.withdrawReport': '(input: {id: $report, expectedRevision: 999})',
  'subscription.importBatch': '(id: "SW1wb3J0QmF0Y2g6bm90aGluZw==")',
  'subscription.renderJob': '(id: $job)',
};
