//! The times until a thread is drawn, as a picture: a line for each subject, over how many comments there are.

use super::figures::{sizes, subjects, title};
use super::visits::{Cell, Run};
use std::fmt::Write as _;

/// Of the whole picture, in its own units.
const WIDTH: f64 = 960.0;
const HEIGHT: f64 = 420.0;
/// Of one of its two halves.
const LEFT: [f64; 2] = [60.0, 400.0];
const ACROSS: f64 = 300.0;
const TOP: f64 = 50.0;
const DOWN: f64 = 310.0;

/// Both axes are logarithmic.
#[derive(Clone, Copy, Debug)]
struct Axis {
    least: f64,
    most: f64,
    from: f64,
    to: f64,
}

impl Axis {
    fn at(self, value: f64) -> f64 {
        let share = (value / self.least).ln() / (self.most / self.least).ln();
        self.from + share.clamp(0.0, 1.0) * (self.to - self.from)
    }
}

/// The picture. Its colours follow the reader's, light or dark.
pub(super) fn svg(run: &Run) -> String {
    let mut halves = String::new();
    for (cpu, left) in [1, 4].into_iter().zip(LEFT) {
        half(&mut halves, run, cpu, left);
    }
    let mut legend = String::new();
    for (number, subject) in drawn_subjects(run).enumerate() {
        let y = TOP + 14.0 + 26.0 * number as f64;
        let _infallible = write!(
            legend,
            "<path class=\"s-{subject}\" d=\"M720 {y}h24\"/><text x=\"752\" y=\"{}\">{}</text>",
            y + 5.0,
            title(subject)
        );
    }
    format!(
        "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 {WIDTH} {HEIGHT}\" role=\"img\" aria-labelledby=\"title desc\">\n\
         <title id=\"title\">How long a thread takes to be drawn</title>\n<desc id=\"desc\">{}</desc>\n<style>{STYLE}</style>\n\
         <rect class=\"ground\" width=\"{WIDTH}\" height=\"{HEIGHT}\"/>\n{halves}{legend}\n</svg>\n",
        described(run)
    )
}

const STYLE: &str = "
.ground { fill: #fff } text { fill: #222; font: 14px sans-serif } path { fill: none; stroke: #767676; stroke-width: 2 }
.grid { stroke: #ddd; stroke-width: 1 } .axis { text-anchor: end } .middle { text-anchor: middle }
.s-widget-stored { stroke: #0550c8; stroke-width: 3.5 } .s-widget-published { stroke: #0550c8; stroke-width: 3.5; stroke-dasharray: 8 5 }
.s-minimal { stroke: #1a7f37 } .s-minimal-fetched { stroke: #1a7f37; stroke-dasharray: 8 5 } .s-auto { stroke: #1a7f37; stroke-dasharray: 2 4 }
.s-isso { stroke: #a3480c } .s-artalk { stroke: #a3480c; stroke-dasharray: 8 5 } .s-waline { stroke: #a3480c; stroke-dasharray: 2 4 }
@media (prefers-color-scheme: dark) {
.ground { fill: #14171c } text { fill: #e6e6e6 } .grid { stroke: #333a44 } path { stroke: #9aa0a8 }
.s-widget-stored, .s-widget-published { stroke: #79b0ff } .s-minimal, .s-minimal-fetched, .s-auto { stroke: #58c978 }
.s-isso, .s-artalk, .s-waline { stroke: #f0a36b }
}
";

/// Those with more than one size: a line needs two points.
fn drawn_subjects(run: &Run) -> impl Iterator<Item = &'static str> {
    subjects().filter(|subject| sizes(run, subject).len() > 1)
}

fn half(picture: &mut String, run: &Run, cpu: u32, left: f64) {
    let x = Axis { least: 10.0, most: 50_000.0, from: left, to: left + ACROSS };
    let y = Axis { least: 20.0, most: 20_000.0, from: TOP + DOWN, to: TOP };
    let speed = if cpu == 1 { "full speed".to_owned() } else { format!("1/{cpu} of the speed") };
    let _infallible =
        writeln!(picture, "<text class=\"middle\" x=\"{}\" y=\"28\">Processor at {speed}</text>", left + ACROSS / 2.0);
    for time in [20.0_f64, 50.0, 100.0, 200.0, 500.0, 1_000.0, 2_000.0, 5_000.0, 10_000.0, 20_000.0] {
        let (at, end) = (y.at(time), left + ACROSS);
        let unit = if time >= 1_000.0 { format!("{} s", time / 1_000.0) } else { format!("{time} ms") };
        let _infallible = writeln!(
            picture,
            "<path class=\"grid\" d=\"M{left} {at:.1}H{end}\"/><text class=\"axis\" x=\"{}\" y=\"{:.1}\">{unit}</text>",
            left - 6.0,
            at + 5.0
        );
    }
    for (size, said) in [(10.0, "10"), (100.0, "100"), (1_000.0, "1,000"), (5_000.0, "5,000"), (50_000.0, "50,000")] {
        let _infallible = writeln!(
            picture,
            "<text class=\"middle\" x=\"{:.1}\" y=\"{}\">{said}</text>",
            x.at(size),
            TOP + DOWN + 22.0
        );
    }
    let _infallible = writeln!(
        picture,
        "<text class=\"middle\" x=\"{}\" y=\"{}\">comments</text>",
        left + ACROSS / 2.0,
        TOP + DOWN + 44.0
    );
    for subject in drawn_subjects(run) {
        let points = points(run, subject, cpu);
        let way: Vec<String> =
            points.iter().map(|(size, time)| format!("{:.1} {:.1}", x.at(*size as f64), y.at(*time))).collect();
        if way.len() > 1 {
            let _infallible = writeln!(picture, "<path class=\"s-{subject}\" d=\"M{}\"/>", way.join("L"));
        }
    }
}

/// Sizes, and the middle of the times.
fn points(run: &Run, subject: &'static str, cpu: u32) -> Vec<(usize, f64)> {
    let time = |size| Some((size, run.spread(Cell::known(subject, size, cpu), |visit| visit.drawn)?.median));
    sizes(run, subject).into_iter().filter_map(time).collect()
}

/// The picture in words.
fn described(run: &Run) -> String {
    let sentence = |subject: &'static str| {
        let points = points(run, subject, 1);
        let said: Vec<String> =
            points.iter().map(|(size, time)| format!("{time:.0} ms with {size} comments")).collect();
        format!("{}: {}.", title(subject), said.join(", "))
    };
    let all: Vec<String> = drawn_subjects(run).map(sentence).collect();
    format!(
        "Milliseconds from navigation until the rows in view are drawn, at the processor's full speed. {}",
        all.join(" ")
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_picture_has_a_line_for_each_subject_and_says_its_figures() {
        let visit = |subject: &str, size: u32, drawn: u32| {
            format!("{{\"subject\":\"{subject}\",\"size\":{size},\"cpu\":1,\"visit\":\"known\",\"drawn\":{drawn}}}\n")
        };
        let text = format!("{{}}\n{}{}{}", visit("minimal", 10, 50), visit("minimal", 100, 75), visit("isso", 10, 900));
        let picture = svg(&Run::parse(&text).unwrap());
        assert!(picture.contains("minimal JavaScript: 50 ms with 10 comments, 75 ms with 100 comments."), "{picture}");
        assert_eq!(picture.matches("<path class=\"s-minimal\"").count(), 2, "a line and its place in the legend");
        assert!(!picture.contains("<path class=\"s-isso\""), "one point is no line");
    }

    #[test]
    fn ten_times_as_much_is_everywhere_as_far() {
        let axis = Axis { least: 10.0, most: 1_000.0, from: 0.0, to: 100.0 };
        assert_eq!([10.0, 100.0, 1_000.0, 5_000.0].map(|value| axis.at(value).round()), [0.0, 50.0, 100.0, 100.0]);
    }
}
