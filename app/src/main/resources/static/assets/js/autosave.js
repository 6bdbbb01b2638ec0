// Saves a half-written entry on the server, never in the browser: the machine may be shared.
// A form asks for it with data-autosave="address"; the button "Save draft" does the same without this file.
// What is said stands beside the form: what is saved, and since when.
(() => {
  const pauseMillis = 3000;
  const againMillis = 10000;
  const clock = () => new Date().toLocaleTimeString("en-GB",
    { hour: "2-digit", minute: "2-digit", timeZone: "Europe/London" });
  const watch = (form) => {
    const state = form.querySelector("[data-autosave-state]");
    let timer = 0;
    let savedAt = "";
    let open = false;
    let sent = false;
    const say = (text) => { if (state && state.textContent !== text) state.textContent = text; };
    const besides = () => [...form.querySelectorAll("input[type=file]")].some((i) => i.files.length > 0)
      ? " The file is not in it: press “Save draft” to keep it too." : "";
    const since = () => savedAt ? `What you wrote until ${savedAt} is saved; what came after is not` : "Draft not saved";
    const later = (millis) => { clearTimeout(timer); timer = setTimeout(save, millis); };
    const save = async (leaving) => {
      if (!open || sent) return;
      open = false;
      try {
        const answer = await fetch(form.dataset.autosave, {
          method: "POST", body: new URLSearchParams(new FormData(form)),
          credentials: "same-origin", redirect: "manual", keepalive: leaving === true });
        if (sent) return;
        if (answer.ok) {
          savedAt = clock();
          if (!open) say(`Draft saved at ${savedAt}.${besides()}`);
        } else if (answer.status >= 500) {
          open = true;
          say(`${since()}: no answer. Keep this page open; we try again.`);
          later(againMillis);
        } else {
          open = true;
          say(answer.status === 409
            ? `${since()}: another window of yours saved this form. Copy your words, open the form again and add them there.`
            : answer.status === 413
            ? `${since()}: it is too long. Shorten it, or copy it before you leave.`
            : `${since()}: you may have been signed out. Copy your words before you leave this page.`);
        }
      } catch {
        open = true;
        say(`${since()}: no connection. Keep this page open; we try again.`);
        later(againMillis);
      }
    };
    const typed = () => {
      open = true;
      say(savedAt ? `Saved at ${savedAt}; what came after is not saved yet.` : "Not saved yet.");
      later(pauseMillis);
    };
    form.addEventListener("input", typed);
    form.addEventListener("submit", () => { sent = true; clearTimeout(timer); });
    addEventListener("online", () => save());
    addEventListener("pageshow", () => { sent = false; });
    document.addEventListener("visibilitychange", () => { if (document.hidden) save(true); });
  };
  document.querySelectorAll("form[data-autosave]").forEach(watch);
})();
