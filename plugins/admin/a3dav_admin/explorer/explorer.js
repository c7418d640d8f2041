"use strict";

const place = (id) => document.getElementById(id);
const KEPT = "a3dav.graphql.history";
const SCHEMA = `{ __schema { types { name kind description
  fields { name description args { name type { ...T } } type { ...T } }
  inputFields { name description type { ...T } } enumValues { name description } } } }
fragment T on __Type { name kind ofType { name kind ofType { name kind ofType { name kind } } } }`;

async function ask(query, variables) {
  const answer = await fetch("graphql", {
    method: "POST",
    headers: {
      "Content-Type": "application/json",
      "Accept": "application/graphql-response+json",
      "GraphQL-Require-Preflight": "1",
    },
    body: JSON.stringify({ query, variables }),
  });
  const told = await answer.json();
  return { status: answer.status, told };
}

function made(name, className, text) {
  const element = document.createElement(name);
  if (className) element.className = className;
  if (text !== undefined) element.textContent = text;
  return element;
}

function tree(key, value, depth) {
  if (value === null || typeof value !== "object") {
    const leaf = made("div", "leaf");
    leaf.append(made("span", "key", `${key}: `), made("span", typeof value === "string" ? "text" : "", JSON.stringify(value)));
    return leaf;
  }
  const entries = Object.entries(value);
  const whole = made("details");
  whole.open = depth < 5;
  whole.append(made("summary", key === "errors" ? "failed" : "key", Array.isArray(value) ? `${key} [${entries.length}]` : String(key)));
  for (const [inner, part] of entries) whole.append(tree(inner, part, depth + 1));
  return whole;
}

function show(value) {
  place("answer").replaceChildren(...Object.entries(value).map(([key, part]) => tree(key, part, 0)));
}

async function run() {
  const query = place("query").value;
  let variables;
  try {
    variables = JSON.parse(place("variables").value || "{}");
  } catch (error) {
    place("state").textContent = `The variables are no JSON: ${error.message}`;
    return;
  }
  place("state").textContent = "…";
  const begun = performance.now();
  try {
    const { status, told } = await ask(query, variables);
    place("state").textContent = `${status}, ${Math.round(performance.now() - begun)} ms`;
    show(told);
    remember(query);
  } catch (error) {
    place("state").textContent = `No answer: ${error.message}`;
  }
}

// Operations alone are remembered, for as long as this tab is open: variables may hold passwords.
function remembered() {
  return JSON.parse(sessionStorage.getItem(KEPT) || "[]");
}

function remember(query) {
  const kept = [query, ...remembered().filter((other) => other !== query)].slice(0, 20);
  sessionStorage.setItem(KEPT, JSON.stringify(kept));
  list();
}

function list() {
  const entries = remembered().map((query) => {
    const option = made("option", "", query.replace(/\s+/g, " ").slice(0, 60));
    option.value = query;
    return option;
  });
  place("history").replaceChildren(made("option", "", ""), ...entries);
}

function typeName(type) {
  if (type.kind === "NON_NULL") return `${typeName(type.ofType)}!`;
  return type.kind === "LIST" ? `[${typeName(type.ofType)}]` : type.name;
}

function describe(type) {
  const shown = made("dl");
  const parts = type.fields || type.inputFields || type.enumValues || [];
  for (const part of parts) {
    const given = (part.args || []).map((arg) => `${arg.name}: ${typeName(arg.type)}`).join(", ");
    shown.append(made("dt", "", part.name + (given ? `(${given})` : "") + (part.type ? `: ${typeName(part.type)}` : "")));
    if (part.description) shown.append(made("dd", "", part.description));
  }
  place("fields").replaceChildren(made("p", "", type.description || ""), shown);
}

async function documentSchema() {
  const { told } = await ask(SCHEMA, {});
  if (!told.data) return;
  const types = told.data.__schema.types.filter((type) => !type.name.startsWith("__"));
  const last = ["Mutation", "Query"];
  types.sort((a, b) => last.indexOf(b.name) - last.indexOf(a.name) || a.name.localeCompare(b.name));
  place("types").replaceChildren(...types.map((type) => made("option", "", type.name)));
  place("types").addEventListener("change", () => describe(types[place("types").selectedIndex]));
  describe(types[0]);
}

place("run").addEventListener("click", run);
place("history").addEventListener("change", (event) => { if (event.target.value) place("query").value = event.target.value; });
document.addEventListener("keydown", (event) => { if (event.ctrlKey && event.key === "Enter") run(); });
list();
documentSchema();
