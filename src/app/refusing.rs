//! A form that could not be taken.

use super::effect::{Effect, FocusTarget};
use super::form::{FormId, FormProblem};
use super::model::Model;

/// Shows what is wrong in a form, whose text stays.
pub(super) fn refuse(model: &mut Model, form: FormId, problem: FormProblem) -> Vec<Effect> {
    model.forms.set_problem(form, Some(problem));
    let field = if matches!(problem, FormProblem::Name(_)) { FocusTarget::Name(form) } else { FocusTarget::Form(form) };
    vec![Effect::Focus(field)]
}
