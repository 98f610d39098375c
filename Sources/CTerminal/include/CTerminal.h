#ifndef FIRSTDESK_CTERMINAL_H
#define FIRSTDESK_CTERMINAL_H
#include <sys/types.h>

/// Starts `path` in a new pseudo-terminal of the given size and puts its process id in `pid`.
/// Returns the master's file descriptor, or -1 with errno set. fork cannot be called from Swift.
int ct_spawn_in_pty(const char *path, char *const argv[], char *const envp[], int columns, int rows, pid_t *pid);

#endif
