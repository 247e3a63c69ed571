//! The one shape of all borders: a call that gives a table of functions, behind which the splitter cuts.

/// Makes `async fn $name`, which gives the table `$static` of the part `$name`, and fetches it where the module is parted.
macro_rules! part {
    ($(#[$about:meta])* $visible:vis fn $name:ident() -> $table:ty = $static:ident) => {
        #[cfg_attr(feature = "split", wasm_split_helpers::wasm_split($name, fallible))]
        fn code() -> Result<&'static $table, $crate::parts::Missing> {
            Ok(&$static)
        }

        $(#[$about])*
        ///
        /// # Errors
        /// [`Missing`](crate::parts::Missing), if it could not be had. The next call tries again.
        $visible async fn $name() -> Result<&'static $table, $crate::parts::Missing> {
            #[cfg(feature = "split")]
            return code().await;
            #[cfg(not(feature = "split"))]
            code()
        }
    };
}

pub(super) use part;
