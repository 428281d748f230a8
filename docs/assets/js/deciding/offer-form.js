// The form of one version of an offer, with only the fields that its kind of equity and its schedule need.

import { el } from "../dom.js";
import { store } from "../notes.js";
import { amount, bound, dayField } from "./form.js";

const STATES = { "": "No offer yet", said: "Said, not written", written: "In writing", final: "They say it's final", withdrawn: "Withdrawn" };
const KINDS = { "": "None", value: "A value", units: "Shares (RSUs) at a price", options: "Options" };
const SCHEDULES = { "": "Even, over four years", even: "Even, over other years", "5-15-40-40": "5, 15, 40, 40%", "33-33-33": "A third a year", own: "Another" };
const pairs = Object.entries;

/** Return the form of an offer at `start`, offer/alder/1. */
export function offerForm(start) {
  const at = (name) => `${start}/${name}`;
  const set = (title, ...fields) =>
    el("fieldset", { class: "pb-set" }, el("legend", {}, title), el("div", { class: "pb-form pb-grid" }, fields));
  const only = (when, control) => {
    control.dataset.when = when;
    return control;
  };
  const form = el(
    "div",
    { class: "pb-offer-form" },
    set(
      "How sure it is",
      bound(at("state"), "State", { options: pairs(STATES) }),
      dayField(at("said_on"), "Came on"),
      dayField(at("ends"), "Last day to answer"),
      bound(at("currency"), "Currency", { maxlength: "3", pattern: "[A-Za-z]{3}", placeholder: "yours" }),
    ),
    set(
      "Pay a year, before tax",
      amount(at("base"), "Base"),
      amount(at("bonus"), "Target bonus", "An amount, or a share of the base such as 10%."),
      amount(at("bonus_paid"), "Share of it that you expect, %", "Left empty: half."),
      amount(at("benefits"), "Benefits, at your price"),
    ),
    set(
      "Sign-on",
      ...["at the start", "in year two", "in year three"].flatMap((when, n) => [
        amount(at(`sign_on_${n + 1}`), `Paid ${when}`),
        only(`sign_on_${n + 1}`, amount(at(`yours_after_${n + 1}`), "Yours after, months")),
      ]),
      only(
        "sign_on_1",
        bound(at("clawback"), "If you leave earlier", {
          options: [
            ["", "Not said: all of it"],
            ["full", "You pay all of it back"],
            ["part", "Month by month less"],
          ],
        }),
      ),
    ),
    set(
      "Equity",
      bound(at("equity"), "What they give", { options: pairs(KINDS) }),
      only("equity=value", amount(at("equity_value"), "Value of the whole grant")),
      only("equity=units,options", amount(at("units"), "How many")),
      only("equity=units,options", amount(at("unit_price"), "Price of a share today")),
      only("equity=options", amount(at("strike"), "Strike price")),
      only("equity", bound(at("schedule"), "Schedule", { options: pairs(SCHEDULES) })),
      only("schedule=even", bound(at("years"), "Years", { options: pairs({ "": "4", 3: "3", 5: "5" }) })),
      only("schedule=own", bound(at("shares_by_year"), "Percent by year", { placeholder: "10, 20, 30, 40" })),
      only("equity", amount(at("cliff"), "Nothing before, months")),
      only("equity", bound(at("vests"), "Vests", { options: pairs({ "": "Every month", quarter: "Every quarter", year: "Once a year" }) })),
      amount(at("refresher"), "Refreshers promised, a year from year two"),
    ),
    set("Time", amount(at("hours"), "Hours a week"), amount(at("weeks"), "Weeks a year"), bound(at("note"), "Notes", { rows: "2", maxlength: "4000" })),
  );
  showNeeded(form, start);
  return form;
}

/** Show the fields whose condition holds: `equity` is set, or `equity=units,options`. */
export function showNeeded(form, start) {
  for (const one of form.querySelectorAll("[data-when]")) {
    const [name, values] = one.dataset.when.split("=");
    const value = store.get(`${start}/${name}`);
    one.hidden = values ? !values.split(",").includes(value) : !value;
  }
}
