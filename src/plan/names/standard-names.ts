/**
 * Types and macros of C17 and POSIX that headers of a compiler or a system declare, and that other headers speak of
 * without asking which.
 */
export const standardNames: ReadonlySet<string> = new Set(
  (
    'NULL offsetof size_t ptrdiff_t wchar_t wint_t max_align_t va_list va_start va_arg va_end va_copy bool true false ' +
    'int8_t int16_t int32_t int64_t uint8_t uint16_t uint32_t uint64_t intptr_t uintptr_t intmax_t uintmax_t ' +
    'INT_MAX INT_MIN UINT_MAX LONG_MAX LONG_MIN ULONG_MAX CHAR_BIT SIZE_MAX FILE EOF errno time_t clock_t tm ' +
    'ssize_t off_t pid_t uid_t gid_t mode_t dev_t ino_t socklen_t sigset_t timeval timespec sockaddr stat'
  ).split(' '),
);
