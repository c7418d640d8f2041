// What a user of the rendered package writes: what must compile does, what must not does not.
import { Access, Client, NotFoundError, Paged, type Calendar, type CalendarPatch, type Change } from '../src/index.js';

const client = new Client({ baseUrl: 'https://calendars.example', token: async () => 'token' });

export async function reading(signal?: AbortSignal): Promise<string[]> {
  const list: Paged<Calendar> = client.calendars.list({ limit: 10, signal });
  const names: string[] = [];
  for await (const calendar of list) {
    if (calendar.access === Access.Owner || calendar.access === 'a word of tomorrow') names.push(calendar.name);
    const size: number | bigint | undefined = calendar.quota;
    names.push(String(size));
  }
  return names;
}

export const nothing: CalendarPatch = {};
export const emptied: CalendarPatch = { color: null };
// @ts-expect-error absent is not undefined
export const wrong: CalendarPatch = { color: undefined };

export function told(change: Change): string {
  switch (change.kind) {
    case 'resource':
      return change.cursor;
    case 'collection':
      return change.cursor;
    default:
      return String(change['anything']);
  }
}

export async function refused(): Promise<void> {
  try {
    // @ts-expect-error the body is missing
    await client.calendars.update('id', { ifMatch: '"1"' }, 5);
  } catch (error) {
    if (error instanceof NotFoundError) console.log(error.problem?.detail, error.condition, error.attempts);
  }
}
