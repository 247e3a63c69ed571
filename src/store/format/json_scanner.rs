//! JSON read from its first character to its last (RFC 8259), without recursion and without making anything of it but slices.

use std::borrow::Cow;

/// How far a JSON text has been read.
pub(super) struct Scanner<'a> {
    text: &'a str,
    at: usize,
}

impl<'a> Scanner<'a> {
    /// At the beginning of a text.
    pub(super) fn new(text: &'a str) -> Self {
        Self { text, at: 0 }
    }

    /// The next byte that is not white space, without going on.
    pub(super) fn peek(&mut self) -> Option<u8> {
        loop {
            match self.text.as_bytes().get(self.at) {
                Some(b' ' | b'\t' | b'\n' | b'\r') => self.at += 1,
                other => return other.copied(),
            }
        }
    }

    /// Goes on behind this byte, which must be the next that is not white space.
    pub(super) fn eat(&mut self, byte: u8) -> Option<()> {
        (self.peek()? == byte).then(|| self.at += 1)
    }

    /// Nothing if there is only white space left.
    pub(super) fn end(&mut self) -> Option<()> {
        self.peek().is_none().then_some(())
    }

    /// A string, with its quotes. Escapes are looked at, but not whether they are of characters that there are.
    pub(super) fn string(&mut self) -> Option<&'a str> {
        self.eat(b'"')?;
        let start = self.at - 1;
        loop {
            let rest = self.text.as_bytes().get(self.at..)?;
            self.at += rest.iter().position(|byte| matches!(byte, b'"' | b'\\' | ..=0x1f))?;
            match self.byte()? {
                b'"' => return self.text.get(start..self.at),
                b'\\' => match self.byte()? {
                    b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't' => {}
                    b'u' => {
                        for _ in 0..4 {
                            self.byte().filter(u8::is_ascii_hexdigit)?;
                        }
                    }
                    _ => return None,
                },
                _ => return None,
            }
        }
    }

    /// Any value.
    pub(super) fn value(&mut self) -> Option<&'a str> {
        self.peek()?;
        let start = self.at;
        // How the objects and lists end that the next value stands in.
        let mut ends: Vec<u8> = Vec::new();
        loop {
            // Whether the next value stands in an object or a list that begins here.
            let mut goes_on = false;
            match self.peek()? {
                b'"' => drop(self.string()?),
                b'{' => {
                    self.at += 1;
                    ends.push(b'}');
                    goes_on = self.peek()? != b'}';
                    if goes_on {
                        self.key()?;
                    }
                }
                b'[' => {
                    self.at += 1;
                    ends.push(b']');
                    goes_on = self.peek()? != b']';
                }
                b't' => self.word("true")?,
                b'f' => self.word("false")?,
                b'n' => self.word("null")?,
                _ => self.number()?,
            }
            while !goes_on {
                let Some(end) = ends.last().copied() else {
                    return self.text.get(start..self.at);
                };
                if self.peek()? == b',' {
                    self.at += 1;
                    if end == b'}' {
                        self.key()?;
                    }
                    goes_on = true;
                } else {
                    self.eat(end)?;
                    ends.pop();
                }
            }
        }
    }

    /// The name of a member, and the colon after it.
    pub(super) fn key(&mut self) -> Option<&'a str> {
        let key = self.string()?;
        self.eat(b':')?;
        Some(key)
    }

    fn byte(&mut self) -> Option<u8> {
        let byte = self.text.as_bytes().get(self.at).copied();
        self.at += usize::from(byte.is_some());
        byte
    }

    fn word(&mut self, word: &str) -> Option<()> {
        let is_next = self.text.get(self.at..)?.starts_with(word);
        is_next.then(|| self.at += word.len())
    }

    fn number(&mut self) -> Option<()> {
        if self.next_is(b"-") {
            self.at += 1;
        }
        if self.next_is(b"0") {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.next_is(b".") {
            self.at += 1;
            self.digits()?;
        }
        if self.next_is(b"eE") {
            self.at += 1;
            if self.next_is(b"+-") {
                self.at += 1;
            }
            self.digits()?;
        }
        Some(())
    }

    fn digits(&mut self) -> Option<()> {
        let start = self.at;
        while self.next_is(b"0123456789") {
            self.at += 1;
        }
        (self.at > start).then_some(())
    }

    fn next_is(&self, bytes: &[u8]) -> bool {
        self.text.as_bytes().get(self.at).is_some_and(|byte| bytes.contains(byte))
    }
}

/// The text of a string that was read, with its quotes; `None` for one with half of a surrogate pair.
pub(super) fn unescaped(string: &str) -> Option<Cow<'_, str>> {
    let mut rest = string.strip_prefix('"')?.strip_suffix('"')?;
    if !rest.contains('\\') {
        return Some(Cow::Borrowed(rest));
    }
    let mut text = String::with_capacity(rest.len());
    while let Some((plain, escaped)) = rest.split_once('\\') {
        text.push_str(plain);
        let mut chars = escaped.chars();
        text.push(match chars.next()? {
            'b' => '\u{8}',
            'f' => '\u{c}',
            'n' => '\n',
            'r' => '\r',
            't' => '\t',
            'u' => {
                let (unit, after) = unit(escaped)?;
                let low = after.strip_prefix('\\').filter(|_| (0xd800..0xdc00).contains(&unit)).and_then(self::unit);
                let mut units = vec![unit];
                chars = after.chars();
                if let Some((low, after)) = low {
                    units.push(low);
                    chars = after.chars();
                }
                // One character, or nothing that is text.
                String::from_utf16(&units).ok()?.chars().next()?
            }
            other => other,
        });
        rest = chars.as_str();
    }
    text.push_str(rest);
    Some(Cow::Owned(text))
}

/// The unit of `u` and four hexadecimal digits, and what comes after them.
fn unit(escaped: &str) -> Option<(u16, &str)> {
    let (digits, after) = escaped.strip_prefix('u')?.split_at_checked(4)?;
    Some((u16::from_str_radix(digits, 16).ok()?, after))
}
