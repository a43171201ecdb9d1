/** What GraphiQL shows when it is opened for the first time. */
export const exampleOperations = `# 示例：按一次 Ctrl+Enter 运行；光标所在的操作会被执行。

query Reports {
  reports(first: 20, filter: { years: { from: 2021 } }) {
    totalCount
    edges {
      node {
        id
        year
        organization { name }
        applications { received { total } }
        checks { passed }
      }
    }
  }
}

query OneReport {
  report(organization: "北关区工信局", year: 2024) {
    title
    overview { blocks { level text } }
    applications { outcomes { total { naturalPersons enterprises total } } }
  }
}

query ChooseRenderers {
  renderers { id title optionsSchema }
  report(organization: "北关区工信局", year: 2024) {
    a: rendering(renderer: "text") { content }
    b: rendering(renderer: "html") { url byteLength }
  }
}

# 将上面查询得到的 id 填入变量：{ "report": "…" }
mutation RenderPdf($report: ID!) {
  renderReport(input: { report: $report, renderer: "pdf" }) {
    __typename
    ... on RenderReportSuccess { job { id status rendering { url } } }
    ... on Error { message }
  }
}

subscription Progress($job: ID!) {
  renderJob(id: $job) { status progress error rendering { url } }
}
`;
