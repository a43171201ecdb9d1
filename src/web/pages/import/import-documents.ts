import { graphql } from '../../generated/index.ts';

/** How far a batch is, and what became of each document; the first hundred. */
export const BatchProgress = graphql(/* GraphQL */ `
  fragment BatchProgress on ImportBatch {
    id
    status
    total
    created
    updated
    unchanged
    refused
    items(first: 100) {
      edges {
        node {
          name
          outcome
          error {
            message
            line
          }
          report {
            id
            title
          }
        }
      }
    }
  }
`);

/** Sends documents and archives. */
export const ImportFiles = graphql(/* GraphQL */ `
  mutation ImportFiles($files: [File!]!, $onExisting: OnExistingReport!) {
    importReports(input: { files: $files, onExisting: $onExisting }) {
      __typename
      ... on ImportReportsSuccess {
        batch {
          ...BatchProgress
        }
      }
      ... on Error {
        message
      }
    }
  }
`);

/** How far a batch is now. */
export const AskBatch = graphql(/* GraphQL */ `
  query AskBatch($id: ID!) {
    importBatch(id: $id) {
      ...BatchProgress
    }
  }
`);
