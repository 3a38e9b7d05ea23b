"use strict";
// What pages that ask questions share. All text goes in as text: nothing in a question is ever markup.
const everything = JSON.parse(document.getElementById("items").textContent);
const [question, feedback, next] = ["question", "feedback", "next"].map((id) => document.getElementById(id));

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

// What a question rests on, above it.
function passage(item) {
  if (!item.passage) return [];
  const [words, credit] = item.passage;
  return [make("blockquote", { id: "passage" }, text("p", words), text("p", credit, { class: "hint" }))];
}

const describedBy = (item) => (item.passage ? "place passage" : "place");

function folded(value) {
  return value.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

// ---- fields to answer in ----

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
  if (item.response === "typed") {
    return item.accepted.some((each) => folded(each) === folded(answer) || isWithin(answer, each));
  }
  const wanted = item.response === "several" ? [...item.answer].sort((one, other) => one - other) : item.answer;
  return wanted.length === answer.length && wanted.every((option, number) => option === answer[number]);
}

// Whether a number lies in a range, such as 3.1..3.2.
function isWithin(answer, range) {
  const number = "-?[0-9]+(?:[.][0-9]+)?";
  const ends = new RegExp(`^(${number})[.][.](${number})$`).exec(range);
  const said = answer.trim().replace("−", "-").replace(",", ".");
  if (!ends || !new RegExp(`^${number}$`).test(said)) return false;
  return Number(ends[1]) <= Number(said) && Number(said) <= Number(ends[2]);
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

