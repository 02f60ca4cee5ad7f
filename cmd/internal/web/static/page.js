// What the pages do in the browser: sending files, following a batch, and marking
// findings and cells with each other. Without it the pages can still be read.
"use strict";

const english = document.documentElement.lang === "en";
const say = (zh, en) => (english ? en : zh);
const one = (selector, root = document) => root.querySelector(selector);
const all = (selector, root = document) => [...root.querySelectorAll(selector)];
const header = { "X-Jxmb-Request": "1" };

function toast(text) {
  const box = one("#toast");
  box.textContent = text;
  clearTimeout(toast.timer);
  toast.timer = setTimeout(() => (box.textContent = ""), 6000);
}

// told is a problem in one line.
const told = (p) => (p.place ? p.place + "：" : "") + p.what + (p.hint ? "（" + p.hint + "）" : "");

// problem is what a refused request says.
async function problem(response) {
  try {
    return told(await response.json());
  } catch {
    return say("请求失败", "the request failed") + " " + response.status;
  }
}

async function send(method, url, body) {
  const headers = { ...header };
  if (body !== undefined) headers["Content-Type"] = "application/json";
  try {
    const response = await fetch(url, { method, headers, body: body === undefined ? undefined : JSON.stringify(body) });
    if (response.ok) return true;
    toast(await problem(response));
  } catch {
    toast(say("连不上 jxmb，请看看它是否还在运行", "jxmb does not answer; please see whether it still runs"));
  }
  return false;
}

// ---- language

for (const b of all("[data-lang]")) {
  b.addEventListener("click", () => {
    document.cookie = "lang=" + b.dataset.lang + "; path=/; max-age=31536000; samesite=strict";
    location.reload();
  });
}

// ---- sending files

// chunks keeps requests below the limits of parts and bytes.
const maxParts = 100, maxBytes = 48 << 20;

function chunks(files) {
  const list = [];
  let bytes = 0;
  for (const f of files) {
    const last = list[list.length - 1];
    if (!last || last.length >= maxParts || bytes + f.file.size > maxBytes) {
      list.push([f]);
      bytes = f.file.size;
    } else {
      last.push(f);
      bytes += f.file.size;
    }
  }
  return list;
}

function post(url, files, progress) {
  return new Promise((resolve, reject) => {
    const form = new FormData();
    for (const f of files) form.append("file", f.file, f.path);
    const x = new XMLHttpRequest();
    x.open("POST", url);
    x.setRequestHeader("X-Jxmb-Request", "1");
    x.upload.onprogress = (e) => progress(e.loaded);
    x.onerror = () => reject(new Error(say("连不上 jxmb", "jxmb does not answer")));
    x.onload = () => {
      let answer = {};
      try { answer = JSON.parse(x.responseText); } catch { /* no JSON */ }
      if (x.status < 300) resolve(answer);
      else reject(new Error(answer.what ? told(answer) : String(x.status)));
    };
    x.send(form);
  });
}

async function upload(files) {
  files = files.filter((f) => !/(^|\/)(\.|~\$|Thumbs\.db$)/.test(f.path));
  const refused = one("#refused");
  refused.hidden = true;
  if (!files.length) return;
  one("#sending").hidden = false;
  const total = files.reduce((n, f) => n + f.file.size, 0) || 1;
  let sent = 0, done = 0, id = "";
  try {
    for (const part of chunks(files)) {
      const bytes = part.reduce((n, f) => n + f.file.size, 0);
      const url = id ? "/api/v1/batches/" + id + "/files" : "/api/v1/batches?start=false&lang=" + (english ? "en" : "zh");
      const answer = await post(url, part, (n) => {
        one("#sent").value = Math.min(100, ((sent + Math.min(n, bytes)) / total) * 100);
        one("#sendtext").textContent = say("正在上传 ", "uploading ") + done + " / " + files.length;
      });
      id = answer.id;
      sent += bytes;
      done += part.length;
    }
    if (await send("POST", "/api/v1/batches/" + id + "/start")) location.assign("/batches/" + id);
  } catch (e) {
    refused.textContent = e.message;
    refused.hidden = false;
    if (id) send("DELETE", "/api/v1/batches/" + id);
  }
  one("#sending").hidden = true;
}

// entries reads what was dropped, folders too.
async function entries(items) {
  const files = [];
  const walk = async (entry) => {
    if (entry.isFile) {
      const file = await new Promise((ok, no) => entry.file(ok, no));
      files.push({ file, path: entry.fullPath.replace(/^\//, "") });
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const list = await new Promise((ok, no) => reader.readEntries(ok, no));
      if (!list.length) return;
      for (const e of list) await walk(e);
    }
  };
  for (const e of items.map((i) => i.webkitGetAsEntry && i.webkitGetAsEntry()).filter(Boolean)) await walk(e);
  return files;
}

const drop = one("#drop");
if (drop) {
  const over = (on) => (e) => { e.preventDefault(); drop.classList.toggle("over", on); };
  document.addEventListener("dragover", over(true));
  document.addEventListener("dragleave", over(false));
  document.addEventListener("drop", async (e) => {
    over(false)(e);
    const plain = [...e.dataTransfer.files].map((file) => ({ file, path: file.name }));
    const found = await entries([...e.dataTransfer.items]);
    upload(found.length ? found : plain);
  });
  for (const input of all("#files, #folder")) {
    input.addEventListener("change", () => upload([...input.files].map((file) => ({ file, path: file.webkitRelativePath || file.name }))));
  }
}

for (const b of all("[data-delete]")) {
  b.addEventListener("click", async () => {
    if (confirm(b.dataset.ask) && (await send("DELETE", b.dataset.delete))) b.closest("li").remove();
  });
}
for (const b of all("[data-post]")) {
  b.addEventListener("click", async () => { if (await send("POST", b.dataset.post)) location.reload(); });
}

// ---- following a batch

const labels = { waiting: say("等待", "waiting"), running: say("正在读取", "reading"), done: say("完成", "done"), failed: say("失败", "failed"), uploading: say("正在上传", "uploading") };
const main = one("#main");

function element(name, cls, text) {
  const e = document.createElement(name);
  if (cls) e.className = cls;
  if (text !== undefined) e.textContent = text;
  return e;
}

function showFile(f) {
  let list = one("#filelist");
  if (!list) {
    list = element("ul", "filelist");
    list.id = "filelist";
    const empty = one(".files .empty");
    if (empty) empty.replaceWith(list);
    else one(".files").append(list);
  }
  let item = document.getElementById("file-" + f.index);
  if (!item) {
    item = element("li", "card");
    item.id = "file-" + f.index;
    const link = element("a", "row");
    link.href = location.pathname + "/documents/" + f.index;
    link.append(element("span", "name", f.name), element("span", "state"));
    item.append(link, element("div", "detail"));
    list.append(item);
  }
  const state = one(".state", item);
  state.className = "state " + f.state;
  state.textContent = labels[f.state] || f.state;
  const detail = one(".detail", item);
  detail.replaceChildren();
  if (f.error) {
    detail.append(element("p", "error", (f.error.place ? f.error.place + ": " : "") + f.error.what));
    if (f.error.hint) detail.append(element("p", "hint", f.error.hint));
  } else if (f.state === "done") {
    detail.append(element("span", "num", f.projects + say(" 个项目", " projects")), element("span", "num", f.indicators + say(" 个指标", " indicators")));
    for (const [key, label] of [["error", say("错误", "errors")], ["warning", say("警告", "warnings")], ["info", say("提示", "notes")]]) {
      if (f.findings[key]) detail.append(element("span", "tag " + key, label + " " + f.findings[key]));
    }
  }
}

if (main && main.dataset.events) {
  const source = new EventSource(main.dataset.events);
  source.addEventListener("files", (e) => JSON.parse(e.data).forEach(showFile));
  source.addEventListener("status", (e) => {
    const s = JSON.parse(e.data), c = s.counts;
    for (const key of ["files", "done", "failed", "projects", "indicators"]) one("#n-" + key).textContent = c[key];
    one("#n-findings").textContent = c.findings.error + c.findings.warning + c.findings.info;
    one("#state").className = "state " + s.state;
    one("#state").textContent = labels[s.state] || s.state;
    one("#progress").max = c.files || 1;
    one("#progress").value = c.done + c.failed;
    one("#progresstext").textContent = c.done + c.failed + " / " + c.files;
  });
  source.addEventListener("end", () => { source.close(); location.reload(); });
}

// ---- a document: findings and cells mark each other

const panes = one(".panes");

function tab(name) {
  panes.dataset.show = name;
  for (const t of all("[data-tab]")) t.setAttribute("aria-selected", String(t.dataset.tab === name));
}

function clear() {
  for (const e of all(".marked, .also")) e.classList.remove("marked", "also");
}

function reveal(e) {
  if (e && e.offsetParent !== null) e.scrollIntoView({ block: "center", inline: "nearest" });
}

const cells = new Map(all("[data-cell]").map((e) => [e.dataset.cell, e]));
const findings = all("[data-finding]");

// cellsOf are the cells of a place: one, or those of a row.
function cellsOf(key) {
  if (cells.has(key)) return [cells.get(key)];
  if (key.split(".").length !== 2) return [];
  return [...cells.keys()].filter((k) => k.startsWith(key + ".")).map((k) => cells.get(k));
}

// mark shows the cells of a place, and what was read or found there.
function mark(key, from, also = []) {
  clear();
  const marked = key ? cellsOf(key) : [];
  for (const c of marked) c.classList.add("marked");
  for (const a of also) for (const c of cellsOf(a)) c.classList.add("also");
  const here = [...findings.filter((f) => key && f.dataset.cellRef === key), ...all("[data-for]").filter((e) => key && e.dataset.for === key)];
  for (const e of here) e.classList.add("marked");
  if (from) from.classList.add("marked");
  if (from && from.dataset.cell) reveal(here[0] || rowOf(key));
  else reveal(marked[0]);
  return here;
}

// rowOf is what was read of the row of a cell.
function rowOf(key) {
  const row = key.split(".").slice(0, 2).join(".") + ".";
  return all("[data-for]").find((e) => e.dataset.for.startsWith(row));
}

let current = -1;
function go(step) {
  if (!findings.length) return;
  current = (current + step + findings.length) % findings.length;
  const f = findings[current];
  tab("reading");
  f.focus({ preventScroll: true });
  mark(f.dataset.cellRef, f, f.dataset.also.trim().split(/\s+/).filter(Boolean));
  reveal(f);
}

function choose(e) {
  if (e.target.closest("button, a, input, textarea")) return;
  const f = e.target.closest("[data-finding], [data-cell-ref]"), cell = e.target.closest("[data-cell]"), read = e.target.closest("[data-for]");
  if (f) {
    current = findings.indexOf(f);
    mark(f.dataset.cellRef, f, (f.dataset.also || "").trim().split(/\s+/).filter(Boolean));
  } else if (cell) mark(cell.dataset.cell, cell);
  else if (read) mark(read.dataset.for, read);
}

// decide asks for a reason, and for the new text of a correction.
function decide(title, about, after) {
  const dialog = one("#decide"), form = one("form", dialog);
  one("#dtitle").textContent = title;
  one("#dabout").textContent = about;
  one("#dafter").hidden = after === undefined;
  form.after.value = after || "";
  form.why.value = "";
  form.who.value = localStorage.getItem("who") || "";
  dialog.returnValue = "no";
  dialog.showModal();
  (after === undefined ? form.why : form.after).focus();
  return new Promise((resolve) => {
    dialog.addEventListener("close", () => {
      localStorage.setItem("who", form.who.value);
      resolve(dialog.returnValue === "ok" ? { after: form.after.value, why: form.why.value, who: form.who.value } : null);
    }, { once: true });
  });
}

async function review(body) {
  if (await send("POST", main.dataset.review, body)) {
    sessionStorage.setItem("place", JSON.stringify({ path: location.pathname, reading: one("#reading").scrollTop, paper: one("#paper").scrollTop, page: scrollY }));
    location.reload();
  }
}

async function act(button) {
  const d = button.dataset, words = one("#words").dataset;
  const correction = { project: d.project, indicator: d.indicator, field: d.field, before: d.before || "", after: "", who: "", when: "", why: "" };
  if (d.ignore) {
    const said = await decide(words.ignore, one("p", button.parentElement).textContent);
    if (said) review({ do: "ignore", key: JSON.parse(d.ignore), who: said.who, why: said.why });
  } else if (d.notice) review({ do: "notice", key: JSON.parse(d.notice) });
  else if (d.edit !== undefined) {
    const said = await decide(words.correct, d.before, d.before);
    if (said) review({ do: "correct", correction: { ...correction, after: said.after }, who: said.who, why: said.why });
  } else if (d.undo !== undefined) review({ do: "undo", correction });
}

if (panes) {
  for (const t of all("[data-tab]")) t.addEventListener("click", () => tab(t.dataset.tab));
  panes.addEventListener("click", (e) => {
    const button = e.target.closest("[data-ignore], [data-notice], [data-edit], [data-undo]");
    if (button) act(button);
    else choose(e);
  });
  document.addEventListener("keydown", (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || one("dialog[open]") || /^(INPUT|TEXTAREA)$/.test(e.target.tagName)) return;
    const f = findings[current], key = e.key.toLowerCase(); // with caps lock too
    if (key === "j") go(1);
    else if (key === "k") go(-1);
    else if (key === "enter" && e.target.tagName !== "BUTTON" && e.target.tagName !== "A") choose(e);
    else if (key === "i" && f) act(one("[data-ignore]", f));
    else if (key === "e" && f) {
      const edit = f.closest(".indicator") && one("[data-edit]", f.closest(".indicator"));
      if (edit) act(edit);
    } else return;
    e.preventDefault();
  });
  const place = JSON.parse(sessionStorage.getItem("place") || "null");
  if (place && place.path === location.pathname) {
    one("#reading").scrollTop = place.reading;
    one("#paper").scrollTop = place.paper;
    scrollTo(0, place.page);
    sessionStorage.removeItem("place");
  }
}
