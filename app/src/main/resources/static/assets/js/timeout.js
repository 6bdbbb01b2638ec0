// Warns five minutes before the sign-in ends and offers to stay. Without this file the sign-in ends
// just the same, and a saved draft is there after signing in again.
(() => {
  const minutes = Number(document.body.dataset.signedOutAfter);
  const panel = document.getElementById("timeout");
  if (!minutes || !panel) return;
  const text = panel.querySelector("[data-timeout-text]");
  const stay = panel.querySelector("[data-timeout-stay]");
  const warnMinutes = 5;
  let endsAt = 0;
  const restart = () => { endsAt = Date.now() + minutes * 60000; panel.hidden = true; };
  const tick = () => {
    const left = Math.ceil((endsAt - Date.now()) / 60000);
    if (left > warnMinutes) return;
    const words = left > 0
      ? `You will be signed out in ${left} ${left === 1 ? "minute" : "minutes"}. What you typed into a form is saved as a draft.`
      : "You have been signed out. Sign in again: your draft is kept.";
    if (text.textContent !== words) text.textContent = words;
    panel.hidden = false;
  };
  stay.addEventListener("click", async () => {
    const answer = await fetch(stay.dataset.timeoutStay, { credentials: "same-origin", redirect: "manual" });
    if (answer.ok) restart();
  });
  restart();
  setInterval(tick, 10000);
})();
