// Lists without the methods of arrays, `Map` and `Set`: old libraries have put their own in the place of those.

/** What `make` makes of each. */
export function mapped(list, make) {
  const made = [];
  for (const one of list) made[made.length] = make(one);
  return made;
}

/** All but one. */
export function without(list, gone) {
  const rest = [];
  for (const one of list) if (one !== gone) rest[rest.length] = one;
  return rest;
}

/** Whether one of them is wanted. */
export function has(list, isWanted) {
  for (const one of list) if (isWanted(one)) return true;
  return false;
}
