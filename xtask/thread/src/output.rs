//! The published file: read before it is replaced, and replaced at once or not at all.

use std::fs;
use std::path::Path;
use std::time::{SystemTime, UNIX_EPOCH};

use anyhow::{Context, Result, bail};
use article_widget::domain::timestamp::Timestamp;

use crate::collected::Collected;
use crate::merge::Merged;

/// What is published already; `None` where there is no such file yet.
///
/// # Errors
/// It is there and cannot be read to its end: what it holds would be lost.
pub fn published(path: &Path) -> Result<Option<Collected>> {
    if !path.exists() {
        return Ok(None);
    }
    let label = path.display().to_string();
    let bytes = fs::read(path).with_context(|| format!("{label} cannot be read"))?;
    if bytes.iter().all(u8::is_ascii_whitespace) {
        return Ok(None);
    }
    let read = Collected::read(&label, &bytes).context("the published file stays as it is")?;
    if let Some(refused) = read.refused.first() {
        let (line, reason) = (refused.line, crate::reasons::of_line(refused.reason));
        bail!("line {line} of {label} {reason}. Mend it or take it out; until then the published file stays as it is");
    }
    Ok(Some(read))
}

/// Writes what was merged, unless the same stands there but for the date. Says whether it wrote.
///
/// # Errors
/// The file cannot be written. It is then as it was.
pub fn write(path: &Path, merged: &Merged, before: Option<&Collected>) -> Result<bool> {
    let there = fs::read_to_string(path).ok();
    if let Some(at) = before.and_then(|before| before.at)
        && there.as_deref() == Some(&*merged.file(at))
    {
        return Ok(false);
    }
    let folder = path.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let name = path.file_name().with_context(|| format!("{} is no file", path.display()))?.to_string_lossy();
    let beside = folder.join(format!(".{name}.new"));
    let written = fs::write(&beside, merged.file(now())).and_then(|()| fs::rename(&beside, path));
    if written.is_err() {
        // The temporary file that could not be written to its end is of no use.
        let _ = fs::remove_file(&beside);
    }
    written.with_context(|| format!("{} cannot be written", path.display()))?;
    Ok(true)
}

#[expect(clippy::disallowed_methods, reason = "a command of the developer's own machine has a clock")]
fn now() -> Timestamp {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default();
    i64::try_from(since.as_millis()).ok().and_then(Timestamp::from_millis).unwrap_or_else(Timestamp::unix_epoch)
}
