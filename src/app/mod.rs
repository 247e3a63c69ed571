//! What the program does: messages in, effects out, nothing else.
