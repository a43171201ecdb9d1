import type { GraphQLSchema } from 'graphql';
import { auditMutations } from '../audit-mutations.ts';
import { nameSentIds } from '../name-sent-ids.ts';
import { builder } from '../builder.ts';
import './scalars.ts';
import './errors.ts';
import './viewer.ts';
import './api-keys.ts';
import './audit.ts';
import './forms.ts';
import './organizations.ts';
import './report-chapters.ts';
import './reports.ts';
import './review-policies.ts';
import './due-dates.ts';
import './obligations.ts';
import './report-history.ts';
import './review-sheet.ts';
import './report-editing.ts';
import './report-steps.ts';
import './save-organization.ts';
import './rollups.ts';
import './rollup-cells.ts';
import './trends.ts';
import './comparison.ts';
import './indicators.ts';
import './renderers.ts';
import './plugins.ts';
import './imports.ts';
import './import-batches.ts';
import './findings.ts';
import './render-jobs.ts';

builder.queryType();
builder.mutationType();
builder.subscriptionType();

/** The schema of the gateway. */
export const schema: GraphQLSchema = builder.toSchema();

nameSentIds(schema);
auditMutations(schema);
