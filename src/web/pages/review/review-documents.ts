import { graphql } from '../../generated/index.ts';

/** What a step comes to: the report as it is then, or why it can not be made. */
export const StepAnswer = graphql(/* GraphQL */ `
  fragment StepAnswer on ReportStepResult {
    __typename
    ... on ReportSuccess {
      report {
        id
        revision
      }
    }
    ... on Error {
      message
    }
    ... on InvalidInputError {
      issues {
        path
        message
      }
    }
  }
`);

/** Hands a report to its reviewers. */
export const SubmitReport = graphql(/* GraphQL */ `
  mutation SubmitReport($input: ReportStepInput!) {
    step: submitReport(input: $input) {
      ...StepAnswer
    }
  }
`);

/** Passes a stage, or sends the report back. */
export const ReviewReport = graphql(/* GraphQL */ `
  mutation ReviewReport($input: ReviewReportInput!) {
    step: reviewReport(input: $input) {
      ...StepAnswer
    }
  }
`);

/** Shows a report to readers, or a correction of it. */
export const PublishReport = graphql(/* GraphQL */ `
  mutation PublishReport($input: ReportStepInput!) {
    step: publishReport(input: $input) {
      ...StepAnswer
    }
  }
`);

/** Takes a report from readers. */
export const WithdrawReport = graphql(/* GraphQL */ `
  mutation WithdrawReport($input: ReportStepInput!) {
    step: withdrawReport(input: $input) {
      ...StepAnswer
    }
  }
`);

/** Says why a finding is none. */
export const DismissFinding = graphql(/* GraphQL */ `
  mutation DismissFinding($input: DecideFindingInput!) {
    decideFinding(input: $input) {
      __typename
      ... on Error {
        message
      }
    }
  }
`);

/** The sheet with stages, decisions and lines for signatures. */
export const ReviewSheet = graphql(/* GraphQL */ `
  query ReviewSheet($id: ID!) {
    report(id: $id) {
      reviewSheet(renderer: "html") {
        content
      }
    }
  }
`);
