#!/usr/bin/env bash
# node-ical reads a day of the years 1 to 99 as one of the years 1901 to 1999; ical.js and PyPI's icalendar do not.
#
# Expected from memory: iCalendar writes years with four figures (RFC 5545, 3.3.4), so 00140819 is the year 14, when Augustus died.
# Seen on 2026-11-28, node-ical 0.27.2 and ical.js 2.2.1, Node 20: node-ical says 1914-08-19, without a complaint, and 0476-09-04 as it
# is; ical.js says the year 14.
set -euo pipefail
place=$(mktemp -d); trap 'rm -rf "$place"' EXIT
cd "$place"
npm init --yes > /dev/null
npm install --silent --no-audit --no-fund node-ical@0.27.2 ical.js@2.2.1
printf '%s\r\n' BEGIN:VCALENDAR VERSION:2.0 PRODID:-//x//y//EN \
  BEGIN:VEVENT UID:1 DTSTAMP:20260101T000000Z 'DTSTART;VALUE=DATE:00140819' SUMMARY:Augustus END:VEVENT \
  BEGIN:VEVENT UID:2 DTSTAMP:20260101T000000Z 'DTSTART;VALUE=DATE:04760904' SUMMARY:Romulus END:VEVENT \
  END:VCALENDAR > days.ics
cat > read.mjs <<'NODE'
import { readFileSync } from "node:fs";
import nodeIcal from "node-ical";
import ICAL from "ical.js";
const text = readFileSync("days.ics", "utf8");
const events = Object.values(nodeIcal.sync.parseICS(text)).filter((each) => each.type === "VEVENT");
console.log("node-ical", ...events.map((each) => each.start.getFullYear()));
const read = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
console.log("ical.js", ...read.map((each) => new ICAL.Event(each).startDate.year));
NODE
seen=$(TZ=UTC node read.mjs)
[ "$seen" = $'node-ical 1914 476\nical.js 14 476' ] || { printf 'changed:\n%s\n' "$seen"; exit 1; }
printf 'as seen:\n%s\n' "$seen"
