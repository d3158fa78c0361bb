// One question to the desk, and what became of it: {kind, body}. A kind is "ok", "network" (nobody
// answered), "session" (Django's answer is the way to the log-in), "server" (it could not), or the
// code of a refusal. Every answer brings the token for the next question.

const PATIENCE = 20_000; // ms: a phone at the edge of its network takes ten seconds for a handshake

const tokens = () => document.querySelectorAll("[name=csrfmiddlewaretoken]");

export async function ask(address, fields = null, { renew = null } = {}) {
  const answer = await put(address, fields);
  if (answer.kind !== "token" || !renew) return answer;
  // Somebody logged in anew in another tab: the token of this page is an old one.
  const fresh = await put(renew, null);
  return fresh.kind === "ok" ? put(address, fields) : fresh;
}

async function put(address, fields) {
  try {
    const token = tokens()[0]?.value ?? "";
    fields?.set("csrfmiddlewaretoken", token);
    const answer = await fetch(address, {
      method: fields ? "POST" : "GET",
      body: fields,
      redirect: "manual",
      headers: { "X-CSRFToken": token, Accept: "application/json" },
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (answer.type === "opaqueredirect") return { kind: "session" };
    const body = await answer.json().catch(() => null);
    if (body?.csrf) for (const token of tokens()) token.value = body.csrf;
    if (answer.ok && body) return { kind: "ok", body };
    if (body?.code) return { kind: body.code, body };
    return { kind: answer.status === 403 ? "token" : "server" };
  } catch {
    return { kind: "network" };
  }
}
