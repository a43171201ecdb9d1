import { graphql } from '../generated/index.ts';

/** The renderers that are offered at this moment. */
export const RendererList = graphql(/* GraphQL */ `
  query RendererList {
    renderers {
      id
      title
    }
  }
`);

/** What is to be known of a renderer once it is chosen. */
export const ChosenRenderer = graphql(/* GraphQL */ `
  query ChosenRenderer($id: String!) {
    renderer(id: $id) {
      description
      optionsSchema
    }
  }
`);

/** How a job stands, and the file once it is there. */
export const JobProgress = graphql(/* GraphQL */ `
  fragment JobProgress on RenderJob {
    id
    status
    progress
    error
    rendering {
      url
      filename
      byteLength
      sha256
    }
  }
`);

/** Starts a job. */
export const StartRendering = graphql(/* GraphQL */ `
  mutation StartRendering($report: ID!, $renderer: String!, $options: JSONObject) {
    renderReport(input: { report: $report, renderer: $renderer, options: $options }) {
      __typename
      ... on RenderReportSuccess {
        job {
          ...JobProgress
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
  }
`);

/** Tells how a job gets on. */
export const WatchJob = graphql(/* GraphQL */ `
  subscription WatchJob($id: ID!) {
    renderJob(id: $id) {
      ...JobProgress
    }
  }
`);

/** How a job stands now, for when the subscription broke. */
export const AskJob = graphql(/* GraphQL */ `
  query AskJob($id: ID!) {
    renderJob(id: $id) {
      ...JobProgress
    }
  }
`);

/** Stops a job that is not done. */
export const CancelJob = graphql(/* GraphQL */ `
  mutation CancelJob($id: ID!) {
    cancelRenderJob(id: $id) {
      ...JobProgress
    }
  }
`);
