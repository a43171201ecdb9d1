/* eslint-disable */
import * as types from './graphql.ts';
import type { TypedDocumentNode as DocumentNode } from '@graphql-typed-document-node/core';

/**
 * Map of all GraphQL operations in the project.
 *
 * This map has several performance disadvantages:
 * 1. It is not tree-shakeable, so it will include all operations in the project.
 * 2. It is not minifiable, so the string of a GraphQL query will be multiple times inside the bundle.
 * 3. It does not support dead code elimination, so it will add unused operations.
 *
 * Therefore it is highly recommended to use the babel or swc plugin for production.
 * Learn more about it here: https://the-guild.dev/graphql/codegen/plugins/presets/preset-client#reducing-bundle-size
 */
type Documents = {
    "\n  query RendererList {\n    renderers {\n      id\n      title\n    }\n  }\n": typeof types.RendererListDocument,
    "\n  query ChosenRenderer($id: String!) {\n    renderer(id: $id) {\n      description\n      optionsSchema\n    }\n  }\n": typeof types.ChosenRendererDocument,
    "\n  fragment JobProgress on RenderJob {\n    id\n    status\n    progress\n    error\n    rendering {\n      url\n      filename\n      byteLength\n      sha256\n    }\n  }\n": typeof types.JobProgressFragmentDoc,
    "\n  mutation StartRendering($report: ID!, $renderer: String!, $options: JSONObject) {\n    renderReport(input: { report: $report, renderer: $renderer, options: $options }) {\n      __typename\n      ... on RenderReportSuccess {\n        job {\n          ...JobProgress\n        }\n      }\n      ... on Error {\n        message\n      }\n      ... on InvalidInputError {\n        issues {\n          path\n          message\n        }\n      }\n    }\n  }\n": typeof types.StartRenderingDocument,
    "\n  subscription WatchJob($id: ID!) {\n    renderJob(id: $id) {\n      ...JobProgress\n    }\n  }\n": typeof types.WatchJobDocument,
    "\n  query AskJob($id: ID!) {\n    renderJob(id: $id) {\n      ...JobProgress\n    }\n  }\n": typeof types.AskJobDocument,
    "\n  mutation CancelJob($id: ID!) {\n    cancelRenderJob(id: $id) {\n      ...JobProgress\n    }\n  }\n": typeof types.CancelJobDocument,
    "\n  fragment ComparableYear on TrendPoint {\n    year\n    report {\n      id\n    }\n  }\n": typeof types.ComparableYearFragmentDoc,
    "\n  query ComparePage($base: ID!, $other: ID!) {\n    comparison(base: $base, other: $other) {\n      base {\n        title\n      }\n      other {\n        title\n      }\n      cells(changedOnly: true) {\n        path\n        labels\n        base\n        other\n        difference\n      }\n      narratives {\n        ...ComparedText\n      }\n    }\n  }\n": typeof types.ComparePageDocument,
    "\n  fragment ComparedText on ComparedNarrative {\n    heading\n    changed\n    paragraphs {\n      kind\n      pieces {\n        kind\n        text\n      }\n    }\n  }\n": typeof types.ComparedTextFragmentDoc,
    "\n  query EditPage($id: ID!) {\n    report(id: $id) {\n      id\n      title\n      revision\n      tables {\n        id\n        rows {\n          cells {\n            path\n            value\n          }\n        }\n        ...FormTable\n      }\n      overview {\n        text\n      }\n      problems {\n        text\n      }\n      otherMatters {\n        text\n      }\n      checks {\n        ...ViolationNotes\n        offers {\n          path\n          computed\n        }\n      }\n    }\n  }\n": typeof types.EditPageDocument,
    "\n  mutation SaveReport($input: UpdateReportInput!) {\n    updateReport(input: $input) {\n      __typename\n      ... on ReportSuccess {\n        report {\n          id\n          revision\n          checks {\n            ...ViolationNotes\n            offers {\n              path\n              computed\n            }\n          }\n        }\n      }\n      ... on InvalidInputError {\n        message\n        issues {\n          path\n          message\n        }\n      }\n      ... on Error {\n        message\n      }\n    }\n  }\n": typeof types.SaveReportDocument,
    "\n  fragment BatchProgress on ImportBatch {\n    id\n    status\n    total\n    created\n    updated\n    unchanged\n    refused\n    items(first: 100) {\n      edges {\n        node {\n          name\n          outcome\n          error {\n            message\n            line\n          }\n          report {\n            id\n            title\n          }\n        }\n      }\n    }\n  }\n": typeof types.BatchProgressFragmentDoc,
    "\n  mutation ImportFiles($files: [File!]!, $onExisting: OnExistingReport!) {\n    importReports(input: { files: $files, onExisting: $onExisting }) {\n      __typename\n      ... on ImportReportsSuccess {\n        batch {\n          ...BatchProgress\n        }\n      }\n      ... on Error {\n        message\n      }\n    }\n  }\n": typeof types.ImportFilesDocument,
    "\n  query AskBatch($id: ID!) {\n    importBatch(id: $id) {\n      ...BatchProgress\n    }\n  }\n": typeof types.AskBatchDocument,
    "\n  query ReportList($filter: ReportFilter, $after: String) {\n    reports(filter: $filter, first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          ...ReportRow\n        }\n      }\n    }\n  }\n": typeof types.ReportListDocument,
    "\n  fragment ReportRow on Report {\n    id\n    title\n    year\n    status\n    organization {\n      id\n      name\n    }\n    applications {\n      received {\n        total\n      }\n    }\n  }\n": typeof types.ReportRowFragmentDoc,
    "\n  query ObligationsPage($year: Int!, $within: ID, $status: [ObligationStatus!], $after: String) {\n    obligations(year: $year, within: $within, status: $status, first: 50, after: $after) {\n      totals {\n        status\n        count\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          organization {\n            id\n            name\n          }\n          dueDate\n          status\n          daysLate\n          report {\n            id\n            title\n          }\n        }\n      }\n    }\n  }\n": typeof types.ObligationsPageDocument,
    "\n  query OrganizationPage($id: ID!) {\n    organization(id: $id) {\n      id\n      name\n      parent {\n        id\n        name\n      }\n      children {\n        id\n        name\n      }\n    }\n    trend(organization: $id) {\n      ...TrendYear\n      ...ComparableYear\n    }\n  }\n": typeof types.OrganizationPageDocument,
    "\n  fragment TrendYear on TrendPoint {\n    year\n    received\n    outcomesTotal\n    disclosureRate\n    disputes\n    report {\n      id\n    }\n  }\n": typeof types.TrendYearFragmentDoc,
    "\n  fragment NarrativeText on Narrative {\n    heading\n    blocks {\n      level\n      runIn\n      text\n    }\n  }\n": typeof types.NarrativeTextFragmentDoc,
    "\n  query ReportPage($id: ID!) {\n    report(id: $id) {\n      id\n      title\n      status\n      publishedAt\n      withdrawalReason\n      organization {\n        id\n        name\n      }\n      introduction\n      overview {\n        ...NarrativeText\n      }\n      tables {\n        id\n        ...FormTable\n      }\n      problems {\n        ...NarrativeText\n      }\n      otherMatters {\n        ...NarrativeText\n      }\n      remarks {\n        ...NarrativeText\n      }\n      corrections {\n        at\n        note\n      }\n      checks {\n        ...ViolationNotes\n      }\n    }\n  }\n": typeof types.ReportPageDocument,
    "\n  fragment ReportHistory on Report {\n    history {\n      revision\n      action\n      actor\n      at\n      note\n    }\n  }\n": typeof types.ReportHistoryFragmentDoc,
    "\n  fragment OpenFindings on CheckResult {\n    violations {\n      key\n      severity\n      message\n      decision {\n        verdict\n        reason\n      }\n    }\n  }\n": typeof types.OpenFindingsFragmentDoc,
    "\n  fragment StepAnswer on ReportStepResult {\n    __typename\n    ... on ReportSuccess {\n      report {\n        id\n        revision\n      }\n    }\n    ... on Error {\n      message\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n": typeof types.StepAnswerFragmentDoc,
    "\n  mutation SubmitReport($input: ReportStepInput!) {\n    step: submitReport(input: $input) {\n      ...StepAnswer\n    }\n  }\n": typeof types.SubmitReportDocument,
    "\n  mutation ReviewReport($input: ReviewReportInput!) {\n    step: reviewReport(input: $input) {\n      ...StepAnswer\n    }\n  }\n": typeof types.ReviewReportDocument,
    "\n  mutation PublishReport($input: ReportStepInput!) {\n    step: publishReport(input: $input) {\n      ...StepAnswer\n    }\n  }\n": typeof types.PublishReportDocument,
    "\n  mutation WithdrawReport($input: ReportStepInput!) {\n    step: withdrawReport(input: $input) {\n      ...StepAnswer\n    }\n  }\n": typeof types.WithdrawReportDocument,
    "\n  mutation DismissFinding($input: DecideFindingInput!) {\n    decideFinding(input: $input) {\n      __typename\n      ... on Error {\n        message\n      }\n    }\n  }\n": typeof types.DismissFindingDocument,
    "\n  query ReviewSheet($id: ID!) {\n    report(id: $id) {\n      reviewSheet(renderer: \"html\") {\n        content\n      }\n    }\n  }\n": typeof types.ReviewSheetDocument,
    "\n  query ReviewPage($id: ID!) {\n    report(id: $id) {\n      id\n      title\n      status\n      revision\n      publishedAt\n      ...ReviewStages\n      ...ReportHistory\n      checks {\n        ...OpenFindings\n      }\n    }\n  }\n": typeof types.ReviewPageDocument,
    "\n  fragment ReviewStages on Report {\n    organization {\n      reviewPolicy {\n        stages {\n          title\n          post\n          duties\n          checklist\n        }\n      }\n    }\n    reviews {\n      stage\n      title\n      reviewer\n      decision\n      note\n      at\n      voided\n    }\n  }\n": typeof types.ReviewStagesFragmentDoc,
    "\n  fragment MissingBodies on Rollup {\n    missingCount\n    missing(first: 100) {\n      id\n      name\n    }\n  }\n": typeof types.MissingBodiesFragmentDoc,
    "\n  query RollupPage($filter: ReportFilter!) {\n    rollup(filter: $filter) {\n      organizationCount\n      reportCount\n      ...MissingBodies\n      overlapping {\n        id\n        name\n      }\n      indicators {\n        indicator {\n          id\n          name\n        }\n        value\n        reason\n      }\n      filed {\n        id\n      }\n      cells {\n        path\n        labels\n        sum\n        filed\n        difference\n      }\n    }\n  }\n": typeof types.RollupPageDocument,
    "\n  query WhoAmI {\n    viewer {\n      name\n      subject\n    }\n  }\n": typeof types.WhoAmIDocument,
    "\n  query OrganizationChoices($search: String!) {\n    organizations(search: $search, first: 20) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n": typeof types.OrganizationChoicesDocument,
    "\n  query ChosenOrganization($id: ID!) {\n    organization(id: $id) {\n      name\n    }\n  }\n": typeof types.ChosenOrganizationDocument,
    "\n  fragment ViolationNotes on CheckResult {\n    violations {\n      severity\n      message\n      paths\n      decision {\n        verdict\n        reason\n      }\n    }\n  }\n": typeof types.ViolationNotesFragmentDoc,
    "\n  fragment FormTable on Table {\n    id\n    title\n    unit\n    note\n    columns {\n      key\n      labels\n    }\n    rows {\n      key\n      labels\n      cells {\n        path\n        value\n        raw\n      }\n    }\n  }\n": typeof types.FormTableFragmentDoc,
};
const documents: Documents = {
    "\n  query RendererList {\n    renderers {\n      id\n      title\n    }\n  }\n": types.RendererListDocument,
    "\n  query ChosenRenderer($id: String!) {\n    renderer(id: $id) {\n      description\n      optionsSchema\n    }\n  }\n": types.ChosenRendererDocument,
    "\n  fragment JobProgress on RenderJob {\n    id\n    status\n    progress\n    error\n    rendering {\n      url\n      filename\n      byteLength\n      sha256\n    }\n  }\n": types.JobProgressFragmentDoc,
    "\n  mutation StartRendering($report: ID!, $renderer: String!, $options: JSONObject) {\n    renderReport(input: { report: $report, renderer: $renderer, options: $options }) {\n      __typename\n      ... on RenderReportSuccess {\n        job {\n          ...JobProgress\n        }\n      }\n      ... on Error {\n        message\n      }\n      ... on InvalidInputError {\n        issues {\n          path\n          message\n        }\n      }\n    }\n  }\n": types.StartRenderingDocument,
    "\n  subscription WatchJob($id: ID!) {\n    renderJob(id: $id) {\n      ...JobProgress\n    }\n  }\n": types.WatchJobDocument,
    "\n  query AskJob($id: ID!) {\n    renderJob(id: $id) {\n      ...JobProgress\n    }\n  }\n": types.AskJobDocument,
    "\n  mutation CancelJob($id: ID!) {\n    cancelRenderJob(id: $id) {\n      ...JobProgress\n    }\n  }\n": types.CancelJobDocument,
    "\n  fragment ComparableYear on TrendPoint {\n    year\n    report {\n      id\n    }\n  }\n": types.ComparableYearFragmentDoc,
    "\n  query ComparePage($base: ID!, $other: ID!) {\n    comparison(base: $base, other: $other) {\n      base {\n        title\n      }\n      other {\n        title\n      }\n      cells(changedOnly: true) {\n        path\n        labels\n        base\n        other\n        difference\n      }\n      narratives {\n        ...ComparedText\n      }\n    }\n  }\n": types.ComparePageDocument,
    "\n  fragment ComparedText on ComparedNarrative {\n    heading\n    changed\n    paragraphs {\n      kind\n      pieces {\n        kind\n        text\n      }\n    }\n  }\n": types.ComparedTextFragmentDoc,
    "\n  query EditPage($id: ID!) {\n    report(id: $id) {\n      id\n      title\n      revision\n      tables {\n        id\n        rows {\n          cells {\n            path\n            value\n          }\n        }\n        ...FormTable\n      }\n      overview {\n        text\n      }\n      problems {\n        text\n      }\n      otherMatters {\n        text\n      }\n      checks {\n        ...ViolationNotes\n        offers {\n          path\n          computed\n        }\n      }\n    }\n  }\n": types.EditPageDocument,
    "\n  mutation SaveReport($input: UpdateReportInput!) {\n    updateReport(input: $input) {\n      __typename\n      ... on ReportSuccess {\n        report {\n          id\n          revision\n          checks {\n            ...ViolationNotes\n            offers {\n              path\n              computed\n            }\n          }\n        }\n      }\n      ... on InvalidInputError {\n        message\n        issues {\n          path\n          message\n        }\n      }\n      ... on Error {\n        message\n      }\n    }\n  }\n": types.SaveReportDocument,
    "\n  fragment BatchProgress on ImportBatch {\n    id\n    status\n    total\n    created\n    updated\n    unchanged\n    refused\n    items(first: 100) {\n      edges {\n        node {\n          name\n          outcome\n          error {\n            message\n            line\n          }\n          report {\n            id\n            title\n          }\n        }\n      }\n    }\n  }\n": types.BatchProgressFragmentDoc,
    "\n  mutation ImportFiles($files: [File!]!, $onExisting: OnExistingReport!) {\n    importReports(input: { files: $files, onExisting: $onExisting }) {\n      __typename\n      ... on ImportReportsSuccess {\n        batch {\n          ...BatchProgress\n        }\n      }\n      ... on Error {\n        message\n      }\n    }\n  }\n": types.ImportFilesDocument,
    "\n  query AskBatch($id: ID!) {\n    importBatch(id: $id) {\n      ...BatchProgress\n    }\n  }\n": types.AskBatchDocument,
    "\n  query ReportList($filter: ReportFilter, $after: String) {\n    reports(filter: $filter, first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          ...ReportRow\n        }\n      }\n    }\n  }\n": types.ReportListDocument,
    "\n  fragment ReportRow on Report {\n    id\n    title\n    year\n    status\n    organization {\n      id\n      name\n    }\n    applications {\n      received {\n        total\n      }\n    }\n  }\n": types.ReportRowFragmentDoc,
    "\n  query ObligationsPage($year: Int!, $within: ID, $status: [ObligationStatus!], $after: String) {\n    obligations(year: $year, within: $within, status: $status, first: 50, after: $after) {\n      totals {\n        status\n        count\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          organization {\n            id\n            name\n          }\n          dueDate\n          status\n          daysLate\n          report {\n            id\n            title\n          }\n        }\n      }\n    }\n  }\n": types.ObligationsPageDocument,
    "\n  query OrganizationPage($id: ID!) {\n    organization(id: $id) {\n      id\n      name\n      parent {\n        id\n        name\n      }\n      children {\n        id\n        name\n      }\n    }\n    trend(organization: $id) {\n      ...TrendYear\n      ...ComparableYear\n    }\n  }\n": types.OrganizationPageDocument,
    "\n  fragment TrendYear on TrendPoint {\n    year\n    received\n    outcomesTotal\n    disclosureRate\n    disputes\n    report {\n      id\n    }\n  }\n": types.TrendYearFragmentDoc,
    "\n  fragment NarrativeText on Narrative {\n    heading\n    blocks {\n      level\n      runIn\n      text\n    }\n  }\n": types.NarrativeTextFragmentDoc,
    "\n  query ReportPage($id: ID!) {\n    report(id: $id) {\n      id\n      title\n      status\n      publishedAt\n      withdrawalReason\n      organization {\n        id\n        name\n      }\n      introduction\n      overview {\n        ...NarrativeText\n      }\n      tables {\n        id\n        ...FormTable\n      }\n      problems {\n        ...NarrativeText\n      }\n      otherMatters {\n        ...NarrativeText\n      }\n      remarks {\n        ...NarrativeText\n      }\n      corrections {\n        at\n        note\n      }\n      checks {\n        ...ViolationNotes\n      }\n    }\n  }\n": types.ReportPageDocument,
    "\n  fragment ReportHistory on Report {\n    history {\n      revision\n      action\n      actor\n      at\n      note\n    }\n  }\n": types.ReportHistoryFragmentDoc,
    "\n  fragment OpenFindings on CheckResult {\n    violations {\n      key\n      severity\n      message\n      decision {\n        verdict\n        reason\n      }\n    }\n  }\n": types.OpenFindingsFragmentDoc,
    "\n  fragment StepAnswer on ReportStepResult {\n    __typename\n    ... on ReportSuccess {\n      report {\n        id\n        revision\n      }\n    }\n    ... on Error {\n      message\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n": types.StepAnswerFragmentDoc,
    "\n  mutation SubmitReport($input: ReportStepInput!) {\n    step: submitReport(input: $input) {\n      ...StepAnswer\n    }\n  }\n": types.SubmitReportDocument,
    "\n  mutation ReviewReport($input: ReviewReportInput!) {\n    step: reviewReport(input: $input) {\n      ...StepAnswer\n    }\n  }\n": types.ReviewReportDocument,
    "\n  mutation PublishReport($input: ReportStepInput!) {\n    step: publishReport(input: $input) {\n      ...StepAnswer\n    }\n  }\n": types.PublishReportDocument,
    "\n  mutation WithdrawReport($input: ReportStepInput!) {\n    step: withdrawReport(input: $input) {\n      ...StepAnswer\n    }\n  }\n": types.WithdrawReportDocument,
    "\n  mutation DismissFinding($input: DecideFindingInput!) {\n    decideFinding(input: $input) {\n      __typename\n      ... on Error {\n        message\n      }\n    }\n  }\n": types.DismissFindingDocument,
    "\n  query ReviewSheet($id: ID!) {\n    report(id: $id) {\n      reviewSheet(renderer: \"html\") {\n        content\n      }\n    }\n  }\n": types.ReviewSheetDocument,
    "\n  query ReviewPage($id: ID!) {\n    report(id: $id) {\n      id\n      title\n      status\n      revision\n      publishedAt\n      ...ReviewStages\n      ...ReportHistory\n      checks {\n        ...OpenFindings\n      }\n    }\n  }\n": types.ReviewPageDocument,
    "\n  fragment ReviewStages on Report {\n    organization {\n      reviewPolicy {\n        stages {\n          title\n          post\n          duties\n          checklist\n        }\n      }\n    }\n    reviews {\n      stage\n      title\n      reviewer\n      decision\n      note\n      at\n      voided\n    }\n  }\n": types.ReviewStagesFragmentDoc,
    "\n  fragment MissingBodies on Rollup {\n    missingCount\n    missing(first: 100) {\n      id\n      name\n    }\n  }\n": types.MissingBodiesFragmentDoc,
    "\n  query RollupPage($filter: ReportFilter!) {\n    rollup(filter: $filter) {\n      organizationCount\n      reportCount\n      ...MissingBodies\n      overlapping {\n        id\n        name\n      }\n      indicators {\n        indicator {\n          id\n          name\n        }\n        value\n        reason\n      }\n      filed {\n        id\n      }\n      cells {\n        path\n        labels\n        sum\n        filed\n        difference\n      }\n    }\n  }\n": types.RollupPageDocument,
    "\n  query WhoAmI {\n    viewer {\n      name\n      subject\n    }\n  }\n": types.WhoAmIDocument,
    "\n  query OrganizationChoices($search: String!) {\n    organizations(search: $search, first: 20) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n": types.OrganizationChoicesDocument,
    "\n  query ChosenOrganization($id: ID!) {\n    organization(id: $id) {\n      name\n    }\n  }\n": types.ChosenOrganizationDocument,
    "\n  fragment ViolationNotes on CheckResult {\n    violations {\n      severity\n      message\n      paths\n      decision {\n        verdict\n        reason\n      }\n    }\n  }\n": types.ViolationNotesFragmentDoc,
    "\n  fragment FormTable on Table {\n    id\n    title\n    unit\n    note\n    columns {\n      key\n      labels\n    }\n    rows {\n      key\n      labels\n      cells {\n        path\n        value\n        raw\n      }\n    }\n  }\n": types.FormTableFragmentDoc,
};

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 *
 *
 * @example
 * ```ts
 * const query = graphql(`query GetUser($id: ID!) { user(id: $id) { name } }`);
 * ```
 *
 * The query argument is unknown!
 * Please regenerate the types.
 */
export function graphql(source: string): unknown;

/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RendererList {\n    renderers {\n      id\n      title\n    }\n  }\n"): (typeof documents)["\n  query RendererList {\n    renderers {\n      id\n      title\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChosenRenderer($id: String!) {\n    renderer(id: $id) {\n      description\n      optionsSchema\n    }\n  }\n"): (typeof documents)["\n  query ChosenRenderer($id: String!) {\n    renderer(id: $id) {\n      description\n      optionsSchema\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment JobProgress on RenderJob {\n    id\n    status\n    progress\n    error\n    rendering {\n      url\n      filename\n      byteLength\n      sha256\n    }\n  }\n"): (typeof documents)["\n  fragment JobProgress on RenderJob {\n    id\n    status\n    progress\n    error\n    rendering {\n      url\n      filename\n      byteLength\n      sha256\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation StartRendering($report: ID!, $renderer: String!, $options: JSONObject) {\n    renderReport(input: { report: $report, renderer: $renderer, options: $options }) {\n      __typename\n      ... on RenderReportSuccess {\n        job {\n          ...JobProgress\n        }\n      }\n      ... on Error {\n        message\n      }\n      ... on InvalidInputError {\n        issues {\n          path\n          message\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation StartRendering($report: ID!, $renderer: String!, $options: JSONObject) {\n    renderReport(input: { report: $report, renderer: $renderer, options: $options }) {\n      __typename\n      ... on RenderReportSuccess {\n        job {\n          ...JobProgress\n        }\n      }\n      ... on Error {\n        message\n      }\n      ... on InvalidInputError {\n        issues {\n          path\n          message\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  subscription WatchJob($id: ID!) {\n    renderJob(id: $id) {\n      ...JobProgress\n    }\n  }\n"): (typeof documents)["\n  subscription WatchJob($id: ID!) {\n    renderJob(id: $id) {\n      ...JobProgress\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AskJob($id: ID!) {\n    renderJob(id: $id) {\n      ...JobProgress\n    }\n  }\n"): (typeof documents)["\n  query AskJob($id: ID!) {\n    renderJob(id: $id) {\n      ...JobProgress\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation CancelJob($id: ID!) {\n    cancelRenderJob(id: $id) {\n      ...JobProgress\n    }\n  }\n"): (typeof documents)["\n  mutation CancelJob($id: ID!) {\n    cancelRenderJob(id: $id) {\n      ...JobProgress\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ComparableYear on TrendPoint {\n    year\n    report {\n      id\n    }\n  }\n"): (typeof documents)["\n  fragment ComparableYear on TrendPoint {\n    year\n    report {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ComparePage($base: ID!, $other: ID!) {\n    comparison(base: $base, other: $other) {\n      base {\n        title\n      }\n      other {\n        title\n      }\n      cells(changedOnly: true) {\n        path\n        labels\n        base\n        other\n        difference\n      }\n      narratives {\n        ...ComparedText\n      }\n    }\n  }\n"): (typeof documents)["\n  query ComparePage($base: ID!, $other: ID!) {\n    comparison(base: $base, other: $other) {\n      base {\n        title\n      }\n      other {\n        title\n      }\n      cells(changedOnly: true) {\n        path\n        labels\n        base\n        other\n        difference\n      }\n      narratives {\n        ...ComparedText\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ComparedText on ComparedNarrative {\n    heading\n    changed\n    paragraphs {\n      kind\n      pieces {\n        kind\n        text\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ComparedText on ComparedNarrative {\n    heading\n    changed\n    paragraphs {\n      kind\n      pieces {\n        kind\n        text\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query EditPage($id: ID!) {\n    report(id: $id) {\n      id\n      title\n      revision\n      tables {\n        id\n        rows {\n          cells {\n            path\n            value\n          }\n        }\n        ...FormTable\n      }\n      overview {\n        text\n      }\n      problems {\n        text\n      }\n      otherMatters {\n        text\n      }\n      checks {\n        ...ViolationNotes\n        offers {\n          path\n          computed\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query EditPage($id: ID!) {\n    report(id: $id) {\n      id\n      title\n      revision\n      tables {\n        id\n        rows {\n          cells {\n            path\n            value\n          }\n        }\n        ...FormTable\n      }\n      overview {\n        text\n      }\n      problems {\n        text\n      }\n      otherMatters {\n        text\n      }\n      checks {\n        ...ViolationNotes\n        offers {\n          path\n          computed\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SaveReport($input: UpdateReportInput!) {\n    updateReport(input: $input) {\n      __typename\n      ... on ReportSuccess {\n        report {\n          id\n          revision\n          checks {\n            ...ViolationNotes\n            offers {\n              path\n              computed\n            }\n          }\n        }\n      }\n      ... on InvalidInputError {\n        message\n        issues {\n          path\n          message\n        }\n      }\n      ... on Error {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation SaveReport($input: UpdateReportInput!) {\n    updateReport(input: $input) {\n      __typename\n      ... on ReportSuccess {\n        report {\n          id\n          revision\n          checks {\n            ...ViolationNotes\n            offers {\n              path\n              computed\n            }\n          }\n        }\n      }\n      ... on InvalidInputError {\n        message\n        issues {\n          path\n          message\n        }\n      }\n      ... on Error {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment BatchProgress on ImportBatch {\n    id\n    status\n    total\n    created\n    updated\n    unchanged\n    refused\n    items(first: 100) {\n      edges {\n        node {\n          name\n          outcome\n          error {\n            message\n            line\n          }\n          report {\n            id\n            title\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment BatchProgress on ImportBatch {\n    id\n    status\n    total\n    created\n    updated\n    unchanged\n    refused\n    items(first: 100) {\n      edges {\n        node {\n          name\n          outcome\n          error {\n            message\n            line\n          }\n          report {\n            id\n            title\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ImportFiles($files: [File!]!, $onExisting: OnExistingReport!) {\n    importReports(input: { files: $files, onExisting: $onExisting }) {\n      __typename\n      ... on ImportReportsSuccess {\n        batch {\n          ...BatchProgress\n        }\n      }\n      ... on Error {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation ImportFiles($files: [File!]!, $onExisting: OnExistingReport!) {\n    importReports(input: { files: $files, onExisting: $onExisting }) {\n      __typename\n      ... on ImportReportsSuccess {\n        batch {\n          ...BatchProgress\n        }\n      }\n      ... on Error {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query AskBatch($id: ID!) {\n    importBatch(id: $id) {\n      ...BatchProgress\n    }\n  }\n"): (typeof documents)["\n  query AskBatch($id: ID!) {\n    importBatch(id: $id) {\n      ...BatchProgress\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReportList($filter: ReportFilter, $after: String) {\n    reports(filter: $filter, first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          ...ReportRow\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ReportList($filter: ReportFilter, $after: String) {\n    reports(filter: $filter, first: 20, after: $after) {\n      totalCount\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          ...ReportRow\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReportRow on Report {\n    id\n    title\n    year\n    status\n    organization {\n      id\n      name\n    }\n    applications {\n      received {\n        total\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ReportRow on Report {\n    id\n    title\n    year\n    status\n    organization {\n      id\n      name\n    }\n    applications {\n      received {\n        total\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ObligationsPage($year: Int!, $within: ID, $status: [ObligationStatus!], $after: String) {\n    obligations(year: $year, within: $within, status: $status, first: 50, after: $after) {\n      totals {\n        status\n        count\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          organization {\n            id\n            name\n          }\n          dueDate\n          status\n          daysLate\n          report {\n            id\n            title\n          }\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query ObligationsPage($year: Int!, $within: ID, $status: [ObligationStatus!], $after: String) {\n    obligations(year: $year, within: $within, status: $status, first: 50, after: $after) {\n      totals {\n        status\n        count\n      }\n      pageInfo {\n        hasNextPage\n        endCursor\n      }\n      edges {\n        node {\n          organization {\n            id\n            name\n          }\n          dueDate\n          status\n          daysLate\n          report {\n            id\n            title\n          }\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OrganizationPage($id: ID!) {\n    organization(id: $id) {\n      id\n      name\n      parent {\n        id\n        name\n      }\n      children {\n        id\n        name\n      }\n    }\n    trend(organization: $id) {\n      ...TrendYear\n      ...ComparableYear\n    }\n  }\n"): (typeof documents)["\n  query OrganizationPage($id: ID!) {\n    organization(id: $id) {\n      id\n      name\n      parent {\n        id\n        name\n      }\n      children {\n        id\n        name\n      }\n    }\n    trend(organization: $id) {\n      ...TrendYear\n      ...ComparableYear\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment TrendYear on TrendPoint {\n    year\n    received\n    outcomesTotal\n    disclosureRate\n    disputes\n    report {\n      id\n    }\n  }\n"): (typeof documents)["\n  fragment TrendYear on TrendPoint {\n    year\n    received\n    outcomesTotal\n    disclosureRate\n    disputes\n    report {\n      id\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment NarrativeText on Narrative {\n    heading\n    blocks {\n      level\n      runIn\n      text\n    }\n  }\n"): (typeof documents)["\n  fragment NarrativeText on Narrative {\n    heading\n    blocks {\n      level\n      runIn\n      text\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReportPage($id: ID!) {\n    report(id: $id) {\n      id\n      title\n      status\n      publishedAt\n      withdrawalReason\n      organization {\n        id\n        name\n      }\n      introduction\n      overview {\n        ...NarrativeText\n      }\n      tables {\n        id\n        ...FormTable\n      }\n      problems {\n        ...NarrativeText\n      }\n      otherMatters {\n        ...NarrativeText\n      }\n      remarks {\n        ...NarrativeText\n      }\n      corrections {\n        at\n        note\n      }\n      checks {\n        ...ViolationNotes\n      }\n    }\n  }\n"): (typeof documents)["\n  query ReportPage($id: ID!) {\n    report(id: $id) {\n      id\n      title\n      status\n      publishedAt\n      withdrawalReason\n      organization {\n        id\n        name\n      }\n      introduction\n      overview {\n        ...NarrativeText\n      }\n      tables {\n        id\n        ...FormTable\n      }\n      problems {\n        ...NarrativeText\n      }\n      otherMatters {\n        ...NarrativeText\n      }\n      remarks {\n        ...NarrativeText\n      }\n      corrections {\n        at\n        note\n      }\n      checks {\n        ...ViolationNotes\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReportHistory on Report {\n    history {\n      revision\n      action\n      actor\n      at\n      note\n    }\n  }\n"): (typeof documents)["\n  fragment ReportHistory on Report {\n    history {\n      revision\n      action\n      actor\n      at\n      note\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment OpenFindings on CheckResult {\n    violations {\n      key\n      severity\n      message\n      decision {\n        verdict\n        reason\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment OpenFindings on CheckResult {\n    violations {\n      key\n      severity\n      message\n      decision {\n        verdict\n        reason\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment StepAnswer on ReportStepResult {\n    __typename\n    ... on ReportSuccess {\n      report {\n        id\n        revision\n      }\n    }\n    ... on Error {\n      message\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment StepAnswer on ReportStepResult {\n    __typename\n    ... on ReportSuccess {\n      report {\n        id\n        revision\n      }\n    }\n    ... on Error {\n      message\n    }\n    ... on InvalidInputError {\n      issues {\n        path\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation SubmitReport($input: ReportStepInput!) {\n    step: submitReport(input: $input) {\n      ...StepAnswer\n    }\n  }\n"): (typeof documents)["\n  mutation SubmitReport($input: ReportStepInput!) {\n    step: submitReport(input: $input) {\n      ...StepAnswer\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation ReviewReport($input: ReviewReportInput!) {\n    step: reviewReport(input: $input) {\n      ...StepAnswer\n    }\n  }\n"): (typeof documents)["\n  mutation ReviewReport($input: ReviewReportInput!) {\n    step: reviewReport(input: $input) {\n      ...StepAnswer\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation PublishReport($input: ReportStepInput!) {\n    step: publishReport(input: $input) {\n      ...StepAnswer\n    }\n  }\n"): (typeof documents)["\n  mutation PublishReport($input: ReportStepInput!) {\n    step: publishReport(input: $input) {\n      ...StepAnswer\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation WithdrawReport($input: ReportStepInput!) {\n    step: withdrawReport(input: $input) {\n      ...StepAnswer\n    }\n  }\n"): (typeof documents)["\n  mutation WithdrawReport($input: ReportStepInput!) {\n    step: withdrawReport(input: $input) {\n      ...StepAnswer\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  mutation DismissFinding($input: DecideFindingInput!) {\n    decideFinding(input: $input) {\n      __typename\n      ... on Error {\n        message\n      }\n    }\n  }\n"): (typeof documents)["\n  mutation DismissFinding($input: DecideFindingInput!) {\n    decideFinding(input: $input) {\n      __typename\n      ... on Error {\n        message\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReviewSheet($id: ID!) {\n    report(id: $id) {\n      reviewSheet(renderer: \"html\") {\n        content\n      }\n    }\n  }\n"): (typeof documents)["\n  query ReviewSheet($id: ID!) {\n    report(id: $id) {\n      reviewSheet(renderer: \"html\") {\n        content\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ReviewPage($id: ID!) {\n    report(id: $id) {\n      id\n      title\n      status\n      revision\n      publishedAt\n      ...ReviewStages\n      ...ReportHistory\n      checks {\n        ...OpenFindings\n      }\n    }\n  }\n"): (typeof documents)["\n  query ReviewPage($id: ID!) {\n    report(id: $id) {\n      id\n      title\n      status\n      revision\n      publishedAt\n      ...ReviewStages\n      ...ReportHistory\n      checks {\n        ...OpenFindings\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ReviewStages on Report {\n    organization {\n      reviewPolicy {\n        stages {\n          title\n          post\n          duties\n          checklist\n        }\n      }\n    }\n    reviews {\n      stage\n      title\n      reviewer\n      decision\n      note\n      at\n      voided\n    }\n  }\n"): (typeof documents)["\n  fragment ReviewStages on Report {\n    organization {\n      reviewPolicy {\n        stages {\n          title\n          post\n          duties\n          checklist\n        }\n      }\n    }\n    reviews {\n      stage\n      title\n      reviewer\n      decision\n      note\n      at\n      voided\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment MissingBodies on Rollup {\n    missingCount\n    missing(first: 100) {\n      id\n      name\n    }\n  }\n"): (typeof documents)["\n  fragment MissingBodies on Rollup {\n    missingCount\n    missing(first: 100) {\n      id\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query RollupPage($filter: ReportFilter!) {\n    rollup(filter: $filter) {\n      organizationCount\n      reportCount\n      ...MissingBodies\n      overlapping {\n        id\n        name\n      }\n      indicators {\n        indicator {\n          id\n          name\n        }\n        value\n        reason\n      }\n      filed {\n        id\n      }\n      cells {\n        path\n        labels\n        sum\n        filed\n        difference\n      }\n    }\n  }\n"): (typeof documents)["\n  query RollupPage($filter: ReportFilter!) {\n    rollup(filter: $filter) {\n      organizationCount\n      reportCount\n      ...MissingBodies\n      overlapping {\n        id\n        name\n      }\n      indicators {\n        indicator {\n          id\n          name\n        }\n        value\n        reason\n      }\n      filed {\n        id\n      }\n      cells {\n        path\n        labels\n        sum\n        filed\n        difference\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query WhoAmI {\n    viewer {\n      name\n      subject\n    }\n  }\n"): (typeof documents)["\n  query WhoAmI {\n    viewer {\n      name\n      subject\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query OrganizationChoices($search: String!) {\n    organizations(search: $search, first: 20) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n"): (typeof documents)["\n  query OrganizationChoices($search: String!) {\n    organizations(search: $search, first: 20) {\n      edges {\n        node {\n          id\n          name\n        }\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  query ChosenOrganization($id: ID!) {\n    organization(id: $id) {\n      name\n    }\n  }\n"): (typeof documents)["\n  query ChosenOrganization($id: ID!) {\n    organization(id: $id) {\n      name\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment ViolationNotes on CheckResult {\n    violations {\n      severity\n      message\n      paths\n      decision {\n        verdict\n        reason\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment ViolationNotes on CheckResult {\n    violations {\n      severity\n      message\n      paths\n      decision {\n        verdict\n        reason\n      }\n    }\n  }\n"];
/**
 * The graphql function is used to parse GraphQL queries into a document that can be used by GraphQL clients.
 */
export function graphql(source: "\n  fragment FormTable on Table {\n    id\n    title\n    unit\n    note\n    columns {\n      key\n      labels\n    }\n    rows {\n      key\n      labels\n      cells {\n        path\n        value\n        raw\n      }\n    }\n  }\n"): (typeof documents)["\n  fragment FormTable on Table {\n    id\n    title\n    unit\n    note\n    columns {\n      key\n      labels\n    }\n    rows {\n      key\n      labels\n      cells {\n        path\n        value\n        raw\n      }\n    }\n  }\n"];

export function graphql(source: string) {
  return (documents as any)[source] ?? {};
}

export type DocumentType<TDocumentNode extends DocumentNode<any, any>> = TDocumentNode extends DocumentNode<  infer TType,  any>  ? TType  : never;