//! Formulas: MathML, and what libraries have drawn.

use crate::support::{body, has, lacks};

const SQUARE: &str = "<msup><mi>c</mi><mn>2</mn></msup>";
const MASS: &str = "<mrow><mi>E</mi><mo>=</mo><mi>m</mi><msup><mi>c</mi><mn>2</mn></msup></mrow>";

#[test]
fn a_formula_in_a_sentence_is_drawn_in_it() {
    has(
        &format!("<p>where <math><mi>m</mi></math> is the mass and <math>{SQUARE}</math> is fixed.</p>"),
        &[&format!("<p>where <math><mi>m</mi></math> is the mass and <math>{SQUARE}</math> is fixed.</p>")],
    );
}

#[test]
fn a_formula_may_have_a_prefix() {
    has(
        "<p>x <mml:math><mml:msup><mml:mi>c</mml:mi><mml:mn>2</mml:mn></mml:msup></mml:math></p>",
        &[&format!("<math>{SQUARE}</math>")],
    );
}

#[test]
fn of_what_a_library_has_drawn_the_formula_stays() {
    let annotated = format!(
        "<math><semantics>{MASS}<annotation encoding='application/x-tex'>E=mc^2</annotation></semantics></math>"
    );
    for drawn in [
        format!(
            "<span class=katex><span class=katex-mathml>{annotated}</span><span class=katex-html aria-hidden=true><span>E</span><span>=</span></span></span>"
        ),
        format!(
            "<mjx-container class=MathJax jax=SVG><svg><path d=M0></svg><mjx-assistive-mml unselectable=on>{annotated}</mjx-assistive-mml></mjx-container>"
        ),
        format!(
            "<span class=MathJax_Preview>E=mc2</span><span class=MathJax id=M1><nobr><span>E=mc2</span></nobr><span class=MJX_Assistive_MathML>{annotated}</span></span><script type='math/tex'>E=mc^2</script>"
        ),
        format!(
            "<span class=mwe-math-element><span class='mwe-math-mathml-inline mwe-math-mathml-a11y' style='display: none;'>{annotated}</span><img src=e.svg class=mwe-math-fallback-image-inline alt='E=mc^2'></span>"
        ),
    ] {
        has(&format!("<p>So {drawn}.</p>"), &[&format!("<p>So <math alttext=\"E=mc^2\">{MASS}</math>.</p>")]);
    }
    has(
        &format!(
            "<p>So:</p><span class=katex-display><span class=katex><span class=katex-mathml>{annotated}</span><span class=katex-html>x</span></span></span>"
        ),
        &["<math display=\"block\" alttext=\"E=mc^2\">"],
    );
    has(&format!("<p>So <mjx-container display=true>{annotated}</mjx-container></p>"), &["<math display=\"block\""]);
}

#[test]
fn where_only_the_source_is_there_it_is_read() {
    has("<p>So <script type='math/tex'>E=mc^2</script>.</p>", &["<p>So <code>E=mc^2</code>.</p>"]);
    has("<p>So</p><script type='math/tex; mode=display'>E=mc^2</script><p>x</p>", &["<p><code>E=mc^2</code></p>"]);
    has(
        "<p>So <span class=MathJax_Preview>E</span><script type='math/tex'>E=mc^2</script>.</p>",
        &["<p>So <code>E=mc^2</code>.</p>"],
    );
    has(
        "<p>So <mjx-container data-latex='E=mc^2'><mjx-math><mjx-c></mjx-c></mjx-math></mjx-container>.</p>",
        &["<code>E=mc^2</code>"],
    );
    // Written for a script of the page, it stays as it was written.
    has("<p>So $E=mc^2$ and \\(a&lt;b\\).</p>", &["<p>So $E=mc^2$ and \\(a&lt;b\\).</p>"]);
    has("<p>So <img class=latex src=/latex.php?x alt='E=mc^2'>.</p><p>x</p>", &["<img", "alt=\"E=mc^2\""]);
}

#[test]
fn only_what_presents_stays_of_a_formula() {
    lacks(
        "<p>x <math href=https://a.example onclick=x() style=color:red><maction actiontype=statusline><mi xlink:href=javascript:x>a</mi><mtext>secret</mtext></maction><mglyph src=x><annotation-xml encoding='MathML-Content'><ci>meaning</ci></annotation-xml><mstyle mathcolor=red mathbackground='url(x)'><mi>b</mi></mstyle></math></p>",
        &["href", "onclick", "style=", "actiontype", "secret", "mglyph", "meaning", "mathcolor", "url("],
    );
    let html = body("<p>x <math><mtext>a <b onclick=x()>bold</b> <img src=x onerror=x()></mtext><mi>b</mi></math></p>");
    assert!(html.contains("<mtext>a bold</mtext><mi>b</mi>"), "{html}");
    has(
        "<p>x <math><mfenced open='[' separators=';'><mi>a</mi><mi>b</mi></mfenced></math></p>",
        &["<mrow><mo>[</mo><mi>a</mi><mo>;</mo><mi>b</mi><mo>)</mo></mrow>"],
    );
    // With too few parts a fraction would be drawn as an error.
    has("<p>x <math><mfrac><mi>a</mi></mfrac></math></p>", &["<math><mrow><mi>a</mi></mrow></math>"]);
    lacks("<p>x <math></math><math><semantics><annotation>y</annotation></semantics></math></p>", &["math", "y<"]);
    lacks("<p>x <mi>loose</mi></p>", &["<mi>"]);
}

#[test]
fn a_deep_formula_keeps_its_text() {
    let html = body(&format!("<p>x <math>{}<mi>a</mi>{}</math></p>", "<msqrt>".repeat(200), "</msqrt>".repeat(200)));
    assert!(html.contains("<mtext>a</mtext>") && html.matches("<msqrt>").count() <= 33, "{html}");
}
