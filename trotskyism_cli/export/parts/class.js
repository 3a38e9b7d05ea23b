// A class test: no score and no right answer before the end, then the results as a file. What was answered outlives a
// reload of the page in the same window, and nothing is sent anywhere.
const RESULTS = "trotskyism class results 1";
const about = JSON.parse(document.getElementById("about").textContent);
const memory = `${about.pack} ${about.seed} ${everything.map((item) => item.id).join(" ")}`;
let place = 0;
let shown = 0;
let sitting = recalled() || { pseudonym: "", taken: "", handedIn: false, answers: everything.map(() => null), seconds: everything.map(() => 0) };

// ---- keeping ----

function recalled() {
  try { return JSON.parse(sessionStorage.getItem(memory)); } catch { return null; }
}

function keep() {
  try { sessionStorage.setItem(memory, JSON.stringify(sitting)); } catch { /* then a reload begins anew */ }
}

window.addEventListener("beforeunload", (event) => {
  if (sitting.taken && !sitting.handedIn) event.preventDefault();
});

function withOffset(time) {
  const minutes = -time.getTimezoneOffset();
  const two = (number) => String(Math.floor(Math.abs(number))).padStart(2, "0");
  const local = new Date(time.getTime() + minutes * 60000).toISOString().slice(0, 19);
  return `${local}${minutes < 0 ? "-" : "+"}${two(minutes / 60)}:${two(minutes % 60)}`;
}

// ---- the pages ----

function page(name, bar, ...content) {
  show(feedback);
  show(next);
  show(question, ...content);
  document.getElementById("place").textContent = name;
  const progress = document.getElementById("bar");
  progress.max = everything.length;
  progress.value = bar;
  (question.querySelector("[data-first]") || question.querySelector("h2")).focus();
}

const heading = (value, described = "place") => text("h2", value, { tabindex: "-1", "aria-describedby": described });
const button = (words, onclick, plain = false) => make("button", { type: "button", onclick, ...(plain ? { class: "plain" } : {}) }, words);
const answered = () => sitting.answers.filter((answer) => answer !== null).length;

function welcome() {
  const name = make("input", { type: "text", name: "pseudonym", maxlength: "60", value: sitting.pseudonym, "data-first": "" });
  const begin = (event) => {
    event.preventDefault();
    if (!name.value.trim()) return show(feedback, make("p", { class: "verdict" }, "Write a name first; it need not be your own."));
    sitting.pseudonym = name.value.trim();
    sitting.taken = sitting.taken || withOffset(new Date());
    keep();
    return ask(Math.max(0, sitting.answers.indexOf(null)));
  };
  page(`${everything.length} questions`, answered(),
    heading("Before you begin"),
    make("p", {}, "Answer in any order, and go back as often as you like. At the end the page gives you a file for your teacher; it sends nothing."),
    make("form", { onsubmit: begin, autocomplete: "off" },
      make("label", { class: "row" }, "The name that your teacher knows you by in this test", name),
      make("button", { type: "submit" }, sitting.taken ? "Go on" : "Begin")));
}

function ask(number) {
  place = number;
  shown = performance.now();
  const item = everything[place];
  const hint = item.hint ? [make("p", { class: "hint" }, item.hint)] : [];
  const form = make("form",
    { onsubmit: (event) => { event.preventDefault(); go(form, place + 1, true); }, autocomplete: "off" },
    ...passage(item),
    make("fieldset", {}, make("legend", {}, heading(item.stem, describedBy(item))), ...hint, ...fields(item)),
    make("button", { type: "submit" }, "Keep and go on"),
    ...(place ? [button("Back", () => go(form, place - 1, false), true)] : []),
    button("Leave out for now", () => go(form, place + 1, false), true));
  refill(item, form);
  page(`Question ${place + 1} of ${everything.length}`, answered(), form);
}

const WANTED = {
  choice: "Choose an answer first, or leave it out.",
  several: "Choose at least one answer first, or leave it out.",
  order: "Give each a place of its own first, or leave it out.",
  match: "Choose an answer for each line first, or leave it out.",
  typed: "Write an answer first, or leave it out.",
};

function go(form, to, wanted) {
  const item = everything[place];
  const answer = said(item, form);
  if (wanted && answer === undefined) return show(feedback, make("p", { class: "verdict" }, WANTED[item.response]));
  sitting.answers[place] = answer === undefined ? null : answer;
  sitting.seconds[place] += (performance.now() - shown) / 1000;
  keep();
  return to < everything.length ? ask(to) : overview();
}

function refill(item, form) {
  const answer = sitting.answers[place];
  if (answer === null) return;
  if (item.response === "typed") form.elements.typed.value = answer;
  else if (item.response === "order") answer.forEach((option, position) => { form.elements[`row${option}`].value = position; });
  else if (item.response === "match") answer.forEach((option, row) => { form.elements[`row${row}`].value = option; });
  else for (const box of form.querySelectorAll("input[name=choice]")) box.checked = answer.includes(Number(box.value));
}

function overview() {
  const left = everything.length - answered();
  const rows = everything.map((item, number) => {
    const state = sitting.answers[number] === null ? "not answered" : "answered";
    return make("li", {}, button(`Question ${number + 1}: ${state}`, () => ask(number), true));
  });
  page("All questions", answered(),
    heading(left ? `${left} of ${everything.length} not answered` : "All questions are answered"),
    make("ul", { class: "overview" }, ...rows), button("Hand in", handIn));
}

// ---- the end ----

function inWords(item, answer) {
  if (answer === null) return null;
  if (item.response === "typed") return answer;
  if (item.response === "match") return answer.map((option, row) => `${item.prompts[row]}: ${item.options[option]}`).join("; ");
  return answer.map((option) => item.options[option]).join(item.response === "order" ? ", then " : "; ");
}

function results() {
  return {
    format: RESULTS,
    pack: about.pack,
    pseudonym: sitting.pseudonym,
    seed: about.seed,
    taken: sitting.taken,
    answers: everything.map((item, number) => ({
      question: item.id,
      stem: item.stem,
      key: item.key,
      chosen: inWords(item, sitting.answers[number]),
      right: sitting.answers[number] !== null && isRight(item, sitting.answers[number]),
      seconds: Math.round(sitting.seconds[number] * 10) / 10,
      topic: item.topic,
    })),
  };
}

function handIn() {
  sitting.handedIn = true;
  keep();
  const told = results();
  const json = `${JSON.stringify(told, null, 2)}\n`;
  const name = `results-${sitting.pseudonym.replace(/[^\p{L}\p{N}]+/gu, "-")}.json`;
  const right = told.answers.filter((each) => each.right).length;
  const link = make("a", { class: "button", download: name, href: URL.createObjectURL(new Blob([json], { type: "application/json" })) }, `Save ${name}`);
  page("The end", everything.length,
    heading(`${right} of ${everything.length} right`),
    make("p", {}, "Save the file, and give it to your teacher. If it cannot be saved here, copy the text below instead."),
    make("p", {}, link),
    make("details", {}, make("summary", {}, "The text of the file"), make("textarea", { readonly: "", rows: "12", "aria-label": "The text of the file" }, json)));
}

if (sitting.handedIn) handIn();
else welcome();
