import { graphql } from '../../generated/index.ts';

/** A report as it is edited: every cell, the texts, and what the checks find. */
export const EditPageDocument = graphql(/* GraphQL */ `
  query EditPage($id: ID!) {
    report(id: $id) {
      id
      title
      revision
      tables {
        id
        rows {
          cells {
            path
            value
          }
        }
        ...FormTable
      }
      overview {
        text
      }
      problems {
        text
      }
      otherMatters {
        text
      }
      checks {
        ...ViolationNotes
        offers {
          path
          computed
        }
      }
    }
  }
`);

/** Saves changes; the answer has what the checks find then. */
export const SaveReport = graphql(/* GraphQL */ `
  mutation SaveReport($input: UpdateReportInput!) {
    updateReport(input: $input) {
      __typename
      ... on ReportSuccess {
        report {
          id
          revision
          checks {
            ...ViolationNotes
            offers {
              path
              computed
            }
          }
        }
      }
      ... on InvalidInputError {
        message
        issues {
          path
          message
        }
      }
      ... on Error {
        message
      }
    }
  }
`);
