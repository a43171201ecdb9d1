/** An option of a renderer as a field of a form. */
export interface OptionField {
  readonly name: string;
  readonly description: string;
  readonly kind: 'boolean' | 'choice' | 'number' | 'text';
  readonly choices: readonly unknown[];
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly initial: unknown;
}

type Schema = Readonly<Record<string, unknown>>;

function kindOf({ type, enum: choices }: Schema): OptionField['kind'] | undefined {
  if (Array.isArray(choices)) return 'choice';
  if (type === 'boolean') return 'boolean';
  if (type === 'integer' || type === 'number') return 'number';
  return type === 'string' ? 'text' : undefined;
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' ? value : undefined;
}

/** Fields for the options that are single values; what is nested keeps its default. */
export function fieldsOf(schema: Schema): readonly OptionField[] {
  const properties = (schema['properties'] ?? {}) as Readonly<Record<string, Schema>>;
  return Object.entries(properties).flatMap(([name, property]) => {
    const kind = kindOf(property);
    if (!kind) return [];
    const { title, description, enum: choices, minimum, maximum, default: initial } = property;
    return {
      name,
      description: [title, description].filter((text) => typeof text === 'string').join(': ') || name,
      kind,
      choices: Array.isArray(choices) ? (choices as unknown[]) : [],
      minimum: numberOf(minimum),
      maximum: numberOf(maximum),
      initial,
    };
  });
}
