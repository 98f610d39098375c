#define _GNU_SOURCE
#include "CTerminal.h"
#include <pty.h>
#include <signal.h>
#include <unistd.h>
#include <fcntl.h>

int ct_spawn_in_pty(const char *path, char *const argv[], char *const envp[], int columns, int rows, pid_t *pid) {
    struct winsize size = {.ws_row = (unsigned short)rows, .ws_col = (unsigned short)columns};
    int master = -1;
    pid_t child = forkpty(&master, 0, 0, &size);
    if (child < 0) return -1;
    if (child == 0) {
        // Whoever started us may ignore signals (nohup does), and exec hands that on; a terminal's program has them as the system made them.
        for (int number = 1; number < NSIG; number++) signal(number, SIG_DFL);
        execve(path, argv, envp);
        _exit(127);
    }
    // The next child must not inherit this one's terminal: a master left open elsewhere would keep it from hanging up.
    fcntl(master, F_SETFD, FD_CLOEXEC);
    *pid = child;
    return master;
}
