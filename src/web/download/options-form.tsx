import type { OptionField } from './options-schema.ts';

/** What was chosen, by name; what is not there has its default. */
export type Chosen = Readonly<Record<string, unknown>>;

interface FieldProps {
  readonly field: OptionField;
  readonly value: unknown;
  readonly onChange: (value: unknown) => void;
}

function Control({ field, value, onChange }: FieldProps) {
  const { kind, name, choices, minimum, maximum } = field;
  const help = `option-${name}`;
  if (kind === 'boolean')
    return (
      <input
        type="checkbox"
        checked={value === true}
        aria-describedby={help}
        onChange={(event) => onChange(event.currentTarget.checked)}
      />
    );
  if (kind === 'choice')
    return (
      <select
        value={JSON.stringify(value)}
        aria-describedby={help}
        onChange={(event) => onChange(JSON.parse(event.currentTarget.value))}
      >
        {choices.map((choice) => (
          <option key={JSON.stringify(choice)} value={JSON.stringify(choice)}>
            {String(choice)}
          </option>
        ))}
      </select>
    );
  const isNumber = kind === 'number';
  return (
    <input
      type={isNumber ? 'number' : 'text'}
      value={typeof value === 'string' || typeof value === 'number' ? value : ''}
      min={minimum}
      max={maximum}
      aria-describedby={help}
      onChange={({ currentTarget: { value: text } }) =>
        onChange(text === '' ? undefined : isNumber ? Number(text) : text)
      }
    />
  );
}

/** A form of a renderer's options, made from its schema. */
export function OptionsForm({
  fields,
  chosen,
  onChange,
}: {
  readonly fields: readonly OptionField[];
  readonly chosen: Chosen;
  readonly onChange: (chosen: Chosen) => void;
}) {
  return (
    <div class="options">
      {fields.map((field) => (
        <div key={field.name} class="option">
          <label>
            <code>{field.name}</code>
            <Control
              field={field}
              value={field.name in chosen ? chosen[field.name] : field.initial}
              onChange={(value) => onChange({ ...chosen, [field.name]: value })}
            />
          </label>
          <small id={`option-${field.name}`}>{field.description}</small>
        </div>
      ))}
    </div>
  );
}
