"use strict";
// Asks the questions of this page, one at a time. All text goes in as text: nothing in a question is ever markup.
const everything = JSON.parse(document.getElementById("items").textContent);
const [question, feedback, next] = ["question", "feedback", "next"].map((id) => document.getElementById(id));
let items = everything;
let place = 0;
let missed = [];
let right = 0;

function make(name, attributes, ...content) {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    if (key.startsWith("on")) element.addEventListener(key.slice(2), value);
    else element.setAttribute(key, value);
  }
  element.append(...content);
  return element;
}

const text = (name, value, attributes = {}) => make(name, { dir: "auto", ...attributes }, value);

function show(part, ...content) {
  part.replaceChildren(...content);
}

function folded(value) {
  return value.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

// ---- asking ----

function ask() {
  const item = items[place];
  const title = text("h2", item.stem, { tabindex: "-1", "aria-describedby": "place" });
  const hint = item.hint ? [make("p", { class: "hint" }, item.hint)] : [];
  const form = make(
    "form",
    { onsubmit: (event) => { event.preventDefault(); check(item, form); }, autocomplete: "off" },
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

function fields(item) {
  if (item.response === "typed") {
    return [make("label", { class: "row" }, "Your answer", make("input", { type: "text", name: "typed" }))];
  }
  if (item.response === "order") {
    return item.options.map((option, row) => chooser(option, row, item.options.map((_, number) => String(number + 1))));
  }
  if (item.response === "match") {
    return item.prompts.map((prompt, row) => chooser(prompt, row, item.options));
  }
  const type = item.response === "several" ? "checkbox" : "radio";
  return item.options.map((option, number) =>
    make("label", { class: "option" }, make("input", { type, name: "choice", value: number }), text("span", option)));
}

function chooser(label, row, choices) {
  const options = choices.map((choice, number) => make("option", { value: number }, choice));
  return make("label", { class: "row", dir: "auto" }, label,
    make("select", { name: `row${row}` }, make("option", { value: "" }, "Choose …"), ...options));
}

function progress() {
  const bar = document.getElementById("bar");
  bar.max = items.length;
  bar.value = place;
}

// ---- grading ----

function said(item, form) {
  const data = new FormData(form);
  if (item.response === "typed") return data.get("typed").trim() ? data.get("typed") : undefined;
  if (item.response === "choice" || item.response === "several") {
    const chosen = data.getAll("choice").map(Number);
    return chosen.length ? chosen : undefined;
  }
  const rows = (item.response === "order" ? item.options : item.prompts).map((_, row) => data.get(`row${row}`));
  if (rows.includes("")) return undefined;
  const numbers = rows.map(Number);
  if (item.response === "match") return numbers;
  const order = [];
  numbers.forEach((wanted, option) => { order[wanted] = option; });
  return new Set(numbers).size === numbers.length ? order : undefined;
}

function isRight(item, answer) {
  if (item.response === "typed") return item.accepted.some((each) => folded(each) === folded(answer));
  const wanted = item.response === "several" ? [...item.answer].sort((one, other) => one - other) : item.answer;
  return wanted.length === answer.length && wanted.every((option, number) => option === answer[number]);
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

// A figure chooses an option, as in the terminal.
document.addEventListener("keydown", (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || /^(SELECT|TEXTAREA)$/.test(event.target.tagName)) return;
  if (event.target.type === "text" || !/^[1-9]$/.test(event.key)) return;
  const option = question.querySelectorAll("input[name=choice]")[Number(event.key) - 1];
  if (option && !option.disabled) {
    option.focus();
    option.click();
  }
});

start(everything);
