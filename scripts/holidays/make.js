// Writes the public holidays of all countries and their regions as a compact text, with the licence of its source beside it:
//   npm ci && node make.js ../../src/DutyGuy.Domain/Calendars
// (with a second argument of some countries only: `DE,FR`).
// The same package gives the same bytes on every machine. How to read the text is said in its first lines.
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import Holidays from "date-holidays";

const FIRST = 2026;
const LAST = 2036;
// Holidays of some people only say so in their note.
const OF_SOME = /^(women|only for women|youth|children|military|for muslim|for all persons|only in communit)/i;
const HOUR = 3_600_000;

const source = new Holidays();
const own = (name) => readFileSync(new URL(`node_modules/date-holidays/${name}`, import.meta.url), "utf8");

/** All dates off, as "name<tab>yyyymmdd": whole days of `public` holidays. */
function daysOff(place) {
  const calendar = new Holidays(...place);
  const days = new Set();
  for (let year = FIRST - 1; year <= LAST; year++)
    for (const holiday of calendar.getHolidays(year, "en")) {
      if (holiday.type !== "public" || OF_SOME.test(holiday.note ?? "")) continue;
      for (const day of wholeDays(holiday)) days.add(`${holiday.name.trim()}\t${day}`);
    }
  return days;
}

/** Days by the calendar of the place. One day may last 23 hours, when clocks change; a rest of a day is no whole one. */
function wholeDays({ date, start, end }) {
  const [day, time] = date.split(" ");
  if (time !== "00:00:00") return [];
  const count = Math.floor(((end - start) / HOUR + 1.5) / 24);
  return Array.from({ length: count }, (_, i) => dayAfter(day, i)).filter((d) => d >= `${FIRST}` && d < `${LAST + 1}`);
}

const dayAfter = (day, i) => new Date(Date.parse(`${day}T00:00:00Z`) + i * 24 * HOUR).toISOString().slice(0, 10).replaceAll("-", "");

/** One line for each name: a date of every year as mmdd, others as yymmdd. */
function lines(sign, days) {
  const byName = new Map();
  for (const [name, day] of [...days].map((d) => d.split("\t"))) byName.set(name, [...(byName.get(name) ?? []), day]);
  return [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, all]) => `${sign}${name}\t${short(all.sort())}`);
}

function short(days) {
  const years = new Map();
  for (const day of days) years.set(day.slice(4), (years.get(day.slice(4)) ?? 0) + 1);
  const always = [...years].filter(([, count]) => count === LAST - FIRST + 1).map(([day]) => day);
  return [...always, ...days.filter((d) => !always.includes(d.slice(4))).map((d) => d.slice(2))].join(" ");
}

const without = (some, others) => new Set([...some].filter((day) => !others.has(day)));

/** The place with what it adds to its parent and what it takes away, then the places within. */
function write(place, name, parent) {
  if (place.some((part) => part.includes("-"))) throw new Error(`A part of ${place} has a dash.`);
  const days = daysOff(place);
  const here = [`${place.join("-")}\t${name}`, ...lines("+", without(days, parent)), ...lines("-", without(parent, days))];
  const within = place.length === 1 ? source.getStates(place[0], "en") : place.length === 2 ? source.getRegions(...place, "en") : null;
  return [...here, ...inOrder(within).flatMap(([code, inner]) => write([...place, code], inner, days))];
}

const inOrder = (places) => Object.entries(places ?? {}).sort(([a], [b]) => (a < b ? -1 : 1));

const version = JSON.parse(own("package.json")).version;
const head = [
  `# Public holidays, made by scripts/holidays from the npm package date-holidays ${version}. Do not edit.`,
  "# The data is available under CC BY-SA 3.0; authors and sources: public-holidays.LICENSE.txt.",
  "# A place: code, tab, name. Below it what it has (+) and, against the place that it lies in, has not (-): name, tab, dates",
  "# (yymmdd; mmdd is the same date in every year).",
  `${FIRST}\t${LAST}`,
];
const only = process.argv[3]?.split(",");
const countries = inOrder(source.getCountries("en")).filter(([code]) => only?.includes(code) ?? true);
const places = countries.flatMap(([code, name]) => write([code], name, new Set()));
const notice = `public-holidays.txt is made from the data of the npm package date-holidays ${version} (https://github.com/commenthol/date-holidays):
whole days of public holidays from ${FIRST} to ${LAST}. It is a derived work of that data and available under the same licence,
CC BY-SA 3.0 <http://creativecommons.org/licenses/by-sa/3.0/>. The licence of the package follows.

----

`;
const folder = process.argv[2] ?? ".";
writeFileSync(join(folder, "public-holidays.txt"), [...head, ...places].join("\n") + "\n");
writeFileSync(join(folder, "public-holidays.LICENSE.txt"), notice + own("LICENSE"));
