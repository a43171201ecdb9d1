import { NianbaoError } from '#errors/nianbao-error.ts';
import type { DocumentOptions } from '#plugin-api/document-options.ts';
import type { PrintableDocument } from '#plugin-api/document.ts';
import type { ReportValues } from '#plugin-api/values.ts';
import type { UpstreamRenderer } from '#plugin-api/manifest.ts';
import type { Rendered } from '#plugin-api/renderer.ts';
import { explainFault } from './explain-fault.ts';
import { documentOptionIssues } from './document-option-issues.ts';
import { checkOutput } from './check-output.ts';
import type { Print } from './plugin-runner.ts';
import type { CallOutcome } from './renderer-breaker.ts';
import type { FaultWord } from './renderer-fault.ts';
import { optionsInvalid } from '../loading/options.ts';
import type { LoadedRenderer, PluginVersion } from '../registry/plugin-version.ts';

type Options = Readonly<Record<string, unknown>>;

/** A renderer of a version. */
export interface ChainStep {
  readonly version: PluginVersion;
  readonly renderer: LoadedRenderer;
}

/** A renderer after all those that it takes its input from; the first takes the subject itself. Never empty. */
export type RendererChain = readonly ChainStep[];

/** How a caller follows and stops a rendering. */
export interface Control {
  readonly signal: AbortSignal;
  readonly progress: (fraction: number) => void;
}

/** What the steps of a chain are given by the host. */
export interface ChainHost {
  readonly print: Print;
  readonly log: (renderer: string, message: string) => void;
}

/** What is rendered, in the forms in which the first renderer of a chain may take it. */
export interface RenderSubject {
  readonly document: PrintableDocument;
  /** Only a report has them. */
  readonly values?: ReportValues | undefined;
}

/** One rendering by a chain. */
export interface ChainOrder extends ChainHost, Control {
  readonly subject: RenderSubject;
  /** Complete options of the last step. */
  readonly options: Options;
}

/** The renderer that a chain ends with: the one that was asked for. */
export function lastOf(chain: RendererChain): ChainStep {
  return chain.at(-1)!;
}

/** In which form the subject goes into a chain. */
export function beginningOf(chain: RendererChain): keyof RenderSubject {
  const takes = chain[0]?.renderer.manifest.takes;
  return typeof takes === 'string' ? takes : 'document';
}

/** Whether a step of the chain may print with the gateway's browser. */
export function printsIn(chain: RendererChain): boolean {
  return chain.some(({ renderer }) => renderer.manifest.needs.includes('print'));
}

/** What a change of makes the bytes change: versions and contents of all steps, the last one first. */
export function fingerprintOf(chain: RendererChain): string {
  const steps = chain.map(({ version: { manifest, digest }, renderer }) => {
    return `${manifest.name}/${renderer.manifest.id}@${manifest.version}+${digest.slice(0, 12)}`;
  });
  return steps.reverse().join(' < ');
}

function upstreamOptions({ options = {}, pass = [] }: UpstreamRenderer, own: Options): Options {
  const passed = pass.filter((name) => Object.hasOwn(own, name)).map((name) => [name, own[name]]);
  return { ...(Object.fromEntries(passed) as Options), ...options };
}

/** Complete options of the first renderer of a chain, from those of the last. */
function firstOptions(chain: RendererChain, options: Options): Options {
  const { takes } = lastOf(chain).renderer.manifest;
  if (typeof takes !== 'object') return options;
  const above = chain.slice(0, -1);
  return firstOptions(above, lastOf(above).renderer.completeOptions(upstreamOptions(takes, options)));
}

/** How the document has to be made that goes into a chain; what its first renderer says nothing of is left out. */
export function documentOptionsOf(chain: RendererChain, options: Options): Partial<DocumentOptions> {
  const [{ renderer, version }] = chain as readonly [ChainStep];
  const complete = firstOptions(chain, options);
  const named = renderer.manifest.documentOptions ?? [];
  const chosen = Object.fromEntries(named.map((name) => [name, complete[name]]));
  const issues = documentOptionIssues(chosen);
  if (issues.length === 0) return chosen;
  throw optionsInvalid({ renderer: renderer.manifest.id, version: version.manifest.version }, issues);
}

/** Faults that cost no more than the request: whoever asks for what can not be done keeps nobody else from the renderer. */
const cheap: readonly unknown[] = ['THREW', 'WRONG_TYPE'] satisfies FaultWord[];

/** What an error says of the renderer; a long queue says nothing. */
function outcomeOf({ code, parameters: { phase, fault } }: NianbaoError): CallOutcome {
  if (code === 'RENDERING_TIMEOUT') return phase === 'queue' ? undefined : 'failed';
  if (code !== 'RENDERING_FAILED') return undefined;
  return cheap.includes(fault) ? 'failed cheaply' : 'failed';
}

async function renderStep(step: ChainStep, input: unknown, order: Omit<ChainOrder, 'document'>): Promise<Rendered> {
  const { version, renderer } = step;
  const { manifest, breaker } = renderer;
  const failed = { manifest, version: version.manifest.version };
  const admission = breaker.admit(manifest.id, version.manifest.version, order.options);
  let outcome: CallOutcome;
  try {
    const log = (message: string) => order.log(manifest.id, message);
    const output = await version.runner.render({ ...order, manifest, input, log });
    checkOutput(output, manifest.mediaType);
    outcome = 'worked';
    return output;
  } catch (cause) {
    if (order.signal.aborted) throw order.signal.reason;
    const error = explainFault(failed, cause);
    outcome = outcomeOf(error);
    throw error;
  } finally {
    breaker.settle(outcome, admission);
  }
}

function share(progress: Control['progress'], start: number, part: number): Control['progress'] {
  return (fraction) => progress(start + part * fraction);
}

/**
 * What the last step of a chain is handed: the subject as it takes it, or what the steps above it make of that.
 * SUBJECT_UNSUPPORTED when the subject has no such form.
 */
export async function inputOf(chain: RendererChain, order: ChainOrder): Promise<unknown> {
  const { id, takes } = lastOf(chain).renderer.manifest;
  if (typeof takes !== 'object') {
    const input = order.subject[takes];
    if (input) return input;
    throw new NianbaoError('SUBJECT_UNSUPPORTED', { renderer: id });
  }
  const above = chain.slice(0, -1);
  const options = lastOf(above).renderer.completeOptions(upstreamOptions(takes, order.options));
  return runSteps(above, { ...order, options });
}

/** Each step is handed what the one before it made, and has half of what is left of the progress. */
async function runSteps(chain: RendererChain, order: ChainOrder): Promise<Rendered> {
  const step = lastOf(chain);
  if (chain.length === 1) return renderStep(step, await inputOf(chain, order), order);
  const { progress } = order;
  const input = await inputOf(chain, { ...order, progress: share(progress, 0, 0.5) });
  return renderStep(step, input, { ...order, progress: share(progress, 0.5, 0.5) });
}

/** Runs a chain on the versions that it is of, which stay until it is done. */
export async function runChain(chain: RendererChain, order: ChainOrder): Promise<Rendered> {
  const releases = chain.map(({ version }) => version.hold());
  try {
    return await runSteps(chain, order);
  } finally {
    for (const release of releases) release();
  }
}
