//! A thread with everything a thread can show, for checkers and photographs.

use crate::seed::Seeds;

/// The thread `id` with nested replies, several scripts, long words, links, an edit and a gap left by a deletion.
#[track_caller]
#[must_use]
pub fn thread(id: &str) -> Seeds {
    let mut seeds = Seeds::of_thread(id);
    let first = seeds.post(
        "Marta Hollings",
        "The part about the guarantees is what I would read twice.\n\nHas anybody found the text of the 2022 draft?",
    );
    let answer = seeds.reply(
        first,
        "J. Okafor",
        "An archived copy: https://example.org/archive/2022/draft?page=3#annex. It is short.",
    );
    let third = seeds.reply(answer, "Marta Hollings", "Thank you 🙏🏽 — shorter than I remembered.");
    let fourth = seeds.reply(third, "", "Four levels down, and still legible?");
    seeds.reply(fourth, "Līga", "Yes.");
    seeds.reply(first, "נועה", "גם אני חיפשתי את זה. הקישור עובד, תודה!");
    let long = seeds
        .post("a-very-long-name-without-any-space-that-has-to-break-somewhere-or-it-leaves-the-page", "Long words.");
    seeds.edit(long, "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft. And an address: https://example.org/a/path/that/is/so/long/that/it/has/to/be/broken/somewhere/too?with=a&query=of&its=own");
    let gone = seeds.post("Someone", "This is deleted and leaves a gap, because it was answered.");
    seeds.reply(gone, "Bo", "I saw that.");
    seeds.delete(gone);
    seeds.post("سارة", "النص العربي يُكتب من اليمين إلى اليسار، مع English في الوسط.");
    seeds.post(
        "👩\u{200d}🚀",
        "😀 emoji, a family 👩\u{200d}👩\u{200d}👧\u{200d}👦, and a line\nbroken by hand\nonce and again.",
    );
    seeds
}
