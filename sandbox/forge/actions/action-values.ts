import type { ActionModule } from '../manifest-schema';

type ValueType = ActionModule['inputs'][string]['type'];

/** What is wrong with an action's inputs, by name; an empty object when nothing is. */
export function inputProblems(
  declared: ActionModule['inputs'],
  inputs: Readonly<Record<string, unknown>>,
): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  for (const name of Object.keys(inputs)) {
    if (!(name in declared)) problems[name] = `${name} is not an input of the action`;
  }
  for (const [name, { type, required }] of Object.entries(declared)) {
    const value = inputs[name];
    const isAbsent = value === undefined || value === null || value === '';
    if (isAbsent && required) problems[name] = `${name} is required`;
    if (!isAbsent && !isOf(type, value)) problems[name] = `${name} must be of type ${type}`;
  }
  return problems;
}

/** Whether a result has the outputs that the action declares; everything has, when it declares none. */
export function hasOutputs(declared: ActionModule['outputs'], result: unknown): boolean {
  const given = (result ?? {}) as Readonly<Record<string, unknown>>;
  return Object.entries(declared).every(([name, { type, nullable }]) => {
    const value = given[name] ?? null;
    return value === null ? nullable : isOf(type, value);
  });
}

function isOf(type: ValueType, value: unknown): boolean {
  if (type === 'integer') return Number.isSafeInteger(value);
  return typeof value === type && !Number.isNaN(value);
}
