// Asks the questions of this page one at a time, and tells after each what is right.
let items = everything;
let place = 0;
let missed = [];
let right = 0;

// ---- asking ----

function ask() {
  const item = items[place];
  const title = text("h2", item.stem, { tabindex: "-1", "aria-describedby": describedBy(item) });
  const hint = item.hint ? [make("p", { class: "hint" }, item.hint)] : [];
  const form = make(
    "form",
    { onsubmit: (event) => { event.preventDefault(); check(item, form); }, autocomplete: "off" },
    ...passage(item),
    make("fieldset", {}, make("legend", {}, title), ...hint, ...fields(item)),
    make("button", { type: "submit" }, "Check"),
    make("button", { type: "button", class: "plain", onclick: () => told(item, null) }, "Pass"),
  );
  show(feedback);
  show(next);
  show(question, form);
  document.getElementById("place").textContent = `Question ${place + 1} of ${items.length}`;
  progress();
  title.focus();
}

function progress() {
  const bar = document.getElementById("bar");
  bar.max = items.length;
  bar.value = place;
}

const WANTED = {
  choice: "Choose an answer first, or pass.",
  several: "Choose at least one answer first, or pass.",
  order: "Give each a place of its own first, or pass.",
  match: "Choose an answer for each line first, or pass.",
  typed: "Write an answer first, or pass.",
};

function check(item, form) {
  const answer = said(item, form);
  if (answer === undefined) show(feedback, make("p", { class: "verdict" }, WANTED[item.response]));
  else told(item, answer);
}

// ---- telling ----

function told(item, answer) {
  const good = answer !== null && isRight(item, answer);
  if (good) right += 1;
  else missed.push(item);
  for (const field of question.querySelectorAll("input, select, button")) field.disabled = true;
  question.querySelectorAll("button").forEach((button) => button.remove());
  const lead = good ? "✓ Right: " : answer === null ? "Passed. The answer: " : "✗ Wrong. The answer: ";
  const notes = item.notes.map((note) => text("li", note));
  show(
    feedback,
    make("p", { class: `verdict ${good ? "right" : "wrong"}` }, lead, text("span", item.key)),
    text("p", item.explanation, { class: "told" }),
    ...(notes.length ? [make("ul", {}, ...notes)] : []),
  );
  place += 1;
  progress();
  const last = place === items.length;
  const button = make("button", { type: "button", onclick: last ? end : ask }, last ? "See the score" : "Next question");
  show(next, button);
  button.focus();
}

function end() {
  const total = items.length;
  const title = make("h2", { tabindex: "-1" }, `Score: ${right}/${total} (${Math.round((100 * right) / total)}%)`);
  const wrong = missed.map((item) => make("li", {}, text("strong", item.stem), " ", text("span", item.key)));
  const list = wrong.length ? [make("p", {}, "To look at again:"), make("ol", {}, ...wrong)] : [make("p", {}, "Nothing missed.")];
  const again = missed;
  const buttons = [make("button", { type: "button", onclick: () => start(everything) }, "Start again")];
  if (again.length) buttons.unshift(make("button", { type: "button", onclick: () => start(again) }, "Try just those again"));
  show(feedback);
  show(question, title, ...list);
  show(next, ...buttons);
  progress();
  title.focus();
}

function start(chosen) {
  items = chosen;
  place = 0;
  right = 0;
  missed = [];
  ask();
}

start(everything);
