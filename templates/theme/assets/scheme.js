// Before anything is drawn: light or dark as chosen, or else as the system has it.
try {
  document.documentElement.dataset.scheme = localStorage.getItem("offer-playbook:scheme") ?? "";
} catch {
  // Nothing is kept here, so nothing was chosen.
}
