// Waits for the next version of a page in the preview and shows it.
const known = document.currentScript.dataset.version;

const wait = async () => {
  try {
    const answer = await fetch(`/look-again/${known}`);
    if ((await answer.text()) !== known) {
      location.reload();
      return;
    }
    wait();
  } catch {
    setTimeout(wait, 1000);
  }
};

addEventListener("load", wait);
