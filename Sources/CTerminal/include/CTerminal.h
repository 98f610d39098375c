#ifndef FIRSTDESK_CTERMINAL_H
#define FIRSTDESK_CTERMINAL_H
#include <stddef.h>
#include <sys/types.h>
#include <termios.h>

/// Starts `path` in a new pseudo-terminal of the given size and puts its process id in `pid`.
/// Returns the master's file descriptor, or -1 with errno set. fork cannot be called from Swift.
int ct_spawn_in_pty(const char *path, char *const argv[], char *const envp[], int columns, int rows, pid_t *pid);

/// Installs handlers for WINCH, TERM, HUP, INT, TSTP and CONT that note the signal and write one byte to a pipe.
/// Returns the pipe's end to poll, or -1 with errno set.
int ct_signals_install(void);
/// Takes the signals that came since the last call, as bits by signal number. Costs nothing when there are none.
unsigned long long ct_signals_take(void);
/// The same, and empties the pipe first; for when poll says that it can be read.
unsigned long long ct_signals_drain(void);
/// Puts back the handlers that were there before and closes the pipe.
void ct_signals_restore(void);
/// Stops this process as the terminal's stop key would have, and returns when it was continued.
void ct_signals_stop_self(void);

/// Largest size of the bytes that put a terminal back.
enum { CT_RESTORE_MAX = 1024 };
/// From now on a fatal signal (SEGV, BUS, ILL, FPE, ABRT, TRAP, QUIT, or another that ends a program which does not expect it, or a second TERM, HUP or INT while the first was not yet
/// taken) writes `bytes` to `fd` and restores `found` before it ends the process as it would have.
/// Returns 0, or -1 with errno set when the bytes are too many or no stack could be had.
int ct_crash_guard(int fd, const struct termios *found, const char *bytes, size_t count);
/// Ends the guard and puts back the handlers that were there before.
void ct_crash_release(void);

/// libc's wcwidth of a Unicode scalar; Swift's door to libc does not show it.
int ct_scalar_width(unsigned int scalar);

/// A file in memory, closed at exec; -1 with errno set. Swift's door to libc does not show memfd_create.
int ct_memory_file(void);

/// Empties the stack below this call: what was typed, a passcode among it, is left there by calls that have returned. Memory that is given back is
/// emptied by itself.
void ct_empty_stack(void);

/// The window's size by TIOCGWINSZ; 0, or -1 with errno set.
int ct_window_size(int fd, int *columns, int *rows);
/// Bytes that can be read now by FIONREAD, or -1 with errno set.
int ct_bytes_waiting(int fd);

#endif
