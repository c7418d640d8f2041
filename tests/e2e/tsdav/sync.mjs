// Syncs a calendar and an address book by tsdav, as a web application would; ends with 1 and a reason on any surprise.
import assert from "node:assert/strict";
import { createDAVClient } from "tsdav";

const [serverUrl, username, password] = process.argv.slice(2);

const connect = (defaultAccountType) =>
  createDAVClient({ serverUrl, credentials: { username, password }, authMethod: "Basic", defaultAccountType });

const event = (uid, summary) =>
  ["BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//e2e//EN", "BEGIN:VEVENT", `UID:${uid}`, "DTSTAMP:20260101T000000Z",
    "DTSTART:20260310T110000Z", "RRULE:FREQ=DAILY;COUNT=3", `SUMMARY:${summary}`, "END:VEVENT", "END:VCALENDAR", ""].join("\r\n");

const card = (uid, name) =>
  ["BEGIN:VCARD", "VERSION:3.0", `UID:${uid}`, `FN:${name}`, `N:;${name};;;`, "END:VCARD", ""].join("\r\n");

const named = (collections, name) => collections.find((entry) => entry.url.endsWith(`/${name}/`));
const summaries = (objects) => objects.map((entry) => /SUMMARY:(.*)\r/.exec(entry.data)[1]).sort();

async function calendars() {
  const client = await connect("caldav");
  let found = await client.fetchCalendars();
  assert.deepEqual(found.map((entry) => entry.components).sort(), [["VEVENT"], ["VTODO"]]);

  await client.makeCalendar({ url: new URL("team/", found[0].url.replace(/[^/]+\/$/, "")).href, props: { displayname: "Team" } });
  found = await client.fetchCalendars();
  assert.equal(named(found, "team").displayName, "Team");

  const calendar = named(found, "calendar");
  const made = await client.createCalendarObject({ calendar, filename: "one.ics", iCalString: event("one", "first") });
  assert.equal(made.status, 201);
  await client.createCalendarObject({ calendar, filename: "two.ics", iCalString: event("two", "second") });
  const objects = await client.fetchCalendarObjects({ calendar });
  assert.deepEqual(summaries(objects), ["first", "second"]);

  const one = objects.find((entry) => entry.url.endsWith("one.ics"));
  assert.equal((await client.updateCalendarObject({ calendarObject: { ...one, data: event("one", "changed") } })).status, 204);
  assert.equal((await client.updateCalendarObject({ calendarObject: { ...one, data: event("one", "too late") } })).status, 412);

  const expanded = await client.fetchCalendarObjects({
    calendar, expand: true, timeRange: { start: "2026-03-11T00:00:00Z", end: "2026-03-12T00:00:00Z" },
  });
  assert.equal(expanded.length, 2);
  assert.match(expanded[0].data, /DTSTART:20260311T110000Z/);

  const before = named(await client.fetchCalendars(), "calendar");
  const [two] = (await client.fetchCalendarObjects({ calendar })).filter((entry) => entry.url.endsWith("two.ics"));
  assert.equal((await client.deleteCalendarObject({ calendarObject: two })).status, 204);
  const synced = await client.smartCollectionSync({
    collection: { ...before, objects, objectMultiGet: client.calendarMultiGet }, method: "webdav", detailedResult: true,
  });
  assert.deepEqual(synced.objects.deleted.map((entry) => entry.url.split("/").pop()), ["two.ics"]);
}

async function contacts() {
  const client = await connect("carddav");
  const [addressBook] = await client.fetchAddressBooks();
  assert.equal((await client.createVCard({ addressBook, filename: "ada.vcf", vCardString: card("ada", "Ada") })).status, 201);
  const [ada] = await client.fetchVCards({ addressBook });
  assert.match(ada.data, /FN:Ada/);
  assert.equal((await client.updateVCard({ vCard: { ...ada, data: card("ada", "Countess") } })).status, 204);
  const [changed] = await client.fetchVCards({ addressBook });
  assert.match(changed.data, /FN:Countess/);
  assert.equal((await client.deleteVCard({ vCard: changed })).status, 204);
  assert.deepEqual(await client.fetchVCards({ addressBook }), []);
}

await calendars();
await contacts();
console.log("synced");
