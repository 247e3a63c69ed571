//! Thin Yew components: the model in, messages out.
