// The plan for other weeks and hours: the rules of scripts/playbook/plan/schedule.py, over the drills of plan.json.

/** Return the plan that fits `time`, {weeks, hours_per_week}; all times in minutes. */
export function schedule({ rules, rounds, topics, drills }, time) {
  const hours = time.hours_per_week * 60;
  const review = hours >= 300 ? 30 : hours >= 120 ? 15 : 0;
  const rooms = roomsOf(time.weeks);
  const names = Object.keys(rounds);
  const musts = drills.filter(({ step }) => !step);
  const [packed, missing] = spread();
  const late = missing.filter(({ step, because }) => !step && because === "no time");
  let mocks = 0;
  return {
    weeks: packed.map(week),
    left_out: leftOut(),
    available: time.weeks * hours,
    musts: sum(musts),
    musts_missing: sum(late),
    weeks_for_musts: late.length ? weeksFor() : time.weeks,
  };

  function hasMock(number, weeks) {
    return hours >= 240 && (number % 2 === 0 || number === weeks);
  }

  function roomsOf(weeks) {
    const all = Array.from({ length: weeks }, (_, i) => hours - review - (hasMock(i + 1, weeks) ? rules.mock : 0));
    all[weeks - 1] -= Math.min(Math.floor((weeks * hours * rules.slack_percent) / 100), all[weeks - 1]);
    return all;
  }

  /** If there is more time than the drills need, lay about as many minutes into each week. */
  function spread() {
    const needed = sum(drills);
    const given = rooms.reduce((one, other) => one + other, 0);
    for (let more = 0; needed < given && more < Math.max(...rooms); more += rules.stride) {
      const even = rooms.map((room) => Math.min(room, Math.floor((room * needed) / given) + more));
      const result = pack(drills, topics, even);
      if (!result[1].length) return result;
    }
    return pack(drills, topics, rooms);
  }

  function week(planned, index) {
    const number = index + 1;
    const tasks = planned.map((drill) => ({ ...drill, kind: "drill" }));
    if (hasMock(number, time.weeks)) {
      tasks.push({ kind: "mock", minutes: rules.mock, why: rules.words.mock, round: names[mocks++ % names.length] });
    }
    if (review) tasks.push({ kind: "review", minutes: review, why: rules.words.review });
    return { number, tasks, minutes: sum(tasks), free: hours - sum(tasks) };
  }

  function leftOut() {
    const groups = new Map();
    for (const { id, topic, step, minutes, because } of missing) {
      const why = rules.words[because === "too long" ? because : step ? "later" : "must"];
      const group = groups.get(topic + because) ?? { topic, because, drills: [], minutes: 0 };
      group.why ??= why.replace("{longest}", Math.max(...rooms));
      group.drills.push(id);
      group.minutes += minutes;
      groups.set(topic + because, group);
    }
    return [...groups.values()];
  }

  function weeksFor() {
    for (let weeks = time.weeks + 1; weeks <= rules.longest; weeks += 1) {
      const [, missing] = pack(musts, topics, roomsOf(weeks));
      if (missing.every(({ because }) => because === "too long")) return weeks;
    }
    return null;
  }
}

/** Lay drills into the weeks; return also those that do not fit, with the reason. */
function pack(drills, topics, rooms) {
  const weeks = rooms.map(() => []);
  const missing = [];
  const left = [...rooms];
  const begun = new Set();
  const starved = new Set();
  let place = 0;
  let lowest = Infinity;
  for (const drill of drills) {
    const { topic, step, minutes } = drill;
    const needs = [topic, ...topics[topic].after.filter((id) => !begun.has(id))];
    const next = left.findIndex((room, number) => number >= place && room >= minutes);
    if (minutes > Math.max(...rooms)) missing.push({ ...drill, because: "too long" });
    else if (next < 0 || step > lowest || needs.some((id) => starved.has(id))) {
      missing.push({ ...drill, because: "no time" });
      starved.add(topic);
      lowest = Math.min(lowest, step);
    } else {
      weeks[next].push(drill);
      left[next] -= minutes;
      begun.add(topic);
      place = next;
    }
  }
  return [weeks, missing];
}

function sum(all) {
  return all.reduce((minutes, one) => minutes + one.minutes, 0);
}
