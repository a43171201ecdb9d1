import { graphql, readFragment, type FragmentType } from '../../generated/index.ts';
import type { ReviewStagesFragment } from '../../generated/graphql.ts';
import { sayDay } from '../../parts/figures.ts';
import { useLocale, useWords } from '../../words/locale.tsx';

const ReviewStagesFields = graphql(/* GraphQL */ `
  fragment ReviewStages on Report {
    organization {
      reviewPolicy {
        stages {
          title
          post
          duties
          checklist
        }
      }
    }
    reviews {
      stage
      title
      reviewer
      decision
      note
      at
      voided
    }
  }
`);

type Stages = FragmentType<typeof ReviewStagesFields>;
type Review = ReviewStagesFragment['reviews'][number];

function passOf(reviews: readonly Review[], stage: number, title: string): Review | undefined {
  return reviews.findLast(
    (one) => one.stage === stage && one.title === title && one.decision === 'APPROVE' && !one.voided,
  );
}

/** The stage that is to be passed next, from 1; undefined when all are. */
export function dueStage(report: Stages): number | undefined {
  const { organization, reviews } = readFragment(ReviewStagesFields, report);
  const { stages } = organization.reviewPolicy;
  const index = stages.findIndex(({ title }, at) => !passOf(reviews, at + 1, title));
  return index < 0 ? undefined : index + 1;
}

/** The stages of the review: what each is for, and who passed it when. */
export function StageList({ report }: { readonly report: Stages }) {
  const { review: words } = useWords();
  const { locale } = useLocale();
  const { organization, reviews } = readFragment(ReviewStagesFields, report);
  const due = dueStage(report);
  return (
    <ol class="stages">
      {organization.reviewPolicy.stages.map(({ title, post, duties, checklist }, index) => {
        const pass = passOf(reviews, index + 1, title);
        return (
          <li key={index} aria-current={due === index + 1 ? 'step' : undefined}>
            <strong lang="zh-CN">{title}</strong> <span lang="zh-CN">{post}</span>
            {duties.length > 0 ? `（${duties.map((duty) => words.duties[duty]).join('、')}）` : null}
            <br />
            {pass
              ? `✓ ${words.passed} ${words.by(pass.reviewer, sayDay(pass.at, locale))} ${pass.note ?? ''}`
              : due === index + 1
                ? words.waiting
                : words.notYet}
            {checklist.length > 0 ? (
              <ul lang="zh-CN">
                {checklist.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            ) : null}
          </li>
        );
      })}
    </ol>
  );
}
