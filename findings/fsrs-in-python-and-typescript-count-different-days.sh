#!/usr/bin/env bash
# Two packages of FSRS 6 with the same 21 weights schedule one card differently: they disagree on what a day is.
#
# Expected from memory: implementations by one group, with equal weights and without fuzz or learning steps, give one stability.
# Seen on 2026-11-29, PyPI's fsrs 6.3.2, Python 3.11, and npm's ts-fsrs 5.4.2, Node 20: the first counts whole spans of 24 hours, the
# second midnights in UTC. Two hours after an answer at 23:00 UTC a day has passed for ts-fsrs alone, and stability is 7.3 against
# 2.3; after 25 hours two days have, 11.0 against 7.3. Yet its own get_retrievability counts spans, and says 1 after the two hours.
# The README of fsrs says “UTC only”, that of ts-fsrs not when a day ends; fsrs-rs's issue 237 wants days as the learner has them.
set -euo pipefail
place=$(mktemp -d); trap 'rm -rf "$place"' EXIT
python3 -m venv "$place/venv"
"$place/venv/bin/pip" install --quiet --disable-pip-version-check fsrs==6.3.2
npm install --silent --no-audit --no-fund --prefix "$place" ts-fsrs@5.4.2
cd "$place"
cat > ask.mjs <<'NODE'
import { createEmptyCard, fsrs, Rating } from "ts-fsrs";
const scheduler = fsrs({ enable_fuzz: false, learning_steps: [], relearning_steps: [] });
for (const [start, hours] of [["09:00", 2], ["23:00", 2], ["23:00", 25], ["23:00", 72]]) {
  const first = new Date(`2026-01-01T${start}:00Z`), second = new Date(first.getTime() + hours * 3600e3);
  const card = scheduler.next(createEmptyCard(first), first, Rating.Good).card;
  const recall = scheduler.get_retrievability(card, second, false).toFixed(3);
  console.log(start, hours, scheduler.next(card, second, Rating.Good).card.stability.toFixed(2), recall);
}
NODE
asked=$(node ask.mjs)
seen=$(venv/bin/python - <<'PYTHON'
from datetime import UTC, datetime, timedelta
from fsrs import Card, Rating, Scheduler
scheduler = Scheduler(enable_fuzzing=False, learning_steps=(), relearning_steps=())
for start, hours in ((9, 2), (23, 2), (23, 25), (23, 72)):
    first = datetime(2026, 1, 1, start, tzinfo=UTC)
    second = first + timedelta(hours=hours)
    card, _ = scheduler.review_card(Card(), Rating.Good, first)
    recall = scheduler.get_card_retrievability(card, second)
    print(f"{start:02}:00 {hours} {scheduler.review_card(card, Rating.Good, second)[0].stability:.2f} {recall:.3f}")
PYTHON
)
[ "$asked" = $'09:00 2 2.31 1.000\n23:00 2 7.32 1.000\n23:00 25 10.96 0.947\n23:00 72 13.83 0.881' ] ||
  { printf 'changed: ts-fsrs\n%s\n' "$asked"; exit 1; }
[ "$seen" = $'09:00 2 2.31 1.000\n23:00 2 2.31 1.000\n23:00 25 7.32 0.947\n23:00 72 13.83 0.881' ] ||
  { printf 'changed: fsrs\n%s\n' "$seen"; exit 1; }
printf 'as seen (start, hours, stability, recall):\nts-fsrs\n%s\nfsrs\n%s\n' "$asked" "$seen"
